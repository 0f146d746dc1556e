//! Pages ready to draw: checked against the contract, cleaned, and for the projector without private columns.

use std::collections::BTreeSet;

use crate::clean::Texts;
use crate::contract::{
    Block, Cells, Checklist, Column, ColumnData, Field, FieldKind, Form, Key, Page, Section, Table, Value, is_key,
};
use crate::failure::Failure;
use crate::limits;

type Checked = Result<(), Failure>;

fn invalid(path: &str, problem: impl Into<String>) -> Failure {
    Failure::Invalid { path: path.to_owned(), problem: problem.into() }
}

/// Checks and cleans a page; `households` is the length of the roll. The first thing that does not fit names its path.
pub(crate) fn ready(mut page: Page, households: u32) -> Result<Page, Failure> {
    Walk { households, cells: 0, blocks: 0 }.page(&page)?;
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
    pub(crate) households: u32,
    /// Cells seen so far.
    pub(crate) cells: usize,
    /// Blocks seen so far.
    pub(crate) blocks: usize,
}

impl Walk {
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
            return Err(invalid(path, format!("more than {} blocks on the page", limits::BLOCKS)));
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
                key(&path, &bars.id)?;
                few(&path, bars.items.len())
            }
            Block::Form(form) => self.form(&format!("{path}.form"), form),
            Block::Checklist(checklist) => list(&format!("{path}.checklist"), checklist),
            Block::Contenders(contenders) => {
                let path = format!("{path}.contenders");
                key(&path, &contenders.id)?;
                few(&path, contenders.items.len())?;
                keys(&path, contenders.items.iter().map(|contender| &contender.id))?;
                let scores = contenders.items.iter().filter_map(|contender| contender.score.as_ref());
                scores.into_iter().try_for_each(|score| scale(&path, score.scale))
            }
            Block::Buttons(buttons) => {
                let path = format!("{path}.buttons");
                few(&path, buttons.len())?;
                keys(&path, buttons.iter().map(|button| &button.id))
            }
        }
    }

    fn table(&mut self, path: &str, table: &Table) -> Checked {
        key(path, &table.id)?;
        if !table.row_tones.is_empty() && table.row_tones.len() != table.rows as usize {
            return Err(invalid(path, "row-tones is neither empty nor one a row"));
        }
        self.columns(path, table.rows, &table.columns)?;
        let column = |id: &Key| table.columns.iter().find(|column| column.id == *id);
        if table.sort_by.as_ref().is_some_and(|id| column(id).is_none()) {
            return Err(invalid(path, "sort-by names no column"));
        }
        let groups = |id: &Key| column(id).map(|column| matches!(column.data.cells, Cells::Text(_) | Cells::Choice(_)));
        if table.group_by.as_ref().is_some_and(|id| groups(id) != Some(true)) {
            return Err(invalid(path, "group-by names no column of texts or choices"));
        }
        table.row_action.as_ref().map_or(Ok(()), |button| key(path, &button.id))
    }

    /// The columns of a table or sheet.
    pub(crate) fn columns(&mut self, path: &str, rows: u32, columns: &[Column]) -> Checked {
        if columns.len() > limits::COLUMNS {
            return Err(invalid(path, format!("more than {} columns", limits::COLUMNS)));
        }
        keys(path, columns.iter().map(|column| &column.id))?;
        self.cells = self.cells.saturating_add(columns.len().saturating_mul(rows as usize));
        if self.cells > limits::CELLS {
            return Err(invalid(path, format!("more than {} cells in all", limits::CELLS)));
        }
        for (at, column) in columns.iter().enumerate() {
            let path = format!("{path}.columns[{at}]");
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
        key(path, &form.id)?;
        if form.fields.len() > limits::FIELDS {
            return Err(invalid(path, format!("more than {} fields", limits::FIELDS)));
        }
        keys(path, form.fields.iter().map(|field| &field.id))?;
        form.fields.iter().enumerate().try_for_each(|(at, field)| self.field(&format!("{path}.fields[{at}]"), field))
    }

    fn field(&self, path: &str, field: &Field) -> Checked {
        let initial = &field.initial;
        self.value(path, initial)?;
        let fits = match &field.kind {
            FieldKind::Text(_) => matches!(initial, Value::Text(_)),
            FieldKind::Flag => matches!(initial, Value::Flag(_)),
            FieldKind::Integer(_) => matches!(initial, Value::Integer(_)),
            FieldKind::Money(_) => matches!(initial, Value::Money(_)),
            FieldKind::Decimal(bounds) => {
                scale(path, bounds.scale)?;
                matches!(initial, Value::Decimal(decimal) if decimal.scale == bounds.scale)
            }
            FieldKind::Day(_) => matches!(initial, Value::Day(_)),
            FieldKind::Household => matches!(initial, Value::Household(_)),
            FieldKind::Choice(items) | FieldKind::Choices(items) => {
                few(path, items.len())?;
                keys(path, items.iter().map(|item| &item.id))?;
                let offered = |choice: &Key| items.iter().any(|item| item.id == *choice);
                match (&field.kind, initial) {
                    (FieldKind::Choice(_), Value::Choice(choice)) => offered(choice),
                    (FieldKind::Choices(_), Value::Choices(choices)) => choices.iter().all(offered),
                    _ => false,
                }
            }
        };
        if fits || *initial == Value::None {
            Ok(())
        } else {
            Err(invalid(path, "the initial value does not fit the kind"))
        }
    }
}

fn list(path: &str, checklist: &Checklist) -> Checked {
    key(path, &checklist.id)?;
    few(path, checklist.items.len())?;
    keys(path, checklist.items.iter().map(|item| &item.id))?;
    for (at, item) in checklist.items.iter().enumerate() {
        let path = format!("{path}.items[{at}]");
        few(&path, item.evidence.len())?;
        if let Some(measure) = &item.measure {
            scale(&path, measure.scale)?;
        }
        if item.evidence.iter().any(|evidence| !is_sha256(&evidence.hash)) {
            return Err(invalid(&path, "evidence without a SHA-256"));
        }
    }
    Ok(())
}

fn is_sha256(text: &str) -> bool {
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
    for id in ids {
        key(path, id)?;
        if !seen.insert(id) {
            return Err(invalid(path, format!("{id} stands twice")));
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
mod tests {
    use super::*;
    use crate::contract::{Decimals, FieldKind};

    fn column(id: &str, cells: Cells, private: bool) -> Column {
        let data = ColumnData { cells, empty: Vec::new() };
        Column { id: id.to_owned(), label: id.to_owned(), data, total: None, private }
    }

    fn table() -> Table {
        let words = Cells::Text(vec!["a".to_owned(), "b".to_owned()]);
        Table {
            id: "t".to_owned(),
            title: String::new(),
            rows: 2,
            columns: vec![
                column("household", Cells::Household(vec![0, 1]), false),
                column("relief", words, true),
                column("due", Cells::Money(vec![1, 2]), false),
            ],
            row_tones: Vec::new(),
            sort_by: Some("due".to_owned()),
            descending: false,
            group_by: Some("relief".to_owned()),
            row_action: None,
        }
    }

    fn page(block: Block) -> Page {
        let section = Section { id: "s".to_owned(), title: String::new(), folded: false, blocks: vec![block] };
        Page { headline: String::new(), sections: vec![section] }
    }

    fn refused(change: impl FnOnce(&mut Table)) -> String {
        let mut table = table();
        change(&mut table);
        match ready(page(Block::Table(table)), 2) {
            Err(Failure::Invalid { path, .. }) => path,
            other => panic!("an invalid page was expected: {other:?}"),
        }
    }

    #[test]
    fn for_the_audience_private_columns_go_and_what_leans_on_them() {
        let mut page = ready(page(Block::Table(table())), 2).unwrap();
        for_audience(&mut page);
        let Block::Table(table) = &page.sections[0].blocks[0] else { panic!("the table was lost") };
        assert_eq!(table.columns.iter().map(|column| column.id.as_str()).collect::<Vec<_>>(), ["household", "due"]);
        assert_eq!((table.sort_by.as_deref(), &table.group_by), (Some("due"), &None));
    }

    #[test]
    fn a_table_that_does_not_hold_together_is_refused_at_its_path() {
        let at = "sections[0].blocks[0].table";
        assert_eq!(refused(|table| table.rows = 3), format!("{at}.columns[0]"));
        assert_eq!(refused(|table| table.columns[2].id = "household".to_owned()), at);
        assert_eq!(refused(|table| table.sort_by = Some("nothing".to_owned())), at);
        assert_eq!(refused(|table| table.group_by = Some("due".to_owned())), at);
        assert_eq!(refused(|table| table.row_tones = vec![crate::contract::Tone::Bad]), at);
        assert_eq!(
            refused(|table| table.columns[0].data.cells = Cells::Household(vec![0, 2])),
            format!("{at}.columns[0]")
        );
        assert_eq!(refused(|table| table.columns[2].data.empty = vec![1, 0]), format!("{at}.columns[2]"));
        assert_eq!(refused(|table| table.columns[2].data.empty = vec![2]), format!("{at}.columns[2]"));
        assert_eq!(
            refused(|table| table.columns[1].total = Some(Value::Household(7))),
            format!("{at}.columns[1].total")
        );
        let fine = Cells::Decimal(Decimals { scale: 7, units: vec![0, 0] });
        assert_eq!(refused(|table| table.columns[2].data.cells = fine), format!("{at}.columns[2]"));
        let many = |table: &mut Table| {
            table.rows = 100_000;
            for column in &mut table.columns {
                column.data.cells = Cells::Money(vec![0; 100_000]);
            }
        };
        assert_eq!(refused(many), at);
    }

    #[test]
    fn a_first_value_that_does_not_fit_its_field_is_refused() {
        let field = |kind, initial| Field {
            id: "f".to_owned(),
            label: String::new(),
            help: String::new(),
            kind,
            required: false,
            initial,
            problem: None,
        };
        let form = |field| {
            let form = Form {
                id: "f".to_owned(),
                title: String::new(),
                fields: vec![field],
                submit_label: String::new(),
                closed: None,
            };
            ready(page(Block::Form(form)), 2)
        };
        assert!(form(field(FieldKind::Flag, Value::None)).is_ok());
        assert!(form(field(FieldKind::Flag, Value::Flag(true))).is_ok());
        assert!(form(field(FieldKind::Flag, Value::Integer(1))).is_err());
        assert!(form(field(FieldKind::Choice(Vec::new()), Value::Choice("a".to_owned()))).is_err());
    }
}
