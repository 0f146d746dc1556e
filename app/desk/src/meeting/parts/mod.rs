//! Small pieces the meeting, collection and ledger pages share: places, lines, tables, choices, people.

pub(crate) mod card;
pub(crate) mod lines;
pub(crate) mod person;
pub(crate) mod place;
pub(crate) mod read;
pub(crate) mod select;
pub(crate) mod table;

pub(crate) use card::card_ui;
pub(crate) use lines::{captioned_ui, line_ui, text_paint};
pub(crate) use person::{PersonField, Whom, select_all};
pub(crate) use place::{pane_ui, scroll_ui};
pub(crate) use select::select_ui;
