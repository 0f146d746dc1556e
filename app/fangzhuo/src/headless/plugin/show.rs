//! A page as text, for the author's console: what stands where, not how it is drawn.

use std::fmt::Write as _;

use amounts::{Fen, scaled};
use deliberation::Door;
use procedure::contract::{Bars, Block, CheckItem, Column, Field, Finding, Form, Page, Sheet, Table, Tone, Unit};
use session::page_text::{cell_text, row_order, value_text};
use words::{Lang, t, tf};

/// Rows of a table; the rest is counted.
const ROWS: usize = 12;

/// The page with its sections and blocks.
pub(super) fn page(lang: Lang, page: &Page, doors: &[Door]) -> String {
    let mut show = Show { lang, doors, text: String::new() };
    show.line(0, &page.headline);
    for section in &page.sections {
        let folded = if section.folded { t(lang, "plugin-show-folded") } else { String::new() };
        show.line(0, &format!("[{}]{folded}", section.title));
        section.blocks.iter().for_each(|block| show.block(block));
    }
    show.text
}

/// A table of the conclusion.
pub(super) fn sheet(lang: Lang, sheet: &Sheet, doors: &[Door]) -> String {
    let mut show = Show { lang, doors, text: String::new() };
    show.line(0, &sheet.title);
    show.rows(1, &sheet.columns, &(0..sheet.rows).collect::<Vec<_>>());
    show.text
}

struct Show<'a> {
    lang: Lang,
    doors: &'a [Door],
    text: String,
}

impl Show<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        for line in text.lines() {
            // Writing to a text does not fail.
            let _ = writeln!(self.text, "{:1$}{line}", "", depth * 2);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.line(1, text),
            Block::Notice(notice) => self.line(1, &format!("{} {}：{}", tone(notice.tone), notice.title, notice.text)),
            Block::Figures(figures) => {
                for figure in figures {
                    let (value, unit) = value_text(self.lang, self.doors, &figure.value);
                    self.line(1, &format!("{} {value}{unit}  {}", figure.label, figure.note));
                }
            }
            Block::Table(table) => self.table(table),
            Block::Bars(bars) => self.bars(bars),
            Block::Form(form) => self.form(form),
            Block::Checklist(list) => {
                self.line(1, &list.title);
                list.items.iter().for_each(|item| self.check_item(item));
            }
            Block::Contenders(contenders) => {
                self.line(1, &contenders.title);
                for item in &contenders.items {
                    let excluded = item.excluded.as_ref().map(|why| format!("✗ {why}")).unwrap_or_default();
                    let score = item.score.as_ref().map(|score| scaled::grouped(score.units, score.scale));
                    self.line(
                        2,
                        &[&item.title, &score.unwrap_or_default(), &item.note, &excluded]
                            .map(String::as_str)
                            .join("  "),
                    );
                }
            }
            Block::Buttons(buttons) => {
                let labels: Vec<String> =
                    buttons.iter().map(|button| format!("<{}: {}>", button.id, button.label)).collect();
                self.line(1, &labels.join(" "));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.line(1, &table.title);
        self.rows(2, &table.columns, &row_order(table));
    }

    fn rows(&mut self, depth: usize, columns: &[Column], rows: &[u32]) {
        let labels: Vec<&str> = columns.iter().map(|column| column.label.as_str()).collect();
        self.line(depth, &labels.join("\t"));
        for row in rows.iter().take(ROWS) {
            let cells = columns.iter().map(|column| cell_text(self.lang, self.doors, &column.data, *row));
            self.line(depth, &cells.collect::<Vec<_>>().join("\t"));
        }
        if rows.len() > ROWS {
            self.line(depth, &format!("… {}", rows.len()));
        }
        if columns.iter().any(|column| column.total.is_some()) {
            let total = |column: &Column| {
                column.total.as_ref().map(|total| value_text(self.lang, self.doors, total).0).unwrap_or_default()
            };
            self.line(depth, &columns.iter().map(total).collect::<Vec<_>>().join("\t"));
        }
    }

    fn bars(&mut self, bars: &Bars) {
        self.line(1, &bars.title);
        let amount = |amount: i64| match bars.unit {
            Unit::Count => scaled::grouped(amount, 0),
            Unit::Money => Fen(amount).to_string(),
            Unit::Permille => format!("{} ‰", scaled::grouped(amount, 0)),
        };
        for bar in &bars.items {
            self.line(2, &format!("{} {}", bar.label, amount(bar.amount)));
        }
        if let Some(line) = bars.line {
            self.line(2, &format!("| {}", amount(line)));
        }
    }

    fn form(&mut self, form: &Form) {
        let closed = form.closed.as_ref().map(|why| format!("  ✗ {why}")).unwrap_or_default();
        self.line(1, &format!("{} ({}){closed}", form.title, form.id));
        form.fields.iter().for_each(|field| self.field(field));
        self.line(2, &format!("<{}>", form.submit_label));
    }

    fn field(&mut self, field: &Field) {
        let needed = if field.required { "*" } else { "" };
        let (value, unit) = value_text(self.lang, self.doors, &field.initial);
        let problem = field.problem.as_ref().map(|problem| format!("  ✗ {problem}")).unwrap_or_default();
        self.line(2, &format!("{}{needed} ({}): {value}{unit}{problem}", field.label, field.id));
    }

    fn check_item(&mut self, item: &CheckItem) {
        let finding = match item.finding {
            Finding::Open => "?",
            Finding::Met => "✓",
            Finding::Failed => "✗",
            Finding::NotApplicable => "–",
        };
        let veto = if item.veto { t(self.lang, "plugin-show-veto") } else { String::new() };
        let measure = item.measure.as_ref().map(|measure| {
            let number =
                |number: Option<i64>| number.map_or("…".to_owned(), |units| scaled::grouped(units, measure.scale));
            let than = if measure.at_least { "≥" } else { "≤" };
            format!("{} {than} {} {}", number(measure.value), number(measure.limit), measure.unit)
        });
        let photos = match (item.evidence.len(), item.evidence_required) {
            (0, false) => String::new(),
            (0, true) => t(self.lang, "plugin-show-needs-photo"),
            (count, _) => tf(self.lang, "plugin-show-photos", &[("count", &count.to_string())]),
        };
        let name = format!("{} ({})", item.label, item.id);
        let words = [finding, &name, &veto, &measure.unwrap_or_default(), &photos, &item.note];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        self.line(2, &words.join("  "));
        self.line(4, &item.basis);
    }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "·",
        Tone::Good => "✓",
        Tone::Warning => "!",
        Tone::Bad => "✗",
    }
}
