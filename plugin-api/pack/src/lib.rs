//! Wraps a built procedure as one component file with its manifest and cases.
//!
//! Owns the shape of a `NAME.fz.wasm`: the component that `wit-component` makes of the core module, followed by two custom
//! sections, once each. It never compiles, reads or judges a procedure; that is the host's part (`procedure`). The same
//! bytes in give the same bytes out.

/// Custom section with the text of `plugin.toml`.
pub const MANIFEST_SECTION: &str = "fangzhuo:manifest";
/// Custom section with the text of `cases.jsonl`.
pub const CASES_SECTION: &str = "fangzhuo:cases";

/// Why a core module cannot be wrapped.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// Not a core module with the contract in it.
    #[error("this module was not built against the contract: {0}")]
    NotOfTheContract(String),
}

/// The component file of a core module built with the SDK.
pub fn pack(core: &[u8], manifest: &str, cases: &str) -> Result<Vec<u8>, PackError> {
    // The whole chain of causes in one line, as authors need it.
    let refuse = |error: &dyn std::fmt::Display| PackError::NotOfTheContract(format!("{error:#}"));
    let mut encoder =
        wit_component::ComponentEncoder::default().validate(true).module(core).map_err(|error| refuse(&error))?;
    let component = encoder.encode().map_err(|error| refuse(&error))?;
    Ok(seal(component, manifest, cases))
}

/// The component file of what already is a component, as tools for other languages make one.
pub fn seal(mut component: Vec<u8>, manifest: &str, cases: &str) -> Vec<u8> {
    append(&mut component, MANIFEST_SECTION, manifest.as_bytes());
    append(&mut component, CASES_SECTION, cases.as_bytes());
    component
}

/// One custom section: id 0, length, length of the name, name, content.
fn append(component: &mut Vec<u8>, name: &str, content: &[u8]) {
    let mut body = Vec::with_capacity(name.len() + content.len() + 5);
    leb128(&mut body, name.len());
    body.extend_from_slice(name.as_bytes());
    body.extend_from_slice(content);
    component.push(0);
    leb128(component, body.len());
    component.extend_from_slice(&body);
}

fn leb128(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return bytes.push(low & 0x7f);
        }
        bytes.push(low | 0x80);
    }
}
