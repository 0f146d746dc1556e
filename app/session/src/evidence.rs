//! Photos and files behind a finding: read from the disk, kept as blobs of the file, shown as small pictures.
//!
//! A procedure gets no more of them than hash and caption. Decoding is done on a thread of its own and within limits, for
//! a picture may be large or hostile; a frame only asks whether it is there.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use deliberation::text::{BlobHash, Sealable};
use image::{DynamicImage, ImageDecoder as _, ImageReader};
use journal::SealedBlob;
use words::Lang;

use crate::scan;
use crate::session::{Session, Wake};
use crate::writer::Request;

/// The longer side of a picture as it is shown, in pixels.
const SIDE: u32 = 960;
/// Pixels a side of what is decoded at all.
const WIDEST: u32 = 20_000;
/// Bytes decoding may take.
const ROOM: u64 = 512 << 20;

/// A photo or file somebody picked, sealed under the hash it will be known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadEvidence {
    /// The file's name.
    pub name: String,
    sealed: SealedBlob,
}

impl ReadEvidence {
    /// The hash the file, the journal and the procedure know it by.
    pub fn hash(&self) -> BlobHash {
        BlobHash(self.sealed.hash().0)
    }

    /// The blob, on its way to the journal.
    pub(crate) fn sealed(&self) -> &SealedBlob {
        &self.sealed
    }
}

/// Reads a photo or file (JPEG, PNG, PDF, at most 20 MiB); the error is the sentence for people.
pub fn read(lang: Lang, path: &Path) -> Result<ReadEvidence, String> {
    let picked = scan::read(lang, path)?;
    let Sealable::Open(bytes) = picked.scan else { return Err(words::t(lang, "page-evidence-unread")) };
    let sealed = journal::seal(bytes.0).map_err(|error| error.to_string())?;
    Ok(ReadEvidence { name: picked.name, sealed })
}

/// A piece of evidence as it can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// It is being read.
    Coming,
    /// The file has it no more: erased, or never there.
    Gone,
    /// A document that is not drawn.
    Document,
    /// A picture.
    Drawn(Arc<Thumbnail>),
}

/// Pixels ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumbnail {
    /// Pixels a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue, opacity, row by row.
    pub rgba: Vec<u8>,
}

/// The pictures asked for so far.
pub(crate) struct Pictures {
    known: BTreeMap<BlobHash, Picture>,
    tell: Sender<(BlobHash, Picture)>,
    told: Receiver<(BlobHash, Picture)>,
    threads: Vec<JoinHandle<()>>,
    wake: Wake,
}

impl Pictures {
    pub(crate) fn new(wake: Wake) -> Pictures {
        let (tell, told) = channel();
        Pictures { known: BTreeMap::new(), tell, told, threads: Vec::new(), wake }
    }

    fn take_in(&mut self) {
        while let Ok((hash, picture)) = self.told.try_recv() {
            self.known.insert(hash, picture);
        }
        self.threads.retain(|thread| !thread.is_finished());
    }

    /// Decodes on a thread of its own whatever the writer answers.
    fn await_bytes(&mut self, hash: BlobHash, answer: Receiver<Option<Vec<u8>>>) {
        self.known.insert(hash, Picture::Coming);
        let (tell, wake) = (self.tell.clone(), Arc::clone(&self.wake));
        self.threads.push(std::thread::spawn(move || {
            let picture = answer.recv().ok().flatten().map_or(Picture::Gone, |bytes| picture(&bytes));
            // The session may be closed by now; then nobody needs it.
            let _ = tell.send((hash, picture));
            wake();
        }));
    }
}

impl Session {
    /// A piece of evidence by its hash: asked for once, there in a later frame.
    pub fn evidence(&mut self, hash: BlobHash) -> Picture {
        self.pictures.take_in();
        if let Some(picture) = self.pictures.known.get(&hash) {
            return picture.clone();
        }
        let (ask, answer) = channel();
        self.send(Request::Blob(hash, ask));
        self.pictures.await_bytes(hash, answer);
        Picture::Coming
    }

    /// Waits for every picture asked for.
    pub fn settle_evidence(&mut self) {
        for thread in std::mem::take(&mut self.pictures.threads) {
            if thread.join().is_err() {
                tracing::error!("a picture was not decoded");
            }
        }
        self.pictures.take_in();
    }
}

/// What can be drawn of a file; anything that does not decode within the limits is a document like a PDF.
fn picture(bytes: &[u8]) -> Picture {
    decoded(bytes).map_or(Picture::Document, |image| {
        let small = if image.width().max(image.height()) > SIDE { image.thumbnail(SIDE, SIDE) } else { image };
        let rgba = small.into_rgba8();
        let side = |pixels: u32| usize::try_from(pixels).unwrap_or(0);
        let (width, height) = (side(rgba.width()), side(rgba.height()));
        Picture::Drawn(Arc::new(Thumbnail { width, height, rgba: rgba.into_raw() }))
    })
}

fn decoded(bytes: &[u8]) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = image::Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(WIDEST), Some(WIDEST));
    limits.max_alloc = Some(ROOM);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    // A phone held upright says so beside the pixels.
    let orientation = decoder.orientation().ok()?;
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(orientation);
    Some(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_large_photo_is_made_small_and_keeps_its_shape() {
        let Picture::Drawn(drawn) = picture(&png(2_400, 1_200)) else { panic!("a picture was expected") };
        assert_eq!((drawn.width, drawn.height, drawn.rgba.len()), (960, 480, 960 * 480 * 4));
        let Picture::Drawn(small) = picture(&png(30, 20)) else { panic!("a picture was expected") };
        assert_eq!((small.width, small.height), (30, 20));
    }

    #[test]
    fn what_is_no_picture_or_only_says_so_is_a_document() {
        assert_eq!(picture(b"%PDF-1.7"), Picture::Document);
        let whole = png(300, 200);
        assert_eq!(picture(&whole[..whole.len() / 2]), Picture::Document);
        assert_eq!(picture(b"\xff\xd8\xff\xe0 and nothing more"), Picture::Document);
    }
}
