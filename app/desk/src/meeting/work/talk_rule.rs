//! Another rule card for the item, as an act of its own that the minutes mention.

use deliberation::Command;
use deliberation::speakers::TalkRule;
use egui::Ui;
use words::speaking::talk_rule;

use super::Table;
use crate::look::Button;
use crate::look::text_ui;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;

/// The choice of another rule card.
#[derive(Default)]
pub(super) struct TalkRuleForm {
    asked: Draft<()>,
}

impl TalkRuleForm {
    /// Whether the rule taken is durable.
    pub(super) fn settled(&mut self, bench: &Bench<'_>) -> bool {
        self.asked.settled(bench.session)
    }

    /// A button a card; the one that holds is marked. True if it is left.
    pub(super) fn cards_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, focus: bool) -> bool {
        let holds = table.meeting.talk(Some(table.item));
        let taken = rule_cards_ui(ui, bench, holds, focus);
        if let Some(talk) = taken {
            self.asked.send(bench, vec![Command::SetTalkRule { item: Some(table.item), talk }]);
        }
        text_ui(ui, &bench.say("meeting-talk-rule-note"), Size::Note, Weight::Regular, palette(ui).ink2);
        ui.add(Button::text(&bench.say("meeting-leave"))).clicked()
    }
}

/// The rule cards as buttons; the one that was taken.
fn rule_cards_ui(ui: &mut Ui, bench: &Bench<'_>, holds: TalkRule, focus: bool) -> Option<TalkRule> {
    let mut taken = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::S2);
        for (at, card) in TalkRule::CARDS.into_iter().enumerate() {
            let text = talk_rule(bench.lang, &card);
            let button = ui.add(Button::normal(&text).pane().marked(card == holds));
            if focus && at == 0 {
                button.request_focus();
                // The form stands at the head of what may be scrolled away.
                button.scroll_to_me(None);
            }
            if button.clicked() {
                taken = Some(card);
            }
        }
    });
    taken
}
