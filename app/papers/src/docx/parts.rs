//! What the library cannot say, put into the parts it wrote: repeated head rows, names for fonts, languages.

use std::io::Cursor;

use docx_rs::XMLDocx;
use words::document::Document;
use words::{Lang, t};

use crate::paper::PaperError;

/// The height that marks a head row until it is replaced; no other row has a height.
pub(super) const HEAD_ROW_MARK: f32 = 1.0;
const MARKED: &str = r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#;
const REPEATED: &str = "<w:tblHeader />";

/// Finishes the parts and packs them into one file.
pub(super) fn packed(mut parts: XMLDocx, document: &Document) -> Result<Vec<u8>, PaperError> {
    parts.document = replaced(parts.document, MARKED, REPEATED)?;
    parts.font_table = font_table().into_bytes();
    let languages = match document.lang {
        Lang::ZhCn => r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" /></w:rPr></w:rPrDefault>"#,
        Lang::En => r#"<w:lang w:val="en-GB" w:eastAsia="zh-CN" /></w:rPr></w:rPrDefault>"#,
    };
    parts.styles = replaced(parts.styles, "</w:rPr></w:rPrDefault>", languages)?;
    let made_by = t(document.lang, "product-name");
    parts.doc_props.core = replaced(parts.doc_props.core, "unknown", &made_by)?;
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|error| PaperError::Format(error.to_string()))?;
    Ok(file.into_inner())
}

fn replaced(part: Vec<u8>, what: &str, by: &str) -> Result<Vec<u8>, PaperError> {
    let text = String::from_utf8(part).map_err(|error| PaperError::Format(error.to_string()))?;
    Ok(text.replace(what, by).into_bytes())
}

/// The fonts with the names of those that stand in where an office PC lacks them.
fn font_table() -> String {
    let fonts = [
        ("仿宋_GB2312", "仿宋", "modern", "86"),
        ("楷体_GB2312", "楷体", "modern", "86"),
        ("方正小标宋简体", "宋体", "auto", "86"),
        ("黑体", "SimHei", "modern", "86"),
        ("宋体", "SimSun", "auto", "86"),
        ("Times New Roman", "Liberation Serif", "roman", "00"),
    ];
    let font = |(name, other, family, charset): (&str, &str, &str, &str)| {
        format!(
            r#"<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>"#
        )
    };
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:fonts>"#,
        fonts.map(font).concat()
    )
}
