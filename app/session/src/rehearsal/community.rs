//! A made-up community of 200 households, the same every time: flats and shops, owners with several flats, couples,
//! firms, areas and residents nobody knows.
//!
//! Every name and number is invented. It is as untidy as a real roll, so that whoever tries the program out meets what a
//! real one holds.

use amounts::CentiSqm;
use deliberation::command::ImportRow;
use deliberation::people::Capacity;
use deliberation::roll::{AreaSource, Unit, UnitKind};
use deliberation::text::{PersonCard, Sealable};
use deliberation::{Command, Door};

/// Units of the roll.
pub(crate) const HOUSEHOLDS: usize = 200;
/// Shops among them; the rest are flats: five buildings of two stairs, six floors, three flats a landing.
const SHOPS: usize = 20;
const FLATS: usize = HOUSEHOLDS - SHOPS;
/// Every so many units there is another flat of the same owner.
const SEVERAL: usize = 24;
/// So many of them were confirmed by a person; the rest are proposed.
const CONFIRMED: usize = 5;

const SURNAMES: [&str; 20] = [
    "安", "柏", "程", "邓", "段", "樊", "葛", "洪", "姜", "康", "黎", "孟", "宁", "彭", "齐", "沈", "陶", "韦", "邢",
    "袁",
];
const GIVEN: [&str; 14] =
    ["秀兰", "建国", "海波", "文静", "永强", "玉珍", "立新", "晓燕", "志远", "春梅", "国栋", "桂芳", "俊杰", "丽华"];

/// The commands that make it, after the file's own first event.
pub(crate) fn commands() -> Vec<Command> {
    let rows = (0..HOUSEHOLDS).map(row).collect();
    let mut commands = vec![Command::ImportRoll { rows, columns: Vec::new() }];
    let pairs = (0..FLATS).filter_map(|unit| Some((first_flat(unit)?, unit))).take(CONFIRMED);
    commands.extend(pairs.map(|(first, unit)| Command::ConfirmSameOwner { doors: vec![door(first), door(unit)] }));
    let staff = [
        ("卢敏", Capacity::Community, "社区居委会"),
        ("高扬", Capacity::Community, "社区居委会"),
        ("贺师傅", Capacity::Property, "和润物业"),
    ];
    commands.extend(staff.map(|(name, capacity, party)| Command::AddPerson {
        card: Sealable::Open(PersonCard { name: name.to_owned(), ..PersonCard::default() }),
        capacity,
        party: party.to_owned(),
    }));
    commands
}

/// The flat whose owner owns this one too.
fn first_flat(unit: usize) -> Option<usize> {
    (unit < FLATS && unit % SEVERAL == SEVERAL - 1).then(|| unit - SEVERAL / 2)
}

fn row(unit: usize) -> ImportRow {
    let owner = first_flat(unit).unwrap_or(unit);
    let mut owners = vec![card(owner)];
    if unit % 17 == 3 && first_flat(unit).is_none() {
        // A couple: the second is somebody nobody else is.
        owners.push(card(HOUSEHOLDS + unit));
    }
    ImportRow {
        unit: described(unit),
        owners: owners.into_iter().map(Sealable::Open).collect(),
        residents: (unit < FLATS && unit % 13 != 5).then(|| small(unit * 7 % 5) + 1),
    }
}

fn described(unit: usize) -> Unit {
    // Some areas stand in no paper anybody found.
    let known = unit % 31 != 30;
    let shop = unit >= FLATS;
    let area = if shop { 3_250 + small(unit * 37 % 40) * 150 } else { 5_860 + small(unit * 53 % 48) * 115 };
    let (building, stair, floor) = place(unit);
    Unit {
        door: door(unit),
        kind: if shop { UnitKind::Shop } else { UnitKind::Flat },
        building: if shop { String::new() } else { building.to_string() },
        stair: if shop { String::new() } else { stair.to_string() },
        floor: i32::try_from(if shop { 1 } else { floor }).ok(),
        area: known.then_some(CentiSqm(i64::from(area))),
        area_source: AreaSource::Roll,
    }
}

fn door(unit: usize) -> Door {
    if unit >= FLATS {
        return Door::new(format!("商-{:02}", unit - FLATS + 1));
    }
    let (building, stair, floor) = place(unit);
    Door::new(format!("{building}-{stair}-{floor}{:02}", unit % 3 + 1))
}

/// Building, stair and floor of a flat.
fn place(unit: usize) -> (usize, usize, usize) {
    (unit / 36 + 1, unit / 18 % 2 + 1, unit / 3 % 6 + 1)
}

fn card(person: usize) -> PersonCard {
    if (FLATS..HOUSEHOLDS).contains(&person) && person.is_multiple_of(4) {
        let name = format!("{}记商贸", SURNAMES[person % SURNAMES.len()]);
        return PersonCard { name, ..PersonCard::default() };
    }
    let surname = SURNAMES[person * 7 % SURNAMES.len()];
    let given = GIVEN[(person + person / SURNAMES.len()) % GIVEN.len()];
    // The prefix is given to nobody.
    let phone = if person % 9 == 4 { String::new() } else { format!("1000000{:04}", person * 37 % 10_000) };
    PersonCard { name: format!("{surname}{given}"), phone, ..PersonCard::default() }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
