//! Papers of a collection, written where somebody said: the share roll as a workbook, the day sheet in three forms.

use deliberation::ids::CollectionNo;
use session::export::{self, Format};

use super::CollectionPage;
use crate::dialogs::Question;
use crate::meeting::bench::Bench;
use crate::page::{Scene, Wish};

/// What the answer of the file dialog is for.
const SHARE_ROLL: &str = "share-roll";
const DAY_SHEET: &str = "day-sheet";

impl CollectionPage {
    /// Asks where the share roll goes.
    pub(super) fn ask_roll(bench: &mut Bench<'_>) {
        let name = format!("{}.xlsx", bench.say("meeting-share-roll-file"));
        bench.wishes.push(Wish::Ask(Question::SaveAs { what: SHARE_ROLL, name }));
    }

    /// Asks where the day sheet goes; the ending of the name chosen says in which form.
    pub(super) fn ask_day_sheet(bench: &mut Bench<'_>) {
        let name = format!("{}.docx", bench.say("day-sheet-file"));
        bench.wishes.push(Wish::Ask(Question::SaveAs { what: DAY_SHEET, name }));
    }
}

/// Writes what was asked for, once the path is there.
pub(super) fn save(scene: &mut Scene<'_>, shown: Option<CollectionNo>) {
    let Some((Question::SaveAs { what, .. }, path)) = scene.answer else { return };
    let Some(number) = shown else { return };
    let facts = scene.session.facts();
    let bytes = match *what {
        SHARE_ROLL => {
            let collection = facts.collection(number);
            let Some(record) = collection.and_then(|collection| facts.sheet(collection.sheet)) else { return };
            export::paper(scene.session, scene.lang, record.meeting, Format::Xlsx)
        }
        DAY_SHEET => {
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            let format = Format::from_ending(&ending.to_lowercase()).unwrap_or(Format::Docx);
            export::collection_sheet(scene.session, scene.lang, number, format)
        }
        _ => return,
    };
    let written = bytes.and_then(|bytes| bytes.map_or(Ok(()), |bytes| export::write(scene.lang, path, &bytes)));
    scene.tell_written(path, written);
}
