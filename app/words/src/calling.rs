//! Calling a meeting: its notice as a paper, whether it goes out in time, who is missing at the table, and what is wrong
//! with a template.

use deliberation::agenda::ItemKind;
use deliberation::ids::{ItemNo, MeetingNo};
use deliberation::meeting::{Meeting, NoticePeriod, TableParty};
use deliberation::template::TemplateError;
use deliberation::{At, Facts};

use crate::document::{Align, Block, Column, Document, Table};
use crate::figure::close_up;
use crate::figures::meeting::item_budget;
use crate::locale::{Lang, t, tf};
use crate::minutes::{PaperHead, finish};
use crate::moment::{Zone, paper_date, paper_time};
use crate::rule_words::source_text;
use crate::speaking::{item_kind_word, talk_rule};

/// "会前 15 天通知，《物业管理条例》第14条"; without a source it is said to be the community's own.
pub fn period_text(lang: Lang, period: &NoticePeriod) -> String {
    let days = period.days.to_string();
    match &period.source {
        Some(source) => tf(lang, "calling-period", &[("days", &days), ("source", &source_text(lang, source))]),
        None => tf(lang, "calling-period-own", &[("days", &days)]),
    }
}

/// The warning of a notice that is given too late; `None` if it is in time or nothing says how early it must be.
pub fn short_notice(lang: Lang, zone: &Zone, meeting: &Meeting, given: At) -> Option<String> {
    let period = meeting.plan.notice.as_ref()?;
    let short = period.short_by(zone.day(given), zone.day(meeting.plan.start))?;
    let args = [("period", &*period_text(lang, period)), ("short", &*short.to_string())];
    Some(tf(lang, "calling-short", &args))
}

/// "桌边还缺：物业、社区"; `None` if nobody is missing.
pub fn missing_text(lang: Lang, facts: &Facts, meeting: &Meeting) -> Option<String> {
    let names: Vec<&str> =
        meeting.missing_parties(&facts.people).map(|party: &TableParty| party.name.as_str()).collect();
    (!names.is_empty()).then(|| tf(lang, "calling-missing", &[("names", &names.join(&t(lang, "list-comma")))]))
}

/// Why a template cannot be used, as a clause.
pub fn template_problem(lang: Lang, problem: &TemplateError) -> String {
    let with = |key: &str, detail: &str| tf(lang, key, &[("detail", detail)]);
    match problem {
        TemplateError::Unreadable { detail } => with("template-problem-unreadable", detail),
        TemplateError::BadId { id } => with("template-problem-bad-id", id),
        TemplateError::NoTitle => t(lang, "template-problem-no-title"),
        TemplateError::NoItem => t(lang, "template-problem-no-item"),
        TemplateError::BadNumber { minutes } => with("template-problem-bad-number", &minutes.to_string()),
    }
}

/// The notice of a meeting (会议通知) to be posted: when, where, the agenda, and what may be voted on; `None` for a
/// meeting that is not there or has no agenda yet.
pub fn meeting_notice(lang: Lang, facts: &Facts, number: MeetingNo, head: Option<&PaperHead>) -> Option<Document> {
    let meeting = facts.meeting(number).filter(|meeting| !meeting.items.is_empty())?;
    let plan = &meeting.plan;
    let zone = Zone::of(&facts.file);
    let mut paper = Document::new(lang, tf(lang, "calling-title", &[("title", &plan.title)]));
    paper.meta(t(lang, "minutes-meta-time"), paper_time(lang, &zone, plan.start));
    if !plan.place.trim().is_empty() {
        paper.meta(t(lang, "minutes-meta-place"), plan.place.clone());
    }
    paper.paragraph(close_up(lang, &tf(lang, "calling-opening", &[("community", facts.file.title.trim())])));
    paper.table(agenda(lang, number, meeting));
    let rule = close_up(lang, &talk_rule(lang, &plan.talk));
    paper.labelled(t(lang, "calling-speaking"), finish(lang, &rule));
    if plan.agenda_locks {
        paper.labelled(t(lang, "calling-votes"), t(lang, "calling-lock"));
    }
    if !plan.parties.is_empty() {
        let names: Vec<&str> = plan.parties.iter().map(|party| party.name.as_str()).collect();
        paper.labelled(t(lang, "calling-invited"), finish(lang, &names.join(&t(lang, "list-comma"))));
    }
    if let Some(period) = &plan.notice {
        paper.labelled(t(lang, "calling-in-time"), finish(lang, &close_up(lang, &period_text(lang, period))));
    }
    paper.blocks.push(Block::Space);
    let day = meeting.noticed.map_or_else(String::new, |at| paper_date(lang, &zone, at));
    let day = if day.is_empty() { t(lang, "notice-day") } else { tf(lang, "calling-day", &[("day", &day)]) };
    paper.blocks.push(Block::SignatureLine { labels: vec![t(lang, "notice-publisher"), day] });
    if let Some(head) = head {
        head.print(lang, &mut paper);
    }
    Some(paper)
}

/// The items the notice names: those that came after an earlier notice are marked until it is given again.
fn agenda(lang: Lang, number: MeetingNo, meeting: &Meeting) -> Table {
    let column = |heading: &str, align, width| Column { heading: t(lang, heading), align, width };
    let columns = vec![
        column("calling-column-number", Align::Center, 8),
        column("calling-column-item", Align::Left, 60),
        column("calling-column-kind", Align::Left, 20),
        column("calling-column-time", Align::Right, 12),
    ];
    let rows = meeting.items.iter().enumerate().map(|(index, item)| {
        let place = ItemNo::at(index);
        let kind = if meeting.only_discussed(item) && item.kind == ItemKind::Proposal {
            t(lang, "room-only-discussed")
        } else {
            item_kind_word(lang, item.kind)
        };
        let time = item_budget(lang, number, place, item).paper;
        vec![place.to_string(), item.title.clone(), kind, time]
    });
    Table { caption: None, columns, rows: rows.collect(), total: None }
}

#[cfg(test)]
mod tests;
