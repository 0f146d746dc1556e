//! One number as people and scripts read it, written once.
//!
//! [`Quantity`] says what kind of number it is and is the only place that writes one; [`Figure`] adds the id by which
//! stories, tests and papers name it. Desk and screen put a normal space between hanzi and figures, papers none.

use amounts::{CentiSqm, Fen};
use deliberation::verdict::Outcome;

use crate::locale::{Lang, t, tf};
use crate::moment::length;

/// A number with its id and every form it is read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its name, e.g. `vote.1.yes.heads`.
    pub id: String,
    /// For scripts: no unit, no grouping: "1960.76", "passed", "unknown".
    pub value: String,
    /// For people, without its unit: "1,960.76".
    pub number: String,
    /// For desk and screen: "1,960.76 ㎡".
    pub text: String,
    /// For papers: "1,960.76平方米".
    pub paper: String,
}

impl Figure {
    /// As papers write it.
    pub fn paper(&self) -> &str {
        &self.paper
    }
}

/// Where a text is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Desk and screen.
    #[default]
    Screen,
    /// Papers.
    Paper,
}

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Voters or people.
    Heads(i64),
    /// Units of the roll.
    Households(i64),
    /// Area; `None` = one of its parts is not known.
    Area(Option<CentiSqm>),
    /// A measure nobody counted: hands and secret papers have no area.
    Uncounted,
    /// Money.
    Money(Fen),
    /// Whole minutes.
    Minutes(i64),
    /// A length of time in ms, in minutes and whole seconds.
    Length(i64),
    /// How many of anything, without a unit.
    Count(i64),
    /// How a vote came out.
    Verdict(Outcome),
}

impl Quantity {
    /// How many there are of something that is counted.
    pub fn households(count: usize) -> Quantity {
        Quantity::Households(whole(count))
    }

    /// How many there are of anything.
    pub fn count(count: usize) -> Quantity {
        Quantity::Count(whole(count))
    }

    /// For scripts and stories.
    pub fn value(self) -> String {
        match self {
            Quantity::Heads(n) | Quantity::Households(n) | Quantity::Minutes(n) | Quantity::Count(n) => n.to_string(),
            Quantity::Length(ms) => (ms.max(0) / 1000).to_string(),
            Quantity::Area(Some(area)) => area.plain(),
            Quantity::Area(None) => "unknown".to_owned(),
            Quantity::Uncounted => "none".to_owned(),
            Quantity::Money(fen) => fen.plain(),
            Quantity::Verdict(outcome) => outcome.key().to_owned(),
        }
    }

    /// For people, without a unit.
    pub fn number(self, lang: Lang) -> String {
        match self {
            Quantity::Heads(n) | Quantity::Households(n) | Quantity::Minutes(n) | Quantity::Count(n) => {
                amounts::scaled::grouped(n, 0)
            }
            Quantity::Length(ms) => length(ms),
            Quantity::Area(Some(area)) => area.to_string(),
            Quantity::Area(None) => t(lang, "figure-unknown"),
            Quantity::Uncounted => t(lang, "figure-uncounted"),
            Quantity::Money(fen) => fen.to_string(),
            Quantity::Verdict(outcome) => verdict_word(lang, outcome),
        }
    }

    /// For desk and screen, with its unit.
    pub fn text(self, lang: Lang) -> String {
        let n = self.number(lang);
        let with = |key: &str| tf(lang, key, &[("n", &n)]);
        match self {
            Quantity::Heads(1) => with("figure-heads-one"),
            Quantity::Heads(_) => with("figure-heads"),
            Quantity::Households(1) => with("figure-households-one"),
            Quantity::Households(_) => with("figure-households"),
            Quantity::Area(Some(_)) => with("figure-area"),
            Quantity::Area(None) => t(lang, "figure-area-unknown"),
            Quantity::Money(_) => with("figure-money"),
            Quantity::Minutes(_) => with("figure-minutes"),
            Quantity::Count(_) | Quantity::Length(_) | Quantity::Verdict(_) | Quantity::Uncounted => n,
        }
    }

    /// For papers, with its unit.
    pub fn paper(self, lang: Lang) -> String {
        match self {
            Quantity::Area(Some(area)) => tf(lang, "figure-area-paper", &[("n", &area.to_string())]),
            Quantity::Verdict(outcome) => verdict_word_paper(lang, outcome),
            other => close_up(lang, &other.text(lang)),
        }
    }

    /// The figure with this id.
    pub fn figure(self, lang: Lang, id: impl Into<String>) -> Figure {
        Figure {
            id: id.into(),
            value: self.value(),
            number: self.number(lang),
            text: self.text(lang),
            paper: self.paper(lang),
        }
    }
}

/// "45.84 元/户": what each household pays.
pub fn money_each(lang: Lang, fen: Fen) -> String {
    tf(lang, "figure-money-each", &[("n", &fen.to_string())])
}

/// 通过, 没通过, 信息不足.
pub fn verdict_word(lang: Lang, outcome: Outcome) -> String {
    match outcome {
        Outcome::Passed => t(lang, "verdict-passed"),
        Outcome::Failed => t(lang, "verdict-failed"),
        Outcome::Undecidable => t(lang, "verdict-undecidable"),
    }
}

/// 通过, 未通过, 信息不足, in the formal words of papers.
pub fn verdict_word_paper(lang: Lang, outcome: Outcome) -> String {
    match outcome {
        Outcome::Failed => t(lang, "verdict-failed-paper"),
        other => verdict_word(lang, other),
    }
}

/// A text as papers set it: no space between hanzi and figures. A door ("1-2-402 马卫") keeps its space, and English
/// keeps every one.
pub fn close_up(lang: Lang, text: &str) -> String {
    if lang != Lang::ZhCn {
        return text.to_owned();
    }
    let mut closed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        closed.push_str(before);
        if !meets(&closed, after) {
            closed.push(' ');
        }
        rest = after;
    }
    closed.push_str(rest);
    closed
}

/// Whether a figure and a hanzi (either first) meet where a space stands.
fn meets(before: &str, after: &str) -> bool {
    let ascii = |c: char| c.is_ascii_graphic();
    let wide = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
    let is_figure = |run: &str| run.contains(|c: char| c.is_ascii_digit()) && !run.contains('-');
    let run_before = &before[before.trim_end_matches(ascii).len()..];
    let run_after = &after[..after.len() - after.trim_start_matches(ascii).len()];
    (is_figure(run_before) && wide(after.chars().next())) || (wide(before.chars().next_back()) && is_figure(run_after))
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_written_for_scripts_for_the_screen_and_for_papers() {
        let forms = |q: Quantity| {
            let f = q.figure(Lang::ZhCn, "x");
            (f.value, f.number, f.text, f.paper)
        };
        let four = |a: &str, b: &str, c: &str, d: &str| (a.to_owned(), b.to_owned(), c.to_owned(), d.to_owned());
        assert_eq!(forms(Quantity::Heads(26)), four("26", "26", "26 人", "26人"));
        assert_eq!(
            forms(Quantity::Area(Some(CentiSqm(196_076)))),
            four("1960.76", "1,960.76", "1,960.76 ㎡", "1,960.76平方米")
        );
        assert_eq!(forms(Quantity::Area(None)), four("unknown", "不详", "面积不详", "面积不详"));
        assert_eq!(forms(Quantity::Uncounted), four("none", "—", "—", "—"));
        assert_eq!(forms(Quantity::Money(Fen(165_000))), four("1650.00", "1,650.00", "1,650.00 元", "1,650.00元"));
        assert_eq!(forms(Quantity::Verdict(Outcome::Failed)), four("failed", "没通过", "没通过", "未通过"));
        assert_eq!(forms(Quantity::Length(250_900)), four("250", "4:10", "4:10", "4:10"));
        assert_eq!(Quantity::Money(Fen(-4_583)).text(Lang::ZhCn), "\u{2212}45.83 元");
        assert_eq!(Quantity::Heads(1).text(Lang::En), "1 person");
        assert_eq!(Quantity::Heads(2).paper(Lang::En), "2 people");
        assert_eq!(money_each(Lang::ZhCn, Fen(4_584)), "45.84 元/户");
    }

    #[test]
    fn papers_close_the_space_between_hanzi_and_figures_only() {
        let paper = |text| close_up(Lang::ZhCn, text);
        assert_eq!(paper("清掏费 1,650 元，由 36 户按户平均分摊"), "清掏费1,650元，由36户按户平均分摊");
        assert_eq!(paper("2026年7月18日 19:00"), "2026年7月18日19:00");
        assert_eq!(paper("宏清环卫 丁师傅，1-2-402 马卫，LED 灯"), "宏清环卫 丁师傅，1-2-402 马卫，LED 灯");
        assert_eq!(close_up(Lang::En, "36 户 each"), "36 户 each");
    }
}
