//! A quote: who asks how much for the sheet, what is missing from it, and what was declared about it.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::values::Fault;
use serde::{Deserialize, Serialize};

use crate::plan::{MOST_FEN, Plan};
use crate::typed::{self, Fields, MOST_POINTS, wrong};

/// A line of the scope sheet that a quote leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Missing {
    /// Its place in the scope sheet.
    pub(crate) line: u32,
    /// What it costs on top, in fen; until somebody finds out, the quote cannot be compared.
    pub(crate) amount: Option<i64>,
}

/// A quote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Quote {
    /// 1, 2, … in the order of entry; never given twice.
    pub(crate) id: u32,
    pub(crate) supplier: String,
    /// In fen.
    pub(crate) price: i64,
    /// Lines of the sheet it leaves out, ascending.
    pub(crate) missing: Vec<Missing>,
    /// What the amounts of the missing lines rest on.
    pub(crate) basis: String,
    pub(crate) start: Option<i32>,
    /// Who is bound to the supplier, and how; `None`: nobody said so.
    pub(crate) conflict: Option<String>,
    /// Who asked, when, and how: by phone, on paper.
    pub(crate) asked: String,
    /// Why it is so cheap.
    pub(crate) explanation: String,
    /// One a criterion, 0 to 100; `None` where nobody gave any.
    pub(crate) points: Vec<Option<i64>>,
}

impl Quote {
    /// Its key in forms and conclusions.
    pub(crate) fn key(&self) -> String {
        key(self.id)
    }

    /// What the whole sheet costs at a price; `None` as long as a missing line has no amount.
    pub(crate) fn whole(&self, price: i64) -> Option<i64> {
        self.missing.iter().try_fold(price, |sum, missing| sum.checked_add(missing.amount?))
    }

    /// The lines nobody has an amount for.
    pub(crate) fn unknown(&self) -> Vec<u32> {
        self.missing.iter().filter(|missing| missing.amount.is_none()).map(|missing| missing.line).collect()
    }

    /// What the missing lines cost on top, as far as it is known.
    pub(crate) fn added(&self) -> i64 {
        self.missing.iter().filter_map(|missing| missing.amount).sum()
    }

    /// A submitted form; `old` is the quote it changes. Amounts of lines that are still missing stay.
    pub(crate) fn of_form(fields: Fields<'_>, old: Option<&Quote>, plan: &Plan, lang: Lang) -> Result<Quote, Fault> {
        let ticked = |line: u32| fields.choices("missing").contains(&line_key(line));
        let lines = (0..u32::try_from(plan.scope.len()).unwrap_or(0)).filter(|line| ticked(*line));
        let known = |line: u32| old?.missing.iter().find(|missing| missing.line == line)?.amount;
        let missing = lines.map(|line| Missing { line, amount: known(line) }).collect();
        let (declared, bound) = (fields.flag("conflict"), fields.text("conflict-who"));
        if declared == bound.is_empty() {
            let message = lang.pick(
                "有利害关系的要勾选，并写明是谁、什么关系；没有就都留空",
                "A conflict of interest is ticked and says who and how; where there is none, both stay empty",
            );
            return Err(wrong("conflict-unclear", "conflict-who", message.to_owned()));
        }
        let points = (1..=plan.criteria().len()).map(|at| fields.integer(&points_key(at))).collect();
        let quote = Quote {
            id: old.map_or(0, |old| old.id),
            supplier: fields.text("supplier").to_owned(),
            price: fields.money("price").unwrap_or(0),
            missing,
            basis: old.map(|old| old.basis.clone()).unwrap_or_default(),
            start: fields.day("start"),
            conflict: declared.then(|| bound.to_owned()),
            asked: fields.text("asked").to_owned(),
            explanation: fields.text("explanation").to_owned(),
            points,
        };
        quote.check(lang)?;
        Ok(quote)
    }

    /// What is missing, as a table writes it: "外运处置=200；税费".
    pub(crate) fn read_missing(text: &str, supplier: &str, plan: &Plan, lang: Lang) -> Result<Vec<Missing>, Fault> {
        let one = |piece: &str| {
            let whole_name = plan.line(piece).map(|line| (line, None));
            let named = || {
                let (name, amount) = typed::named(piece);
                Some((plan.line(name)?, Some(typed::fen(amount?)?)))
            };
            let (line, amount) = whole_name.or_else(named).ok_or_else(|| unknown_line(piece, supplier, lang))?;
            if amount.is_some_and(|fen| !(0..=MOST_FEN).contains(&fen)) {
                return Err(unknown_line(piece, supplier, lang));
            }
            Ok(Missing { line, amount })
        };
        let mut missing = typed::pieces(text).map(one).collect::<Result<Vec<Missing>, Fault>>()?;
        missing.sort_by_key(|missing| missing.line);
        missing.dedup_by_key(|missing| missing.line);
        Ok(missing)
    }

    /// Whether it says who asks how much.
    pub(crate) fn check(&self, lang: Lang) -> Result<(), Fault> {
        if self.supplier.is_empty() {
            let message = lang.pick("请填报价单位", "Fill in the supplier");
            return Err(wrong("no-supplier", "supplier", message.to_owned()));
        }
        if !(1..=MOST_FEN).contains(&self.price) {
            let message = match lang {
                Lang::ZhCn => format!("{}的报价要大于 0 元", self.supplier),
                Lang::En => format!("The quote of {} must be more than 0", self.supplier),
            };
            return Err(wrong("bad-price", "price", message));
        }
        if let Some(at) = self.points.iter().position(|points| points.is_some_and(|n| !(0..=MOST_POINTS).contains(&n)))
        {
            let message = lang.pick("评分要在 0 到 100 之间", "Points lie between 0 and 100");
            return Err(wrong("bad-points", &points_key(at + 1), message.to_owned()));
        }
        Ok(())
    }
}

/// The key of a quote.
pub(crate) fn key(id: u32) -> String {
    format!("q{id}")
}

/// The key of a line of the scope sheet.
pub(crate) fn line_key(line: u32) -> String {
    format!("l{}", u64::from(line) + 1)
}

/// The field of a criterion's points, from 1.
pub(crate) fn points_key(at: usize) -> String {
    format!("points-{at}")
}

fn unknown_line(piece: &str, supplier: &str, lang: Lang) -> Fault {
    let message = match lang {
        Lang::ZhCn => {
            format!("{supplier}的缺项“{piece}”不在工作清单里；照清单的写法写，已知要加多少钱就写“外运处置=200”")
        }
        Lang::En => format!(
            "The missing “{piece}” of {supplier} is no line of the list: write it as there, with what it costs on top where known, such as “disposal=200”"
        ),
    };
    wrong("unknown-line", "missing", message)
}
