//! How long and how often one may speak (限时限次).

use serde::{Deserialize, Serialize};

/// How long and how often one may speak on an item's motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct TalkRule {
    /// Length of a turn in ms; 0 = no limit.
    pub limit_ms: i64,
    /// Turns a person and motion.
    pub turns: u32,
}

/// What the chair may add to one turn at the most, in ms (test M-3).
pub const MOST_EXTRA_MS: i64 = 30_000;

const MINUTE_MS: i64 = 60_000;

impl TalkRule {
    /// The rule cards to choose from: two turns of two minutes as in the twelve principles first, three minutes each as on
    /// the card of thirteen rules, and what short and long items want.
    pub const CARDS: [TalkRule; 6] = [
        TalkRule { limit_ms: 2 * MINUTE_MS, turns: 2 },
        TalkRule { limit_ms: 3 * MINUTE_MS, turns: 1 },
        TalkRule { limit_ms: 3 * MINUTE_MS, turns: 2 },
        TalkRule { limit_ms: MINUTE_MS, turns: 1 },
        TalkRule { limit_ms: MINUTE_MS, turns: 3 },
        TalkRule { limit_ms: 5 * MINUTE_MS, turns: 1 },
    ];

    /// Whether anybody could speak under it.
    pub fn is_sound(self) -> bool {
        self.limit_ms >= 0 && self.turns > 0
    }
}

impl Default for TalkRule {
    fn default() -> TalkRule {
        TalkRule::CARDS[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_card_lets_people_speak_and_no_card_stands_twice() {
        for (at, card) in TalkRule::CARDS.iter().enumerate() {
            assert!(card.is_sound());
            assert!(!TalkRule::CARDS[..at].contains(card), "{card:?}");
        }
        assert!(!TalkRule { limit_ms: 60_000, turns: 0 }.is_sound());
        assert!(!TalkRule { limit_ms: -1, turns: 1 }.is_sound());
    }
}
