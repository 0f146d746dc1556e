//! A QR code as a picture: black squares on white, with the quiet border scanners need.

use image::{GrayImage, ImageFormat, Luma};
use qrcode::{Color, EcLevel, QrCode};

use crate::paper::PaperError;

/// A square picture.
pub(super) struct Image {
    /// The bytes of the file.
    pub(super) png: Vec<u8>,
    /// Its side in pixels.
    pub(super) side: u32,
    /// The name it goes by within the paper; the same for the same content.
    pub(super) id: String,
}

/// Pixels a module: sharp at 28 mm on any printer.
const SCALE: usize = 8;
/// The border the standard asks for, in modules.
const QUIET: usize = 4;

/// Draws `payload`.
pub(super) fn png(payload: &str) -> Result<Image, PaperError> {
    let code = QrCode::with_error_correction_level(payload, EcLevel::M).map_err(|_| PaperError::CodeTooLong)?;
    let (modules, colors) = (code.width(), code.to_colors());
    let side = u32::try_from((modules + 2 * QUIET) * SCALE).map_err(|_| PaperError::CodeTooLong)?;
    let picture = GrayImage::from_fn(side, side, |x, y| {
        let module = |pixel: u32| (pixel as usize / SCALE).checked_sub(QUIET).filter(|module| *module < modules);
        let dark = module(x).zip(module(y)).is_some_and(|(x, y)| colors[y * modules + x] == Color::Dark);
        Luma([if dark { 0 } else { 255 }])
    });
    let mut png = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).map_err(|error| PaperError::Format(error.to_string()))?;
    // Short and made of the content, so that two codes of a paper never share a name.
    let name = payload.bytes().fold(0_u64, |name, byte| name.wrapping_mul(31).wrapping_add(u64::from(byte)));
    Ok(Image { png: png.into_inner(), side, id: format!("rIdCode{name:016x}") })
}
