//! What people type in a line: further funding, coefficients of floors, the mixed part, instalments.
//!
//! Everything is read strictly, and a refusal repeats the piece that was not understood.

use fangzhuo_sdk::amounts::{Fen, scaled};
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

/// Pieces of one line; nobody has more.
const MOST: usize = 60;
/// Instalments of one bill.
const MOST_INSTALMENTS: usize = 24;
/// 100 %, in hundredths of a percent.
const WHOLE: i64 = 10_000;
/// Decimals of a coefficient and of a part.
const SCALE: u8 = scaled::MAX_SCALE;

/// Money from elsewhere: who gives it, and how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gift {
    pub(crate) label: String,
    pub(crate) amount: Fen,
}

/// A part of the whole, such as 1/2; between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) num: u64,
    pub(crate) den: u64,
}

/// The coefficient of the floors `from` to `to`, in units of 10^-[`SCALE`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Coefficient {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) units: i64,
}

fn wrong(code: &str, at: &str, message: String) -> Fault {
    fault(code, message, Some(at.to_owned()))
}

fn pieces<const N: usize>(text: &str, between: [char; N]) -> impl Iterator<Item = &str> {
    text.split(between).map(str::trim).filter(|piece| !piece.is_empty())
}

/// "街道补贴 80,000；业主捐款 5000.00"
pub(crate) fn gifts(text: &str, lang: Lang) -> Result<Vec<Gift>, Fault> {
    let gift = |piece: &str| {
        let bad = || {
            wrong(
                "bad-funding",
                "funding",
                match lang {
                    Lang::ZhCn => format!("“{piece}”看不懂；每笔写成“来源 金额”，如“街道补贴 80000”，用分号隔开"),
                    Lang::En => format!(
                        "“{piece}” is not understood: write “source amount”, such as “street grant 80000”, with semicolons between"
                    ),
                },
            )
        };
        let at = piece.rfind([' ', '\u{3000}', '=', ':', '：']).ok_or_else(bad)?;
        let (label, amount) = (piece[..at].trim(), &piece[at..]);
        let amount: Fen = amount.trim_start_matches([' ', '\u{3000}', '=', ':', '：']).parse().map_err(|_| bad())?;
        if label.is_empty() || label.chars().count() > MOST || amount <= Fen::ZERO {
            return Err(bad());
        }
        Ok(Gift { label: label.to_owned(), amount })
    };
    let gifts = pieces(text, [';', '；', '\n']).map(gift).collect::<Result<Vec<Gift>, Fault>>()?;
    if gifts.len() > MOST { Err(too_many("funding", lang)) } else { Ok(gifts) }
}

/// "1-2=0；3=0.7；4=0.8": floor or floors, then the coefficient.
pub(crate) fn coefficients(text: &str, lang: Lang) -> Result<Vec<Coefficient>, Fault> {
    let mut known: Vec<Coefficient> = Vec::new();
    for piece in pieces(text, [';', '；', ',', '，', '、', '\n']) {
        let bad = || {
            wrong(
                "bad-coefficients",
                "coefficients",
                match lang {
                    Lang::ZhCn => {
                        format!("“{piece}”看不懂；每层写成“楼层=系数”，如“3=0.7”，同样的几层写“1-2=0”，每层只写一次")
                    }
                    Lang::En => format!(
                        "“{piece}” is not understood: write “floor=coefficient”, such as “3=0.7” or “1-2=0”, each floor once"
                    ),
                },
            )
        };
        let (floors, units) = piece.split_once(['=', ':', '：']).ok_or_else(bad)?;
        let units = scaled::parse(units, SCALE).map_err(|_| bad())?;
        let floor = |text: &str| text.trim().trim_end_matches(['F', 'f', '层', '楼']).parse::<u16>().map_err(|_| bad());
        let (from, to) = floors.split_once(['-', '–', '至']).unwrap_or((floors, floors));
        let (from, to) = (i64::from(floor(from)?), i64::from(floor(to)?));
        if from > to || units < 0 || known.iter().any(|other| from <= other.to && other.from <= to) {
            return Err(bad());
        }
        known.push(Coefficient { from, to, units });
    }
    if known.len() > MOST { Err(too_many("coefficients", lang)) } else { Ok(known) }
}

/// "1/2", "0.5" or "50%".
pub(crate) fn part(text: &str, lang: Lang) -> Result<Part, Fault> {
    let fraction = || {
        if let Some((num, den)) = text.split_once('/') {
            return Some((num.trim().parse::<u32>().ok()?, den.trim().parse::<u32>().ok()?));
        }
        let (number, den) = match text.trim().strip_suffix(['%', '％']) {
            Some(percent) => (percent, 100_000_000),
            None => (text, 1_000_000),
        };
        Some((u32::try_from(scaled::parse(number, SCALE).ok()?).ok()?, den))
    };
    match fraction().filter(|(num, den)| *den > 0 && num <= den) {
        Some((num, den)) => Ok(Part { num: num.into(), den: den.into() }),
        None => Err(wrong(
            "bad-part",
            "household-part",
            match lang {
                Lang::ZhCn => format!("按户的部分不能是“{text}”，请写 0 到 1 之间的数，如 1/2"),
                Lang::En => {
                    format!("The part by household cannot be “{text}”: write a number from 0 to 1, such as 1/2")
                }
            },
        )),
    }
}

/// "30/50/20", in hundredths of a percent; they add up to 100 %.
pub(crate) fn instalments(text: &str, lang: Lang) -> Result<Vec<u64>, Fault> {
    let percent = |piece: &str| {
        let number = piece.trim().trim_end_matches(['%', '％']);
        scaled::parse(number, 2).ok().filter(|units| (1..=WHOLE).contains(units))
    };
    let pieces: Vec<&str> = text.trim().split(['/', '／']).collect();
    let bad = |message: String| wrong("bad-instalments", "instalments", message);
    let Some(percents) = pieces.iter().map(|piece| percent(piece)).collect::<Option<Vec<i64>>>() else {
        return Err(bad(match lang {
            Lang::ZhCn => format!("分期“{text}”看不懂；写成各期的百分数，如 30/50/20"),
            Lang::En => format!("The instalments “{text}” are not understood: write percentages, such as 30/50/20"),
        }));
    };
    let sum: i64 = percents.iter().sum();
    if sum != WHOLE {
        let sum = scaled::grouped(sum, 2);
        return Err(bad(match lang {
            Lang::ZhCn => format!("分期“{text}”加起来是 {sum}%，要正好是 100%"),
            Lang::En => format!("The instalments “{text}” add up to {sum} %; they must make 100 %"),
        }));
    }
    if percents.len() > MOST_INSTALMENTS {
        return Err(too_many("instalments", lang));
    }
    Ok(percents.into_iter().map(i64::unsigned_abs).collect())
}

fn too_many(at: &str, lang: Lang) -> Fault {
    let message = lang.pick("写得太多了，请合并几笔", "There are too many entries: put some together");
    wrong("too-many", at, message.to_owned())
}
