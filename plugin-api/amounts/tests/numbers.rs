//! Money and area as people write them.

use amounts::{CentiSqm, Fen, NumberError, Ratio, Rounding};
use proptest::prelude::*;

#[test]
fn money_is_written_for_people_and_for_machines() {
    for (fen, people, machine) in [
        (165_000, "1,650.00", "1650.00"),
        (0, "0.00", "0.00"),
        (5, "0.05", "0.05"),
        (-4_583, "\u{2212}45.83", "-45.83"),
        (100_000_000, "1,000,000.00", "1000000.00"),
        (i64::MIN, "\u{2212}92,233,720,368,547,758.08", "-92233720368547758.08"),
    ] {
        assert_eq!(Fen(fen).to_string(), people);
        assert_eq!(Fen(fen).plain(), machine);
    }
    assert_eq!(format!("{:>10}", CentiSqm(61_200)), "    612.00");
}

#[test]
fn money_is_read_strictly() {
    for (text, fen) in [
        ("1,650.00", 165_000),
        ("1650", 165_000),
        (" 1650.5 ", 165_050),
        ("-45.83", -4_583),
        ("\u{2212}45.83", -4_583),
        ("0.01", 1),
        ("-92233720368547758.08", i64::MIN),
    ] {
        assert_eq!(text.parse(), Ok(Fen(fen)), "{text}");
    }
    for (text, error) in [
        ("", NumberError::Empty),
        ("  ", NumberError::Empty),
        ("1,65.00", NumberError::Grouping),
        ("1650,00", NumberError::Grouping),
        (",650", NumberError::Grouping),
        ("1,,650", NumberError::Grouping),
        ("45.835", NumberError::TooFine { scale: 2 }),
        ("45.", NumberError::NotANumber),
        (".5", NumberError::NotANumber),
        ("1e3", NumberError::NotANumber),
        ("+1", NumberError::NotANumber),
        ("--1", NumberError::NotANumber),
        ("1.2.3", NumberError::NotANumber),
        ("1650元", NumberError::NotANumber),
        ("１６５０", NumberError::NotANumber),
        ("1.0,0", NumberError::NotANumber),
        ("92233720368547758.08", NumberError::TooLarge),
    ] {
        assert_eq!(text.parse::<Fen>(), Err(error), "{text}");
    }
}

#[test]
fn sums_that_do_not_fit_are_refused_and_others_do_not_depend_on_order() {
    assert_eq!(Fen(i64::MAX).checked_add(Fen(1)), None);
    assert_eq!(Fen::checked_sum([Fen(i64::MAX), Fen(1)]), None);
    assert_eq!(Fen::checked_sum([Fen(i64::MAX), Fen(1), Fen(-2)]), Some(Fen(i64::MAX - 1)));
}

#[test]
fn ratios_compare_exactly() {
    let two_thirds: Ratio = "2/3".parse().unwrap();
    assert_eq!(two_thirds.compare(24, 36), std::cmp::Ordering::Equal);
    assert_eq!(two_thirds.compare(i64::MAX / 3 * 2, i64::MAX), std::cmp::Ordering::Less);
    assert_eq!(Ratio::new(1, 2), Ratio::new(2, 4));
    assert_ne!(Ratio::new(1, 2), Ratio::new(2, 3));
    assert!(Ratio::new(2, 3) < Ratio::new(3, 4));
    assert_eq!(Ratio::new(1, 0), None);
    assert!("1/0".parse::<Ratio>().is_err() && "a/2".parse::<Ratio>().is_err() && "0.5".parse::<Ratio>().is_err());
    assert_eq!((two_thirds.floor_of(100), two_thirds.ceil_of(100)), (Some(66), Some(67)));
    assert_eq!(Ratio::new(3, 1).unwrap().floor_of(i64::MAX), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(fen: i64) {
        prop_assert_eq!(Fen(fen).to_string().parse(), Ok(Fen(fen)));
        prop_assert_eq!(Fen(fen).plain().parse(), Ok(Fen(fen)));
    }

    #[test]
    fn reading_never_panics(text in "[-0-9,. ]{0,24}", scale in 0u8..=6) {
        if let Ok(units) = amounts::scaled::parse(&text, scale) {
            prop_assert_eq!(amounts::scaled::parse(&amounts::scaled::plain(units, scale), scale), Ok(units));
        }
    }

    #[test]
    fn floor_and_ceil_enclose_the_exact_part(
        whole in 0i64..1 << 60,
        (num, den) in (1i64..1000).prop_flat_map(|den| (0..=den, Just(den))),
    ) {
        let ratio = Ratio::new(num, den).unwrap();
        let (floor, ceil) = (ratio.floor_of(whole).unwrap(), ratio.ceil_of(whole).unwrap());
        prop_assert!(ratio.compare(floor, whole).is_le() && ratio.compare(ceil, whole).is_ge());
        prop_assert!(ceil - floor <= 1);
    }
}

/// V-8: 80 + 80 + 90 square metres are 250; what 64 bits cannot hold is no area.
#[test]
fn areas_add_up_exactly_or_not_at_all() {
    let square_metres = |whole: i64| CentiSqm(whole * 100);
    let flats = [80, 80, 90].map(square_metres);
    assert_eq!(flats[0].checked_add(flats[2]), Some(square_metres(170)));
    assert_eq!(flats[2].checked_sub(flats[0]), Some(square_metres(10)));
    assert_eq!(square_metres(90).checked_mul(12), Some(square_metres(1_080)));
    assert_eq!(CentiSqm::checked_sum(flats), Some(square_metres(250)));
    let most = CentiSqm(i64::MAX);
    assert_eq!((most.checked_add(CentiSqm(1)), most.checked_mul(2)), (None, None));
    assert_eq!(CentiSqm(i64::MIN).checked_sub(CentiSqm(1)), None);
    assert_eq!(CentiSqm::checked_sum([most, CentiSqm(1)]), None);
    assert_eq!(CentiSqm::checked_sum([most, CentiSqm(1), CentiSqm(-1)]), Some(most));
}

/// 36 households pay 1,650.00 together; what was collected and what is open are the whole.
#[test]
fn money_adds_up_exactly_or_not_at_all() {
    let (bill, paid) = (Fen(165_000), Fen(155_833));
    assert_eq!((bill.checked_sub(paid), Fen(9_167).checked_add(paid)), (Some(Fen(9_167)), Some(bill)));
    assert_eq!((Fen(4_584).checked_mul(12), Fen(-4_583).checked_mul(24)), (Some(Fen(55_008)), Some(Fen(-109_992))));
    assert_eq!((Fen(i64::MIN).checked_sub(Fen(1)), Fen(i64::MAX).checked_mul(2)), (None, None));
}

#[test]
fn an_area_is_written_and_read_as_money_is() {
    assert_eq!((CentiSqm(164_754).to_string(), CentiSqm(164_754).plain()), ("1,647.54".into(), "1647.54".into()));
    assert_eq!(("1,647.54".parse(), "89.5".parse()), (Ok(CentiSqm(164_754)), Ok(CentiSqm(8_950))));
    assert_eq!("89.355".parse::<CentiSqm>(), Err(NumberError::TooFine { scale: 2 }));
}

/// As plugins and cost sheets write them, and what somebody reads who wrote another.
#[test]
fn coins_are_named_as_in_the_contract() {
    for (rounding, name) in [(Rounding::Fen, "fen"), (Rounding::Yuan, "yuan"), (Rounding::YuanUp, "yuan-up")] {
        assert_eq!((rounding.name(), rounding.to_string().as_str()), (name, name));
        assert_eq!(name.parse(), Ok(rounding));
    }
    let unknown = "jiao".parse::<Rounding>().unwrap_err().to_string();
    assert!(unknown.contains("fen, yuan, yuan-up"), "{unknown}");
    let unread = "half".parse::<Ratio>().unwrap_err().to_string();
    assert!(unread.contains("2/3"), "{unread}");
}

/// What stands beside the field somebody typed in: each mistake is told from the others.
#[test]
fn what_is_wrong_with_a_number_is_said() {
    let said = |text: &str| text.parse::<Fen>().unwrap_err().to_string();
    assert_eq!(said(""), "there is no number");
    assert_eq!(said("abc"), "this is not a number");
    assert_eq!(said("1,65.00"), "a comma stands in the wrong place");
    assert_eq!(said("45.835"), "more than 2 decimals");
    assert_eq!(said("92233720368547758.08"), "the number is too large");
}
