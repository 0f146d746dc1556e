//! How commands name a person: by duty, by door or by number.

use serde::{Deserialize, Serialize};

use crate::door::Door;
use crate::ids::PersonId;

/// A person as a command names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Who {
    /// The chair of the open meeting.
    Chair,
    /// Its recorder.
    Recorder,
    /// Its first or second counter: 0 or 1.
    Counter(usize),
    /// A person's number in this file, written `p12`.
    Person(PersonId),
    /// Whoever the file learned of last, written `newest`: in one transaction with the command that adds them.
    Newest,
    /// Whoever votes for the unit behind this door.
    Door(Door),
}

impl From<String> for Who {
    fn from(text: String) -> Who {
        match text.as_str() {
            "chair" => Who::Chair,
            "recorder" => Who::Recorder,
            "counter-1" => Who::Counter(0),
            "counter-2" => Who::Counter(1),
            "newest" => Who::Newest,
            other => match other.strip_prefix('p').and_then(|digits| digits.parse().ok()) {
                Some(number) => Who::Person(PersonId(number)),
                None => Who::Door(Door(text)),
            },
        }
    }
}

impl From<Who> for String {
    fn from(who: Who) -> String {
        match who {
            Who::Chair => "chair".to_owned(),
            Who::Recorder => "recorder".to_owned(),
            Who::Counter(index) => format!("counter-{}", index + 1),
            Who::Person(person) => format!("p{person}"),
            Who::Newest => "newest".to_owned(),
            Who::Door(door) => door.0,
        }
    }
}

impl From<PersonId> for Who {
    fn from(person: PersonId) -> Who {
        Who::Person(person)
    }
}

impl From<Door> for Who {
    fn from(door: Door) -> Who {
        Who::Door(door)
    }
}
