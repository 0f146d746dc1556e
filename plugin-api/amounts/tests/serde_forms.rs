//! How the values stand in files.

use amounts::{CentiSqm, Fen, Ratio, Rounding};

#[test]
fn values_are_integers_and_names() {
    let json = serde_json::to_string(&(Fen(-5), CentiSqm(8935), Ratio::new(2, 3), Rounding::YuanUp)).unwrap();
    assert_eq!(json, r#"[-5,8935,"2/3","yuan-up"]"#);
    let back: (Fen, CentiSqm, Option<Ratio>, Rounding) = serde_json::from_str(&json).unwrap();
    assert_eq!(back, (Fen(-5), CentiSqm(8935), Ratio::new(2, 3), Rounding::YuanUp));
}

#[test]
fn a_ratio_without_a_lower_part_is_not_read() {
    assert!(serde_json::from_str::<Ratio>(r#""1/0""#).is_err());
    assert!(serde_json::from_str::<Fen>("0.5").is_err());
}
