//! A procedure's audience page as finished texts. Private columns were dropped by the host; names never get here.

use deliberation::ids::ProcedureNo;
use procedure::contract::{self, Block, Page};
use words::rule_words::pick;

use super::Room;
use crate::audience::{
    BarText, BarsText, Card, ColumnText, FigureText, Finding, FindingText, PageBlock, ProcedureCard, RowText, Share,
    TableText, Tone,
};
use crate::page_text::{cell_text, is_number, row_order, value_text};
use crate::procedure_worker::scope;
use crate::procedures::ProcedureView;

pub(super) fn card(room: &Room<'_>, number: ProcedureNo, view: Option<&ProcedureView>) -> Option<Card> {
    let run = room.snapshot.facts.procedure(number)?;
    let title = pick(room.lang, &run.plugin.title).to_owned();
    let head = room.head(Some(run.item), title.clone(), String::new());
    let page = view.filter(|view| view.state == run.current()).and_then(|view| view.audience.as_deref())?;
    let doors = scope(room.snapshot);
    Some(Card::Procedure(ProcedureCard {
        head,
        headline: page.headline.clone(),
        blocks: blocks(room, &doors, &title, page),
    }))
}

fn blocks(room: &Room<'_>, doors: &[deliberation::Door], from: &str, page: &Page) -> Vec<PageBlock> {
    let mut blocks = Vec::new();
    for section in page.sections.iter().filter(|section| !section.folded) {
        if !section.title.is_empty() {
            blocks.push(PageBlock::Section(section.title.clone()));
        }
        blocks.extend(section.blocks.iter().filter_map(|block| one(room, doors, from, block)));
    }
    blocks
}

/// A block for the room; forms and buttons stay on the desk.
fn one(room: &Room<'_>, doors: &[deliberation::Door], from: &str, block: &Block) -> Option<PageBlock> {
    let lang = room.lang;
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
        Block::Table(table) => PageBlock::Table(TableText {
            title: table.title.clone(),
            columns: table
                .columns
                .iter()
                .map(|column| ColumnText { label: column.label.clone(), number: is_number(&column.data.cells) })
                .collect(),
            rows: row_order(table)
                .into_iter()
                .map(|row| RowText {
                    cells: table.columns.iter().map(|column| cell_text(lang, doors, &column.data, row)).collect(),
                    tone: table.row_tones.get(row as usize).copied().map(tone).unwrap_or_default(),
                })
                .collect(),
            total: table.columns.iter().any(|column| column.total.is_some()).then(|| {
                let total = |column: &contract::Column| column.total.as_ref().map(|t| value(t).0).unwrap_or_default();
                table.columns.iter().map(total).collect()
            }),
        }),
        Block::Bars(bars) => PageBlock::Bars(bars_text(room, bars)),
        Block::Checklist(checklist) => PageBlock::Findings(checklist.items.iter().map(check).collect()),
        Block::Contenders(contenders) => PageBlock::Findings(contenders.items.iter().map(contender).collect()),
        Block::Form(_) | Block::Buttons(_) => return None,
    })
}

fn bars_text(room: &Room<'_>, bars: &contract::Bars) -> BarsText {
    let longest = bars.items.iter().map(|bar| bar.amount).max().unwrap_or(0).max(1);
    let text = |amount: i64| match bars.unit {
        contract::Unit::Count => amounts::scaled::grouped(amount, 0),
        contract::Unit::Money => words::figure::Quantity::Money(amounts::Fen(amount)).text(room.lang),
        contract::Unit::Permille => format!("{} %", amounts::scaled::grouped(amount, 1)),
    };
    let items = bars.items.iter().map(|bar| BarText {
        label: bar.label.clone(),
        value: text(bar.amount),
        share: Share { part: bar.amount.clamp(0, longest), whole: longest },
        tone: tone(bar.tone),
    });
    BarsText { title: bars.title.clone(), items: items.collect() }
}

fn check(item: &contract::CheckItem) -> FindingText {
    let finding = match item.finding {
        contract::Finding::Open => Finding::Open,
        contract::Finding::Met => Finding::Met,
        contract::Finding::Failed if item.veto => Finding::Excluded,
        contract::Finding::Failed => Finding::Failed,
        contract::Finding::NotApplicable => Finding::NotApplicable,
    };
    FindingText { title: item.label.clone(), finding, reason: item.note.clone(), ..FindingText::default() }
}

fn contender(contender: &contract::Contender) -> FindingText {
    let excluded = contender.excluded.is_some();
    FindingText {
        title: contender.title.clone(),
        finding: if excluded { Finding::Excluded } else { Finding::Met },
        reason: contender.excluded.clone().unwrap_or_else(|| contender.note.clone()),
        ..FindingText::default()
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
