//! A [`Document`] as a Word file, laid out after GB/T 9704: A4, a type area of 156 × 225 mm, 仿宋 16 pt on a pitch of 29 pt.
//!
//! The same document and moment give the same bytes. What the library cannot say (head rows that repeat, names for
//! missing fonts, languages) is put into its finished parts by `parts`.

mod code;
mod parts;
mod table;
mod text;

use deliberation::time::At;
use docx_rs::{AlignmentType, Docx, Footer, PageMargin, PageNum, Tab, TabLeaderType, TabValueType};
use words::Lang;
use words::document::{Block, Document, MetaLine};

use crate::paper::{PaperError, clean, colon, half_widths};
use text::{Face, Ids, Style, run};

/// Lengths in twentieths of a point ("twips"), as Word counts; 1 mm is 56.7 of them.
mod layout {
    /// A4.
    pub(super) const PAGE: (u32, u32) = (11_906, 16_838);
    /// 37 mm above, 35 below, 28 on the bound side, 26 on the other.
    pub(super) const TOP: i32 = 2098;
    pub(super) const BOTTOM: i32 = 1984;
    pub(super) const LEFT: i32 = 1587;
    pub(super) const RIGHT: i32 = 1474;
    /// From the paper's edge to the page number's foot.
    pub(super) const FOOTER: i32 = 1190;
    /// 156 mm.
    pub(super) const WIDTH: usize = 8845;
    /// 22 lines on 225 mm.
    pub(super) const PITCH: i32 = 580;
    /// Half a character of body text.
    pub(super) const HALF: i32 = 160;
}

/// Writes `document`; `at` becomes the moment of creation the file tells.
pub fn docx(document: &Document, at: At) -> Result<Vec<u8>, PaperError> {
    let mut ids = Ids::default();
    let mut paper = page(&mut ids, document, at);
    paper = paper.add_paragraph(ids.paragraph(Style::Title).add_run(run(
        document.lang,
        Face::Title,
        &clean(&document.title),
    )));
    let label_width = document.meta.iter().map(|line| half_widths(&line.label)).max().unwrap_or(0);
    for line in &document.meta {
        paper = paper.add_paragraph(meta_line(&mut ids, document.lang, line, label_width));
    }
    let mut new_page = false;
    for block in &document.blocks {
        if *block == Block::PageBreak {
            new_page = true;
            continue;
        }
        if std::mem::take(&mut new_page) {
            // A paragraph without height, because tables cannot begin a page by themselves.
            paper = paper.add_paragraph(ids.paragraph(Style::Nothing).page_break_before(true));
        }
        paper = self::block(paper, &mut ids, document.lang, block)?;
    }
    parts::packed(paper.build(), document)
}

fn page(ids: &mut Ids, document: &Document, at: At) -> Docx {
    let lang = document.lang;
    let mut footer = Footer::new();
    if let Some(text) = &document.footer {
        footer = footer.add_paragraph(ids.paragraph(Style::Foot).add_run(run(lang, Face::Small, &clean(text))));
    }
    let number = ids
        .paragraph(Style::Foot)
        .add_run(run(lang, Face::PageNumber, "— "))
        .add_page_num(PageNum::new())
        .add_run(run(lang, Face::PageNumber, " —"));
    let margin = PageMargin::new()
        .top(layout::TOP)
        .bottom(layout::BOTTOM)
        .left(layout::LEFT)
        .right(layout::RIGHT)
        .header(850)
        .footer(layout::FOOTER)
        .gutter(0);
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    let moment = moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    Docx::new()
        .page_size(layout::PAGE.0, layout::PAGE.1)
        .page_margin(margin)
        .default_fonts(Face::Body.fonts(lang))
        .default_size(Face::Body.half_points())
        .created_at(&moment)
        .updated_at(&moment)
        .footer(footer.add_paragraph(number))
}

/// "时间：2026年7月18日": label and text, further lines under the text.
fn meta_line(ids: &mut Ids, lang: Lang, line: &MetaLine, label_width: usize) -> docx_rs::Paragraph {
    // The colon is a whole character in Chinese; a tab jumps only to a place behind it.
    let hanging = i32::try_from(label_width + 3).unwrap_or(0).min(24) * layout::HALF;
    let start = usize::try_from(hanging).unwrap_or(0);
    ids.paragraph(Style::Meta { hanging })
        .add_tab(Tab::new().val(TabValueType::Left).pos(start))
        .add_run(run(lang, Face::Label, &format!("{}{}", clean(&line.label), colon(lang).trim_end())).add_tab())
        .add_run(run(lang, Face::Body, &clean(&line.text)))
}

fn block(paper: Docx, ids: &mut Ids, lang: Lang, block: &Block) -> Result<Docx, PaperError> {
    Ok(match block {
        Block::Heading { level, text } => {
            let face = Face::heading(*level);
            let outline = usize::from(level.saturating_sub(1)).min(8);
            let paragraph = ids.paragraph(Style::Heading).outline_lvl(outline);
            paper.add_paragraph(paragraph.add_run(run(lang, face, &clean(text))))
        }
        Block::Paragraph { label, text } => {
            let text = clean(text);
            let mut label =
                label.as_ref().map(|label| run(lang, Face::Label, &format!("{}{}", clean(label), colon(lang))));
            // Each line begins indented like a paragraph of its own.
            text.split('\n').fold(paper, |paper, line| {
                let mut paragraph = ids.paragraph(Style::Body(lang));
                if let Some(label) = label.take() {
                    paragraph = paragraph.add_run(label);
                }
                paper.add_paragraph(paragraph.add_run(run(lang, Face::Body, line)))
            })
        }
        Block::Table(table) => {
            let above = ids.paragraph(if table.caption.is_some() { Style::Caption } else { Style::BesideTable });
            let caption = table.caption.iter().map(|caption| run(lang, Face::Caption, &clean(caption)));
            let above = caption.fold(above.keep_next(true), docx_rs::Paragraph::add_run);
            paper
                .add_paragraph(above)
                .add_table(table::ruled(ids, lang, table))
                .add_paragraph(ids.paragraph(Style::BesideTable))
        }
        Block::SignatureLine { labels } => {
            // Two a line: a name and a thumb need room.
            labels.chunks(2).fold(paper, |paper, pair| paper.add_paragraph(signatures(ids, lang, pair)))
        }
        Block::Code { payload, lines } => {
            let image = code::png(payload)?;
            paper.add_table(table::code(ids, lang, image, lines)).add_paragraph(ids.paragraph(Style::BesideTable))
        }
        Block::Note(text) => {
            paper.add_paragraph(ids.paragraph(Style::Note).add_run(run(lang, Face::Small, &clean(text))))
        }
        Block::Space => paper.add_paragraph(ids.paragraph(Style::Body(lang))),
        Block::PageBreak => paper,
    })
}

/// "主持人签字 ________  记录人签字 ________".
fn signatures(ids: &mut Ids, lang: Lang, labels: &[String]) -> docx_rs::Paragraph {
    let slot = layout::WIDTH / labels.len().max(2);
    let gap = 2 * usize::try_from(layout::HALF).unwrap_or(0);
    let mut paragraph = ids.paragraph(Style::Signature).align(AlignmentType::Left);
    for (at, label) in labels.iter().enumerate() {
        let end = (at + 1) * slot - gap;
        let line = Tab::new().val(TabValueType::Left).leader(TabLeaderType::Underscore).pos(end);
        let next = Tab::new().val(TabValueType::Left).pos(end + gap);
        paragraph = paragraph.add_tab(line).add_tab(next);
        let label = run(lang, Face::Body, &format!("{}{}", clean(label), colon(lang))).add_tab();
        let last = at + 1 == labels.len();
        paragraph = paragraph.add_run(if last { label } else { label.add_tab() });
    }
    paragraph
}
