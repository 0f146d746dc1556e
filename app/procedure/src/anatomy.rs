//! What a component file consists of, read without compiling it: imports, exports and the two custom sections.

use wasmparser::{ComponentExternalKind, Encoding, Parser, Payload};

use crate::contract::VERSION;
use crate::failure::Failure;
use crate::hash::Hash;
use crate::limits;
use crate::manifest::Manifest;

/// Custom section with the text of `plugin.toml`.
pub const MANIFEST_SECTION: &str = "fangzhuo:manifest";
/// Custom section with the cases, one JSON a line.
pub const CASES_SECTION: &str = "fangzhuo:cases";
/// What a procedure may import, of the version this program speaks.
const IMPORTS: [&str; 3] = ["host", "values", "ui"];

/// A component file that may be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anatomy {
    /// SHA-256 of the file.
    pub hash: Hash,
    /// What it says about itself.
    pub manifest: Manifest,
    /// Its cases, one JSON a line.
    pub cases: String,
}

/// The full name of an interface of the contract.
pub(crate) fn interface(name: &str) -> String {
    format!("fangzhuo:procedure/{name}@{VERSION}")
}

impl Anatomy {
    /// Reads a file of a procedure; refuses what this version does not fit, in the order size → screen →
    /// imports and world → manifest.
    pub fn read(bytes: &[u8]) -> Result<Anatomy, Failure> {
        size(bytes)?;
        let hash = Hash::of(bytes);
        crate::screen::screen(bytes)?;
        let sections = Sections::read(bytes)?;
        let manifest = Manifest::read(&text(MANIFEST_SECTION, sections.manifest)?)?;
        let cases = text(CASES_SECTION, sections.cases)?;
        Ok(Anatomy { hash, manifest, cases })
    }
}

/// Whether the file is no larger than a procedure may be.
pub(crate) fn size(bytes: &[u8]) -> Result<(), Failure> {
    if bytes.len() > limits::FILE {
        return Err(Failure::unfit(format!("the file has {} bytes, at most {}", bytes.len(), limits::FILE)));
    }
    Ok(())
}

/// The top level of the file; what lies nested inside is the compiler's to judge.
#[derive(Default)]
pub(crate) struct Sections<'a> {
    manifest: Option<&'a [u8]>,
    cases: Option<&'a [u8]>,
    exported: bool,
}

impl<'a> Sections<'a> {
    /// Reads it; refuses imports and exports that are not the contract's.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Sections<'a>, Failure> {
        let broken =
            |error: wasmparser::BinaryReaderError| Failure::unfit(format!("it is no whole component: {error}"));
        let mut sections = Sections::default();
        let mut depth = 0_usize;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(broken)? {
                Payload::Version { encoding: Encoding::Module, .. } if depth == 0 => {
                    return Err(Failure::unfit("it is a core module, not a component"));
                }
                Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
                Payload::End(_) => depth = depth.saturating_sub(1),
                Payload::ComponentImportSection(imports) if depth == 0 => {
                    for import in imports {
                        check_import(import.map_err(broken)?.name.name)?;
                    }
                }
                Payload::ComponentExportSection(exports) if depth == 0 => {
                    for export in exports {
                        let export = export.map_err(broken)?;
                        let instance = export.kind == ComponentExternalKind::Instance;
                        sections.exported |= instance && export.name.name == interface("procedure");
                    }
                }
                Payload::CustomSection(section) if depth == 0 => {
                    let place = match section.name() {
                        MANIFEST_SECTION => &mut sections.manifest,
                        CASES_SECTION => &mut sections.cases,
                        _ => continue,
                    };
                    if place.replace(section.data()).is_some() {
                        return Err(Failure::unfit(format!("the section {} stands twice", section.name())));
                    }
                }
                _ => {}
            }
        }
        if !sections.exported {
            return Err(Failure::unfit(format!("it does not export {}", interface("procedure"))));
        }
        Ok(sections)
    }
}

fn check_import(name: &str) -> Result<(), Failure> {
    if IMPORTS.iter().any(|known| interface(known) == name) {
        Ok(())
    } else {
        // The name is foreign text.
        Err(Failure::unfit(format!(
            "it imports {}, which no procedure may",
            crate::clean::cleaned(name, limits::LABEL)
        )))
    }
}

fn text(name: &str, section: Option<&[u8]>) -> Result<String, Failure> {
    let bytes = section.ok_or_else(|| Failure::unfit(format!("it has no section {name}")))?;
    let text = std::str::from_utf8(bytes).map_err(|_| Failure::unfit(format!("the section {name} is not UTF-8")))?;
    Ok(text.to_owned())
}
