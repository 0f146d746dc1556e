//! What stands before and after the sentences: title, attendance, attachments, signatures.

use deliberation::agenda::ItemState;
use deliberation::ballot::Method;
use deliberation::ids::{MeetingNo, PersonId};
use deliberation::meeting::{Meeting, Phase};
use deliberation::roll::Head;
use deliberation::rule::Measure;
use deliberation::{At, Facts};

use crate::document::MetaLine;
use crate::figure::close_up;
use crate::figures::heads;
use crate::figures::meeting::{Attendees, attendance};
use crate::locale::{Lang, t, tf};
use crate::moment::{Zone, clock, paper_time};
use crate::names::{Names, person_name};

/// Absent doors beyond this are counted, not listed.
const ABSENT_LISTED: usize = 60;

/// "水产宿舍第14次小方桌会议纪要": the number of the meeting stands before what kind of meeting it is.
pub fn minutes_title(lang: Lang, meeting: &Meeting) -> String {
    let title = meeting.plan.title.trim();
    let Some(ordinal) = meeting.plan.ordinal.map(|number| number.to_string()) else {
        return tf(lang, "minutes-title", &[("title", title)]);
    };
    if lang == Lang::ZhCn {
        for kind in ["小方桌会议", "协商议事会议", "居民议事会", "居民代表会议", "居民会议", "业主大会会议", "业主大会"]
        {
            if let Some(community) = title.strip_suffix(kind) {
                let args = [("community", community), ("n", &*ordinal), ("kind", kind)];
                return tf(lang, "minutes-title-numbered-kind", &args);
            }
        }
    }
    tf(lang, "minutes-title-numbered", &[("title", title), ("n", &ordinal)])
}

/// 时间, 地点, 主持, 记录, 计票, 出席, 请假, 列席; lines without content are left out.
pub(super) fn meta(
    lang: Lang,
    facts: &Facts,
    names: &dyn Names,
    number: MeetingNo,
    meeting: &Meeting,
) -> Vec<MetaLine> {
    let mut lines = Vec::new();
    let mut add = |label: String, text: String| {
        if !text.is_empty() {
            lines.push(MetaLine { label, text: close_up(lang, &text) });
        }
    };
    let duty = |person: PersonId| {
        if person == PersonId::NOBODY { String::new() } else { person_name(lang, names, person) }
    };
    add(t(lang, "minutes-meta-time"), time(lang, facts, meeting));
    add(t(lang, "minutes-meta-place"), meeting.plan.place.trim().to_owned());
    add(t(lang, "minutes-meta-chair"), duty(meeting.duties.chair));
    add(t(lang, "minutes-meta-recorder"), duty(meeting.duties.recorder));
    let counters: Vec<String> = meeting.duties.counters.into_iter().map(duty).filter(|name| !name.is_empty()).collect();
    add(t(lang, "minutes-meta-counters"), counters.join(&t(lang, "list-comma")));
    add(t(lang, "minutes-meta-present"), present(lang, facts, number, meeting));
    add(t(lang, "minutes-meta-absent"), absent(lang, facts, meeting));
    add(t(lang, "minutes-meta-observers"), observers(lang, facts, names, meeting));
    lines
}

fn time(lang: Lang, facts: &Facts, meeting: &Meeting) -> String {
    let zone = Zone::of(&facts.file);
    match meeting.phase {
        Phase::Planned => paper_time(lang, &zone, meeting.plan.start),
        Phase::Open(from) => paper_time(lang, &zone, from),
        Phase::Closed { from, to } => paper_span(lang, &zone, from, to),
    }
}

/// "2026年7月18日19:00至20:05": the day is said again where it is another one.
pub(crate) fn paper_span(lang: Lang, zone: &Zone, from: At, to: At) -> String {
    let end = if zone.day(from) == zone.day(to) { clock(zone, to) } else { paper_time(lang, zone, to) };
    tf(lang, "minutes-time-span", &[("from", &paper_time(lang, zone, from)), ("to", &end)])
}

fn present(lang: Lang, facts: &Facts, number: MeetingNo, meeting: &Meeting) -> String {
    if meeting.roll_or(&facts.roll).heads().is_empty() {
        return String::new();
    }
    let of = |who, measure| attendance(lang, facts, number, meeting, who, measure).paper;
    let args = [
        ("due", &*of(Attendees::Due, Measure::Heads)),
        ("present", &*of(Attendees::Attended, Measure::Heads)),
        ("area", &*of(Attendees::Attended, Measure::Area)),
    ];
    if meeting.roll_or(&facts.roll).area().is_some() {
        tf(lang, "minutes-present-area", &args)
    } else {
        tf(lang, "minutes-present", &args)
    }
}

/// The doors of owners who never came; nobody's name.
fn absent(lang: Lang, facts: &Facts, meeting: &Meeting) -> String {
    if meeting.phase == Phase::Planned {
        return String::new();
    }
    let away: Vec<&Head> =
        meeting.roll_or(&facts.roll).heads().iter().filter(|head| !meeting.attendance.ever_came(head.person)).collect();
    if away.len() > ABSENT_LISTED {
        return tf(lang, "minutes-absent-many", &[("count", &heads(away.len()).paper(lang))]);
    }
    let doors: Vec<&str> = away
        .iter()
        .flat_map(|head| &head.units)
        .filter_map(|unit| meeting.roll_or(&facts.roll).unit(*unit))
        .map(|unit| unit.door.as_str())
        .collect();
    doors.join(&t(lang, "list-comma"))
}

/// Guests who came, with their party; chair, recorder and counters are named above.
fn observers(lang: Lang, facts: &Facts, names: &dyn Names, meeting: &Meeting) -> String {
    let duties = &meeting.duties;
    let on_duty = [duties.chair, duties.recorder, duties.counters[0], duties.counters[1]];
    let mut listed: Vec<PersonId> = Vec::new();
    for stay in meeting.attendance.stays() {
        let person = stay.person;
        if meeting.roll_or(&facts.roll).head(person).is_none()
            && !on_duty.contains(&person)
            && !listed.contains(&person)
        {
            listed.push(person);
        }
    }
    let entries: Vec<String> = listed
        .into_iter()
        .map(|person| {
            let name = person_name(lang, names, person);
            match facts.people.get(&person).map(|entry| entry.party.trim()).filter(|party| !party.is_empty()) {
                Some(party) => format!("{party} {name}"),
                None => name,
            }
        })
        .collect();
    entries.join(&t(lang, "list-comma"))
}

/// "未议事项：楼道灯改声控。"; only once the meeting is over.
pub(super) fn unreached(lang: Lang, meeting: &Meeting) -> Option<String> {
    if !matches!(meeting.phase, Phase::Closed { .. }) {
        return None;
    }
    let untouched = |entry: &&deliberation::agenda::Item| entry.state == ItemState::Waiting && entry.spent_ms == 0;
    let titles: Vec<&str> = meeting.items.iter().filter(untouched).map(|entry| entry.title.as_str()).collect();
    if titles.is_empty() {
        return None;
    }
    let list = titles.join(&t(lang, "list-comma"));
    Some(close_up(lang, &tf(lang, "minutes-unreached", &[("list", &list)])))
}

/// The papers there are: attendance sheet, record of each roll-call, share rolls.
pub(super) fn attachments(lang: Lang, facts: &Facts, number: MeetingNo, meeting: &Meeting) -> Vec<String> {
    let mut papers = Vec::new();
    if !meeting.attendance.stays().is_empty() {
        papers.push(t(lang, "minutes-attached-attendance"));
    }
    let held = |fits: fn(Method) -> bool| {
        facts.votes.iter().any(|vote| vote.meeting == number && vote.closed.is_some() && fits(vote.method))
    };
    if held(|method| matches!(method, Method::RollCall | Method::Merged)) {
        papers.push(t(lang, "minutes-attached-votes"));
    }
    if held(|method| method == Method::HandsByDoor) {
        papers.push(t(lang, "minutes-attached-hands"));
    }
    if held(|method| method.takes_paper() || method == Method::Secret) {
        papers.push(t(lang, "minutes-attached-ballots"));
    }
    if facts.sheets.iter().any(|record| record.meeting == number) {
        papers.push(t(lang, "minutes-attached-shares"));
    }
    let tables = crate::material_words::attached(lang, facts, number);
    papers.extend(tables.iter().map(|title| tf(lang, "material-attached", &[("title", title)])));
    papers
}

/// Who signs.
pub(super) fn signatures(lang: Lang, meeting: &Meeting) -> Vec<String> {
    let mut labels = vec![t(lang, "minutes-sign-chair"), t(lang, "minutes-sign-recorder")];
    if meeting.duties.counters.iter().any(|counter| *counter != PersonId::NOBODY) {
        labels.push(t(lang, "minutes-sign-counters"));
    }
    labels.push(t(lang, "minutes-sign-representatives"));
    labels
}
