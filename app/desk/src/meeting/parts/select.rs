//! One of several keys, in the desk's field of choices.

use egui::Ui;

use crate::choice::Choice;

/// A field of choices; true if another one was taken.
pub(crate) fn select_ui<K: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    choices: &[(K, String)],
    chosen: &mut K,
    width: f32,
) -> bool {
    let texts: Vec<String> = choices.iter().map(|(_, text)| text.clone()).collect();
    let shown = choices.iter().find(|(key, _)| key == chosen).map_or("", |(_, text)| text.as_str());
    let taken = Choice::new(name, shown, &texts).width(width).choice_ui(ui);
    match taken.and_then(|at| choices.get(at)) {
        Some((key, _)) if key != chosen => {
            *chosen = key.clone();
            true
        }
        _ => false,
    }
}
