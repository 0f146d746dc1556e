//! What was settled, in one sentence each: the same words on the desk and before the room.

use deliberation::Facts;
use deliberation::ids::MeetingNo;
use deliberation::settled::Settled;
use deliberation::vote::Vote;

use crate::figure::verdict_word;
use crate::locale::{Lang, t, tf};
use crate::names::{Names, person_name};

/// What was decided or is to be done; of an item without a conclusion in words the outcome of its vote. Who does a duty and
/// by when is not in it.
pub fn settled_text(lang: Lang, facts: &Facts, names: &dyn Names, meeting: MeetingNo, settled: Settled) -> String {
    let text = match settled {
        Settled::Concluded(item) => {
            facts.meeting(meeting).and_then(|meeting| meeting.item(item)).map(|item| item.conclusion.clone())
        }
        Settled::Voted(vote) => facts.vote(vote).map(|vote| outcome(lang, names, vote)),
        Settled::Duty(matter) => facts.matter(matter).map(|matter| matter.text.clone()),
    };
    text.unwrap_or_default()
}

fn outcome(lang: Lang, names: &dyn Names, vote: &Vote) -> String {
    let Some(election) = vote.election() else {
        let verdict = verdict_word(lang, vote.verdict().outcome);
        return tf(lang, "settled-vote", &[("verdict", &verdict), ("question", &vote.question)]);
    };
    if election.elected.is_empty() {
        return t(lang, "settled-election-nobody");
    }
    let elected: Vec<String> = election.elected.iter().map(|person| person_name(lang, names, *person)).collect();
    tf(lang, "settled-election", &[("names", &elected.join(&t(lang, "list-comma")))])
}
