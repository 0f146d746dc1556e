//! A file without a disk: commands through `decide` and `fold`, as the session does it.

use amounts::CentiSqm;
use deliberation::agenda::ItemKind;
use deliberation::command::ImportRow;
use deliberation::ids::{EventSeq, ItemNo, PersonId};
use deliberation::meeting::Plan;
use deliberation::roll::{AreaSource, Unit, UnitKind};
use deliberation::speakers::TalkRule;
use deliberation::text::Sealable;
use deliberation::{At, Command, Origin, Recorded, Refusal, State, decide, fold};

use super::deeds::{HOUSEHOLDS, blob, door, who};

/// A file as a session keeps it, without a disk.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) state: State,
    pub(crate) journal: Vec<Recorded>,
}

impl Table {
    pub(crate) fn try_do(&mut self, command: &Command) -> bool {
        let at = At(1_784_372_400_000 + i64::try_from(self.journal.len()).unwrap() * 7_000);
        self.tries(at, command).is_ok()
    }

    /// Does commands one after the other, all of them allowed.
    pub(crate) fn has(&mut self, commands: impl IntoIterator<Item = Command>) {
        for command in commands {
            assert!(self.try_do(&command), "{command:?}");
        }
    }

    /// Tries a command at a moment.
    pub(crate) fn tries(&mut self, at: At, command: &Command) -> Result<(), Refusal> {
        let origin = Origin { at, by: PersonId::NOBODY };
        let events = decide(&self.state, command, &origin)?;
        assert!(!events.is_empty(), "a deed without events: {command:?}");
        let deed = EventSeq(self.state.seq.0 + 1);
        for event in events {
            let seq = EventSeq(self.state.seq.0 + 1);
            let recorded = Recorded { seq, at, by: origin.by, deed, event };
            fold(&mut self.state, &recorded);
            self.journal.push(recorded);
        }
        Ok(())
    }

    pub(crate) fn open() -> Table {
        let mut table = Table::default();
        let rows = (0..HOUSEHOLDS).map(|n| ImportRow {
            unit: Unit {
                door: door(n),
                kind: UnitKind::Flat,
                building: "1".into(),
                stair: String::new(),
                floor: Some(1),
                area: (n != 5).then_some(CentiSqm(5_000 + i64::from(n))),
                area_source: AreaSource::Roll,
            },
            owners: vec![Sealable::Sealed(blob(100 + n))],
            residents: Some(n),
        });
        let plan = Plan {
            title: "小方桌".into(),
            ordinal: None,
            place: "活动室".into(),
            start: At(1_784_372_400_000),
            talk: TalkRule::default(),
            agenda_locks: true,
            ..Plan::default()
        };
        let item = |title: &str, kind| Command::AddItem { title: title.into(), kind, minutes: 10, before: None };
        for command in [
            Command::CreateFile { title: "水产宿舍".into(), zone: "Asia/Shanghai".into(), lang: "zh-CN".into() },
            Command::ImportRoll { rows: rows.collect(), columns: Vec::new() },
            Command::PlanMeeting { plan },
            item("选哪家", ItemKind::Discussion),
            item("怎么分摊", ItemKind::Proposal),
            item("宣读", ItemKind::ReadBack),
            Command::GiveNotice,
            Command::SignIn { who: who(0) },
            Command::SignIn { who: who(1) },
            Command::OpenMeeting { chair: who(0), recorder: who(1), counters: vec![who(2), who(3)] },
            Command::StartItem { item: ItemNo(2) },
        ] {
            assert!(table.try_do(&command), "{command:?}");
        }
        table
    }
}
