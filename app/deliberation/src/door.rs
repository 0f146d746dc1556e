//! Doors: kept as written, ordered as people count.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// A door number as the roll writes it, e.g. `1-3-402`; ordered naturally, 2 before 10.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Door(pub String);

impl Door {
    /// The door written `text`.
    pub fn new(text: impl Into<String>) -> Door {
        Door(text.into())
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialOrd for Door {
    fn partial_cmp(&self, other: &Door) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Door {
    fn cmp(&self, other: &Door) -> Ordering {
        natural(&self.0, &other.0).then_with(|| self.0.cmp(&other.0))
    }
}

/// Compares runs of digits as numbers of any length and everything else by character.
fn natural(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left, right);
    loop {
        match (a.chars().next(), b.chars().next()) {
            (None, None) => return Ordering::Equal,
            (None, _) => return Ordering::Less,
            (_, None) => return Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (x, rest_a) = digits(a);
                let (y, rest_b) = digits(b);
                let by_value = x.len().cmp(&y.len()).then_with(|| x.cmp(y));
                if by_value != Ordering::Equal {
                    return by_value;
                }
                (a, b) = (rest_a, rest_b);
            }
            (Some(x), Some(y)) => {
                if x != y {
                    return x.cmp(&y);
                }
                (a, b) = (&a[x.len_utf8()..], &b[y.len_utf8()..]);
            }
        }
    }
}

/// The leading digits without leading zeros, and what follows them.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    (run.trim_start_matches('0'), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_comes_before_ten() {
        let mut doors = ["1-10-101", "1-2-1001", "1-2-201", "B座1204", "1-02-201", "1-2"].map(Door::new);
        doors.sort();
        assert_eq!(doors.map(|d| d.0), ["1-2", "1-02-201", "1-2-201", "1-2-1001", "1-10-101", "B座1204"]);
    }

    proptest::proptest! {
        #[test]
        fn the_order_is_total(a in "[0-9a-c-]{0,6}", b in "[0-9a-c-]{0,6}", c in "[0-9a-c-]{0,6}") {
            let (a, b, c) = (Door(a), Door(b), Door(c));
            proptest::prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            if a <= b && b <= c {
                proptest::prop_assert!(a <= c);
            }
        }
    }
}
