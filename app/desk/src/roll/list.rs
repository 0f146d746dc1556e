//! The list of units; only the rows in sight are made, so ten thousand scroll like ten.

use deliberation::ids::{EventSeq, PersonId, UnitIx};
use deliberation::roll::Roll;
use egui::Ui;
use session::{Snapshot, find};
use words::{Figure, Lang, Quantity, t, tf};

use crate::look::Icon;
use crate::table::{Cell, Column, Row, Table, Voice};

/// Which units of the roll are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// All of them.
    #[default]
    All,
    /// Those whose area is not known.
    NoArea,
    /// Those the developer votes for.
    Undelivered,
}

impl Part {
    fn holds(self, roll: &Roll, unit: UnitIx) -> bool {
        match self {
            Part::All => true,
            Part::NoArea => roll.unit(unit).is_some_and(|unit| unit.area.is_none()),
            Part::Undelivered => roll.ownership(unit).is_some_and(|ownership| ownership.developer.is_some()),
        }
    }

    /// How many units it has.
    fn count(self, roll: &Roll) -> usize {
        (0..roll.units().len()).filter(|place| self.holds(roll, UnitIx::at(*place))).count()
    }
}

/// What the page says of the whole roll: its figures, how many units the parts have that somebody has to look at. Counted
/// when something was done, not in every frame.
#[derive(Debug, Default)]
pub(super) struct Counts {
    of: Option<(EventSeq, Lang)>,
    no_area: usize,
    undelivered: usize,
    figures: Vec<Figure>,
}

impl Counts {
    /// Counts again if something was done since.
    pub(super) fn follow(&mut self, snapshot: &Snapshot, lang: Lang) {
        let of = Some((snapshot.seq, lang));
        if self.of != of {
            let facts = &snapshot.facts;
            let count = |part: Part| part.count(&facts.roll);
            let (no_area, undelivered) = (count(Part::NoArea), count(Part::Undelivered));
            *self = Counts { of, no_area, undelivered, figures: words::figures::roll(lang, facts) };
        }
    }

    /// Units, heads and area.
    pub(super) fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// How many units a part has, as last counted.
    pub(super) fn of(&self, part: Part) -> usize {
        match part {
            Part::NoArea => self.no_area,
            Part::Undelivered => self.undelivered,
            Part::All => 0,
        }
    }
}

/// The rows that fit the query, kept until either changes.
#[derive(Debug, Default)]
pub(super) struct List {
    of: Option<(EventSeq, String, Part)>,
    units: Vec<UnitIx>,
}

impl List {
    /// The units in sight: those of a part that fit.
    pub(super) fn rows(&mut self, snapshot: &Snapshot, query: &str, part: Part) -> &[UnitIx] {
        let query = query.trim();
        let same = |(seq, of, was): &(EventSeq, String, Part)| (*seq, of.as_str(), *was) == (snapshot.seq, query, part);
        let known = self.of.as_ref().is_some_and(same);
        if !known {
            let roll = &snapshot.facts.roll;
            self.units = if query.is_empty() {
                (0..roll.units().len()).map(UnitIx::at).collect()
            } else {
                let found = find(snapshot, query);
                // An owner called by name brings all his units; called by a door only that one.
                let units = found.iter().flat_map(|one| match (one.unit, roll.head(one.person)) {
                    (Some(unit), _) if query.contains(|c: char| c.is_ascii_digit()) => vec![unit],
                    (_, Some(head)) => head.units.clone(),
                    _ => Vec::new(),
                });
                units.collect()
            };
            self.units.retain(|unit| part.holds(roll, *unit));
            self.of = Some((snapshot.seq, query.to_owned(), part));
        }
        &self.units
    }

    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        snapshot: &Snapshot,
        lang: Lang,
        (query, part): (&str, Part),
        marked: &mut Option<UnitIx>,
    ) {
        let units = self.rows(snapshot, query, part);
        let columns = vec![
            Column::text(t(lang, "roll-column-door"), 150.0),
            Column::text(t(lang, "roll-column-owner"), 0.0),
            Column::text(t(lang, "roll-column-kind"), 110.0),
            Column::number(t(lang, "roll-column-floor"), 80.0),
            Column::number(t(lang, "roll-column-area"), 130.0),
            Column::number(t(lang, "roll-column-residents"), 80.0),
        ];
        let place = marked.and_then(|unit| units.iter().position(|one| *one == unit));
        let table = Table::new("roll", columns).clickable(place, false);
        let clicked = table.table_ui(ui, units.len(), |at| row(snapshot, lang, units[at]));
        if let Some(at) = clicked {
            *marked = units.get(at).copied().filter(|unit| *marked != Some(*unit));
        }
    }
}

fn row(snapshot: &Snapshot, lang: Lang, unit: UnitIx) -> Row {
    let roll = &snapshot.facts.roll;
    let Some(entry) = roll.unit(unit) else { return Row::default() };
    let owners = roll.ownership(unit).map(|ownership| ownership.parties.as_slice()).unwrap_or_default();
    let names: Vec<String> = owners.iter().map(|owner| owner_name(lang, snapshot, *owner)).collect();
    let names = names.join(&t(lang, "list-comma"));
    let several = roll
        .ownership(unit)
        .and_then(|ownership| roll.head(ownership.votes()))
        .is_some_and(|head| head.units.len() > 1);
    let developer = roll.ownership(unit).and_then(|ownership| ownership.developer);
    let owner = match developer {
        Some(developer) => {
            let name = words::person_name(lang, snapshot, developer);
            Cell::sign(Icon::Flag, tf(lang, "roll-undelivered-by", &[("developer", &name)]), Voice::Quiet)
        }
        None if several => Cell::sign(Icon::Link, names, Voice::Plain),
        None => names.into(),
    };
    let unknown = || Cell::quiet(t(lang, "figure-unknown"));
    Row {
        cells: vec![
            entry.door.as_str().into(),
            owner,
            kind_word(lang, entry.kind).into(),
            entry.floor.map_or_else(unknown, |floor| floor.to_string().into()),
            entry.area.map_or_else(unknown, |area| Quantity::Area(Some(area)).number(lang).into()),
            roll.residents(unit).map_or_else(unknown, |residents| residents.to_string().into()),
        ],
        ..Row::default()
    }
}

/// What an owner is called: a name, that the roll names nobody, or that the name was erased.
pub(super) fn owner_name(lang: Lang, snapshot: &Snapshot, owner: PersonId) -> String {
    match snapshot.card(owner) {
        Some(card) if card.name.trim().is_empty() => t(lang, "import-owner-unnamed"),
        _ => words::person_name(lang, snapshot, owner),
    }
}

/// 住宅, 商铺, 车位, 其他.
pub(super) fn kind_word(lang: Lang, kind: deliberation::roll::UnitKind) -> String {
    use deliberation::roll::UnitKind;
    match kind {
        UnitKind::Flat => t(lang, "unit-kind-flat"),
        UnitKind::Shop => t(lang, "unit-kind-shop"),
        UnitKind::Parking => t(lang, "unit-kind-parking"),
        UnitKind::Other => t(lang, "unit-kind-other"),
    }
}
