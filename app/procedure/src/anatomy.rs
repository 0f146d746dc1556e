//! What a component file consists of, read without compiling it: imports, exports and the two custom sections.

use wasmparser::{ComponentExternalKind, Encoding, Parser, Payload};

use crate::failure::Failure;
use crate::hash::Hash;
use crate::limits;
use crate::manifest::Manifest;
use crate::worlds::World;

/// Custom section with the text of `plugin.toml`.
pub const MANIFEST_SECTION: &str = "fangzhuo:manifest";
/// Custom section with the cases, one JSON a line.
pub const CASES_SECTION: &str = "fangzhuo:cases";
/// A component file that may be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anatomy {
    /// SHA-256 of the file.
    pub hash: Hash,
    /// The version of the contract it was built against.
    pub world: World,
    /// What it says about itself.
    pub manifest: Manifest,
    /// Its cases, one JSON a line.
    pub cases: String,
}

impl Anatomy {
    /// Reads a file of a procedure; refuses what this version does not fit, in the order size → screen →
    /// imports and world → manifest.
    pub fn read(bytes: &[u8]) -> Result<Anatomy, Failure> {
        size(bytes)?;
        let hash = Hash::of(bytes);
        crate::screen::screen(bytes)?;
        let sections = Sections::read(bytes)?;
        let world = sections.world;
        let manifest = Manifest::read(&text(MANIFEST_SECTION, sections.manifest)?)?;
        if manifest.world != world.name() {
            let (says, is) = (&manifest.world, world.name());
            return Err(Failure::unfit(format!("its manifest says {says}, and it is built for {is}")));
        }
        let cases = text(CASES_SECTION, sections.cases)?;
        Ok(Anatomy { hash, world, manifest, cases })
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
pub(crate) struct Sections<'a> {
    /// The newest of the versions it exports.
    pub(crate) world: World,
    manifest: Option<&'a [u8]>,
    cases: Option<&'a [u8]>,
}

impl<'a> Sections<'a> {
    /// Reads it; refuses imports and exports that are not the contract's.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Sections<'a>, Failure> {
        let broken =
            |error: wasmparser::BinaryReaderError| Failure::unfit(format!("it is no whole component: {error}"));
        let (mut manifest, mut cases) = (None, None);
        let (mut imports, mut exports) = (Vec::new(), Vec::new());
        let mut depth = 0_usize;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(broken)? {
                Payload::Version { encoding: Encoding::Module, .. } if depth == 0 => {
                    return Err(Failure::unfit("it is a core module, not a component"));
                }
                Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
                Payload::End(_) => depth = depth.saturating_sub(1),
                Payload::ComponentImportSection(section) if depth == 0 => {
                    for import in section {
                        imports.push(import.map_err(broken)?.name.name);
                    }
                }
                Payload::ComponentExportSection(section) if depth == 0 => {
                    for export in section {
                        let export = export.map_err(broken)?;
                        if export.kind == ComponentExternalKind::Instance {
                            exports.push(export.name.name);
                        }
                    }
                }
                Payload::CustomSection(section) if depth == 0 => {
                    let place = match section.name() {
                        MANIFEST_SECTION => &mut manifest,
                        CASES_SECTION => &mut cases,
                        _ => continue,
                    };
                    if place.replace(section.data()).is_some() {
                        return Err(Failure::unfit(format!("the section {} stands twice", section.name())));
                    }
                }
                _ => {}
            }
        }
        Ok(Sections { world: world(&imports, &exports)?, manifest, cases })
    }
}

/// The version of a procedure with these imports and exports.
fn world(imports: &[&str], exports: &[&str]) -> Result<World, Failure> {
    let refuse = |name: &str| {
        // The name is foreign text.
        let name = crate::clean::cleaned(name, limits::LABEL);
        Failure::unfit(format!("it imports {name}, which no procedure may"))
    };
    let known: Vec<String> = World::ALL.iter().flat_map(|world| world.imports()).collect();
    if let Some(foreign) = imports.iter().find(|name| !known.iter().any(|known| known == *name)) {
        return Err(refuse(foreign));
    }
    let exported = |world: &&World| exports.contains(&world.interface("procedure").as_str());
    let world = World::ALL.iter().rev().find(exported).copied().ok_or_else(|| {
        let wanted = World::ALL.map(|world| world.interface("procedure")).join(" or ");
        Failure::unfit(format!("it does not export {wanted}"))
    })?;
    let own = world.imports();
    match imports.iter().find(|name| !own.iter().any(|own| own == *name)) {
        // A version is whole: what it exports and what it imports belong together.
        Some(other) => Err(refuse(other)),
        None => Ok(world),
    }
}

fn text(name: &str, section: Option<&[u8]>) -> Result<String, Failure> {
    let bytes = section.ok_or_else(|| Failure::unfit(format!("it has no section {name}")))?;
    let text = std::str::from_utf8(bytes).map_err(|_| Failure::unfit(format!("the section {name} is not UTF-8")))?;
    Ok(text.to_owned())
}
