//! Where those who agree pay (谁同意谁出): how many have pledged, what they would pay, who would pay more than they can, and
//! the deed that settles who pays.

use std::sync::Arc;

use deliberation::Command;
use deliberation::collection::{Account, Answer, Collection, Standing};
use deliberation::ids::{CollectionNo, EventSeq};
use egui::{Align2, Frame, Id, Margin, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use words::figures::payers as figures;
use words::speaking::answer_word;
use words::{Figure, Quantity};

use super::CollectionPage;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Banner, BannerKind, Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, figure_size, pair_ui, text_paint};
use crate::meeting::parts::{captioned_ui, read};

const LABEL: f32 = 104.0;
/// Doors whose share is above their limit, named before the rest is counted.
const NAMED: usize = 3;

/// What was typed of a household's limit.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct PledgeForm {
    limit: String,
    /// What stood there of itself: followed as long as nobody typed over it.
    offered: String,
    #[serde(skip)]
    problem: Option<String>,
}

impl PledgeForm {
    pub(super) fn is_untouched(&self) -> bool {
        self.limit == self.offered
    }
}

/// How the pledges stand, kept until something is recorded: among thousands of households it takes longer than a frame has.
#[derive(Default)]
pub(super) struct Kept(Option<(EventSeq, CollectionNo, Option<Arc<Standing>>)>);

impl Kept {
    /// How the pledges of a collection stand.
    pub(super) fn of(&mut self, bench: &Bench<'_>, number: CollectionNo, entry: &Collection) -> Option<Arc<Standing>> {
        let now = bench.snapshot.seq;
        let kept = self.0.take().filter(|(seq, of, _)| (*seq, *of) == (now, number));
        let (_, _, standing) =
            self.0.insert(kept.unwrap_or_else(|| (now, number, figures::standing(bench.facts(), entry).map(Arc::new))));
        standing.clone()
    }
}

impl CollectionPage {
    /// The key figures, and one banner that says whether it can be done.
    pub(super) fn pledges_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, number: CollectionNo, entry: &Collection) {
        let standing = self.standing.of(bench, number, entry);
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.add_space(space::S5);
        let shown: Vec<(String, String, String)> = match &standing {
            Some(standing) => told(bench, number, entry, standing),
            None => vec![(bench.say("pledges-now"), Quantity::households(0).text(bench.lang), String::new())],
        };
        figures_ui(ui, &shown);
        ui.add_space(space::S3);
        let (kind, title, text) = match &standing {
            None => (BannerKind::Info, bench.say("pledges-none"), bench.say("pledges-rule")),
            Some(standing) if standing.over.is_empty() => {
                (BannerKind::Info, bench.say("pledges-affordable"), bench.say("pledges-rule"))
            }
            Some(standing) => {
                let title = match figures::needed(bench.lang, number, standing) {
                    Some(needed) => bench.tell("pledges-unaffordable", &[("needed", &needed.text)]),
                    None => bench.say("pledges-never"),
                };
                (BannerKind::Warn, title, over_text(bench, number, standing))
            }
        };
        // As wide as the figures over it.
        Frame::new().inner_margin(Margin::symmetric(28, 0)).show(ui, |ui| {
            Banner::new(kind, &title, &text).banner_ui(ui, |_| ());
        });
        ui.add_space(space::S3);
    }

    /// The button that settles who pays, closed with the reason while it cannot be.
    pub(super) fn settle_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: CollectionNo, entry: &Collection) {
        let standing = self.standing.of(bench, number, entry);
        let (text, why) = match &standing {
            None => (bench.say("pledges-settle"), Some(bench.say("pledges-none"))),
            Some(standing) => {
                let households = figures::pledges(bench.lang, number, standing).text;
                let text = bench.tell("pledges-settle-by", &[("households", &households)]);
                let above = (!standing.over.is_empty()).then(|| over_text(bench, number, standing));
                (text, above)
            }
        };
        if ui.add(Button::primary(&text).icon(Icon::Check).closed(why.as_deref())).clicked() {
            bench.submit(Command::SettlePledges { collection: number });
        }
    }

    /// The marked household's pledge: what it would pay, what it can pay at the most, its answer.
    pub(super) fn pledge_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: CollectionNo,
        entry: &Collection,
        account: &Account,
    ) {
        let standing = self.standing.of(bench, number, entry);
        let colours = *palette(ui);
        let ink = Ink::new(Size::Body, colours.ink);
        let lang = bench.lang;
        let all = Quantity::Money(account.due).text(lang);
        pair_ui(ui, &bench.say("pledges-if-all"), &all, ink, LABEL);
        let now = standing.as_ref().and_then(|standing| figures::pledged_at(lang, number, standing, &account.door));
        let now = now.map_or_else(|| bench.say("pledges-not-in"), |figure| figure.text);
        pair_ui(ui, &bench.say("pledges-mine"), &now, Ink::medium(Size::Body, colours.ink), LABEL);
        ui.add_space(space::S3);
        let known = account.limit.map(|limit| limit.to_string()).unwrap_or_default();
        let form = &self.pledge.value;
        let elsewhere = form.offered != known && form.limit == form.offered;
        if (self.pledge_of.as_ref() != Some(&account.door) || elsewhere) && !self.pledge.is_sent() {
            self.pledge.value = PledgeForm { limit: known.clone(), offered: known, problem: None };
            self.pledge_of = Some(account.door.clone());
        }
        let caption = bench.say("pledges-limit");
        let width = ui.available_width();
        let form = &mut self.pledge.value;
        let entered = captioned_ui(ui, &caption, width, |ui| {
            let hint = bench.say("pledges-limit-hint");
            let field = Field::new(&mut form.limit, &caption).hint(&hint).number().problem(form.problem.as_deref());
            let field = field.id(Id::unique("pledges-limit")).field_ui(ui);
            bench.entered(ui, &field)
        });
        ui.add_space(space::S3);
        let mut chosen = entered.then_some(Answer::Agreed);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S2, space::S2);
            for answer in [Answer::Agreed, Answer::Declined, Answer::NotReached] {
                let word = answer_word(lang, answer);
                let known = account.answered.is_some() || account.answer != Answer::NotReached;
                if ui.add(Button::normal(&word).marked(known && answer == account.answer)).clicked() {
                    chosen = Some(answer);
                }
            }
        });
        ui.add_space(space::S2);
        text_ui(ui, &bench.say("pledges-note"), Size::Note, Weight::Regular, colours.ink2);
        if let Some(answer) = chosen {
            self.pledge(bench, number, account, answer);
        }
    }

    /// Sends an answer, with the limit where it is another one.
    fn pledge(&mut self, bench: &mut Bench<'_>, number: CollectionNo, account: &Account, answer: Answer) {
        let form = &mut self.pledge.value;
        let typed = form.limit.trim();
        let limit = if typed.is_empty() { Ok(None) } else { read::money(bench.lang, typed).map(Some) };
        match limit {
            Ok(limit) => {
                form.problem = None;
                let door = || account.door.clone();
                let mut commands = vec![Command::RecordAnswer { collection: number, door: door(), answer }];
                if limit != account.limit {
                    commands.push(Command::StateLimit { collection: number, door: door(), limit });
                }
                self.pledge.send(bench, commands);
            }
            Err(problem) => form.problem = Some(problem),
        }
    }
}

/// What the key figures say: label, number, note.
fn told(
    bench: &Bench<'_>,
    number: CollectionNo,
    entry: &Collection,
    standing: &Standing,
) -> Vec<(String, String, String)> {
    let lang = bench.lang;
    let all = Quantity::households(entry.accounts.len()).text(lang);
    let figure = |label: &str, figure: Figure, note: String| (bench.say(label), figure.number, note);
    let mut shown = vec![
        figure(
            "pledges-now",
            figures::pledges(lang, number, standing),
            bench.tell("pledges-of", &[("households", &all)]),
        ),
        figure("pledges-highest", figures::highest(lang, number, standing), bench.say("pledges-highest-note")),
        figure(
            "pledges-least",
            figures::least(lang, number, standing),
            bench.tell("pledges-least-note", &[("households", &all)]),
        ),
    ];
    if !standing.over.is_empty() {
        shown.push(figure("pledges-over", figures::over(lang, number, standing), bench.say("pledges-over-note")));
    }
    shown
}

/// "1-1-101 要出 666.67 元，最多能出 550.00 元；…等 5 户".
fn over_text(bench: &Bench<'_>, number: CollectionNo, standing: &Standing) -> String {
    let one = |(door, share, limit): &(deliberation::Door, amounts::Fen, amounts::Fen)| {
        let (share, limit) = (Quantity::Money(*share).text(bench.lang), Quantity::Money(*limit).text(bench.lang));
        bench.tell("pledges-over-one", &[("door", door.as_str()), ("share", &share), ("limit", &limit)])
    };
    let named: Vec<String> = standing.over.iter().take(NAMED).map(one).collect();
    let list = named.join(&bench.say("payers-line-join"));
    if standing.over.len() <= NAMED {
        return list;
    }
    let households = figures::over(bench.lang, number, standing).text;
    bench.tell("pledges-over-more", &[("list", &list), ("households", &households)])
}

/// Key figures side by side, as on the page of a collection that takes money.
fn figures_ui(ui: &mut Ui, shown: &[(String, String, String)]) {
    let colours = *palette(ui);
    let height = Size::Note.desk_line() * 2.0 + Size::Display.desk_line();
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let row = row.shrink2(vec2(space::S6, 0.0));
    #[expect(clippy::cast_precision_loss, reason = "four figures at most")]
    let each = row.width() / shown.len().max(1) as f32;
    let size = figure_size(ui, shown.iter().map(|(_, number, _)| number.as_str()), each - space::S3);
    let mut left = row.left();
    for (label, number, note) in shown {
        let place = Rect::from_min_size(pos2(left, row.top()), vec2(each, height));
        let name = format!("{label} {number} {note}");
        let response = ui.interact(place, ui.scope_id().with(("pledges", label)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name.trim_end()));
        let ink2 = Ink::new(Size::Note, colours.ink2);
        let room = each - space::S3;
        text_paint(ui, label, ink2, Align2::LEFT_TOP, place.min, room);
        let digits = pos2(left, place.top() + Size::Note.desk_line());
        text_paint(ui, number, Ink::new(size, colours.ink), Align2::LEFT_TOP, digits, room);
        text_paint(ui, note, ink2, Align2::LEFT_BOTTOM, place.left_bottom(), room);
        left += each;
    }
}
