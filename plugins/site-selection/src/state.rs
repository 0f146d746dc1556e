//! What is known so far, and what an event makes of it.

use fangzhuo_sdk::outcome::{self, Action, Submission};
use fangzhuo_sdk::ui::Finding;
use fangzhuo_sdk::values::{Entry, Fault, Value};
use fangzhuo_sdk::{Lang, fault};
use serde::{Deserialize, Serialize};

use crate::criteria::{Criteria, Kind, Row};
use crate::measured::Number;
use crate::site::{Check, Fitness, Found, Proof, Site};
use crate::standing::Standing;
use crate::words;

/// Sites of one comparison; each has a section of its own on the page.
pub(crate) const MOST_SITES: usize = 40;
/// Full points.
pub(crate) const MOST_POINTS: i64 = 100;
/// Photos and files of one finding.
const MOST_PROOFS: usize = 20;
/// More than any place builds.
pub(crate) const MOST_COUNT: i64 = 1_000_000;

/// What is known so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    pub(crate) criteria: Criteria,
    /// Whether they are the list that came with the procedure.
    pub(crate) is_builtin: bool,
    /// Whose rules hold; "": the general ones alone.
    pub(crate) place: String,
    /// How many the batch builds; `None`: one site is chosen.
    pub(crate) batch: Option<i64>,
    /// How many there are afterwards.
    pub(crate) total: Option<i64>,
    pub(crate) sites: Vec<Site>,
    /// The number the next site gets.
    pub(crate) next: u32,
}

/// Forms of the page; those of a site end in its key.
pub(crate) mod form {
    /// Whose rules hold.
    pub(crate) const PLACE: &str = "place";
    /// A new site.
    pub(crate) const SITE: &str = "site";
    /// A site's name, supporters and count.
    pub(crate) const EDIT: &str = "edit-";
    /// A site's points.
    pub(crate) const POINTS: &str = "points-";
}

/// Takes a site out as long as nothing was found there.
pub(crate) const REMOVE: &str = "remove-";

/// A refusal at a field or item.
pub(crate) fn wrong(code: &str, at: &str, message: String) -> Fault {
    fault(code, message, Some(at.to_owned()))
}

impl State {
    pub(crate) fn new(criteria: Criteria, is_builtin: bool, place: &str) -> State {
        let place = place.to_owned();
        State { criteria, is_builtin, place, batch: None, total: None, sites: Vec::new(), next: 1 }
    }

    pub(crate) fn standing(&self) -> Standing<'_> {
        Standing::of(&self.criteria, &self.place, &self.sites, self.batch.is_some())
    }

    /// Decimals a criterion is measured in at a site.
    pub(crate) fn scale(&self, site: &Site, row: &Row) -> u8 {
        let measured = site.checks.get(&row.id).and_then(|check| check.measured);
        self.criteria.scale(&row.id).max(measured.map_or(0, |number| number.plain().scale))
    }

    /// What an action makes of it; a fault leaves everything as it was.
    pub(crate) fn step(&mut self, action: &Action, lang: Lang) -> Result<(), Fault> {
        match action {
            Action::Submit(submission) => self.submit(submission, lang),
            Action::Check(check) => self.check(check, lang),
            Action::Press(press) => {
                let at = self.of_key(press.button.strip_prefix(REMOVE), lang)?;
                if !self.sites[at].checks.is_empty() {
                    return Err(words::has_findings(&self.sites[at], lang));
                }
                self.sites.remove(at);
                Ok(())
            }
            // A new day changes nothing here.
            Action::Tick(_) => Ok(()),
        }
    }

    fn submit(&mut self, submission: &Submission, lang: Lang) -> Result<(), Fault> {
        let fields = Fields(&submission.entries);
        let form = submission.form.as_str();
        if form == form::PLACE {
            let places = self.criteria.places();
            let chosen = fields.choice("place").and_then(|key| key.strip_prefix('p')?.parse::<usize>().ok());
            let place = match chosen {
                Some(0) => "",
                Some(at) => places.get(at - 1).copied().ok_or_else(|| words::unknown_action(lang))?,
                None => return Err(words::unknown_action(lang)),
            };
            self.place = place.to_owned();
            return Ok(());
        }
        if form == form::SITE {
            return self.put(Site { id: 0, ..fields.site(Site::default()) }, lang);
        }
        if let Some(key) = form.strip_prefix(form::EDIT) {
            let at = self.of_key(Some(key), lang)?;
            return self.put(fields.site(self.sites[at].clone()), lang);
        }
        let at = self.of_key(form.strip_prefix(form::POINTS), lang)?;
        let standing = self.standing();
        if standing.fitness[at] != Fitness::Fit {
            return Err(words::not_scored(&self.sites[at], lang));
        }
        let ids: Vec<String> = standing.scored().map(|row| row.id.clone()).collect();
        for id in ids {
            self.give(at, &id, fields.integer(&id), lang)?;
        }
        Ok(())
    }

    fn of_key(&self, key: Option<&str>, lang: Lang) -> Result<usize, Fault> {
        let at = key.and_then(|key| self.sites.iter().position(|site| site.key() == key));
        at.ok_or_else(|| words::unknown_action(lang))
    }

    /// Adds a site (number 0), or puts it in the place of the one with its number.
    pub(crate) fn put(&mut self, mut site: Site, lang: Lang) -> Result<(), Fault> {
        if site.title.is_empty() {
            let message = lang.pick("请填点位的名称", "Name the site");
            return Err(wrong("no-title", "title", message.to_owned()));
        }
        if self.sites.iter().any(|other| other.id != site.id && other.title == site.title) {
            let message = match lang {
                Lang::ZhCn => format!("“{}”已经在了", site.title),
                Lang::En => format!("“{}” is there already", site.title),
            };
            return Err(wrong("same-site", "title", message));
        }
        if site.count.is_some_and(|count| !(0..=MOST_COUNT).contains(&count)) {
            let message = lang.pick("个数要是 0 或更大的整数", "The count is a whole number from 0");
            return Err(wrong("bad-count", "count", message.to_owned()));
        }
        match self.sites.iter().position(|old| old.id == site.id) {
            Some(at) => self.sites[at] = site,
            None if self.sites.len() >= MOST_SITES => return Err(words::too_many_sites(lang)),
            None => {
                site.id = self.next;
                self.next += 1;
                self.sites.push(site);
            }
        }
        Ok(())
    }

    /// Points of a site for a criterion; none takes them away.
    pub(crate) fn give(&mut self, at: usize, id: &str, points: Option<i64>, lang: Lang) -> Result<(), Fault> {
        match points {
            Some(points) if !(0..=MOST_POINTS).contains(&points) => {
                let message = lang.pick("分数要在 0 到 100 之间", "Points lie between 0 and 100");
                return Err(wrong("bad-points", id, message.to_owned()));
            }
            Some(points) => self.sites[at].points.insert(id.to_owned(), points),
            None => self.sites[at].points.remove(id),
        };
        Ok(())
    }

    fn check(&mut self, check: &outcome::Check, lang: Lang) -> Result<(), Fault> {
        let at = self.of_key(Some(&check.checklist), lang)?;
        let rows = self.criteria.at(&self.place);
        let row = rows.into_iter().find(|row| row.id == check.item && !matches!(row.kind, Kind::Score(_)));
        let row = row.cloned().ok_or_else(|| words::unknown_action(lang))?;
        let scale = self.scale(&self.sites[at], &row);
        let proof = |evidence: &fangzhuo_sdk::values::Evidence| Proof {
            hash: evidence.hash.clone(),
            caption: evidence.caption.clone(),
        };
        let new = Check {
            found: match check.finding {
                Finding::Open => Found::Open,
                Finding::Met => Found::Met,
                Finding::Failed => Found::Failed,
                Finding::NotApplicable => Found::NotApplicable,
            },
            measured: check.measured.map(|units| Number { units, scale }.plain()),
            note: check.note.trim().to_owned(),
            proofs: check.evidence.iter().map(proof).collect(),
        };
        self.record(at, &row, new, lang)
    }

    /// A finding, with the guards of a veto: it rests on something, and only new evidence lifts it.
    pub(crate) fn record(&mut self, at: usize, row: &Row, mut new: Check, lang: Lang) -> Result<(), Fault> {
        let blank = Check::default();
        let old = self.sites[at].checks.get(&row.id).unwrap_or(&blank);
        if !row.is_measured() {
            new.measured = None;
        }
        if new.found == Found::NotApplicable && new.note.is_empty() {
            return Err(wrong("no-reason", &row.id, words::why_not_applicable(row, lang)));
        }
        if new.found == Found::Met && row.limit.is_some() && new.measured.is_none() {
            return Err(wrong("not-measured", &row.id, words::not_measured(row, lang)));
        }
        let known = |proof: &Proof| old.proofs.iter().any(|old| old.hash == proof.hash);
        let has_new = new.proofs.iter().any(|proof| !known(proof));
        let (before, after) = (old.result(row), new.result(row));
        if row.kind == Kind::Veto {
            if before == Found::Failed && after != Found::Failed && !has_new {
                return Err(wrong("veto-stands", &row.id, words::veto_stands(row, lang)));
            }
            if after == Found::Failed && new.note.is_empty() && new.proofs.is_empty() && old.proofs.is_empty() {
                return Err(wrong("no-evidence", &row.id, words::no_evidence(row, lang)));
            }
        }
        // What was once shown stays with the finding.
        let gone = old.proofs.iter().filter(|old| !new.proofs.iter().any(|proof| proof.hash == old.hash));
        new.proofs = gone.cloned().chain(new.proofs.clone()).collect();
        if new.proofs.len() > MOST_PROOFS {
            return Err(words::too_many_proofs(&row.id, lang));
        }
        self.sites[at].checks.insert(row.id.clone(), new);
        Ok(())
    }
}

/// The fields of a submission, by id.
#[derive(Clone, Copy)]
struct Fields<'a>(&'a [Entry]);

impl<'a> Fields<'a> {
    fn value(self, id: &str) -> Option<&'a Value> {
        self.0.iter().find(|entry| entry.id == id).map(|entry| &entry.value)
    }

    fn integer(self, id: &str) -> Option<i64> {
        match self.value(id) {
            Some(Value::Integer(whole)) => Some(*whole),
            _ => None,
        }
    }

    fn choice(self, id: &str) -> Option<&'a str> {
        match self.value(id) {
            Some(Value::Choice(key)) => Some(key),
            _ => None,
        }
    }

    /// Name, supporters and count; the rest as it was.
    fn site(self, old: Site) -> Site {
        let title = match self.value("title") {
            Some(Value::Text(text)) => text.trim().to_owned(),
            _ => String::new(),
        };
        let support = self.integer("support").and_then(|count| u32::try_from(count).ok());
        Site { title, support, count: self.integer("count"), ..old }
    }
}
