//! Results of one procedure as defaults for the settings of the next one of the same item.

use deliberation::Facts;
use deliberation::ids::{ItemNo, MeetingNo, ProcedureNo};
use deliberation::material::Value;
use deliberation::procedure::ProcedureRun;
use deliberation::rule::Bilingual;
use procedure::Manifest;
use procedure::manifest::{Setting, SettingKind};
use words::Lang;
use words::rule_words::pick;

use crate::session::Session;

/// A default for a setting, with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The setting.
    pub setting: String,
    /// The text, as a person writes it.
    pub text: String,
    /// The procedure that concluded it.
    pub procedure: ProcedureNo,
    /// That procedure's title.
    pub source: Bilingual,
}

/// What earlier procedures of an item offer to the settings of `manifest`: for each setting the last result of its name
/// and kind.
pub fn defaults(lang: Lang, facts: &Facts, meeting: MeetingNo, item: ItemNo, manifest: &Manifest) -> Vec<Offered> {
    let here = |run: &ProcedureRun| run.meeting == meeting && run.item == item;
    let runs = || {
        let runs = facts.procedures.iter().enumerate().rev();
        runs.filter(|(_, run)| here(run)).map(|(at, run)| (ProcedureNo::at(at), run.as_ref()))
    };
    let offered = |setting: &Setting| {
        runs().find_map(|(procedure, run)| {
            let carried = run.materials()?.carry.iter().find(|carried| carried.id == setting.id)?;
            let text = text(lang, &facts.columns, setting, &carried.value)?;
            Some(Offered { setting: setting.id.clone(), text, procedure, source: run.plugin.title.clone() })
        })
    };
    manifest.settings.iter().filter_map(offered).collect()
}

/// A result as a setting takes it; `None` where the kinds do not fit.
fn text(lang: Lang, columns: &[String], setting: &Setting, value: &Value) -> Option<String> {
    let is_option = |key: &String| setting.options.iter().any(|option| option.id == *key);
    Some(match (setting.kind, value) {
        (SettingKind::Text, Value::Text(text)) => pick(lang, text).to_owned(),
        (SettingKind::Flag, Value::Flag(flag)) => flag.to_string(),
        (SettingKind::Integer | SettingKind::Decimal, Value::Integer(number)) => number.to_string(),
        (SettingKind::Money, Value::Money(fen)) => fen.plain(),
        (SettingKind::Decimal, Value::Decimal { units, scale }) => amounts::scaled::plain(*units, *scale),
        (SettingKind::Day, Value::Day(day)) => day.date()?.to_string(),
        (SettingKind::Choice, Value::Choice(key)) if is_option(key) => key.clone(),
        // The frozen data name the columns of the roll c1, c2 …; people choose them by heading.
        (SettingKind::Column, Value::Choice(key)) => {
            let place = key.strip_prefix('c')?.parse::<usize>().ok()?.checked_sub(1)?;
            columns.get(place)?.clone()
        }
        _ => return None,
    })
}

/// Settings with what earlier procedures of the item on the table offer for those that are not given: what a person sees
/// in the form before the start, for stories.
pub(crate) fn with_offered(
    session: &Session,
    lang: Lang,
    plugin: &str,
    given: Vec<(String, String)>,
) -> Vec<(String, String)> {
    let facts = session.facts();
    let here = facts.open_meeting().and_then(|(meeting, plan)| Some((meeting, plan.current()?)));
    let manifest = session.manifests().iter().find(|manifest| manifest.id == plugin);
    let (Some((meeting, item)), Some(manifest)) = (here, manifest) else { return given };
    let offered = defaults(lang, facts, meeting, item, manifest).into_iter();
    let offered = offered.map(|offered| (offered.setting, offered.text));
    // The last of an id holds.
    offered.chain(given).collect()
}
