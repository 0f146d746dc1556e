//! How a table's rows are dealt to newspaper columns: groups side by side where they fit, rows flowing on where not.

use crate::look::tokens::space;

/// Between two newspaper columns.
pub(super) const GAP: f32 = space::S5;
/// Newspaper columns at most.
const MOST: usize = 3;
/// Rows from which a table is no newspaper: nobody reads down a column longer than the pane and up again.
pub(super) const LONG: usize = 200;

/// The rows in the order they are drawn: groups with their rows, one group without a heading where nothing is grouped.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) title: String,
    pub(super) rows: Vec<u32>,
}

/// How many newspaper columns: one where the table takes more than half the pane or has few rows.
pub(super) fn columns_across(natural: f32, room: f32, groups: &[Group], rows: usize) -> usize {
    const FEW: usize = 8;
    if rows <= FEW || rows > LONG || natural * 2.0 + GAP > room {
        return 1;
    }
    let most = if natural * 3.0 + 2.0 * GAP <= room { MOST } else { MOST - 1 };
    match groups.len() {
        1 => most,
        count if count <= most => count,
        _ => most,
    }
}

/// Groups dealt to newspaper columns: one each where they fit, else rows flow on from column to column.
pub(super) fn newspaper(groups: &[Group], across: usize) -> Vec<Vec<Group>> {
    if across == 1 {
        return vec![groups.to_vec()];
    }
    if groups.len() == across {
        return groups.iter().map(|group| vec![group.clone()]).collect();
    }
    let all: usize = groups.iter().map(|group| group.rows.len()).sum();
    let each = all.div_ceil(across);
    let mut papers: Vec<Vec<Group>> = vec![Vec::new()];
    let mut used = 0;
    for group in groups {
        let single = group.title.is_empty();
        let mut rows = group.rows.as_slice();
        while !rows.is_empty() {
            if used >= each && papers.len() < across {
                papers.push(Vec::new());
                used = 0;
            }
            // A group with a heading stays together.
            let take = if single { rows.len().min(each - used.min(each)).max(1) } else { rows.len() };
            let (now, later) = rows.split_at(take);
            if let Some(paper) = papers.last_mut() {
                paper.push(Group { title: group.title.clone(), rows: now.to_vec() });
            }
            used += take;
            rows = later;
        }
    }
    papers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(title: &str, rows: std::ops::Range<u32>) -> Group {
        Group { title: title.into(), rows: rows.collect() }
    }

    fn shape(papers: &[Vec<Group>]) -> Vec<Vec<usize>> {
        papers.iter().map(|paper| paper.iter().map(|group| group.rows.len()).collect()).collect()
    }

    #[test]
    fn three_stairs_stand_in_three_columns_and_a_wide_table_in_one() {
        let stairs = || vec![group("1", 0..12), group("2", 12..24), group("3", 24..36)];
        assert_eq!(columns_across(220.0, 736.0, &stairs(), 36), 3);
        assert_eq!(columns_across(400.0, 736.0, &stairs(), 36), 1);
        assert_eq!(columns_across(220.0, 736.0, &stairs(), 6), 1);
        assert_eq!(columns_across(220.0, 736.0, &[group("", 0..20_000)], 20_000), 1);
        assert_eq!(shape(&newspaper(&stairs(), 3)), [vec![12], vec![12], vec![12]]);
    }

    #[test]
    fn rows_without_groups_flow_on_and_groups_stay_together() {
        assert_eq!(shape(&newspaper(&[group("", 0..10)], 3)), [vec![4], vec![4], vec![2]]);
        let many = vec![group("1", 0..5), group("2", 5..10), group("3", 10..15), group("4", 15..20)];
        assert_eq!(shape(&newspaper(&many, 2)), [vec![5, 5], vec![5, 5]]);
    }
}
