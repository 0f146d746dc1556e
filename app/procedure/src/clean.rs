//! A procedure's text is foreign: control and bidi characters are taken out, lengths are capped.
//!
//! [`Texts`] walks every text of a value once; the same walk cleans a page, and blanks a conclusion when the two languages
//! are held against each other.

use crate::contract::{
    Block, Candidate, Cells, Column, Conclusion, CostSheet, Duty, Evidence, Fault, Field, FieldKind, Form, Material,
    Page, Section, Table, Value,
};
use crate::limits;

/// The text without control and bidi characters, at most `most` characters; a cut is shown by "…".
pub fn cleaned(text: &str, most: usize) -> String {
    let mut kept = text.chars().filter(|c| !is_hostile(*c));
    let mut clean: String = kept.by_ref().take(most).collect();
    if kept.next().is_some() {
        clean.pop();
        clean.push('…');
    }
    clean
}

/// Characters that draw nothing or turn the line about. A line feed is kept: running text has paragraphs.
#[inline]
pub(crate) fn is_hostile(c: char) -> bool {
    // Nearly every character of nearly every text; none of those below is among them.
    if matches!(c, ' '..='~' | '\u{2E80}'..='\u{D7FF}') {
        return false;
    }
    let control = c.is_control() && c != '\n';
    let bidi = matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let unseen = matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}'
        | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}');
    control || bidi || unseen
}

/// A visit gets each text and how many characters it may have.
pub(crate) type Visit<'a> = &'a mut dyn FnMut(&mut String, usize);

/// A value that holds texts for people.
pub(crate) trait Texts {
    /// Calls `visit` once for every text, never for a key.
    fn texts(&mut self, visit: Visit<'_>);

    /// Takes out what is hostile and caps the lengths.
    fn clean(&mut self) {
        self.texts(&mut |text, most| {
            if text.len() > most || text.chars().any(is_hostile) {
                *text = cleaned(text, most);
            }
        });
    }
}

fn label(text: &mut String, visit: Visit<'_>) {
    visit(text, limits::LABEL);
}

fn message(text: &mut String, visit: Visit<'_>) {
    visit(text, limits::MESSAGE);
}

fn option(text: &mut Option<String>, visit: Visit<'_>) {
    if let Some(text) = text {
        message(text, visit);
    }
}

impl Texts for Fault {
    fn texts(&mut self, visit: Visit<'_>) {
        message(&mut self.message, visit);
    }
}

impl Texts for Value {
    fn texts(&mut self, visit: Visit<'_>) {
        if let Value::Text(text) = self {
            message(text, visit);
        }
    }
}

impl Texts for Evidence {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.caption, visit);
    }
}

impl Texts for Column {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.label, visit);
        if let Cells::Text(cells) = &mut self.data.cells {
            for cell in cells {
                message(cell, visit);
            }
        }
        if let Some(total) = &mut self.total {
            total.texts(visit);
        }
    }
}

impl Texts for Table {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.title, visit);
        for column in &mut self.columns {
            column.texts(visit);
        }
        if let Some(button) = &mut self.row_action {
            label(&mut button.label, visit);
            option(&mut button.closed, visit);
        }
    }
}

impl Texts for Field {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.label, visit);
        message(&mut self.help, visit);
        option(&mut self.problem, visit);
        if let FieldKind::Choice(items) | FieldKind::Choices(items) = &mut self.kind {
            for item in items {
                label(&mut item.label, visit);
            }
        }
        if let Value::Text(text) = &mut self.initial {
            visit(text, limits::TEXT);
        }
    }
}

impl Texts for Form {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.title, visit);
        label(&mut self.submit_label, visit);
        option(&mut self.closed, visit);
        for field in &mut self.fields {
            field.texts(visit);
        }
    }
}

impl Texts for Block {
    fn texts(&mut self, visit: Visit<'_>) {
        match self {
            Block::Text(text) => visit(text, limits::TEXT),
            Block::Notice(notice) => {
                label(&mut notice.title, visit);
                message(&mut notice.text, visit);
            }
            Block::Figures(figures) => {
                for figure in figures {
                    label(&mut figure.label, visit);
                    figure.value.texts(visit);
                    message(&mut figure.note, visit);
                }
            }
            Block::Table(table) => table.texts(visit),
            Block::Bars(bars) => {
                label(&mut bars.title, visit);
                for bar in &mut bars.items {
                    label(&mut bar.label, visit);
                }
            }
            Block::Form(form) => form.texts(visit),
            Block::Checklist(checklist) => {
                label(&mut checklist.title, visit);
                for item in &mut checklist.items {
                    label(&mut item.label, visit);
                    message(&mut item.basis, visit);
                    message(&mut item.note, visit);
                    option(&mut item.closed, visit);
                    if let Some(measure) = &mut item.measure {
                        label(&mut measure.unit, visit);
                    }
                    for evidence in &mut item.evidence {
                        evidence.texts(visit);
                    }
                }
            }
            Block::Contenders(contenders) => {
                label(&mut contenders.title, visit);
                for contender in &mut contenders.items {
                    label(&mut contender.title, visit);
                    message(&mut contender.note, visit);
                    option(&mut contender.excluded, visit);
                }
            }
            Block::Buttons(buttons) => {
                for button in buttons {
                    label(&mut button.label, visit);
                    option(&mut button.closed, visit);
                }
            }
        }
    }
}

impl Texts for Section {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.title, visit);
        for block in &mut self.blocks {
            block.texts(visit);
        }
    }
}

impl Texts for Page {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.headline, visit);
        for section in &mut self.sections {
            section.texts(visit);
        }
    }
}

impl Texts for CostSheet {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.title, visit);
        message(&mut self.rule, visit);
        message(&mut self.source, visit);
        for funding in &mut self.funding {
            label(&mut funding.label, visit);
        }
        for instalment in &mut self.instalments {
            label(&mut instalment.label, visit);
        }
    }
}

impl Texts for Candidate {
    fn texts(&mut self, visit: Visit<'_>) {
        label(&mut self.title, visit);
        message(&mut self.note, visit);
        option(&mut self.excluded, visit);
    }
}

impl Texts for Duty {
    fn texts(&mut self, visit: Visit<'_>) {
        message(&mut self.text, visit);
        label(&mut self.responsible, visit);
    }
}

impl Texts for Material {
    fn texts(&mut self, visit: Visit<'_>) {
        match self {
            Material::Sheet(sheet) => {
                label(&mut sheet.title, visit);
                for column in &mut sheet.columns {
                    column.texts(visit);
                }
            }
            Material::CostSheet(sheet) => sheet.texts(visit),
            Material::Candidates(candidates) => {
                for candidate in candidates {
                    candidate.texts(visit);
                }
            }
            Material::Duties(duties) => {
                for duty in duties {
                    duty.texts(visit);
                }
            }
        }
    }
}

impl Texts for Conclusion {
    fn texts(&mut self, visit: Visit<'_>) {
        message(&mut self.summary, visit);
        for sentence in &mut self.minutes {
            message(sentence, visit);
        }
        for material in &mut self.materials {
            material.texts(visit);
        }
        for entry in &mut self.carry {
            entry.value.texts(visit);
        }
    }
}
