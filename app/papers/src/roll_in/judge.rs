//! Row by row: what it says, and whether it can be a household.

use std::collections::HashMap;

use amounts::CentiSqm;

use super::delivery::{Delivery, developer, read_delivery, read_source};
use super::fold::{bare, folded};
use super::headings::{Field, Headings, Mapping};
use super::numbers::{NoArea, read_area, read_floor, read_residents};
use super::places::{key_of, place_of};
use super::row::{Misread, Outcome, OwnerCell, PreviewRow, ReadRow, Refusal, Skip, Written};
use super::{kind, large};
use crate::sheet::Sheet;

/// Judges every row but the head row; `extra` are the columns kept under their headings.
pub(super) fn rows(sheet: &Sheet, headings: &Headings, extra: &[usize]) -> Vec<PreviewRow> {
    let cells = Cells { sheet, mapping: &headings.mapping };
    let mut first_of_door: HashMap<String, FirstRow> = HashMap::new();
    let mut rows: Vec<PreviewRow> = (0..sheet.rows.len())
        .filter(|&at| at != headings.row)
        .map(|at| match skipped(&cells, headings, at) {
            Some(skip) => skipped_row(&cells, at, skip),
            None => household_row(&cells, at, extra, &mut first_of_door),
        })
        .collect();
    large::mark(&mut rows);
    rows
}

struct Cells<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
}

impl<'a> Cells<'a> {
    fn text(&self, at: usize, field: Field) -> &'a str {
        self.mapping.get(&field).map_or("", |&column| self.sheet.text(at, column))
    }

    fn first_text(&self, at: usize) -> &'a str {
        self.sheet.rows[at].iter().map(|cell| cell.text.as_str()).find(|text| !text.is_empty()).unwrap_or_default()
    }

    fn written(&self, at: usize) -> Written {
        Written {
            door: self.text(at, Field::Door).to_owned(),
            owner: self.text(at, Field::Owner).to_owned(),
            area: self.text(at, Field::Area).to_owned(),
            residents: self.text(at, Field::Residents).to_owned(),
        }
    }
}

/// The row number as the sheet counts.
fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

fn skipped_row(cells: &Cells<'_>, at: usize, skip: Skip) -> PreviewRow {
    let written = match skip {
        Skip::Sum | Skip::RepeatedHead => cells.written(at),
        Skip::Title | Skip::Blank | Skip::Footnote => {
            Written { door: cells.first_text(at).to_owned(), ..Written::default() }
        }
    };
    PreviewRow { number: number(at), written, outcome: Outcome::Skipped(skip), read: None, cells: Vec::new() }
}

const SUMS: [&str; 9] = ["合计", "总计", "小计", "共计", "累计", "总数", "total", "subtotal", "sum"];
const FOOTNOTES: [&str; 12] =
    ["制表", "填表", "填报", "审核", "注:", "注1", "备注:", "说明:", "负责人", "单位盖章", "日期:", "note:"];

fn skipped(cells: &Cells<'_>, headings: &Headings, at: usize) -> Option<Skip> {
    let first = cells.first_text(at);
    if first.is_empty() {
        return Some(Skip::Blank);
    }
    if at < headings.row {
        return Some(Skip::Title);
    }
    if cells.sheet.rows[at] == cells.sheet.rows[headings.row] {
        return Some(Skip::RepeatedHead);
    }
    let first = bare(first);
    let sum = |text: &str| {
        let text = text.trim_end_matches([':', '数']);
        SUMS.contains(&text) || SUMS[..5].iter().any(|word| text.strip_prefix(word).is_some_and(is_count))
    };
    if sum(&first) || sum(&bare(cells.text(at, Field::Door))) {
        return Some(Skip::Sum);
    }
    let holds_values = [Field::Owner, Field::Area, Field::Residents].iter().any(|&f| !cells.text(at, f).is_empty());
    let remark = FOOTNOTES.iter().any(|word| first.starts_with(word));
    (remark && !holds_values).then_some(Skip::Footnote)
}

/// What may follow "合计" in one cell: "合计36户".
fn is_count(rest: &str) -> bool {
    !rest.is_empty() && rest.trim_start_matches(':').starts_with(|c: char| c.is_ascii_digit() || c == '(')
}

/// Whether a row below the headings of a table of doors is none: blank, a sum, a footnote, the headings again.
pub(crate) fn is_no_row(sheet: &Sheet, headings: &Headings, at: usize) -> bool {
    skipped(&Cells { sheet, mapping: &headings.mapping }, headings, at).is_some()
}

/// The door of a row of any table of doors, put together from building, stair and room where they stand apart.
pub(crate) fn door_at(sheet: &Sheet, mapping: &Mapping, at: usize) -> Result<String, Refusal> {
    let (mut row, mut refused) = (ReadRow::default(), Vec::new());
    read_door(&Cells { sheet, mapping }, at, &mut row, &mut Vec::new(), &mut refused);
    refused.pop().map_or(Ok(row.door), Err)
}

/// The first row of a door, for the rows that name it again.
struct FirstRow {
    number: u32,
    owner: String,
    area: Option<CentiSqm>,
    area_cell_empty: bool,
}

fn household_row(
    cells: &Cells<'_>,
    at: usize,
    extra: &[usize],
    first_of_door: &mut HashMap<String, FirstRow>,
) -> PreviewRow {
    let written = cells.written(at);
    let mut row = ReadRow { note: cells.text(at, Field::Note).to_owned(), ..ReadRow::default() };
    let (mut misread, mut refused) = (Vec::new(), Vec::new());

    read_door(cells, at, &mut row, &mut misread, &mut refused);
    let area = read_area_cell(cells, &written.area, &mut row, &mut misread);
    if !row.door.is_empty() {
        match first_of_door.entry(key_of(&row.door)) {
            std::collections::hash_map::Entry::Occupied(first) => {
                let first = first.get();
                let agrees = row.area == first.area || written.area.is_empty();
                refused.push(Refusal::DuplicateDoor {
                    first_row: first.number,
                    first_owner: first.owner.clone(),
                    same_area: agrees && (first.area.is_some() || first.area_cell_empty),
                });
            }
            std::collections::hash_map::Entry::Vacant(slot) => {
                slot.insert(FirstRow {
                    number: number(at),
                    owner: written.owner.clone(),
                    area: row.area,
                    area_cell_empty: written.area.is_empty(),
                });
            }
        }
    }
    // The area of a second row for a door is the door's: an empty cell there lacks nothing.
    let is_second = refused.iter().any(|refusal| matches!(refusal, Refusal::DuplicateDoor { same_area: true, .. }));
    refused.extend(area.filter(|refusal| !(is_second && *refusal == Refusal::NoArea)));
    read_people_and_floor(cells, at, &mut row, &mut misread, &mut refused);

    let kind_words = format!("{} {}", cells.text(at, Field::Kind), row.door);
    row.kind = kind::guessed(&kind_words);
    row.owners = owners(cells, at);
    read_source_and_delivery(cells, at, &mut row, &mut misread, &mut refused);
    row.extra = extra.iter().map(|&column| cells.sheet.text(at, column).to_owned()).collect();

    let outcome = if !refused.is_empty() {
        Outcome::Refused(refused)
    } else if misread.is_empty() {
        Outcome::Ok
    } else {
        Outcome::ReadOtherwise(misread)
    };
    let kept = matches!(outcome, Outcome::Refused(_));
    let cells = cells.sheet.rows[at].iter().filter(|_| kept).map(|cell| cell.text.clone()).collect();
    PreviewRow { number: number(at), written, outcome, read: Some(row), cells }
}

fn read_door(cells: &Cells<'_>, at: usize, row: &mut ReadRow, misread: &mut Vec<Misread>, refused: &mut Vec<Refusal>) {
    let written = cells.text(at, Field::Door);
    if written.is_empty() {
        refused.push(Refusal::NoDoor);
        return;
    }
    let is_date = cells.mapping.get(&Field::Door).and_then(|&column| cells.sheet.cell(at, column));
    if is_date.is_some_and(|cell| cell.date) {
        refused.push(Refusal::DoorIsDate(written.to_owned()));
        return;
    }
    let mut door = folded(written).trim().to_owned();
    if place_of(&door).building.is_none() {
        // Building and stair in columns of their own: "1号楼", "2单元", "301" are the door 1-2-301.
        let bare_number = |field: Field, units: &[&str]| {
            let text = folded(cells.text(at, field)).trim().to_owned();
            units.iter().find_map(|unit| text.strip_suffix(unit)).map_or(text.clone(), str::to_owned)
        };
        let mut parts = vec![
            bare_number(Field::Building, &["号楼", "楼", "栋", "幢", "座", "#"]),
            bare_number(Field::Stair, &["单元", "门"]),
            door.trim_end_matches(['室', '号', '房']).to_owned(),
        ];
        parts.retain(|part| !part.is_empty());
        if parts.len() > 1 {
            door = parts.join("-");
        }
    }
    if door != written {
        misread.push(Misread::Door(door.clone()));
    }
    row.door = door;
}

/// Reads the area into `row`; returns why it could not.
fn read_area_cell(cells: &Cells<'_>, written: &str, row: &mut ReadRow, misread: &mut Vec<Misread>) -> Option<Refusal> {
    // Without a column of areas nothing is wrong with any row; the preview says it once.
    cells.mapping.get(&Field::Area)?;
    let found = written.to_owned();
    match read_area(written) {
        Ok(reading) => {
            row.area = Some(reading.value);
            misread.extend(reading.how.map(|how| Misread::Area { how, written: found, value: reading.value }));
            None
        }
        Err(NoArea::Empty) => Some(Refusal::NoArea),
        Err(NoArea::Negative) => Some(Refusal::NegativeArea(found)),
        Err(NoArea::Zero) => Some(Refusal::ZeroArea(found)),
        Err(NoArea::Wordy) => Some(Refusal::WordyArea(found)),
        Err(NoArea::TooLarge) => Some(Refusal::AreaTooLarge(found)),
    }
}

fn read_people_and_floor(
    cells: &Cells<'_>,
    at: usize,
    row: &mut ReadRow,
    misread: &mut Vec<Misread>,
    refused: &mut Vec<Refusal>,
) {
    let written = cells.text(at, Field::Residents);
    match read_residents(written) {
        Some(reading) => {
            row.residents = Some(reading.value);
            misread.extend(reading.how.map(|_| Misread::Residents(reading.value)));
        }
        None if written.is_empty() => {}
        None => refused.push(Refusal::BadResidents(written.to_owned())),
    }
    let written = cells.text(at, Field::Floor);
    match read_floor(written) {
        Some(reading) => {
            row.floor = Some(reading.value);
            misread.extend(reading.how.map(|_| Misread::Floor(reading.value)));
        }
        None if written.is_empty() => row.floor = place_of(&row.door).floor,
        None => refused.push(Refusal::BadFloor(written.to_owned())),
    }
}

fn read_source_and_delivery(
    cells: &Cells<'_>,
    at: usize,
    row: &mut ReadRow,
    misread: &mut Vec<Misread>,
    refused: &mut Vec<Refusal>,
) {
    let written = cells.text(at, Field::AreaSource);
    match read_source(written) {
        Some(source) => row.area_source = source,
        None => refused.push(Refusal::BadAreaSource(written.to_owned())),
    }
    let written = cells.text(at, Field::Delivered);
    match read_delivery(written) {
        Some(Delivery::Delivered) => {}
        Some(Delivery::Undelivered(brackets)) => {
            let name = developer(cells.text(at, Field::Developer), &brackets, &row.owners);
            misread.push(Misread::Undelivered(name.clone()));
            row.undelivered = Some(name);
        }
        None => refused.push(Refusal::BadDelivery(written.to_owned())),
    }
}

/// Owners of one row: "张三、李四" are two, with two phones where as many are given.
fn owners(cells: &Cells<'_>, at: usize) -> Vec<OwnerCell> {
    let pieces = |field: Field| -> Vec<String> {
        let text = cells.text(at, field);
        let pieces = text.split(['、', '，', ';', '；', '\n', '/']).map(str::trim);
        pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
    };
    let (names, phones, ids) = (pieces(Field::Owner), pieces(Field::Phone), pieces(Field::OwnerId));
    let of = |texts: &[String], whole: &str, index: usize| match texts.len() {
        count if count == names.len() => texts[index].clone(),
        // Not one each: all of it stays with the first, so that nothing is lost.
        _ if index == 0 => whole.to_owned(),
        _ => String::new(),
    };
    if names.is_empty() {
        let (phone, owner_id) = (cells.text(at, Field::Phone).to_owned(), cells.text(at, Field::OwnerId).to_owned());
        let nobody = phone.is_empty() && owner_id.is_empty();
        return if nobody { Vec::new() } else { vec![OwnerCell { name: String::new(), phone, owner_id }] };
    }
    let owner = |(index, name): (usize, &String)| OwnerCell {
        name: name.clone(),
        phone: of(&phones, cells.text(at, Field::Phone), index),
        owner_id: of(&ids, cells.text(at, Field::OwnerId), index),
    };
    names.iter().enumerate().map(owner).collect()
}
