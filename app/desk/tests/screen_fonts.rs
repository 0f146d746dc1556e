//! The fonts hold every character people here write: the standard ones, and all of the program's own texts.

use std::fs;
use std::path::{Path, PathBuf};

use desk::look::tokens::{Size, Weight};

fn characters() -> Vec<char> {
    let list = include_str!("../fonts/standard-characters.txt");
    list.chars().filter(|c| !c.is_whitespace()).collect()
}

fn context() -> egui::Context {
    let ctx = egui::Context::default();
    desk::look::install(&ctx);
    ctx.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
    ctx
}

/// The characters of `text` that either weight has no glyph for.
fn missing(ctx: &egui::Context, text: impl Iterator<Item = char>) -> String {
    let fonts = [Weight::Regular, Weight::Medium].map(|weight| Size::Body.font(weight));
    text.filter(|c| !c.is_control())
        .filter(|c| !ctx.fonts_mut(|view| fonts.iter().all(|font| view.has_glyph(font, *c))))
        .collect()
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

#[test]
fn the_8105_standard_characters_have_glyphs_in_both_weights() {
    let characters = characters();
    assert_eq!(characters.len(), 8105);
    assert_eq!(missing(&context(), characters.into_iter()), "");
}

#[test]
fn every_character_of_the_locale_files_has_a_glyph() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../words/locales");
    let ctx = context();
    let files = files(&folder).unwrap();
    assert!(files.len() >= 20, "the locale files are in {}", folder.display());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(missing(&ctx, text.chars()), "", "{}", file.display());
    }
}

#[test]
fn signs_of_community_papers_have_glyphs() {
    let signs = "㎡×−≥≤±÷≈①②③⑩㈠⑴ⅠⅡ℃№￥¥€…—·“”‘’《》〈〉「」【】〔〕（）％～、。，；：？！■●▲○□△★āáǎàǖǘǚǜé→←↑↓〇";
    assert_eq!(missing(&context(), signs.chars()), "");
}

#[test]
fn a_character_that_is_not_there_is_noticed() {
    assert_eq!(missing(&context(), "粪\u{1F600}".chars()), "\u{1F600}");
}
