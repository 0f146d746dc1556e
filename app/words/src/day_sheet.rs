//! The day sheet (上门清单): the doors to knock at, stair by stair, with room to write what was said and paid.
//!
//! It lists who was not reached yet and who agreed and has not paid; whoever declined is left in peace. It travels in
//! a pocket: no telephone numbers, and owners with their family name alone, as on the share roll.

use amounts::Fen;
use deliberation::Facts;
use deliberation::collection::{Account, Answer, Collection};
use deliberation::ids::CollectionNo;

use crate::document::{Block, Column, Document, MetaLine, Table};
use crate::figure::{Quantity, close_up};
use crate::figures::collection as figures;
use crate::locale::{Lang, t, tf};
use crate::names::{Names, masked};
use crate::rule_words::pick;
use crate::share_roll::adopted;
use crate::speaking::answer_word;

/// The day sheet of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaySheet {
    /// "化粪池清掏费上门清单".
    pub title: String,
    /// 项目, 要走的户, 依据: label and finished text.
    pub facts: Vec<MetaLine>,
    /// Stairs in roll order.
    pub stairs: Vec<DayStair>,
    /// Lines below the tables.
    pub notes: Vec<String>,
    /// The language of the headings.
    pub lang: Lang,
}

/// The doors of one stair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayStair {
    /// "1号楼3单元 2户"; a roll without buildings and stairs gives the households alone.
    pub heading: String,
    /// In roll order.
    pub rows: Vec<DayRow>,
}

/// One door to knock at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayRow {
    /// As the roll writes it.
    pub door: String,
    /// The owner's family name.
    pub owner: String,
    /// 还没答复 or 同意.
    pub answer: String,
    /// What is not paid yet.
    pub open: Fen,
}

/// The column headings: 房号, 户主, 目前, 应分未交, 同意／不同意, 金额, 收据号, 签名; the last four are left to the pen.
pub fn day_headings(lang: Lang) -> [String; 8] {
    [
        t(lang, "share-roll-door"),
        t(lang, "share-roll-owner"),
        t(lang, "day-sheet-now"),
        t(lang, "day-sheet-open"),
        t(lang, "day-sheet-answer"),
        t(lang, "day-sheet-amount"),
        t(lang, "day-sheet-receipt"),
        t(lang, "share-roll-signature"),
    ]
}

/// What stands in the empty column of answers, to be ticked.
pub fn day_boxes(lang: Lang) -> String {
    t(lang, "day-sheet-boxes")
}

/// Who signs at the end: whoever went, and the day.
pub fn day_signatures(lang: Lang) -> [String; 2] {
    [t(lang, "day-sheet-visitor"), t(lang, "day-sheet-day")]
}

/// The day sheet of a collection; `None` if there is no such collection or no door to knock at.
pub fn day_sheet(lang: Lang, facts: &Facts, names: &dyn Names, number: CollectionNo) -> Option<DaySheet> {
    let collection = facts.collection(number).filter(|collection| !collection.withdrawn)?;
    let sheet = &facts.sheet(collection.sheet)?.sheet;
    let to_visit: Vec<&Account> = collection.accounts.iter().filter(|account| is_to_visit(account)).collect();
    if to_visit.is_empty() {
        return None;
    }
    // As on the share roll: "费用分摊" gives "费用上门清单".
    let title = pick(lang, &sheet.title);
    let title = title.strip_suffix(&*t(lang, "share-roll-title-tail")).unwrap_or(title).trim_end();
    let mut stairs: Vec<((String, String), Vec<&Account>)> = Vec::new();
    for account in &to_visit {
        let unit = facts.roll.find(&account.door).and_then(|unit| facts.roll.unit(unit));
        let place = unit.map(|unit| (unit.building.clone(), unit.stair.clone())).unwrap_or_default();
        match stairs.iter_mut().find(|(known, _)| *known == place) {
            Some((_, accounts)) => accounts.push(account),
            None => stairs.push((place, vec![account])),
        }
    }
    let stairs = stairs.into_iter().map(|((building, stair), accounts)| DayStair {
        heading: heading(lang, &building, &stair, accounts.len()),
        rows: accounts.into_iter().map(|account| row(lang, facts, names, account)).collect(),
    });
    Some(DaySheet {
        title: tf(lang, "day-sheet-title", &[("title", title)]),
        facts: head(lang, facts, number, collection),
        stairs: stairs.collect(),
        notes: vec![t(lang, "day-sheet-note-free"), t(lang, "day-sheet-note-receipt"), t(lang, "day-sheet-note-names")],
        lang,
    })
}

/// Not reached or agreed, and something open; whoever receives money by the sheet is not called on for any.
fn is_to_visit(account: &Account) -> bool {
    account.open().0 > 0 && account.answer != Answer::Declined
}

fn head(lang: Lang, facts: &Facts, number: CollectionNo, collection: &Collection) -> Vec<MetaLine> {
    let of = |column| {
        let sum = figures::sum(lang, number, collection, column);
        let households = figures::households(lang, number, collection, column);
        tf(lang, "share-roll-net", &[("amount", sum.paper()), ("households", households.paper())])
    };
    let item = facts.sheet(collection.sheet).and_then(|record| facts.meeting(record.meeting)?.item(record.item));
    let mut lines = Vec::new();
    let mut add = |label: &str, text: &str| {
        lines.push(MetaLine { label: label.to_owned(), text: close_up(lang, text) });
    };
    if let Some(item) = item {
        add(&t(lang, "share-roll-fact-project"), &item.title);
    }
    add(&t(lang, "day-sheet-fact-not-reached"), &of(figures::Column::NotReached));
    add(&t(lang, "day-sheet-fact-agreed"), &of(figures::Column::AgreedOpen));
    if let Some(adopted) = adopted(lang, facts, collection.sheet) {
        add(&t(lang, "share-roll-fact-source"), &adopted);
    }
    lines
}

fn heading(lang: Lang, building: &str, stair: &str, households: usize) -> String {
    let households = Quantity::households(households).paper(lang);
    let place = crate::voting::place_text(lang, building, stair);
    if place.is_empty() {
        return households;
    }
    tf(lang, "day-sheet-stair", &[("place", &place), ("households", &households)])
}

fn row(lang: Lang, facts: &Facts, names: &dyn Names, account: &Account) -> DayRow {
    let owner = facts.roll.voter(&account.door).and_then(|person| names.person(person));
    DayRow {
        door: account.door.to_string(),
        owner: owner.map_or_else(|| t(lang, "name-erased"), |name| masked(&name)),
        answer: answer_word(lang, account.answer),
        open: account.open(),
    }
}

impl DaySheet {
    /// As a paper: one table a stair.
    pub fn document(&self) -> Document {
        let lang = self.lang;
        let mut paper = Document::new(lang, &self.title);
        paper.meta.clone_from(&self.facts);
        for stair in &self.stairs {
            paper.heading(2, &stair.heading);
            let [door, owner, now, open, answer, amount, receipt, signature] = day_headings(lang);
            paper.table(Table {
                caption: None,
                columns: vec![
                    Column::words(door, 12),
                    Column::words(owner, 8),
                    Column::marks(now, 10),
                    Column::figures(open, 11),
                    Column::words(answer, 12),
                    Column::figures(amount, 10),
                    Column::words(receipt, 9),
                    Column::words(signature, 13),
                ],
                rows: stair.rows.iter().map(|row| row.cells(lang)).collect(),
                total: None,
            });
        }
        for note in &self.notes {
            paper.blocks.push(Block::Note(note.clone()));
        }
        paper.blocks.push(Block::SignatureLine { labels: day_signatures(lang).to_vec() });
        paper
    }
}

impl DayRow {
    fn cells(&self, lang: Lang) -> Vec<String> {
        let blank = String::new;
        let (door, owner, answer) = (self.door.clone(), self.owner.clone(), self.answer.clone());
        vec![door, owner, answer, self.open.to_string(), day_boxes(lang), blank(), blank(), blank()]
    }
}

#[cfg(test)]
mod tests {
    use deliberation::{Command, Door};

    use super::*;
    use crate::story::Story;

    const FIRST: CollectionNo = CollectionNo(1);

    fn answered(story: &mut Story, door: &str, answer: Answer) {
        story.does(Command::RecordAnswer { collection: FIRST, door: Door::new(door), answer });
    }

    fn sheet(story: &Story, lang: Lang) -> Option<DaySheet> {
        day_sheet(lang, &story.state.facts, &story.names, FIRST)
    }

    #[test]
    fn the_sheet_lists_who_was_not_reached_or_agreed_and_is_open_stair_by_stair() {
        let mut story = Story::told();
        answered(&mut story, "1-1-102", Answer::Agreed);
        answered(&mut story, "1-3-301", Answer::Declined);
        let sheet = sheet(&story, Lang::ZhCn).unwrap();
        assert_eq!(sheet.title, "化粪池清掏费上门清单");
        let headings: Vec<&str> = sheet.stairs.iter().map(|stair| stair.heading.as_str()).collect();
        assert_eq!(headings, ["1号楼1单元 1户", "1号楼2单元 3户", "1号楼3单元 1户"]);
        let rows: Vec<(&str, &str, &str, Fen)> = sheet
            .stairs
            .iter()
            .flat_map(|stair| &stair.rows)
            .map(|row| (row.door.as_str(), row.owner.as_str(), row.answer.as_str(), row.open))
            .collect();
        assert_eq!(rows[0], ("1-1-102", "刘**", "同意", Fen(23_572)));
        assert_eq!(rows[1], ("1-2-101", "毛*", "还没答复", Fen(23_572)));
        // Who has paid and who declined are not called on.
        assert!(!rows.iter().any(|row| row.0 == "1-1-101" || row.0 == "1-3-301"));
        let texts: Vec<&str> = sheet.facts.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts[..3], ["清掏费怎么分摊", "942.85元，4户", "235.72元，1户"]);
        assert!(sheet.notes.iter().all(|note| !note.contains('欠')));
    }

    #[test]
    fn the_paper_has_no_telephone_and_no_whole_name_and_room_for_the_pen() {
        let story = Story::told();
        for lang in Lang::ALL {
            let paper = sheet(&story, lang).unwrap().document();
            let tables: Vec<&Table> = paper
                .blocks
                .iter()
                .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
                .collect();
            assert_eq!(tables.len(), 3);
            for row in tables.iter().flat_map(|table| &table.rows) {
                assert!(row[1].contains('*') && row[5..].iter().all(String::is_empty), "{row:?}");
            }
            assert!(!format!("{paper:?}").contains("刘华燕"));
        }
    }

    #[test]
    fn nobody_left_to_call_on_is_no_sheet() {
        let mut story = Story::told();
        for door in ["1-1-102", "1-2-101", "1-2-102", "1-2-402", "1-3-301", "1-3-401"] {
            answered(&mut story, door, Answer::Declined);
        }
        assert_eq!(sheet(&story, Lang::ZhCn), None);
        assert_eq!(day_sheet(Lang::ZhCn, &story.state.facts, &story.names, CollectionNo(2)), None);
    }
}
