//! Pictures of papers on their way in: what kinds are taken, how large, read from the disk for the desk.

use std::path::Path;

use deliberation::text::{Bytes, Scan, Sealable};
use words::{Lang, tf};

/// The largest picture that is taken, in bytes: 20 MiB.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// The endings of the kinds that are taken, for the file dialog.
pub const ENDINGS: [&str; 4] = ["jpg", "jpeg", "png", "pdf"];

/// A picture as it was read, with its name for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadScan {
    /// The file's name.
    pub name: String,
    /// Its bytes, to become a blob with the command that brings it.
    pub scan: Scan,
}

/// Reads a picture; the error is the sentence for people.
pub fn read(lang: Lang, path: &Path) -> Result<ReadScan, String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let failed = |error: std::io::Error| tf(lang, "story-no-file", &[("file", &name), ("detail", &error.to_string())]);
    // A film of two gigabytes is refused before it is in memory.
    let length = std::fs::metadata(path).map_err(failed)?.len();
    if usize::try_from(length).is_ok_and(|length| length <= LARGEST) {
        let bytes = std::fs::read(path).map_err(failed)?;
        taken(lang, &name, bytes).map(|scan| ReadScan { name: name.clone(), scan })
    } else {
        Err(tf(lang, "scan-too-large", &[("file", &name)]))
    }
}

/// The bytes of a picture as a command takes them: JPEG, PNG or PDF by what is in them, not by the name.
pub fn taken(lang: Lang, name: &str, bytes: Vec<u8>) -> Result<Scan, String> {
    if bytes.len() > LARGEST {
        return Err(tf(lang, "scan-too-large", &[("file", name)]));
    }
    let begins: [&[u8]; 3] = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-"];
    if begins.iter().any(|kind| bytes.starts_with(kind)) {
        Ok(Sealable::Open(Bytes(bytes)))
    } else {
        Err(tf(lang, "scan-other-kind", &[("file", name)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_known_by_their_bytes_and_nothing_else_is_taken() {
        for bytes in [b"\xff\xd8\xff\xe0".as_slice(), b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"] {
            assert!(taken(Lang::ZhCn, "W-03", bytes.to_vec()).is_ok());
        }
        let said = taken(Lang::ZhCn, "委托书.docx", b"PK\x03\x04".to_vec()).unwrap_err();
        assert!(said.contains("委托书.docx") && said.contains("没有附上"), "{said}");
        let mut large = b"%PDF-1.7".to_vec();
        large.resize(LARGEST + 1, 0);
        assert!(taken(Lang::En, "a.pdf", large).unwrap_err().contains("20 MB"));
    }
}
