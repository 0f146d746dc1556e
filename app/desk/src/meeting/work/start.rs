//! Starting a procedure: at once where nothing is asked, else its first values and its tables, loaded from spreadsheets.
//!
//! A community's own criteria or coefficients come in here: what is loaded is frozen when the procedure starts.

use std::collections::BTreeMap;

use deliberation::procedure::households;
use egui::Ui;
use session::manifest::{Manifest, Setting, SettingKind, WantedTable};
use session::table_in::{self, ReadTable};
use session::{FrozenTable, Session};

use crate::dialogs::Question;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{captioned_ui, select_ui};
use crate::page::Wish;

/// Which procedure is being started, with what has been entered for it.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Starting {
    #[serde(skip)]
    sent: Draft<()>,
    form: Option<StartForm>,
}

/// The first values and tables of one procedure, half entered.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct StartForm {
    plugin: String,
    texts: BTreeMap<String, String>,
    #[serde(skip)]
    tables: BTreeMap<String, Result<ReadTable, String>>,
    /// What the meeting already said, with where it comes from, for as long as it stands as it was said.
    known: Vec<Known>,
}

/// What the meeting already says of a setting.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Known {
    pub(super) setting: String,
    pub(super) text: String,
    /// "来自：比价".
    pub(super) source: String,
    /// A result of an earlier procedure: a person sees it before it is taken.
    pub(super) carried: bool,
}

impl Starting {
    /// True in the frame in which the procedure has started.
    pub(super) fn settled(&mut self, session: &Session) -> bool {
        let started = self.sent.settled(session);
        if started {
            self.form = None;
        }
        started
    }

    /// The procedures, then what the chosen one asks; `known` is what the meeting already says of its settings. True if it
    /// is laid aside.
    pub(super) fn start_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        known: impl Fn(&Bench<'_>, &Manifest) -> Vec<Known>,
        focus: bool,
    ) -> bool {
        let manifests = bench.session.manifests().to_vec();
        let chosen = self.form.as_ref().and_then(|form| manifests.iter().find(|one| one.id == form.plugin));
        if let Some(manifest) = chosen {
            return self.form_ui(ui, bench, manifest);
        }
        if manifests.is_empty() {
            text_ui(ui, &bench.say("meeting-procedure-none"), Size::Body, Weight::Regular, palette(ui).ink2);
        }
        let mut first = focus;
        ui.horizontal_wrapped(|ui| {
            for manifest in &manifests {
                let button = ui.add(Button::normal(manifest.title.get(bench.lang.tag())).icon(Icon::Procedure));
                if std::mem::take(&mut first) {
                    button.request_focus();
                }
                if button.clicked() && !self.sent.is_sent() {
                    let known = known(bench, manifest);
                    let texts: BTreeMap<String, String> =
                        known.iter().map(|known| (known.setting.clone(), known.text.clone())).collect();
                    if asks(manifest, &known) {
                        let plugin = manifest.id.clone();
                        self.form = Some(StartForm { plugin, texts, known, ..StartForm::default() });
                    } else {
                        self.sent
                            .await_ticket(bench.session.start_procedure(&manifest.id, texts.into_iter().collect()));
                    }
                }
            }
        });
        ui.add(Button::text(&bench.say("meeting-leave"))).clicked()
    }

    fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, manifest: &Manifest) -> bool {
        let Some(form) = &mut self.form else { return false };
        let colours = *palette(ui);
        let title = bench.tell("page-start-title", &[("title", manifest.title.get(bench.lang.tag()))]);
        text_ui(ui, &title, Size::Body, Weight::Medium, colours.ink);
        form.take_table(bench, manifest);
        let half = (ui.available_width() - space::S4) / 2.0;
        for pair in manifest.settings.chunks(2) {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S4;
                for setting in pair {
                    let text = form.texts.entry(setting.id.clone()).or_default();
                    let said = form.known.iter().find(|known| known.setting == setting.id && known.text == *text);
                    ui.vertical(|ui| {
                        setting_ui(ui, bench, setting, text, half);
                        if let Some(said) = said {
                            text_ui(ui, &said.source, Size::Note, Weight::Regular, colours.ink2);
                        }
                    });
                }
            });
        }
        for wanted in &manifest.tables {
            hairline_ui(ui);
            form.table_ui(ui, bench, wanted);
        }
        text_ui(ui, &bench.say("page-start-frozen"), Size::Note, Weight::Regular, colours.ink2);
        let mut aside = false;
        let mut sent = false;
        ui.horizontal(|ui| {
            sent = ui.add(Button::primary(&bench.say("page-start-do")).icon(Icon::Check)).clicked();
            aside = ui.add(Button::text(&bench.say("meeting-leave"))).clicked();
        });
        if sent && !self.sent.is_sent() {
            let settings = form.texts.iter().filter(|(_, text)| !text.trim().is_empty());
            let settings = settings.map(|(id, text)| (id.clone(), text.clone())).collect();
            let read =
                form.tables.iter().filter_map(|(id, read)| Some((id.clone(), read.as_ref().ok()?.table.clone())));
            let tables: BTreeMap<String, FrozenTable> = read.collect();
            self.sent.await_ticket(bench.session.start_procedure_with(&manifest.id, settings, tables));
        }
        if aside {
            self.form = None;
        }
        aside
    }
}

impl StartForm {
    /// Reads the spreadsheet somebody picked.
    fn take_table(&mut self, bench: &Bench<'_>, manifest: &Manifest) {
        let Some((Question::PickTable { table }, path)) = bench.answer else { return };
        if let Some(wanted) = manifest.tables.iter().find(|wanted| wanted.id == *table) {
            let read = table_in::read(bench.lang, path, wanted, &doors(bench));
            self.tables.insert(table.clone(), read);
        }
    }

    /// A table: its columns, what was read, or why it was not.
    fn table_ui(&self, ui: &mut Ui, bench: &mut Bench<'_>, wanted: &WantedTable) {
        let colours = *palette(ui);
        let comma = bench.say("list-comma");
        let labels: Vec<&str> = wanted.columns.iter().map(|column| column.label.get(bench.lang.tag())).collect();
        let args = [("id", wanted.id.as_str()), ("columns", &*labels.join(&comma))];
        text_ui(ui, &bench.tell("page-table-wanted", &args), Size::Body, Weight::Regular, colours.ink);
        ui.horizontal(|ui| {
            let read = self.tables.get(&wanted.id);
            let word = match read {
                Some(Ok(_)) => bench.say("page-table-other"),
                _ => bench.say("page-table-pick"),
            };
            let pick = ui.add(Button::normal(&word).icon(Icon::Import).pane());
            // Two tables have two such buttons: each is named with its table.
            let name = format!("{word} {}", wanted.id);
            pick.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if pick.clicked() {
                bench.wishes.push(Wish::Ask(Question::PickTable { table: wanted.id.clone() }));
            }
            let (said, ink) = match read {
                Some(Ok(read)) => {
                    let rows = words::Quantity::count(read.table.rows as usize).number(bench.lang);
                    (bench.tell("page-table-read", &[("file", &read.name), ("n", &rows)]), colours.ink)
                }
                Some(Err(sentence)) => (sentence.clone(), colours.err),
                None => (bench.say("page-table-none"), colours.ink2),
            };
            text_ui(ui, &said, Size::Note, Weight::Regular, ink);
        });
        if let Some(Ok(read)) = self.tables.get(&wanted.id)
            && !read.left_out.is_empty()
        {
            let text = bench.tell("page-table-left-out", &[("columns", &read.left_out.join(&comma))]);
            text_ui(ui, &text, Size::Note, Weight::Regular, colours.ink2);
        }
    }
}

/// Whether a procedure asks anything before it starts: a table, a value nobody and nothing has given yet, or whether the
/// result of an earlier procedure is to be taken.
fn asks(manifest: &Manifest, known: &[Known]) -> bool {
    let given = |setting: &Setting| setting.default.is_some() || known.iter().any(|known| known.setting == setting.id);
    let carried = known.iter().any(|known| known.carried);
    carried
        || !manifest.tables.is_empty()
        || manifest.settings.iter().any(|setting| setting.required && !given(setting))
}

/// A first value by its kind, kept as it would be typed.
fn setting_ui(ui: &mut Ui, bench: &Bench<'_>, setting: &Setting, text: &mut String, width: f32) {
    let label = setting.label.get(bench.lang.tag());
    captioned_ui(ui, label, width, |ui| {
        let options: Vec<(String, String)> = match setting.kind {
            SettingKind::Choice => setting
                .options
                .iter()
                .map(|option| (option.id.clone(), option.label.get(bench.lang.tag()).to_owned()))
                .collect(),
            SettingKind::Flag => {
                vec![("true".to_owned(), bench.say("page-yes")), ("false".to_owned(), bench.say("page-no"))]
            }
            SettingKind::Column => {
                bench.facts().columns.iter().map(|heading| (heading.clone(), heading.clone())).collect()
            }
            SettingKind::Text | SettingKind::Integer | SettingKind::Money | SettingKind::Decimal | SettingKind::Day => {
                let hint = match setting.kind {
                    SettingKind::Day => bench.say("meeting-day-hint"),
                    _ => setting.default.clone().unwrap_or_default(),
                };
                let field = Field::new(text, label).hint(&hint).width(width);
                let numbers = matches!(setting.kind, SettingKind::Integer | SettingKind::Money | SettingKind::Decimal);
                if numbers { field.number() } else { field }.field_ui(ui);
                return;
            }
        };
        let mut choices = options;
        if let Some(default) = &setting.default {
            if text.is_empty() {
                text.clone_from(default);
            }
        } else {
            choices.insert(0, (String::new(), bench.say("page-start-none")));
        }
        select_ui(ui, label, &choices, text, width);
    });
}

/// The doors a procedure sees, in its order.
fn doors(bench: &Bench<'_>) -> Vec<String> {
    let roll = &bench.facts().roll;
    households(roll).into_iter().filter_map(|unit| roll.unit(unit)).map(|unit| unit.door.to_string()).collect()
}
