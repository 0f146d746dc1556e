//! What every site is held against: vetoes with their limit and rule, points with their weight, and remarks.
//!
//! Rules are those of a place. Rows with the same id are one criterion: the row of the chosen place counts, else the row
//! without a place; where there is neither, the criterion does not apply there.

use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};
use serde::{Deserialize, Serialize};

use crate::measured::Number;

/// Rows of a table of criteria.
const MOST_ROWS: usize = 200;
/// The largest weight.
pub(crate) const MOST_WEIGHT: i64 = 1_000_000;

/// A text of the built-in list in both languages; a community's own table says the same twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Text {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Text {
    pub(crate) fn own(text: &str) -> Text {
        Text { zh: text.to_owned(), en: text.to_owned() }
    }

    pub(crate) fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

/// What a criterion does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kind {
    /// Failed: the site is out, whoever wants it. Not yet found out: it cannot be chosen either.
    Veto,
    /// Points with this weight, for sites without a veto.
    Score(i64),
    /// Noted, decides nothing.
    Info,
}

/// A limit a measured number is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Limit {
    pub(crate) number: Number,
    pub(crate) at_least: bool,
}

/// A row: a criterion as one place has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Row {
    /// The same for the same criterion of several places; a key.
    pub(crate) id: String,
    pub(crate) label: Text,
    pub(crate) kind: Kind,
    /// What is measured; "" where nothing is.
    pub(crate) unit: Text,
    pub(crate) limit: Option<Limit>,
    /// The rule it rests on.
    pub(crate) basis: Text,
    /// "" for everywhere.
    pub(crate) place: String,
    /// Of the rule, or of its text as it was read.
    pub(crate) date: String,
}

impl Row {
    /// Whether a number belongs to it.
    pub(crate) fn is_measured(&self) -> bool {
        self.limit.is_some() || !self.unit.zh.is_empty()
    }

    /// The rule with place and date.
    pub(crate) fn rule(&self, lang: Lang) -> String {
        let mut parts = vec![self.basis.get(lang).to_owned()];
        parts.extend([&self.place, &self.date].into_iter().filter(|part| !part.is_empty()).cloned());
        parts.retain(|part| !part.is_empty());
        parts.join(lang.pick("，", ", "))
    }
}

/// All rows, of all places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Criteria(pub(crate) Vec<Row>);

/// Cells of a row as a table has them.
pub(crate) struct Cells<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) weight: Option<i64>,
    pub(crate) unit: &'a str,
    pub(crate) limit: Option<Number>,
    pub(crate) direction: &'a str,
    pub(crate) basis: &'a str,
    pub(crate) place: &'a str,
    pub(crate) date: &'a str,
}

impl Criteria {
    /// The rows that apply at a place, each criterion once, in the order of the table.
    pub(crate) fn at(&self, place: &str) -> Vec<&Row> {
        let mut ids: Vec<&str> = Vec::new();
        for row in &self.0 {
            if !ids.contains(&row.id.as_str()) {
                ids.push(&row.id);
            }
        }
        let of = |id: &str, place: &str| self.0.iter().find(|row| row.id == id && row.place == place);
        ids.into_iter().filter_map(|id| of(id, place).or_else(|| of(id, ""))).collect()
    }

    /// The places there are rules of, in the order of the table.
    pub(crate) fn places(&self) -> Vec<&str> {
        let mut places: Vec<&str> = Vec::new();
        for row in self.0.iter().filter(|row| !row.place.is_empty()) {
            if !places.contains(&row.place.as_str()) {
                places.push(&row.place);
            }
        }
        places
    }

    /// Decimals a criterion is measured in: the most any place's limit has, at least one.
    pub(crate) fn scale(&self, id: &str) -> u8 {
        let limits = self.0.iter().filter(|row| row.id == id).filter_map(|row| row.limit);
        limits.map(|limit| limit.number.plain().scale).max().unwrap_or(0).max(1)
    }

    /// A community's own table.
    pub(crate) fn read(rows: &[Cells<'_>], lang: Lang) -> Result<Criteria, Fault> {
        if rows.len() > MOST_ROWS {
            let message = match lang {
                Lang::ZhCn => format!("条件表最多 {MOST_ROWS} 行"),
                Lang::En => format!("A table of criteria has at most {MOST_ROWS} rows"),
            };
            return Err(fault("too-many", message, Some("criteria".to_owned())));
        }
        let mut read: Vec<Row> = Vec::new();
        for (at, cells) in rows.iter().enumerate() {
            let row = row(rows, at, cells, lang)?;
            if let Some(other) = read.iter().find(|other| other.id == row.id && other.place == row.place) {
                let message = match lang {
                    Lang::ZhCn => format!("第 {} 行和前面重复：同一地方的“{}”只写一次", at + 2, other.label.zh),
                    Lang::En => format!("Row {} repeats “{}” of the same place: write it once", at + 2, other.label.en),
                };
                return Err(bad(at, "twice", message));
            }
            read.push(row);
        }
        Ok(Criteria(read))
    }
}

fn row(rows: &[Cells<'_>], at: usize, cells: &Cells<'_>, lang: Lang) -> Result<Row, Fault> {
    let refuse = |zh: String, en: String| Err(bad(at, "bad-criteria", if lang == Lang::ZhCn { zh } else { en }));
    let line = at + 2;
    if cells.label.is_empty() {
        return refuse(format!("第 {line} 行没有写条件"), format!("Row {line} has no criterion"));
    }
    let kind = match (cells.kind, cells.weight) {
        ("否决" | "一票否决" | "veto", _) => Kind::Veto,
        ("评分" | "score", Some(weight)) if (1..=MOST_WEIGHT).contains(&weight) => Kind::Score(weight),
        ("评分" | "score", _) => {
            return refuse(
                format!("第 {line} 行“{}”是评分项，权重要写大于 0 的整数", cells.label),
                format!("Row {line}, “{}”: points want a weight, a whole number above 0", cells.label),
            );
        }
        ("说明" | "info", _) => Kind::Info,
        (other, _) => {
            return refuse(
                format!("第 {line} 行的类别“{other}”看不懂；写 否决、评分 或 说明"),
                format!("The kind “{other}” of row {line} is not understood: write veto, score or info"),
            );
        }
    };
    let at_least = match cells.direction {
        "至少" | "at-least" | "at least" | "≥" | ">=" => Some(true),
        "至多" | "at-most" | "at most" | "≤" | "<=" => Some(false),
        "" => None,
        other => {
            return refuse(
                format!("第 {line} 行的“{other}”看不懂；写 至少 或 至多"),
                format!("“{other}” of row {line} is not understood: write at least, or at most"),
            );
        }
    };
    let limit = match (cells.limit, at_least) {
        (Some(number), Some(at_least)) => Some(Limit { number, at_least }),
        (None, None) => None,
        _ => {
            return refuse(
                format!("第 {line} 行“{}”：限值和“至少或至多”要么都写，要么都空", cells.label),
                format!("Row {line}, “{}”: limit and direction stand together or not at all", cells.label),
            );
        }
    };
    if kind == Kind::Veto && cells.basis.is_empty() {
        return refuse(
            format!("第 {line} 行“{}”是否决项，要写依据：文件、条款", cells.label),
            format!("Row {line}, “{}”: a veto names the rule it rests on", cells.label),
        );
    }
    // The same written id (else the same label) is the same criterion; what is no key gets one.
    let name = |cells: &Cells<'_>| if cells.id.is_empty() { cells.label.to_owned() } else { cells.id.to_owned() };
    let wanted = name(cells);
    let first = rows.iter().position(|other| name(other) == wanted).unwrap_or(at);
    let id = if is_key(&wanted) { wanted } else { format!("row-{}", first + 2) };
    Ok(Row {
        id,
        label: Text::own(cells.label),
        kind,
        unit: Text::own(cells.unit),
        limit,
        basis: Text::own(cells.basis),
        place: cells.place.to_owned(),
        date: cells.date.to_owned(),
    })
}

fn is_key(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn bad(at: usize, code: &str, message: String) -> Fault {
    fault(code, message, Some(format!("criteria-{}", at + 2)))
}
