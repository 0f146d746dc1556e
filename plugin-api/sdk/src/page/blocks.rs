//! Pages, sections and what stands in them, a few words each.

use crate::ui::{
    Bar, Bars, Block, Button, Checklist, Contender, Contenders, Figure, Form, Notice, Page, Section, Table, Unit,
};
use crate::values::{Decimal, Tone};

/// A page without sections; add them with [`Page::with`].
pub fn page(headline: impl Into<String>) -> Page {
    Page { headline: headline.into(), sections: Vec::new() }
}

/// A button that can be pressed.
pub fn button(id: &str, label: &str) -> Button {
    Button { id: id.to_owned(), label: label.to_owned(), tone: Tone::Neutral, closed: None }
}

/// One of several ways to go, open to support.
pub fn contender(id: &str, title: &str) -> Contender {
    Contender {
        id: id.to_owned(),
        title: title.to_owned(),
        note: String::new(),
        excluded: None,
        score: None,
        support: None,
    }
}

/// Several ways to go, side by side.
pub fn contenders(id: &str, title: &str, items: Vec<Contender>) -> Contenders {
    Contenders { id: id.to_owned(), title: title.to_owned(), items }
}

/// One bar.
pub fn bar(label: &str, amount: i64) -> Bar {
    Bar { label: label.to_owned(), amount, tone: Tone::Neutral }
}

/// Bars of one unit without a mark.
pub fn bars(id: &str, title: &str, unit: Unit, items: Vec<Bar>) -> Bars {
    Bars { id: id.to_owned(), title: title.to_owned(), unit, items, line: None }
}

impl Page {
    /// With one more section.
    pub fn with(mut self, section: Section) -> Page {
        self.sections.push(section);
        self
    }
}

impl Section {
    /// Folded until somebody opens it.
    pub fn folded(self) -> Section {
        Section { folded: true, ..self }
    }

    /// With one more block.
    pub fn with(mut self, block: impl Into<Block>) -> Section {
        self.blocks.push(block.into());
        self
    }
}

impl Button {
    /// In this tone.
    pub fn tone(self, tone: Tone) -> Button {
        Button { tone, ..self }
    }

    /// Shut, with the reason.
    pub fn closed(self, why: impl Into<String>) -> Button {
        Button { closed: Some(why.into()), ..self }
    }
}

impl Figure {
    /// In this tone.
    pub fn tone(self, tone: Tone) -> Figure {
        Figure { tone, ..self }
    }
}

impl Contender {
    /// With a line below its title.
    pub fn note(self, note: impl Into<String>) -> Contender {
        Contender { note: note.into(), ..self }
    }

    /// Struck through, with the reason.
    pub fn excluded(self, why: impl Into<String>) -> Contender {
        Contender { excluded: Some(why.into()), ..self }
    }

    /// With a score of so many units of 10^-scale.
    pub fn score(self, units: i64, scale: u8) -> Contender {
        Contender { score: Some(Decimal { units, scale }), ..self }
    }

    /// With so many who support it.
    pub fn support(self, heads: u32) -> Contender {
        Contender { support: Some(heads), ..self }
    }
}

impl Bar {
    /// In this tone.
    pub fn tone(self, tone: Tone) -> Bar {
        Bar { tone, ..self }
    }
}

impl Bars {
    /// With a mark at this amount.
    pub fn line(self, amount: i64) -> Bars {
        Bars { line: Some(amount), ..self }
    }
}

/// A block of each kind.
macro_rules! block_from {
    ($($of:ty => $case:ident),+ $(,)?) => {
        $(impl From<$of> for Block {
            fn from(content: $of) -> Block {
                Block::$case(content)
            }
        })+
    };
}

block_from! {
    String => Text, Notice => Notice, Vec<Figure> => Figures, Table => Table, Bars => Bars, Form => Form,
    Checklist => Checklist, Contenders => Contenders, Vec<Button> => Buttons,
}

impl From<&str> for Block {
    fn from(text: &str) -> Block {
        Block::Text(text.to_owned())
    }
}
