//! What kind of unit a row speaks of.

use super::UnitKind;
use super::fold::bare;

const SHOP: [&str; 10] = ["商铺", "门市", "底商", "店铺", "商业", "商服", "写字楼", "办公", "shop", "office"];
const PARKING: [&str; 6] = ["车位", "车库", "停车", "parking", "garage", "carport"];
const OTHER: [&str; 8] = ["储藏", "储物", "地下室", "仓库", "杂物", "配套", "其他", "storage"];

/// Guesses from the words of a door or of a column of kinds; a flat where nothing says otherwise.
pub(super) fn guessed(words: &str) -> UnitKind {
    let words = bare(words);
    let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
    // A garage below a shop is a garage: the narrower word first.
    if says(&PARKING) {
        UnitKind::Parking
    } else if says(&OTHER) {
        UnitKind::Other
    } else if says(&SHOP) {
        UnitKind::Shop
    } else {
        UnitKind::Flat
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_guessed_from_words() {
        for (words, kind) in [
            ("1-1-101", UnitKind::Flat),
            ("住宅", UnitKind::Flat),
            ("底商3号", UnitKind::Shop),
            ("商业 1-1-101", UnitKind::Shop),
            ("地下车位B-023", UnitKind::Parking),
            ("储藏室12", UnitKind::Other),
            ("Parking 12", UnitKind::Parking),
        ] {
            assert_eq!(guessed(words), kind, "{words}");
        }
    }
}
