//! A conclusion as the journal keeps it: every text in both languages, doors in the place of row numbers.

use amounts::{Fen, Rounding};
use deliberation::Door;
use deliberation::cost::{CostSheet, Funding, Instalment};
use deliberation::material::Materials;
use deliberation::procedure::{Conclusion, ProcedureOutcome};
use deliberation::rule::Bilingual;
use procedure::Concluded;
use procedure::contract::{self, Material};

pub(crate) fn conclusion(concluded: &Concluded, materials: Materials) -> Conclusion {
    let outcome = match concluded.zh_cn.outcome {
        contract::Outcome::Adopted => ProcedureOutcome::Adopted,
        contract::Outcome::Rejected => ProcedureOutcome::Rejected,
        contract::Outcome::Deferred => ProcedureOutcome::Deferred,
        contract::Outcome::Recorded => ProcedureOutcome::Recorded,
    };
    let minutes = concluded.zh_cn.minutes.iter().zip(&concluded.en.minutes);
    Conclusion {
        outcome,
        summary: both(&concluded.zh_cn.summary, &concluded.en.summary),
        minutes: minutes.map(|(zh, en)| both(zh, en)).collect(),
        materials,
    }
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

/// The cost sheets of a conclusion with doors in the place of row numbers; the host has checked them already.
pub(crate) fn sheets(concluded: &Concluded, doors: &[Door]) -> Vec<CostSheet> {
    let pairs = concluded.zh_cn.materials.iter().zip(&concluded.en.materials);
    pairs
        .filter_map(|pair| match pair {
            (Material::CostSheet(zh), Material::CostSheet(en)) => Some(sheet(zh, en, doors)),
            _ => None,
        })
        .collect()
}

fn sheet(zh: &contract::CostSheet, en: &contract::CostSheet, doors: &[Door]) -> CostSheet {
    let fen = |list: &[i64]| list.iter().copied().map(Fen).collect::<Vec<Fen>>();
    let funding = zh.funding.iter().zip(&en.funding).map(|(zh, en)| Funding {
        kind: zh.kind.clone(),
        label: both(&zh.label, &en.label),
        amount: Fen(zh.amount),
    });
    let instalments = zh.instalments.iter().zip(&en.instalments).map(|(zh, en)| Instalment {
        label: both(&zh.label, &en.label),
        due: zh.due,
        amounts: fen(&zh.amounts),
    });
    CostSheet {
        id: zh.id.clone(),
        title: both(&zh.title, &en.title),
        rule: both(&zh.rule, &en.rule),
        source: both(&zh.source, &en.source),
        gross: Fen(zh.gross),
        funding: funding.collect(),
        surplus: Fen(zh.surplus),
        rounding: match zh.rounding {
            contract::Rounding::Fen => Rounding::Fen,
            contract::Rounding::Yuan => Rounding::Yuan,
            contract::Rounding::YuanUp => Rounding::YuanUp,
        },
        doors: zh.households.iter().filter_map(|row| doors.get(*row as usize).cloned()).collect(),
        weights: zh.weights.clone(),
        shares: fen(&zh.shares),
        reliefs: fen(&zh.reliefs),
        compensations: fen(&zh.compensations),
        due: fen(&zh.due),
        instalments: instalments.collect(),
    }
}
