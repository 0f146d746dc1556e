//! What the benchmarks share: communities of any size, made up.
#![allow(dead_code, reason = "each benchmark uses its part")]

use amounts::CentiSqm;
use deliberation::command::ImportRow;
use deliberation::roll::{Unit, UnitKind};
use deliberation::text::{BlobHash, BlobRef, PersonCard, Sealable};
use deliberation::{At, Command, Door};

/// 18 July 2026, 19:00 in Shanghai.
pub(crate) const EVENING: At = At(1_784_372_400_000);

/// Who owns the flat in this row, as typed or as a blob.
#[derive(Clone, Copy)]
pub(crate) enum Cards {
    Open,
    Sealed,
}

/// A roll of so many flats, six storeys, two a landing; areas between 50 and 130 ㎡.
pub(crate) fn roll(count: u32, cards: Cards) -> Command {
    let row = |row: u32| {
        let (building, stair) = (row / 48 + 1, row / 12 % 4 + 1);
        let (floor, flat) = (row % 12 / 2 + 1, row % 2 + 1);
        let unit = Unit {
            door: Door::new(format!("{building}-{stair}-{floor}0{flat}")),
            kind: UnitKind::Flat,
            building: building.to_string(),
            stair: stair.to_string(),
            floor: i32::try_from(floor).ok(),
            area: Some(CentiSqm(5_000 + i64::from(row) * 37 % 8_000)),
            area_source: deliberation::roll::AreaSource::Roll,
        };
        ImportRow { unit, owners: vec![card(row, cards)], residents: Some(row % 5 + 1) }
    };
    Command::ImportRoll { rows: (0..count).map(row).collect(), columns: Vec::new() }
}

fn card(row: u32, cards: Cards) -> Sealable<PersonCard> {
    match cards {
        Cards::Open => Sealable::Open(PersonCard {
            name: format!("业主{row}"),
            phone: format!("139{row:08}"),
            ..PersonCard::default()
        }),
        Cards::Sealed => {
            let mut hash = [0; 32];
            hash[..4].copy_from_slice(&row.to_be_bytes());
            Sealable::Sealed(BlobRef { blob: BlobHash(hash) })
        }
    }
}
