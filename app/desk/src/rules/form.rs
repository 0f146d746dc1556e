//! A rule half-typed: every field as text or choice, the rule they make, and which field stands in its way.

use deliberation::rule::{
    Approval, Base, Bilingual, BindingLevel, Compare, Counted, Election, Electors, Measure, Rule, RuleError, Secrecy,
    Silence, Source, Superseded, Ties, Turning, Turnout, Unreturned,
};
use words::Lang;
use words::rule_words::{pick, rule_problem};
use words::{t, tf};

/// A turnout threshold half-typed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct TurnoutRow {
    pub(super) of: Turning,
    pub(super) compare: Compare,
    pub(super) measure: Measure,
    pub(super) share: String,
    pub(super) base: Base,
}

/// An approval threshold half-typed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct ApprovalRow {
    pub(super) of: Counted,
    pub(super) compare: Compare,
    pub(super) measure: Measure,
    pub(super) share: String,
    pub(super) base: Base,
}

/// A rule half-typed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct RuleForm {
    /// The id of the rule that is changed; a new one has none.
    pub(super) changes: Option<String>,
    pub(super) id: String,
    pub(super) title: Bilingual,
    pub(super) scope: Bilingual,
    pub(super) level: BindingLevel,
    pub(super) electorate: Electors,
    pub(super) law: Bilingual,
    pub(super) article: String,
    pub(super) date: String,
    pub(super) replaced_by: Bilingual,
    pub(super) replaced_on: String,
    pub(super) turnout: Vec<TurnoutRow>,
    pub(super) approval: Vec<ApprovalRow>,
    pub(super) election: bool,
    pub(super) seats: String,
    pub(super) ties: Ties,
    pub(super) proxies: String,
    pub(super) secrecy: Secrecy,
    pub(super) written: bool,
    pub(super) void_apart: bool,
    pub(super) unreturned: Option<Silence>,
    pub(super) clause: String,
    pub(super) clause_article: String,
    pub(super) needs_notice: bool,
}

/// The field a problem stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Id,
    Title,
    Source,
    Turnout(usize),
    Approval(usize),
    Approvals,
    Seats,
    Proxies,
    Secrecy,
    Clause,
    Electorate,
}

/// Why the form is no rule yet: beside which field, and the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) place: Place,
    pub(super) text: String,
}

impl Default for TurnoutRow {
    fn default() -> TurnoutRow {
        TurnoutRow {
            of: Turning::Participating,
            compare: Compare::AtLeast,
            measure: Measure::Heads,
            share: "2/3".to_owned(),
            base: Base::All,
        }
    }
}

impl Default for ApprovalRow {
    fn default() -> ApprovalRow {
        ApprovalRow {
            of: Counted::Yes,
            compare: Compare::MoreThan,
            measure: Measure::Heads,
            share: "1/2".to_owned(),
            base: Base::Participating,
        }
    }
}

impl Default for RuleForm {
    fn default() -> RuleForm {
        RuleForm {
            changes: None,
            id: String::new(),
            title: Bilingual::default(),
            scope: Bilingual::default(),
            level: BindingLevel::Deliberation,
            electorate: Electors::Present,
            law: Bilingual::default(),
            article: String::new(),
            date: String::new(),
            replaced_by: Bilingual::default(),
            replaced_on: String::new(),
            turnout: Vec::new(),
            approval: vec![ApprovalRow::default()],
            election: false,
            seats: String::new(),
            ties: Ties::RunOff,
            proxies: String::new(),
            secrecy: Secrecy::Either,
            written: false,
            void_apart: false,
            unreturned: None,
            clause: String::new(),
            clause_article: String::new(),
            needs_notice: false,
        }
    }
}

impl RuleForm {
    /// A rule of the community's own, to be changed.
    pub(super) fn of(rule: &Rule) -> RuleForm {
        let source = rule.source.clone();
        let superseded = rule.superseded.clone();
        let unreturned = rule.unreturned.clone();
        RuleForm {
            changes: Some(rule.id.clone()),
            id: rule.id.clone(),
            title: rule.title.clone(),
            scope: rule.scope.clone(),
            level: rule.level,
            electorate: rule.electorate,
            law: source.as_ref().map(|source| source.law.clone()).unwrap_or_default(),
            article: source.as_ref().map(|source| source.article.clone()).unwrap_or_default(),
            date: source.map(|source| source.date).unwrap_or_default(),
            replaced_by: superseded.as_ref().map(|superseded| superseded.by.clone()).unwrap_or_default(),
            replaced_on: superseded.map(|superseded| superseded.date).unwrap_or_default(),
            turnout: rule.turnout.iter().map(TurnoutRow::of).collect(),
            approval: rule.approval.iter().map(ApprovalRow::of).collect(),
            election: rule.election.is_some(),
            seats: rule.election.and_then(|election| election.seats).map(|seats| seats.to_string()).unwrap_or_default(),
            ties: rule.election.map(|election| election.ties).unwrap_or_default(),
            proxies: rule.proxies_per_agent.map(|cap| cap.to_string()).unwrap_or_default(),
            secrecy: rule.secrecy,
            written: rule.written,
            void_apart: rule.void_apart,
            unreturned: unreturned.as_ref().map(|clause| clause.counts_as),
            clause: unreturned.as_ref().map(|clause| clause.clause.clone()).unwrap_or_default(),
            clause_article: unreturned.map(|clause| clause.article).unwrap_or_default(),
            needs_notice: rule.needs_notice,
        }
    }

    /// A new rule that begins as another one. What is copied cites nothing: with other thresholds the law it came from
    /// would be cited wrongly, so the community writes down its own text.
    pub(super) fn copy(rule: &Rule, taken: &dyn Fn(&str) -> bool) -> RuleForm {
        let title = |lang| tf(lang, "rules-copy-title", &[("title", pick(lang, &rule.title))]);
        let title = Bilingual { zh: title(Lang::ZhCn), en: title(Lang::En) };
        let id = (1..u32::MAX).map(|number| format!("own-{number}")).find(|id| !taken(id)).unwrap_or_default();
        let bare = Rule { id, title, source: None, superseded: None, scope: Bilingual::default(), ..rule.clone() };
        RuleForm { changes: None, ..RuleForm::of(&bare) }
    }

    /// The rule, or what stands in its way.
    pub(super) fn rule(&self, lang: Lang) -> Result<Rule, Problem> {
        let mut turnout = Vec::new();
        for (at, row) in self.turnout.iter().enumerate() {
            turnout.push(row.threshold().ok_or_else(|| not_a_share(lang, Place::Turnout(at), &row.share))?);
        }
        let mut approval = Vec::new();
        for (at, row) in self.approval.iter().enumerate() {
            approval.push(row.threshold().ok_or_else(|| not_a_share(lang, Place::Approval(at), &row.share))?);
        }
        let seats = number(lang, Place::Seats, &self.seats)?;
        let proxies = number(lang, Place::Proxies, &self.proxies)?;
        let cited = !(empty(&self.law) && self.article.trim().is_empty());
        let source = Source { law: both(&self.law), article: trimmed(&self.article), date: trimmed(&self.date) };
        let replaced = Superseded { by: both(&self.replaced_by), date: trimmed(&self.replaced_on) };
        let rule = Rule {
            id: trimmed(&self.id),
            title: Bilingual { zh: trimmed(&self.title.zh), en: trimmed(&self.title.en) },
            scope: both(&self.scope),
            source: cited.then_some(source),
            superseded: (!empty(&self.replaced_by)).then_some(replaced),
            level: self.level,
            electorate: self.electorate,
            turnout,
            approval,
            election: self.election.then_some(Election { seats, ties: self.ties }),
            proxies_per_agent: proxies,
            secrecy: self.secrecy,
            written: self.written,
            void_apart: self.void_apart,
            unreturned: self.unreturned.map(|counts_as| Unreturned {
                counts_as,
                clause: trimmed(&self.clause),
                article: trimmed(&self.clause_article),
            }),
            needs_notice: self.needs_notice,
        };
        match rule.check() {
            Ok(()) => Ok(rule),
            Err(error) => Err(Problem { place: place(&rule, &error), text: rule_problem(lang, &error) }),
        }
    }

    /// The same, and the id is its own: no shipped rule has it, nor another of the community's.
    pub(super) fn own_rule(&self, lang: Lang, taken: &dyn Fn(&str) -> bool) -> Result<Rule, Problem> {
        let rule = self.rule(lang)?;
        if deliberation::rule::find(&rule.id).is_some() {
            let text = tf(lang, "rules-id-shipped", &[("id", &rule.id)]);
            return Err(Problem { place: Place::Id, text });
        }
        if self.changes.as_deref() != Some(&rule.id) && taken(&rule.id) {
            let text = tf(lang, "rules-id-taken", &[("id", &rule.id)]);
            return Err(Problem { place: Place::Id, text });
        }
        Ok(rule)
    }
}

impl TurnoutRow {
    fn of(turnout: &Turnout) -> TurnoutRow {
        let Turnout { of, compare, measure, ratio, base } = *turnout;
        TurnoutRow { of, compare, measure, share: ratio.to_string(), base }
    }

    fn threshold(&self) -> Option<Turnout> {
        let ratio = self.share.parse().ok()?;
        Some(Turnout { of: self.of, compare: self.compare, measure: self.measure, ratio, base: self.base })
    }
}

impl ApprovalRow {
    fn of(approval: &Approval) -> ApprovalRow {
        let Approval { of, compare, ratio, base, measure } = *approval;
        ApprovalRow { of, compare, measure, share: ratio.to_string(), base }
    }

    fn threshold(&self) -> Option<Approval> {
        let ratio = self.share.parse().ok()?;
        Some(Approval { of: self.of, compare: self.compare, ratio, base: self.base, measure: self.measure })
    }
}

/// Beside which field a contradiction is shown: where it lies in one threshold, beside the first that brings it in.
fn place(rule: &Rule, error: &RuleError) -> Place {
    match error {
        RuleError::BadId { .. } | RuleError::Unreadable { .. } => Place::Id,
        RuleError::NoTitle => Place::Title,
        RuleError::NoApproval => Place::Approvals,
        RuleError::NoSource => Place::Source,
        RuleError::NoClause => Place::Clause,
        RuleError::SecretArea => Place::Secrecy,
        RuleError::BadElection => Place::Seats,
        RuleError::AreaOfBody => Place::Electorate,
        RuleError::NoShare { .. }
        | RuleError::NeverMet { .. }
        | RuleError::AlwaysMet { .. }
        | RuleError::WrongWay
        | RuleError::Twice
        | RuleError::TurnoutOfItself
        | RuleError::PresentOfAbsent => threshold(rule, error),
    }
}

fn threshold(rule: &Rule, error: &RuleError) -> Place {
    let without_turnout = Rule { turnout: Vec::new(), ..rule.clone() };
    if without_turnout.check().as_ref() == Err(error) {
        let brings = |length: &usize| {
            let approval = rule.approval[..*length].to_vec();
            Rule { approval, ..without_turnout.clone() }.check().as_ref() == Err(error)
        };
        let length = (1..=rule.approval.len()).find(brings).unwrap_or(1);
        return Place::Approval(length - 1);
    }
    let brings = |length: &usize| {
        Rule { turnout: rule.turnout[..*length].to_vec(), ..rule.clone() }.check().as_ref() == Err(error)
    };
    let length = (1..=rule.turnout.len()).find(brings).unwrap_or(1);
    Place::Turnout(length - 1)
}

fn not_a_share(lang: Lang, place: Place, share: &str) -> Problem {
    let text = if share.trim().is_empty() {
        t(lang, "rules-share-missing")
    } else {
        tf(lang, "rules-share-odd", &[("share", share.trim())])
    };
    Problem { place, text }
}

/// Nothing, or a whole number.
fn number(lang: Lang, place: Place, text: &str) -> Result<Option<u32>, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let odd = |_| Problem { place, text: tf(lang, "rules-number-odd", &[("text", text)]) };
    text.parse().map(Some).map_err(odd)
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

fn empty(text: &Bilingual) -> bool {
    text.zh.trim().is_empty() && text.en.trim().is_empty()
}

/// A text typed in one language stands in both: most communities write one.
fn both(text: &Bilingual) -> Bilingual {
    let (zh, en) = (trimmed(&text.zh), trimmed(&text.en));
    match (zh.is_empty(), en.is_empty()) {
        (true, false) => Bilingual { zh: en.clone(), en },
        (false, true) => Bilingual { en: zh.clone(), zh },
        _ => Bilingual { zh, en },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(id: &str) -> RuleForm {
        RuleForm::of(deliberation::rule::find(id).unwrap())
    }

    fn problem(form: &RuleForm) -> Problem {
        form.rule(Lang::ZhCn).expect_err("it is no rule")
    }

    #[test]
    fn every_shipped_rule_goes_through_the_form_unchanged() {
        for rule in deliberation::rule::shipped() {
            assert_eq!(RuleForm::of(rule).rule(Lang::ZhCn).as_ref(), Ok(rule), "{}", rule.id);
        }
    }

    #[test]
    fn a_copy_cites_nothing_until_the_community_writes_its_own_text_down() {
        let shipped = deliberation::rule::find("cn-civil-code-278-5").unwrap();
        let mut copy = RuleForm::copy(shipped, &|id| id == "own-1");
        assert_eq!((copy.id.as_str(), copy.changes.as_deref()), ("own-2", None));
        assert_eq!(copy.title.zh, "使用维修资金（本小区）");
        assert_eq!(problem(&copy).place, Place::Source);
        copy.law.zh = "本小区管理规约".into();
        copy.article = "第12条".into();
        let rule = copy.rule(Lang::ZhCn).unwrap();
        assert_eq!(rule.source.unwrap().law.en, "本小区管理规约");
        assert_eq!(rule.turnout, shipped.turnout);
    }

    #[test]
    fn a_contradiction_stands_beside_the_field_that_brings_it_in() {
        let mut two = form("cn-civil-code-278-1");
        two.approval[1].share = "一半".into();
        assert_eq!(problem(&two).place, Place::Approval(1));
        two.approval[1].share = "3/2".into();
        assert_eq!(problem(&two).place, Place::Approval(1));
        two.approval[1] = two.approval[0].clone();
        assert_eq!(problem(&two).place, Place::Approval(1), "the second of two that count the same");

        let mut turnout = form("cn-civil-code-278-1");
        turnout.turnout[1].base = Base::Participating;
        assert_eq!(problem(&turnout).place, Place::Turnout(1));
        turnout.turnout[1].share = String::new();
        assert_eq!(problem(&turnout), Problem { place: Place::Turnout(1), text: "要写比例，如 2/3".into() });

        let mut secret = form("cn-civil-code-278-1");
        secret.secrecy = Secrecy::Secret;
        assert_eq!(problem(&secret).place, Place::Secrecy);
        let mut body = form("cn-civil-code-278-1");
        body.electorate = Electors::Body;
        assert_eq!(problem(&body).place, Place::Electorate);
        let mut election = form("cn-civil-code-278-3");
        election.seats = "0".into();
        assert_eq!(problem(&election).place, Place::Seats);
        election.seats = "五".into();
        assert_eq!(problem(&election).place, Place::Seats);
        let mut clause = form("cn-civil-code-278-1");
        clause.unreturned = Some(Silence::Majority);
        assert_eq!(problem(&clause).place, Place::Clause);
        let mut none = form("deliberation");
        none.approval.clear();
        assert_eq!(problem(&none).place, Place::Approvals);
        none.id = "自定".into();
        assert_eq!(problem(&none).place, Place::Id);
    }

    #[test]
    fn an_id_that_is_taken_is_refused_but_a_rule_may_be_changed_under_its_own() {
        let mut own = form("deliberation");
        let taken = |id: &str| id == "own-1";
        assert_eq!(own.own_rule(Lang::ZhCn, &taken).unwrap_err().place, Place::Id, "it is shipped");
        own.id = "own-1".into();
        assert_eq!(own.own_rule(Lang::ZhCn, &taken).unwrap_err().place, Place::Id);
        own.changes = Some("own-1".into());
        assert_eq!(own.own_rule(Lang::ZhCn, &taken).unwrap().id, "own-1");
    }
}
