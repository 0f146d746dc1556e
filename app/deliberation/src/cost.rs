//! Who pays how much of a bill: the cost sheet of the plugin contract, checked by the host before it gets here.

use amounts::{Fen, Rounding};
use serde::{Deserialize, Serialize};

use crate::door::Door;
use crate::ids::{ItemNo, MeetingNo, ProcedureNo};
use crate::rule::Bilingual;

/// Money from elsewhere: a subsidy, a donation, common income.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Funding {
    /// A key such as `subsidy`.
    pub kind: String,
    /// What it is called.
    pub label: Bilingual,
    /// In fen.
    pub amount: Fen,
}

/// One payment in parts, in fen by row of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Instalment {
    /// What it is called.
    pub label: Bilingual,
    /// Due day, days since 1970.
    pub due: Option<i32>,
    /// Amounts by row.
    pub amounts: Vec<Fen>,
}

/// Who pays how much. Every list is as long as `doors`; due = share − relief − compensation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CostSheet {
    /// The sheet's key in its procedure.
    pub id: String,
    /// Its title.
    pub title: Bilingual,
    /// The rule in one sentence for people.
    pub rule: Bilingual,
    /// Where the rule comes from.
    pub source: Bilingual,
    /// The bill.
    pub gross: Fen,
    /// Money from elsewhere.
    #[serde(default)]
    pub funding: Vec<Funding>,
    /// What rounding up brings in beyond the bill (结余).
    pub surplus: Fen,
    /// To what coin shares are rounded.
    pub rounding: Rounding,
    /// The households' doors, in roll order.
    pub doors: Vec<Door>,
    /// Weights of the split.
    pub weights: Vec<u64>,
    /// Shares of the split.
    pub shares: Vec<Fen>,
    /// Relief a household.
    pub reliefs: Vec<Fen>,
    /// Compensation a household.
    pub compensations: Vec<Fen>,
    /// What each household pays; negative = receives.
    pub due: Vec<Fen>,
    /// Payment in parts, if any.
    #[serde(default)]
    pub instalments: Vec<Instalment>,
}

impl CostSheet {
    /// What the households pay together.
    pub fn total_due(&self) -> Fen {
        Fen::checked_sum(self.due.iter().copied()).unwrap_or_default()
    }

    /// Money from elsewhere together.
    pub fn total_funding(&self) -> Fen {
        Fen::checked_sum(self.funding.iter().map(|funding| funding.amount)).unwrap_or_default()
    }

    /// The row of a door.
    pub fn row(&self, door: &Door) -> Option<usize> {
        self.doors.iter().position(|other| other == door)
    }

    /// The distinct amounts with how many households pay each, largest first: the shortest way to say a sheet.
    pub fn amounts(&self) -> Vec<(Fen, usize)> {
        let mut counted = std::collections::BTreeMap::new();
        for due in &self.due {
            *counted.entry(*due).or_insert(0) += 1;
        }
        counted.into_iter().rev().collect()
    }
}

/// A cost sheet of the file with where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRecord {
    /// The sheet.
    pub sheet: CostSheet,
    /// The procedure that concluded it.
    pub procedure: ProcedureNo,
    /// In which meeting.
    pub meeting: MeetingNo,
    /// Under which item.
    pub item: ItemNo,
}
