//! The test picture: is the whole picture on the wall, can the last row read it, are steps and colours told apart?

use egui::{Align, Rect, pos2, vec2};
use session::audience::Side;
use words::t;

use super::side_word;
use crate::look::marks::mark_colour;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::one_line;
use crate::screen::setting::Frame;
use crate::screen::sheet::{Item, Sheet, mark_room};

/// Width of the line along the picture's edge, and of its corners.
const EDGE: f32 = 8.0;
const CORNER: f32 = 40.0;
/// The sizes shown, smallest first: one line each.
const SIZES: [Size; 5] = [Size::Note, Size::Body, Size::Lead, Size::Title, Size::Head];
/// Height of a row of steps and of the marks.
const STEP: f32 = 150.0;

/// Two pages: edges and sizes, then contrast and colours.
pub(crate) fn sheets(stand: Stand<'_>) -> Vec<Sheet> {
    vec![sizes(stand), colours(stand)]
}

fn sizes(stand: Stand<'_>) -> Sheet {
    let (frame, lang) = (stand.frame, stand.lang);
    let mut sheet = Sheet::default();
    edges(&mut sheet, frame);
    let mut y = frame.top;
    y += head(&mut sheet, frame, y, &t(lang, "screen-test-edges"));
    let sample = t(lang, "screen-test-sample");
    for size in SIZES {
        let line = one_line(&sample, size, frame.inner());
        if y + size.screen_line() > frame.bottom {
            break;
        }
        sheet.left(frame.left, y + size.screen_line() / 2.0, size, &line);
        y += size.screen_line();
    }
    let question = one_line(&t(lang, "screen-test-row"), Size::Body, frame.inner());
    if y + Size::Body.screen_line() <= frame.bottom {
        sheet.left2(frame.left, frame.bottom - Size::Body.screen_line() / 2.0, Size::Body, &question);
    }
    sheet
}

fn colours(stand: Stand<'_>) -> Sheet {
    let (frame, lang) = (stand.frame, stand.lang);
    let mut sheet = Sheet::default();
    edges(&mut sheet, frame);
    let mut y = frame.top;
    y += head(&mut sheet, frame, y, &t(lang, "screen-test-steps"));
    steps(&mut sheet, frame, y, &[SCREEN.well, SCREEN.line, SCREEN.abstain, SCREEN.ink2, SCREEN.ink]);
    y += STEP + screen_space::S3;
    y += head(&mut sheet, frame, y, &t(lang, "screen-test-colours"));
    let sides = [Side::Yes, Side::No, Side::Abstain];
    let grounds: Vec<_> = sides.iter().map(|side| mark_colour(&SCREEN, *side)).collect();
    let room = frame.bottom - y - Size::Title.screen_line() - screen_space::S2;
    if room >= screen_space::S5 {
        strip(&mut sheet, frame, y, room.min(STEP), &grounds);
        y += room.min(STEP) + screen_space::S2;
    }
    let middle = y + Size::Title.screen_line() / 2.0;
    let third = frame.inner() / 3.0;
    for (place, side) in sides.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "three sides")]
        let x = frame.left + third * place as f32;
        let word = one_line(&side_word(lang, side), Size::Title, third - mark_room(Size::Title));
        sheet.side(x, middle, Size::Title, side, &word);
    }
    sheet
}

/// A line of [`Size::Note`]; the height it takes.
fn head(sheet: &mut Sheet, frame: Frame, y: f32, text: &str) -> f32 {
    let line = Size::Note.screen_line();
    sheet.text(
        frame.left,
        y + line / 2.0,
        Align::Min,
        Size::Note,
        SCREEN.ink2,
        &one_line(text, Size::Note, frame.inner()),
    );
    line + screen_space::S2
}

/// A line along every edge of the picture and a block in every corner: what the wall cuts off is seen at once.
fn edges(sheet: &mut Sheet, frame: Frame) {
    let whole = Rect::from_min_size(pos2(0.0, 0.0), vec2(frame.width, frame.height));
    for edge in [
        whole.with_max_y(EDGE),
        whole.with_min_y(frame.height - EDGE),
        whole.with_max_x(EDGE),
        whole.with_min_x(frame.width - EDGE),
    ] {
        sheet.items.push(Item::Fill(edge, SCREEN.ink));
    }
    for corner in [whole.left_top(), whole.right_top(), whole.left_bottom(), whole.right_bottom()] {
        let block = Rect::from_center_size(corner, vec2(2.0 * CORNER, 2.0 * CORNER)).intersect(whole);
        sheet.items.push(Item::Fill(block, SCREEN.accent));
    }
}

/// Steps from light to dark, each with its number.
fn steps(sheet: &mut Sheet, frame: Frame, y: f32, grounds: &[egui::Color32]) {
    strip(sheet, frame, y, STEP - Size::Note.screen_line(), grounds);
    #[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
    let each = frame.inner() / grounds.len() as f32;
    for number in 0..grounds.len() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
        let x = frame.left + each * (number as f32 + 0.5);
        let middle = y + STEP - Size::Note.screen_line() / 2.0;
        sheet.text(x, middle, Align::Center, Size::Note, SCREEN.ink, &(number + 1).to_string());
    }
}

/// Grounds side by side between the margins.
fn strip(sheet: &mut Sheet, frame: Frame, y: f32, height: f32, grounds: &[egui::Color32]) {
    #[expect(clippy::cast_precision_loss, reason = "a handful of grounds")]
    let each = frame.inner() / grounds.len() as f32;
    for (number, ground) in grounds.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of grounds")]
        let left = frame.left + each * number as f32;
        let gap = screen_space::S2;
        let rect = Rect::from_min_size(pos2(left, y), vec2(each - gap, height));
        sheet.items.push(Item::Fill(rect, *ground));
    }
}
