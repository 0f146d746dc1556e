//! Pages ready to draw: checked against the contract, cleaned, and for the projector without private columns.

use std::collections::BTreeSet;

use crate::clean::Texts;
use crate::contract::{
    Block, Bounds, Cells, Checklist, Column, ColumnData, Field, FieldKind, Form, Key, Page, Section, Table, Value,
    is_key,
};
use crate::failure::Failure;
use crate::limits;

type Checked = Result<(), Failure>;

fn invalid(path: &str, problem: impl Into<String>) -> Failure {
    Failure::Invalid { path: path.to_owned(), problem: problem.into() }
}

impl Page {
    /// Checks and cleans it, as [`Running::page`](crate::Running::page) does with what a component shows; `households` is
    /// the length of the roll.
    pub fn checked(self, households: u32) -> Result<Page, Failure> {
        ready(self, households)
    }
}

/// Checks and cleans a page; `households` is the length of the roll. The first thing that does not fit names its path.
pub(crate) fn ready(mut page: Page, households: u32) -> Result<Page, Failure> {
    Walk::new(households).page(&page)?;
    page.clean();
    Ok(page)
}

/// Drops what never reaches the projected screen: private columns, and orders and groups by them.
pub(crate) fn for_audience(page: &mut Page) {
    for block in page.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        let Block::Table(table) = block else { continue };
        table.columns.retain(|column| !column.private);
        let kept = |key: &Key| table.columns.iter().any(|column| column.id == *key);
        table.sort_by = table.sort_by.take().filter(kept);
        table.group_by = table.group_by.take().filter(kept);
    }
}

/// Counts what the limits speak of, over the whole page or conclusion.
pub(crate) struct Walk {
    /// Length of the roll.
    households: u32,
    /// Cells seen so far.
    cells: usize,
    /// Blocks seen so far.
    blocks: usize,
    /// Forms and checklists seen so far: an answer names the one it is for by its id alone.
    answered: BTreeSet<(&'static str, Key)>,
}

impl Walk {
    /// A walk that has seen nothing yet, over a roll of so many households.
    pub(crate) fn new(households: u32) -> Walk {
        Walk { households, cells: 0, blocks: 0, answered: BTreeSet::new() }
    }

    fn page(&mut self, page: &Page) -> Checked {
        if page.sections.len() > limits::SECTIONS {
            return Err(invalid("sections", format!("more than {}", limits::SECTIONS)));
        }
        keys("sections", page.sections.iter().map(|section| &section.id))?;
        page.sections.iter().enumerate().try_for_each(|(at, section)| self.section(&format!("sections[{at}]"), section))
    }

    fn section(&mut self, path: &str, section: &Section) -> Checked {
        self.blocks += section.blocks.len();
        if self.blocks > limits::BLOCKS {
            return Err(invalid(&format!("{path}.blocks"), format!("more than {} on the page", limits::BLOCKS)));
        }
        section.blocks.iter().enumerate().try_for_each(|(at, block)| self.block(&format!("{path}.blocks[{at}]"), block))
    }

    fn block(&mut self, path: &str, block: &Block) -> Checked {
        match block {
            Block::Text(_) | Block::Notice(_) => Ok(()),
            Block::Figures(figures) => {
                let path = format!("{path}.figures");
                few(&path, figures.len())?;
                let mut each = figures.iter().enumerate();
                each.try_for_each(|(at, figure)| self.value(&format!("{path}[{at}].value"), &figure.value))
            }
            Block::Table(table) => self.table(&format!("{path}.table"), table),
            Block::Bars(bars) => {
                let path = format!("{path}.bars");
                key(&format!("{path}.id"), &bars.id)?;
                few(&format!("{path}.items"), bars.items.len())
            }
            Block::Form(form) => {
                let path = format!("{path}.form");
                self.answered_once(&path, "form", &form.id)?;
                self.form(&path, form)
            }
            Block::Checklist(checklist) => {
                let path = format!("{path}.checklist");
                self.answered_once(&path, "checklist", &checklist.id)?;
                list(&path, checklist)
            }
            Block::Contenders(contenders) => {
                let path = format!("{path}.contenders");
                key(&format!("{path}.id"), &contenders.id)?;
                let path = format!("{path}.items");
                few(&path, contenders.items.len())?;
                keys(&path, contenders.items.iter().map(|contender| &contender.id))?;
                contenders.items.iter().enumerate().try_for_each(|(at, contender)| match &contender.score {
                    Some(score) => scale(&format!("{path}[{at}].score"), score.scale),
                    None => Ok(()),
                })
            }
            Block::Buttons(buttons) => {
                let path = format!("{path}.buttons");
                few(&path, buttons.len())?;
                keys(&path, buttons.iter().map(|button| &button.id))
            }
        }
    }

    /// An id that answers are sent by: a key, and no other block of its kind on the page has it.
    fn answered_once(&mut self, path: &str, kind: &'static str, id: &Key) -> Checked {
        let path = format!("{path}.id");
        key(&path, id)?;
        if self.answered.insert((kind, id.clone())) {
            Ok(())
        } else {
            Err(invalid(&path, format!("{id} stands twice on the page")))
        }
    }

    fn table(&mut self, path: &str, table: &Table) -> Checked {
        key(&format!("{path}.id"), &table.id)?;
        if !table.row_tones.is_empty() && table.row_tones.len() != table.rows as usize {
            return Err(invalid(&format!("{path}.row-tones"), "neither empty nor one a row"));
        }
        self.columns(path, table.rows, &table.columns)?;
        let column = |id: &Key| table.columns.iter().find(|column| column.id == *id);
        if table.sort_by.as_ref().is_some_and(|id| column(id).is_none()) {
            return Err(invalid(&format!("{path}.sort-by"), "names no column"));
        }
        let groups = |id: &Key| column(id).map(|column| matches!(column.data.cells, Cells::Text(_) | Cells::Choice(_)));
        if table.group_by.as_ref().is_some_and(|id| groups(id) != Some(true)) {
            return Err(invalid(&format!("{path}.group-by"), "names no column of texts or choices"));
        }
        table.row_action.as_ref().map_or(Ok(()), |button| key(&format!("{path}.row-action.id"), &button.id))
    }

    /// The columns of a table or sheet.
    pub(crate) fn columns(&mut self, path: &str, rows: u32, columns: &[Column]) -> Checked {
        let list = format!("{path}.columns");
        if columns.len() > limits::COLUMNS {
            return Err(invalid(&list, format!("more than {}", limits::COLUMNS)));
        }
        keys(&list, columns.iter().map(|column| &column.id))?;
        self.cells = self.cells.saturating_add(columns.len().saturating_mul(rows as usize));
        if self.cells > limits::CELLS {
            return Err(invalid(path, format!("more than {} cells in all", limits::CELLS)));
        }
        for (at, column) in columns.iter().enumerate() {
            let path = format!("{list}[{at}]");
            if column.data.len() != rows as usize {
                return Err(invalid(&path, format!("{} cells for {rows} rows", column.data.len())));
            }
            self.data(&path, &column.data)?;
            if let Some(total) = &column.total {
                self.value(&format!("{path}.total"), total)?;
            }
        }
        Ok(())
    }

    fn data(&self, path: &str, data: &ColumnData) -> Checked {
        if !data.empty_is_sound() {
            return Err(invalid(path, "empty does not ascend within the rows"));
        }
        match &data.cells {
            Cells::Decimal(decimals) => scale(path, decimals.scale),
            Cells::Household(cells) => {
                let missing = |row: usize| data.empty.binary_search(&u32::try_from(row).unwrap_or(u32::MAX)).is_ok();
                let outside = |(row, cell): (usize, &u32)| *cell >= self.households && !missing(row);
                if cells.iter().enumerate().any(outside) {
                    Err(invalid(path, "a household that is not in the roll"))
                } else {
                    Ok(())
                }
            }
            Cells::Choice(cells) if cells.iter().any(|cell| !cell.is_empty() && !is_key(cell)) => {
                Err(invalid(path, "a choice that is no key"))
            }
            _ => Ok(()),
        }
    }

    /// A single value.
    pub(crate) fn value(&self, path: &str, value: &Value) -> Checked {
        match value {
            Value::Decimal(decimal) => scale(path, decimal.scale),
            Value::Household(household) if *household >= self.households => {
                Err(invalid(path, "a household that is not in the roll"))
            }
            Value::Choice(choice) => key(path, choice),
            Value::Choices(choices) => {
                few(path, choices.len())?;
                choices.iter().try_for_each(|choice| key(path, choice))
            }
            _ => Ok(()),
        }
    }

    fn form(&self, path: &str, form: &Form) -> Checked {
        let path = format!("{path}.fields");
        if form.fields.len() > limits::FIELDS {
            return Err(invalid(&path, format!("more than {}", limits::FIELDS)));
        }
        keys(&path, form.fields.iter().map(|field| &field.id))?;
        form.fields.iter().enumerate().try_for_each(|(at, field)| self.field(&format!("{path}[{at}]"), field))
    }

    fn field(&self, path: &str, field: &Field) -> Checked {
        let (of, kind) = (path, format!("{path}.kind"));
        let path = &*format!("{of}.initial");
        let initial = &field.initial;
        self.value(path, initial)?;
        let fits = match &field.kind {
            FieldKind::Text(bounds) => {
                if bounds.max_chars == 0 {
                    return Err(invalid(&format!("{kind}.max-chars"), "nothing could be typed"));
                }
                matches!(initial, Value::Text(_))
            }
            FieldKind::Flag => matches!(initial, Value::Flag(_)),
            FieldKind::Integer(limits) => sound(&kind, limits).map(|()| matches!(initial, Value::Integer(_)))?,
            FieldKind::Money(limits) => sound(&kind, limits).map(|()| matches!(initial, Value::Money(_)))?,
            FieldKind::Decimal(bounds) => {
                scale(&kind, bounds.scale)?;
                sound(&kind, &bounds.limits)?;
                matches!(initial, Value::Decimal(decimal) if decimal.scale == bounds.scale)
            }
            FieldKind::Day(limits) => sound(&kind, limits).map(|()| matches!(initial, Value::Day(_)))?,
            FieldKind::Household => matches!(initial, Value::Household(_)),
            FieldKind::Choice(items) | FieldKind::Choices(items) => {
                few(&kind, items.len())?;
                keys(&kind, items.iter().map(|item| &item.id))?;
                let offered = |choice: &Key| items.iter().any(|item| item.id == *choice);
                match (&field.kind, initial) {
                    (FieldKind::Choice(_), Value::Choice(choice)) => offered(choice),
                    (FieldKind::Choices(_), Value::Choices(choices)) => choices.iter().all(offered),
                    _ => false,
                }
            }
        };
        if fits || *initial == Value::None { Ok(()) } else { Err(invalid(path, "does not fit the kind of the field")) }
    }
}

/// Bounds some value lies between.
fn sound(path: &str, bounds: &Bounds) -> Checked {
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) if min > max => Err(invalid(path, "the least is above the most")),
        _ => Ok(()),
    }
}

fn list(path: &str, checklist: &Checklist) -> Checked {
    let path = format!("{path}.items");
    few(&path, checklist.items.len())?;
    keys(&path, checklist.items.iter().map(|item| &item.id))?;
    for (at, item) in checklist.items.iter().enumerate() {
        let path = format!("{path}[{at}]");
        if let Some(measure) = &item.measure {
            scale(&format!("{path}.measure"), measure.scale)?;
        }
        few(&format!("{path}.evidence"), item.evidence.len())?;
        if let Some(bad) = item.evidence.iter().position(|evidence| !is_sha256(&evidence.hash)) {
            return Err(invalid(&format!("{path}.evidence[{bad}].hash"), "no SHA-256 in lower-case hex"));
        }
    }
    Ok(())
}

/// Whether a text is a SHA-256 as the contract writes it.
pub(crate) fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// At most so many in a list without a limit of its own.
pub(crate) fn few(path: &str, count: usize) -> Checked {
    if count > limits::ITEMS { Err(invalid(path, format!("more than {} entries", limits::ITEMS))) } else { Ok(()) }
}

/// A key, for a thing that stands alone.
pub(crate) fn key(path: &str, key: &Key) -> Checked {
    // What is no key may be anything, of any length: it is not repeated.
    if is_key(key) { Ok(()) } else { Err(invalid(path, "an id or choice that is no key")) }
}

/// Keys, unique in their list.
pub(crate) fn keys<'a>(path: &str, ids: impl Iterator<Item = &'a Key>) -> Checked {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        let path = format!("{path}[{at}].id");
        key(&path, id)?;
        if !seen.insert(id) {
            return Err(invalid(&path, format!("{id} stands twice")));
        }
    }
    Ok(())
}

/// A scale the contract allows.
fn scale(path: &str, scale: u8) -> Checked {
    if scale <= amounts::scaled::MAX_SCALE {
        Ok(())
    } else {
        Err(invalid(path, format!("a scale of {scale}, at most 6")))
    }
}

#[cfg(test)]
mod tests;
