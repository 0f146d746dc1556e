//! Quotes as they are named: supplier and price, one of them taken.

use deliberation::Command;
use deliberation::ids::QuoteNo;
use egui::{Id, Ui};
use words::figures::meeting::quote as quote_figure;

use super::Table;
use super::forms::Forms;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Field, Icon, icon_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::lines::{Ink, section_ui, text_paint};
use crate::meeting::parts::read;

/// The half-typed quote.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Quotes {
    quote: Draft<QuoteForm>,
}

#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct QuoteForm {
    supplier: String,
    amount: String,
    #[serde(skip)]
    problem: Option<String>,
}

impl Quotes {
    pub(super) fn quotes_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, forms: &mut Forms) {
        let noted = self.quote.settled(bench.session);
        let count = words::Quantity::count(table.entry.quotes.len()).text(bench.lang);
        let count =
            if table.entry.quotes.is_empty() { String::new() } else { bench.tell("meeting-entries", &[("n", &count)]) };
        ui.add_space(space::S2);
        section_ui(ui, &bench.say("meeting-quotes"), &count);
        ui.spacing_mut().item_spacing.y = 0.0;
        for index in 0..table.entry.quotes.len() {
            quote_ui(ui, bench, table, index, forms);
        }
        ui.add_space(space::S3);
        self.form_ui(ui, bench, noted);
        ui.spacing_mut().item_spacing.y = space::S2;
    }

    fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, again: bool) {
        let form = &mut self.quote.value;
        let (supplier, amount) = (bench.say("meeting-supplier"), bench.say("meeting-amount"));
        let add = bench.say("meeting-quote-do");
        let mut sent = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S2;
            let id = Id::unique("meeting-supplier");
            let who = Field::new(&mut form.supplier, &supplier).hint(&supplier).width(240.0).id(id).field_ui(ui);
            let price = Field::new(&mut form.amount, &amount)
                .hint(&amount)
                .number()
                .width(160.0)
                .problem(form.problem.as_deref())
                .field_ui(ui);
            if again {
                who.request_focus();
            }
            sent = ui.add(Button::normal(&add).icon(Icon::Plus)).clicked()
                || bench.entered(ui, &price)
                || bench.entered(ui, &who);
        });
        if sent && !(form.supplier.trim().is_empty() && form.amount.trim().is_empty()) {
            match read::money(bench.lang, &form.amount) {
                Ok(amount) => {
                    form.problem = None;
                    let supplier = form.supplier.trim().to_owned();
                    self.quote.send(bench, vec![Command::NoteQuote { supplier, amount }]);
                }
                Err(problem) => form.problem = Some(problem),
            }
        }
    }
}

fn quote_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, index: usize, forms: &mut Forms) {
    let colours = *palette(ui);
    let Some(quote) = table.entry.quotes.get(index) else { return };
    let Some(figure) = quote_figure(bench.lang, table.number, table.item, index, table.entry) else { return };
    let number = QuoteNo::at(index);
    let taken = table.entry.chosen == Some(number);
    let lowest = table.entry.quotes.iter().all(|other| other.amount >= quote.amount);
    ui.horizontal(|ui| {
        ui.set_min_height(frame::BUTTON + space::S1);
        ui.spacing_mut().item_spacing.x = space::S2;
        let wide = 240.0;
        let (rect, response) = ui.allocate_exact_size(egui::vec2(wide, Size::Body.desk_line()), egui::Sense::hover());
        let name = format!("{} {}", quote.supplier, figure.text);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
        let ink = if taken { Ink::medium(Size::Body, colours.ink) } else { Ink::new(Size::Body, colours.ink) };
        text_paint(ui, &quote.supplier, ink, egui::Align2::LEFT_CENTER, rect.left_center(), wide);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(160.0, Size::Body.desk_line()), egui::Sense::hover());
        let ink = Ink::new(Size::Body, colours.ink);
        text_paint(ui, &figure.text, ink, egui::Align2::RIGHT_CENTER, rect.right_center(), 160.0);
        ui.add_space(space::S3);
        if taken {
            icon_ui(ui, Icon::Check, frame::ICON, colours.accent);
            text_ui(ui, &bench.say("meeting-quote-taken"), Size::Body, Weight::Regular, colours.ink);
        } else {
            let take = bench.say("meeting-quote-take");
            let button = ui.add(Button::text(&take).pane()).on_hover_text(&quote.supplier);
            let named = format!("{take} {}", quote.supplier);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &named));
            if button.clicked() {
                bench.submit(Command::ChooseQuote { quote: number });
                let args = [("supplier", quote.supplier.as_str()), ("amount", &figure.text)];
                let sentence = if lowest && table.entry.quotes.len() > 1 {
                    bench.tell("meeting-conclusion-lowest", &args)
                } else {
                    bench.tell("meeting-conclusion-quote", &args)
                };
                forms.conclude_with(sentence);
            }
        }
        if lowest && table.entry.quotes.len() > 1 {
            text_ui(ui, &bench.say("meeting-quote-lowest"), Size::Note, Weight::Regular, colours.ink2);
        }
    });
    crate::look::hairline_ui(ui);
}
