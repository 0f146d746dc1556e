//! Ballots in: a table of doors and what each said, as a counted vote is kept in a workbook or a text file.
//!
//! Reads doors as rolls do and four choices, 赞成 反对 弃权 无效 or yes no abstain void, and nothing else: what a ballot
//! says is never guessed. Counts nothing and knows no roll.

mod sentences;

use deliberation::Door;
use deliberation::ballot::Choice;

use crate::roll_in::fold::bare;
use crate::roll_in::headings::{Headings, SEARCHED_ROWS, likeliest_row, mapped, plain};
use crate::roll_in::{Field, Refusal, judge};
use crate::sheet::{RollFileError, Sheet, read_sheets};

pub use sentences::ballots_text;

/// One ballot of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotRow {
    /// As the sheet counts, from 1.
    pub row: u32,
    /// As written.
    pub door: Door,
    /// What it says.
    pub choice: Choice,
}

/// Why a table cannot be counted; nothing of it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BallotsError {
    /// Not a table, or without a column of doors.
    #[error(transparent)]
    File(#[from] RollFileError),
    /// No column says what the ballots say.
    #[error("no column of choices")]
    NoChoiceColumn {
        /// The row taken for the headings, from 1.
        row: u32,
        /// The headings found there, in order.
        headings: Vec<String>,
    },
    /// Headings and nothing below.
    #[error("no ballots")]
    NoBallots,
    /// A row without a door.
    #[error("row {row} has no door")]
    NoDoor {
        /// As the sheet counts, from 1.
        row: u32,
    },
    /// The workbook made a date of a door.
    #[error("row {row} has a date for a door")]
    DoorIsDate {
        /// As the sheet counts, from 1.
        row: u32,
        /// As found.
        found: String,
    },
    /// A door, and nothing said.
    #[error("row {row} says nothing")]
    NoChoice {
        /// As the sheet counts, from 1.
        row: u32,
        /// Whose.
        door: Door,
    },
    /// Something else than the four choices.
    #[error("row {row} says {found:?}")]
    UnknownChoice {
        /// As the sheet counts, from 1.
        row: u32,
        /// Whose.
        door: Door,
        /// As found.
        found: String,
    },
}

/// Headings that mean the choice, the likeliest first.
const CHOICE_HEADINGS: [&str; 12] = [
    "意见",
    "表决意见",
    "投票意见",
    "表决",
    "投票",
    "选择",
    "表决结果",
    "choice",
    "vote",
    "ballot",
    "opinion",
    "answer",
];

/// Reads ballots from the bytes of an `.xlsx` or `.csv` file, in the order of its rows: the first sheet with doors and
/// choices.
pub fn read_ballots(file_name: &str, bytes: &[u8]) -> Result<Vec<BallotRow>, BallotsError> {
    let sheets = read_sheets(file_name, bytes)?;
    let shown = || sheets.iter().filter(|sheet| !sheet.hidden && !sheet.rows.is_empty());
    let Some((sheet, found)) = shown().chain(&sheets).find_map(|sheet| Some((sheet, find(sheet)?))) else {
        return Err(without_columns(shown().chain(&sheets)));
    };
    let below = found.headings.row + 1..sheet.rows.len();
    let rows = below.filter(|&at| !judge::is_no_row(sheet, &found.headings, at));
    let ballots = rows.map(|at| ballot(sheet, &found, at)).collect::<Result<Vec<_>, _>>()?;
    if ballots.is_empty() { Err(BallotsError::NoBallots) } else { Ok(ballots) }
}

struct Found {
    headings: Headings,
    choice: usize,
}

/// The row of headings that has a door and a choice and the most other known columns.
fn find(sheet: &Sheet) -> Option<Found> {
    let found = (0..sheet.rows.len().min(SEARCHED_ROWS)).filter_map(|row| {
        let mapping = mapped(sheet, row);
        let choice = choice_column(sheet, row)?;
        mapping.contains_key(&Field::Door).then_some(Found { headings: Headings { row, mapping }, choice })
    });
    found.max_by_key(|found| (found.headings.mapping.len(), std::cmp::Reverse(found.headings.row)))
}

fn choice_column(sheet: &Sheet, row: usize) -> Option<usize> {
    let headings = || sheet.rows[row].iter().map(|cell| plain(&cell.text)).enumerate();
    let exact = |word: &str| headings().find(|(_, heading)| heading == word).map(|(column, _)| column);
    let loose = |(_, heading): &(usize, String)| heading.contains("意见") && heading.chars().count() <= 16;
    CHOICE_HEADINGS.iter().find_map(|word| exact(word)).or_else(|| headings().find(loose).map(|(column, _)| column))
}

fn without_columns<'a>(mut sheets: impl Iterator<Item = &'a Sheet>) -> BallotsError {
    let Some(sheet) = sheets.find(|sheet| !sheet.rows.is_empty()) else { return RollFileError::Empty.into() };
    let doors = (0..sheet.rows.len().min(SEARCHED_ROWS)).find(|&row| mapped(sheet, row).contains_key(&Field::Door));
    let row = doors.unwrap_or_else(|| likeliest_row(sheet));
    let headings = sheet.rows[row].iter().map(|cell| cell.text.clone()).filter(|text| !text.is_empty()).collect();
    if doors.is_some() {
        BallotsError::NoChoiceColumn { row: number(row), headings }
    } else {
        RollFileError::NoDoorColumn { sheet: sheet.name.clone(), row: number(row), headings }.into()
    }
}

fn ballot(sheet: &Sheet, found: &Found, at: usize) -> Result<BallotRow, BallotsError> {
    let row = number(at);
    let door = judge::door_at(sheet, &found.headings.mapping, at).map_err(|refusal| match refusal {
        Refusal::DoorIsDate(found) => BallotsError::DoorIsDate { row, found },
        _ => BallotsError::NoDoor { row },
    })?;
    let (door, said) = (Door::new(door), sheet.text(at, found.choice));
    match choice(said) {
        Some(choice) => Ok(BallotRow { row, door, choice }),
        None if said.is_empty() => Err(BallotsError::NoChoice { row, door }),
        None => Err(BallotsError::UnknownChoice { row, door, found: said.to_owned() }),
    }
}

fn choice(text: &str) -> Option<Choice> {
    Some(match bare(text).as_str() {
        "赞成" | "yes" => Choice::Yes,
        "反对" | "no" => Choice::No,
        "弃权" | "abstain" => Choice::Abstain,
        "无效" | "void" => Choice::Void,
        _ => return None,
    })
}

/// The row number as the sheet counts.
fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(u32, String, Choice)>, BallotsError> {
        let rows = read_ballots("ballots.csv", text.as_bytes())?;
        Ok(rows.into_iter().map(|ballot| (ballot.row, ballot.door.0, ballot.choice)).collect())
    }

    #[test]
    fn given_either_language_and_offices_habits_every_ballot_is_read_with_its_row() {
        let plain = read("房号,意见\n1-101,赞成\n1-102,反对\n1-103,弃权\n1-104,无效\n").unwrap();
        let doors = ["1-101", "1-102", "1-103", "1-104"];
        let choices = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void];
        let rows = (2..).zip(doors).zip(choices).map(|((row, door), choice)| (row, door.to_owned(), choice));
        assert_eq!(plain, rows.collect::<Vec<_>>());
        let english = read("Door,Choice\n1-101,yes\n1-102,No\n1-103,ABSTAIN\n1-104, void \n").unwrap();
        assert_eq!(english, plain);
        // A title, columns in another order, a blank row, a sum.
        let office = "三单元表决票\n,,\n表决意见,业主,房号\n赞成,甲,1-101\n,,\n反 对,乙,１－１０２\n共2户,,合计\n";
        let expected = vec![(4, "1-101".to_owned(), Choice::Yes), (6, "1-102".to_owned(), Choice::No)];
        assert_eq!(read(office).unwrap(), expected);
        // Building, stair and room apart.
        let apart = read("楼栋,单元,房号,意见\n1号楼,2单元,301,赞成\n").unwrap();
        assert_eq!(apart, vec![(2, "1-2-301".to_owned(), Choice::Yes)]);
    }

    #[test]
    fn given_what_is_no_ballot_the_row_is_named_and_nothing_is_guessed() {
        let door = |text: &str| Door::new(text);
        assert_eq!(
            read("房号,意见\n1-101,赞成\n1-102,同意吧\n"),
            Err(BallotsError::UnknownChoice { row: 3, door: door("1-102"), found: "同意吧".to_owned() })
        );
        assert_eq!(
            read("房号,意见\n1-101,\n1-102,反对\n"),
            Err(BallotsError::NoChoice { row: 2, door: door("1-101") })
        );
        assert_eq!(read("房号,意见\n,赞成\n"), Err(BallotsError::NoDoor { row: 2 }));
        assert_eq!(read("房号,意见\n"), Err(BallotsError::NoBallots));
        assert_eq!(read(""), Err(BallotsError::File(RollFileError::Empty)));
        assert!(matches!(
            read("房号,业主\n1-101,甲\n"),
            Err(BallotsError::NoChoiceColumn { row: 1, headings }) if headings == ["房号", "业主"]
        ));
        assert!(matches!(read("楼,意见\n1-101,赞成\n"), Err(BallotsError::File(RollFileError::NoDoorColumn { .. }))));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_whatever_end_the_program(bytes in proptest::collection::vec(0_u8..=255, 0..80)) {
            let _ = read_ballots("ballots.csv", &bytes);
        }

        #[test]
        fn no_table_whatever_ends_the_program(text in "(房号|意见|赞成|,|\n|\"|1-1){0,24}") {
            let _ = read(&text);
        }
    }
}
