//! A procedure's audience page as finished texts. Private columns were dropped by the host; names never get here.

use std::sync::Arc;

use amounts::scaled;
use deliberation::Door;
use deliberation::ids::{EventSeq, ProcedureNo};
use deliberation::text::BlobHash;
use procedure::contract::{self, Block, Page};
use words::rule_words::pick;
use words::{Lang, t, tf};

use super::Room;
use crate::audience::{
    AudienceView, BarText, BarsText, Card, ColumnText, FigureText, Finding, FindingText, PageBlock, ProcedureCard,
    RowText, Share, TableText, Tone,
};
use crate::correction::Correction;
use crate::page_text::{cell_text, is_number, row_order, sum_text, value_text};
use crate::procedures::ProcedureView;
use crate::session::Session;
use crate::stage::{Shown, StageCard};

/// Rows up to which groups stand apart; a longer list is looked up and not paged.
const GROUPED: u32 = 48;

/// What a card of a procedure was made from.
pub(crate) type CardOf = (ProcedureNo, BlobHash, Lang, Lang, usize, EventSeq, Option<Correction>);

impl Session {
    /// The card of a procedure, made once for a page and not for every frame: its tables may be long.
    pub(super) fn procedure_card(&mut self, lang: Lang, shown: Shown) -> Option<Arc<AudienceView>> {
        let StageCard::Procedure(number) = shown.card else { return None };
        let view = self.procedure_view(number)?;
        let of = (number, view.state, view.lang, lang, shown.page, self.snapshot().seq, self.stage.correction());
        if let Some((known, card)) = &self.procedures.card
            && *known == of
        {
            return Some(Arc::clone(card));
        }
        let card = Arc::new(self.card_view(lang, shown));
        self.procedures.card = Some((of, Arc::clone(&card)));
        Some(card)
    }
}

pub(super) fn card(room: &Room<'_>, number: ProcedureNo, view: Option<&ProcedureView>) -> Option<Card> {
    let run = room.snapshot.facts.procedure(number)?;
    let title = pick(room.lang, &run.plugin.title).to_owned();
    let head = room.head(Some(run.item), title.clone(), String::new());
    // While a step is being computed the last page stays on the wall.
    let page = view.and_then(|view| view.audience.as_deref())?;
    let doors = run.doors();
    Some(Card::Procedure(ProcedureCard {
        head,
        headline: page.headline.clone(),
        blocks: blocks(room.lang, &doors, &title, page),
    }))
}

/// A page for the room, section by section: no form, no button, no private column; `from` is the procedure's name.
pub fn blocks(lang: Lang, doors: &[Door], from: &str, page: &Page) -> Vec<PageBlock> {
    let mut blocks = Vec::new();
    for section in page.sections.iter().filter(|section| !section.folded) {
        if !section.title.is_empty() {
            blocks.push(PageBlock::Section(section.title.clone()));
        }
        for block in &section.blocks {
            match block {
                Block::Table(table) => blocks.extend(tables(lang, doors, table).into_iter().map(PageBlock::Table)),
                block => {
                    let title = match block {
                        Block::Checklist(list) => list.title.as_str(),
                        Block::Contenders(list) => list.title.as_str(),
                        _ => "",
                    };
                    blocks.extend((!title.is_empty()).then(|| PageBlock::Section(title.to_owned())));
                    blocks.extend(one(lang, doors, from, block));
                }
            }
        }
    }
    blocks
}

/// A block for the room; forms and buttons stay on the desk.
fn one(lang: Lang, doors: &[Door], from: &str, block: &Block) -> Option<PageBlock> {
    let value = |value: &contract::Value| value_text(lang, doors, value);
    Some(match block {
        Block::Text(text) => PageBlock::Text(text.clone()),
        Block::Notice(notice) => PageBlock::Notice {
            from: from.to_owned(),
            tone: tone(notice.tone),
            title: notice.title.clone(),
            text: notice.text.clone(),
        },
        Block::Figures(figures) => PageBlock::Figures(
            figures
                .iter()
                .map(|figure| {
                    let (text, unit) = value(&figure.value);
                    let (label, note) = (figure.label.clone(), figure.note.clone());
                    FigureText { label, value: text, unit, note, tone: tone(figure.tone) }
                })
                .collect(),
        ),
        Block::Bars(bars) => PageBlock::Bars(bars_text(lang, bars)),
        Block::Checklist(checklist) => {
            PageBlock::Findings(checklist.items.iter().map(|item| check(lang, item)).collect())
        }
        Block::Contenders(contenders) => {
            PageBlock::Findings(contenders.items.iter().map(|item| contender(lang, item)).collect())
        }
        Block::Table(_) | Block::Form(_) | Block::Buttons(_) => return None,
    })
}

/// A table; one a group where it is grouped and short enough to be paged.
fn tables(lang: Lang, doors: &[Door], table: &contract::Table) -> Vec<TableText> {
    let rows = row_order(table);
    let group = table.group_by.as_ref().filter(|_| table.rows <= GROUPED);
    let group = group.and_then(|key| table.columns.iter().find(|column| column.id == *key && !column.private));
    let Some(group) = group else {
        let total = |column: &contract::Column| {
            column.total.as_ref().map(|total| value_text(lang, doors, total).0).unwrap_or_default()
        };
        let columns: Vec<&contract::Column> = table.columns.iter().filter(|column| !column.private).collect();
        return vec![table_text(lang, doors, table, (&table.title, &columns, &rows), total)];
    };
    let shown = |column: &&contract::Column| !column.private && column.id != group.id;
    let columns: Vec<&contract::Column> = table.columns.iter().filter(shown).collect();
    let mut groups: Vec<(String, Vec<u32>)> = Vec::new();
    for row in rows {
        let title = cell_text(lang, doors, &group.data, row);
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((title, vec![row])),
        }
    }
    let one = |(title, rows): &(String, Vec<u32>)| {
        let heading = format!("{}\u{3000}{title}", table.title);
        let total = |column: &contract::Column| match column.total {
            Some(_) => sum_text(lang, column, rows),
            None => String::new(),
        };
        table_text(lang, doors, table, (heading.trim(), &columns, rows), total)
    };
    groups.iter().map(one).collect()
}

fn table_text(
    lang: Lang,
    doors: &[Door],
    table: &contract::Table,
    (title, columns, rows): (&str, &[&contract::Column], &[u32]),
    total: impl Fn(&contract::Column) -> String,
) -> TableText {
    let row = |row: &u32| RowText {
        cells: columns.iter().map(|column| cell_text(lang, doors, &column.data, *row)).collect(),
        tone: table.row_tones.get(*row as usize).copied().map(tone).unwrap_or_default(),
    };
    let head =
        |column: &&contract::Column| ColumnText { label: column.label.clone(), number: is_number(&column.data.cells) };
    let sums = columns.iter().any(|column| column.total.is_some());
    TableText {
        title: title.to_owned(),
        columns: columns.iter().map(head).collect(),
        rows: rows.iter().map(row).collect(),
        total: sums.then(|| columns.iter().map(|column| total(column)).collect()),
    }
}

fn bars_text(lang: Lang, bars: &contract::Bars) -> BarsText {
    // The mark belongs to the scale: it may lie beyond the longest bar.
    let longest = bars.items.iter().map(|bar| bar.amount).chain(bars.line).max().unwrap_or(0).max(1);
    let text = |amount: i64| match bars.unit {
        contract::Unit::Count => scaled::grouped(amount, 0),
        contract::Unit::Money => words::figure::Quantity::Money(amounts::Fen(amount)).text(lang),
        contract::Unit::Permille => format!("{} %", scaled::grouped(amount, 1)),
    };
    let share = |amount: i64| Share { part: amount.clamp(0, longest), whole: longest };
    let items = bars.items.iter().map(|bar| BarText {
        label: bar.label.clone(),
        value: text(bar.amount),
        share: share(bar.amount),
        tone: tone(bar.tone),
    });
    let line = bars.line.map(|line| (share(line), tf(lang, "page-bars-line", &[("n", &text(line))])));
    BarsText { title: bars.title.clone(), items: items.collect(), line }
}

fn check(lang: Lang, item: &contract::CheckItem) -> FindingText {
    let (finding, word) = match item.finding {
        contract::Finding::Open => (Finding::Open, t(lang, "meeting-finding-open")),
        contract::Finding::Met => (Finding::Met, t(lang, "meeting-finding-met")),
        contract::Finding::Failed if item.veto => (Finding::Excluded, t(lang, "meeting-finding-failed")),
        contract::Finding::Failed => (Finding::Failed, t(lang, "meeting-finding-failed")),
        contract::Finding::NotApplicable => (Finding::NotApplicable, t(lang, "meeting-finding-none")),
    };
    let measured = item.measure.as_ref().map(|measure| measured(lang, measure));
    let reason = measured.into_iter().chain([item.note.clone()]).filter(|text| !text.is_empty());
    let reason = reason.collect::<Vec<_>>().join(&t(lang, "page-clause"));
    let support = if item.veto { t(lang, "meeting-veto") } else { String::new() };
    FindingText { title: item.label.clone(), finding, word, reason, support }
}

/// "实测 3.4 m，不少于 5.0 m": what was measured and what it is held against.
fn measured(lang: Lang, measure: &contract::Measure) -> String {
    let with = |key: &str, units: i64| {
        let n = scaled::grouped(units, measure.scale);
        tf(lang, key, &[("n", &n), ("unit", &measure.unit)]).trim().to_owned()
    };
    let value = match measure.value {
        Some(units) => with("page-measured-of", units),
        None => t(lang, "page-not-measured"),
    };
    let limit = measure
        .limit
        .map(|units| if measure.at_least { with("page-limit-least", units) } else { with("page-limit-most", units) });
    [value].into_iter().chain(limit).collect::<Vec<_>>().join(&t(lang, "page-clause"))
}

fn contender(lang: Lang, contender: &contract::Contender) -> FindingText {
    let excluded = contender.excluded.is_some();
    let score = contender.score.as_ref();
    let score = score.map(|score| tf(lang, "page-score", &[("n", &scaled::grouped(score.units, score.scale))]));
    let support = contender.support.map(|n| tf(lang, "page-support", &[("n", &scaled::grouped(i64::from(n), 0))]));
    FindingText {
        title: contender.title.clone(),
        finding: if excluded { Finding::Excluded } else { Finding::Met },
        word: if excluded { t(lang, "page-excluded") } else { t(lang, "page-choosable") },
        reason: contender.excluded.clone().unwrap_or_else(|| contender.note.clone()),
        support: score.into_iter().chain(support).collect::<Vec<_>>().join(&t(lang, "page-clause")),
    }
}

fn tone(tone: contract::Tone) -> Tone {
    match tone {
        contract::Tone::Neutral => Tone::Neutral,
        contract::Tone::Good => Tone::Good,
        contract::Tone::Warning => Tone::Warning,
        contract::Tone::Bad => Tone::Bad,
    }
}
