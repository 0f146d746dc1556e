//! Agenda templates: a kind of meeting as data, which fills a plan; everything in the plan stays editable.
//!
//! A template is a TOML file: those of `templates/` come with the program, a community keeps its own beside its file.
//! It is a beginning, not a rule: what a meeting is held by stands in its plan and its agenda alone.

mod shipped;

use serde::{Deserialize, Serialize};

use crate::agenda::ItemKind;
use crate::command::Command;
use crate::meeting::{Meeting, NoticePeriod, Plan, TableParty};
use crate::people::Capacity;
use crate::rule::Bilingual;
use crate::speakers::TalkRule;
use crate::time::At;

pub use shipped::{find, shipped};

const MINUTE_MS: i64 = 60_000;
/// Where the community's name goes in a title.
const COMMUNITY: &str = "{community}";
/// No item is planned longer.
const LONGEST_MINUTES: u32 = 600;

/// Takes one of the two languages of a text.
pub type Pick<'a> = &'a dyn Fn(&Bilingual) -> String;

/// A kind of meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Template {
    /// Its id, e.g. `owners-assembly`.
    pub id: String,
    /// The kind, e.g. 业主大会.
    pub title: Bilingual,
    /// The title of such a meeting; `{community}` stands for the community's name.
    pub meeting: Bilingual,
    /// Minutes a turn.
    pub talk_minutes: u32,
    /// Turns a person and item.
    pub talk_turns: u32,
    /// Whether an item added after the notice may only be discussed (只议不决).
    #[serde(default)]
    pub agenda_locks: bool,
    /// How long before it the notice should go out, if anything says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticePeriod>,
    /// Who belongs at the table.
    #[serde(default, rename = "party", skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<TemplateParty>,
    /// The agenda.
    #[serde(rename = "item")]
    pub items: Vec<TemplateItem>,
}

/// A party of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TemplateParty {
    /// As people call it.
    pub name: Bilingual,
    /// Anybody of this capacity stands for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
}

/// An item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TemplateItem {
    /// Its title.
    pub title: Bilingual,
    /// What is done under it.
    #[serde(default)]
    pub kind: ItemKind,
    /// Minutes planned for it.
    pub minutes: u32,
}

/// Why a text is no usable template. `words` makes the sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// Not TOML, or a field is missing or unknown.
    #[error("the template cannot be read: {detail}")]
    Unreadable {
        /// What the reader says of it.
        detail: String,
    },
    /// The id is empty or has other characters than a-z, 0-9 and -.
    #[error("{id:?} is no id: small letters, digits and hyphens")]
    BadId {
        /// As written.
        id: String,
    },
    /// The kind, the meeting, a party or an item has no name in one language.
    #[error("a title is empty")]
    NoTitle,
    /// There is no item.
    #[error("the template has no item")]
    NoItem,
    /// A time or number of turns is 0 or out of all measure.
    #[error("{minutes} is no number of minutes or turns")]
    BadNumber {
        /// As written.
        minutes: u32,
    },
}

impl Template {
    /// Reads a template file and checks that a meeting can be planned by it.
    pub fn from_toml(text: &str) -> Result<Template, TemplateError> {
        let template: Template =
            toml::from_str(text).map_err(|error| TemplateError::Unreadable { detail: error.message().to_owned() })?;
        template.check()?;
        Ok(template)
    }

    /// As a file, to be read again.
    pub fn to_toml(&self) -> Result<String, TemplateError> {
        self.check()?;
        toml::to_string(self).map_err(|error| TemplateError::Unreadable { detail: error.to_string() })
    }

    fn check(&self) -> Result<(), TemplateError> {
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || !self.id.chars().all(letter) {
            return Err(TemplateError::BadId { id: self.id.clone() });
        }
        let parties = self.parties.iter().map(|party| &party.name);
        let titles = self.items.iter().map(|item| &item.title).chain(parties);
        if titles
            .chain([&self.title, &self.meeting])
            .any(|title| title.zh.trim().is_empty() || title.en.trim().is_empty())
        {
            return Err(TemplateError::NoTitle);
        }
        if self.items.is_empty() {
            return Err(TemplateError::NoItem);
        }
        let numbers = [self.talk_minutes, self.talk_turns].into_iter();
        let bad = |number: &u32| !(1..=LONGEST_MINUTES).contains(number);
        match numbers.chain(self.items.iter().map(|item| item.minutes)).find(bad) {
            Some(minutes) => Err(TemplateError::BadNumber { minutes }),
            None => Ok(()),
        }
    }

    /// The plan it makes for a community, in the language `pick` takes; time and place are still to be said.
    pub fn plan(&self, pick: Pick<'_>, community: &str, start: At) -> Plan {
        let party = |party: &TemplateParty| TableParty { name: pick(&party.name), capacity: party.capacity };
        Plan {
            title: pick(&self.meeting).replace(COMMUNITY, community.trim()),
            ordinal: None,
            place: String::new(),
            start,
            talk: TalkRule { limit_ms: i64::from(self.talk_minutes) * MINUTE_MS, turns: self.talk_turns },
            agenda_locks: self.agenda_locks,
            template: self.id.clone(),
            notice: self.notice.clone(),
            parties: self.parties.iter().map(party).collect(),
        }
    }

    /// The commands that add its agenda to a meeting that was just planned.
    pub fn agenda(&self, pick: Pick<'_>) -> Vec<Command> {
        let add = |item: &TemplateItem| Command::AddItem {
            title: pick(&item.title),
            kind: item.kind,
            minutes: item.minutes,
            before: None,
        };
        self.items.iter().map(add).collect()
    }

    /// A meeting's plan and agenda as a template of the community's own, under a name.
    pub fn of_meeting(id: &str, name: &str, community: &str, meeting: &Meeting) -> Template {
        let both = |text: &str| Bilingual { zh: text.to_owned(), en: text.to_owned() };
        let minutes = |ms: i64| u32::try_from(ms / MINUTE_MS).unwrap_or(0).clamp(1, LONGEST_MINUTES);
        let plan = &meeting.plan;
        let title = match community.trim() {
            "" => plan.title.clone(),
            community => plan.title.replace(community, COMMUNITY),
        };
        let items = meeting.items.iter().map(|item| TemplateItem {
            title: both(&item.title),
            kind: item.kind,
            minutes: minutes(item.budget_ms),
        });
        let parties =
            plan.parties.iter().map(|party| TemplateParty { name: both(&party.name), capacity: party.capacity });
        Template {
            id: id.to_owned(),
            title: both(name.trim()),
            meeting: both(&title),
            talk_minutes: minutes(plan.talk.limit_ms),
            talk_turns: plan.talk.turns.max(1),
            agenda_locks: plan.agenda_locks,
            notice: plan.notice.clone(),
            parties: parties.collect(),
            items: items.collect(),
        }
    }
}

#[cfg(test)]
mod tests;
