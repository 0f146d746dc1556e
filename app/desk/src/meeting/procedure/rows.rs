//! The rows of a plugin's table as they are drawn: sorted, filtered, grouped. Pure, worked out once a page and not a frame.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use session::contract::{Cells, ColumnData, Table};
use session::page_text::row_order;

use super::newspaper::Group;
use crate::meeting::parts::read::plain;

/// How a table is sorted by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sorting {
    /// The place among the plugin's columns.
    pub(super) column: usize,
    pub(super) descending: bool,
}

impl Sorting {
    /// What a click on a heading does: smallest first, largest first, as the plugin has it.
    pub(super) fn clicked(now: Option<Sorting>, column: usize) -> Option<Sorting> {
        match now.filter(|now| now.column == column) {
            None => Some(Sorting { column, descending: false }),
            Some(Sorting { descending: false, .. }) => Some(Sorting { column, descending: true }),
            Some(_) => None,
        }
    }
}

/// A line of a table in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The heading of a group.
    Heading(usize),
    /// A row, in the plugin's own order.
    Row(u32),
    /// The sums of a group.
    Subtotal(usize),
}

/// The rows in the order they are drawn: by hand where somebody has sorted, else by the plugin's first order. Rows without
/// a value stand last either way; equals keep their order.
pub(super) fn order(table: &Table, sorting: Option<Sorting>) -> Vec<u32> {
    let mut rows = row_order(table);
    if let Some((sorting, column)) = sorting.and_then(|by| Some((by, table.columns.get(by.column)?))) {
        rows.sort_by(|a, b| compare(&column.data, *a, *b, sorting.descending));
    }
    rows
}

fn compare(column: &ColumnData, a: u32, b: u32, descending: bool) -> Ordering {
    let empty = |row: u32| column.empty.binary_search(&row).is_ok();
    let by_value = |a: usize, b: usize| match &column.cells {
        Cells::Text(cells) | Cells::Choice(cells) => cells.get(a).cmp(&cells.get(b)),
        Cells::Flag(cells) => cells.get(a).cmp(&cells.get(b)),
        Cells::Integer(cells) | Cells::Money(cells) => cells.get(a).cmp(&cells.get(b)),
        Cells::Decimal(cells) => cells.units.get(a).cmp(&cells.units.get(b)),
        Cells::Day(cells) => cells.get(a).cmp(&cells.get(b)),
        Cells::Household(cells) => cells.get(a).cmp(&cells.get(b)),
    };
    let value = by_value(a as usize, b as usize);
    empty(a).cmp(&empty(b)).then(if descending { value.reverse() } else { value })
}

/// The words of a filter; a row fits if each of them stands somewhere in it.
pub(super) fn needles(filter: &str) -> Vec<String> {
    plain(filter).to_lowercase().split_whitespace().map(str::to_owned).collect()
}

/// Whether the texts of a row hold every needle, letters of either case and width alike.
pub(super) fn fits(needles: &[String], texts: &[String]) -> bool {
    let plain: Vec<String> = texts.iter().map(|text| plain(text).to_lowercase()).collect();
    needles.iter().all(|needle| plain.iter().any(|text| text.contains(needle.as_str())))
}

/// Rows under the headings of a grouping column, groups in the order of the table's first order.
pub(super) fn grouped(rows: &[u32], title: impl Fn(u32) -> String, first: &[u32]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    // Sorting by hand sorts within the groups; the groups stay where people know them.
    for row in first {
        let title = title(*row);
        if !known.contains_key(&title) {
            known.insert(title.clone(), groups.len());
            groups.push(Group { title, rows: Vec::new() });
        }
    }
    for row in rows {
        if let Some(group) = known.get(&title(*row)).and_then(|at| groups.get_mut(*at)) {
            group.rows.push(*row);
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// The lines of a table in one column; headings and sums only where it is grouped.
pub(super) fn lines(groups: &[Group], headed: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        if headed {
            lines.push(Line::Heading(at));
        }
        lines.extend(group.rows.iter().copied().map(Line::Row));
        if headed {
            lines.push(Line::Subtotal(at));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use session::contract::Column;

    use super::*;

    fn table(cells: Vec<i64>, empty: Vec<u32>) -> Table {
        let rows = u32::try_from(cells.len()).unwrap();
        let data = ColumnData { cells: Cells::Money(cells), empty };
        let column = Column { id: "due".into(), label: "应分".into(), data, total: None, private: false };
        Table {
            id: "t".into(),
            title: String::new(),
            rows,
            columns: vec![column],
            row_tones: Vec::new(),
            sort_by: None,
            descending: false,
            group_by: None,
            row_action: None,
        }
    }

    #[test]
    fn a_heading_sorts_up_down_and_back_and_empty_cells_stay_last() {
        let table = table(vec![300, 0, 100], vec![1]);
        let up = Sorting::clicked(None, 0);
        assert_eq!(order(&table, up), [2, 0, 1]);
        let down = Sorting::clicked(up, 0);
        assert_eq!(order(&table, down), [0, 2, 1]);
        assert_eq!(Sorting::clicked(down, 0), None);
        assert_eq!(order(&table, None), [0, 1, 2]);
        assert_eq!(Sorting::clicked(down, 3), Some(Sorting { column: 3, descending: false }));
    }

    #[test]
    fn a_filter_finds_all_its_words_in_any_cell_whatever_their_width() {
        let row = ["1-2-101".to_owned(), "毛素 A座".to_owned(), "45.83".to_owned()];
        for filter in ["", "毛素", "1-2 45", "４５．８３", "a座"] {
            assert!(fits(&needles(filter), &row), "{filter}");
        }
        assert!(!fits(&needles("毛素 45.84"), &row));
    }

    #[test]
    fn sorting_by_hand_sorts_within_groups_and_leaves_the_groups_where_they_are() {
        let stair = |row: u32| if row < 2 { "一".to_owned() } else { "二".to_owned() };
        let groups = grouped(&[3, 1, 2, 0], stair, &[0, 1, 2, 3]);
        let shape: Vec<(&str, &[u32])> = groups.iter().map(|g| (g.title.as_str(), g.rows.as_slice())).collect();
        assert_eq!(shape, [("一", [1, 0].as_slice()), ("二", &[3, 2])]);
        assert_eq!(lines(&groups, true).len(), 8);
        assert_eq!(lines(&groups, true)[3], Line::Subtotal(0));
        assert_eq!(lines(&groups, false), [1, 0, 3, 2].map(Line::Row));
        assert_eq!(grouped(&[0], stair, &[0, 1, 2, 3]).len(), 1);
    }
}
