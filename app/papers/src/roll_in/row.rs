//! What became of each row of the sheet.

use amounts::CentiSqm;

use super::numbers::How;

/// A row of the sheet as the preview shows it; the head row itself is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// As the sheet counts, from 1, titles and head row included.
    pub number: u32,
    /// What stands in the cells people check, as found.
    pub written: Written,
    /// What becomes of the row.
    pub outcome: Outcome,
    /// What was read; absent for rows that are skipped.
    pub(super) read: Option<ReadRow>,
    /// All cells as found, kept of refused rows for [`super::RollPreview::refused_rows_csv`].
    pub(super) cells: Vec<String>,
}

/// Cells as found; of a title row all text is in `door`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The cell of the door column.
    pub door: String,
    /// The cell of the owner column.
    pub owner: String,
    /// The cell of the area column.
    pub area: String,
    /// The cell of the residents column.
    pub residents: String,
}

/// What becomes of a row unless a person chooses otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Imported as it stands.
    Ok,
    /// Imported; something was written in another way than it was read. Never empty.
    ReadOtherwise(Vec<Misread>),
    /// Imported as read, but a person should look.
    Suspicious(LargeArea, Vec<Misread>),
    /// Not imported. Never empty.
    Refused(Vec<Refusal>),
    /// No household: not imported and nothing wrong with it.
    Skipped(Skip),
}

/// One cell that was read in another form than it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// The area.
    Area {
        /// How it was written.
        how: How,
        /// As found.
        written: String,
        /// As read.
        value: CentiSqm,
    },
    /// The residents.
    Residents(u32),
    /// The floor.
    Floor(i32),
    /// Not delivered: the developer votes, empty where the sheet names none.
    Undelivered(String),
    /// The door: full-width signs, or put together from building, stair and room.
    Door(String),
}

/// An area at least ten times the usual one around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LargeArea {
    /// The area as read.
    pub area: CentiSqm,
    /// How many times the median, rounded down.
    pub times: i64,
    /// Among whom.
    pub among: Among,
}

/// Whose areas an area was compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// The same stair of the same building.
    Stair,
    /// The same building.
    Building,
    /// The whole roll.
    Roll,
}

/// Why a row is not imported, with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The door cell is empty.
    NoDoor,
    /// The workbook made a date of the door.
    DoorIsDate(String),
    /// Another row above has the same door.
    DuplicateDoor {
        /// That row.
        first_row: u32,
        /// Its owner as written.
        first_owner: String,
        /// Both rows say one area (or this one says none), so that they may be one unit with two owners.
        same_area: bool,
    },
    /// The area cell is empty.
    NoArea,
    /// Below zero.
    NegativeArea(String),
    /// Zero.
    ZeroArea(String),
    /// No number.
    WordyArea(String),
    /// Beyond a square kilometre.
    AreaTooLarge(String),
    /// No number of people.
    BadResidents(String),
    /// No floor.
    BadFloor(String),
    /// No source of an area that is known.
    BadAreaSource(String),
    /// Neither delivered nor not.
    BadDelivery(String),
}

/// What a person may choose for a refused row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exception {
    /// Import the unit with its area not known; area votes and area methods will name the door.
    AreaNotKnown,
    /// Import the owner of this row as a further owner of the unit above.
    CoOwner,
}

impl Refusal {
    /// The choice that lifts this refusal, if there is one.
    pub fn exception(&self) -> Option<Exception> {
        match self {
            Refusal::NoArea => Some(Exception::AreaNotKnown),
            Refusal::DuplicateDoor { same_area: true, .. } => Some(Exception::CoOwner),
            _ => None,
        }
    }
}

/// Why a row is no household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skip {
    /// Text above the head row.
    Title,
    /// The head row again, as on every printed page.
    RepeatedHead,
    /// Nothing in it.
    Blank,
    /// 合计 and its like.
    Sum,
    /// A remark below the table: who filled it in, when.
    Footnote,
}

/// The values of a row, as far as they could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ReadRow {
    pub door: String,
    pub area: Option<CentiSqm>,
    pub residents: Option<u32>,
    pub floor: Option<i32>,
    pub kind: super::UnitKind,
    pub area_source: super::AreaSource,
    /// The developer of a unit that is not delivered, empty where the sheet names none.
    pub undelivered: Option<String>,
    pub owners: Vec<OwnerCell>,
    pub note: String,
    /// Texts of the further columns, in the order of their headings.
    pub extra: Vec<String>,
}

/// One owner as a row names him.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OwnerCell {
    pub name: String,
    pub phone: String,
    pub owner_id: String,
}

impl PreviewRow {
    /// Whether the row is imported without any choice.
    pub fn importable(&self) -> bool {
        matches!(self.outcome, Outcome::Ok | Outcome::ReadOtherwise(_) | Outcome::Suspicious(..))
    }

    /// Why it is not; empty for all other rows.
    pub fn refusals(&self) -> &[Refusal] {
        match &self.outcome {
            Outcome::Refused(refusals) => refusals,
            _ => &[],
        }
    }

    /// The choices that together would import a refused row; `None` where no choice can.
    pub fn exceptions(&self) -> Option<Vec<Exception>> {
        let refusals = self.refusals();
        if refusals.is_empty() { None } else { refusals.iter().map(Refusal::exception).collect() }
    }
}
