//! Typefaces and paragraph forms: the whole look of a paper in one place.

use docx_rs::{AlignmentType, BreakType, LineSpacing, LineSpacingType, Paragraph, Run, RunFonts, SpecialIndentType};
use words::Lang;

use super::layout;

/// A typeface with its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// 小标宋 二号, the title.
    Title,
    /// 黑体 三号, first level.
    Heading,
    /// 楷体 三号, second level.
    SubHeading,
    /// 仿宋 三号 bold, below.
    MinorHeading,
    /// 仿宋 三号.
    Body,
    /// 黑体 三号, before a text.
    Label,
    /// 黑体 小四, above a table.
    Caption,
    /// 黑体 小四, the head row.
    CellHead,
    /// 仿宋 小四.
    Cell,
    /// 仿宋 小四 bold, the row of totals.
    CellTotal,
    /// 仿宋 五号.
    Small,
    /// 宋体 四号.
    PageNumber,
}

impl Face {
    pub(super) fn heading(level: u8) -> Face {
        match level {
            0 | 1 => Face::Heading,
            2 => Face::SubHeading,
            _ => Face::MinorHeading,
        }
    }

    pub(super) fn half_points(self) -> usize {
        match self {
            Face::Title => 44,
            Face::Heading | Face::SubHeading | Face::MinorHeading | Face::Body | Face::Label => 32,
            Face::PageNumber => 28,
            Face::Caption | Face::CellHead | Face::Cell | Face::CellTotal => 24,
            Face::Small => 21,
        }
    }

    fn chinese(self) -> &'static str {
        match self {
            Face::Title => "方正小标宋简体",
            Face::Heading | Face::Label | Face::Caption | Face::CellHead => "黑体",
            Face::SubHeading => "楷体_GB2312",
            Face::PageNumber => "宋体",
            Face::MinorHeading | Face::Body | Face::Cell | Face::CellTotal | Face::Small => "仿宋_GB2312",
        }
    }

    fn bold(self) -> bool {
        matches!(self, Face::MinorHeading | Face::CellTotal)
    }

    pub(super) fn fonts(self, lang: Lang) -> RunFonts {
        let latin = "Times New Roman";
        let fonts = RunFonts::new().ascii(latin).hi_ansi(latin).cs(latin).east_asia(self.chinese());
        match lang {
            // Quotation marks and dashes stand in both scripts; in a Chinese text they are Chinese.
            Lang::ZhCn => fonts.hint("eastAsia"),
            Lang::En => fonts,
        }
    }
}

/// A run of text; line breaks in it stay line breaks.
pub(super) fn run(lang: Lang, face: Face, text: &str) -> Run {
    let mut run = Run::new().fonts(face.fonts(lang)).size(face.half_points());
    if face.bold() {
        run = run.bold();
    }
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}

/// The form of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) enum Style {
    Title,
    Meta { hanging: i32 },
    Heading,
    Body(Lang),
    Caption,
    Cell(AlignmentType),
    BesideTable,
    Signature,
    Note,
    Foot,
    Nothing,
}

/// Gives paragraphs their numbers, so that the same document has the same ones every time.
#[derive(Debug, Default)]
pub(super) struct Ids {
    next: u32,
}

impl Ids {
    /// An empty paragraph of this form.
    pub(super) fn paragraph(&mut self, style: Style) -> Paragraph {
        self.next += 1;
        let paragraph = Paragraph::new().id(format!("{:08x}", self.next)).line_spacing(spacing(style));
        let two_characters = SpecialIndentType::FirstLine(4 * layout::HALF);
        match style {
            Style::Title => paragraph.align(AlignmentType::Center).keep_next(true),
            Style::Meta { hanging } => {
                paragraph.indent(Some(hanging), Some(SpecialIndentType::Hanging(hanging)), None, None)
            }
            Style::Heading => paragraph.indent(None, Some(two_characters), None, None).keep_next(true),
            Style::Body(lang) => paragraph.indent(None, Some(two_characters), None, None).align(match lang {
                // Characters fill a line evenly; words do not.
                Lang::ZhCn => AlignmentType::Both,
                Lang::En => AlignmentType::Left,
            }),
            Style::Caption | Style::Foot => paragraph.align(AlignmentType::Center),
            Style::Cell(align) => paragraph.align(align),
            Style::BesideTable | Style::Signature | Style::Note | Style::Nothing => paragraph,
        }
    }
}

fn spacing(style: Style) -> LineSpacing {
    let exact = |twips: i32| LineSpacing::new().line_rule(LineSpacingType::Exact).line(twips);
    match style {
        Style::Title => exact(700).after(300),
        Style::Meta { .. } | Style::Heading | Style::Body(_) => exact(layout::PITCH),
        Style::Caption => exact(400).before(160).after(60),
        Style::Cell(_) => exact(340).before(30).after(30),
        // Two tables would become one without something between them.
        Style::BesideTable => exact(200),
        Style::Signature => exact(layout::PITCH).before(240),
        Style::Note => exact(340),
        Style::Foot => exact(320).before(40),
        Style::Nothing => exact(20),
    }
}
