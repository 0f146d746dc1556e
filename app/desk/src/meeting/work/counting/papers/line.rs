//! A line typed off a paper: the door, a space, and one digit — or one a candidate.

use deliberation::Door;
use deliberation::ballot::{Choice, DoorBallot};
use deliberation::vote::Vote;

use crate::meeting::bench::Bench;
use crate::meeting::parts::read::plain;

/// What the digits of a paper say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::meeting::work::counting) struct Said {
    pub(in crate::meeting::work::counting) choice: Choice,
    pub(in crate::meeting::work::counting) slate: Vec<Choice>,
}

/// Why digits say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::meeting::work::counting) enum Unclear {
    /// None of 1, 2, 3 and 0, or more than one.
    NoChoice,
    /// Not one digit a candidate.
    Slate {
        /// Candidates.
        wanted: usize,
        /// Digits.
        got: usize,
    },
}

/// The digits of a paper: 1 for, 2 against, 3 abstaining, one a candidate in an election; 0 alone = a void paper.
pub(in crate::meeting::work::counting) fn digits(text: &str, candidates: usize) -> Result<Said, Unclear> {
    let text: String = plain(text).chars().filter(|c| !c.is_whitespace()).collect();
    if text == "0" {
        return Ok(Said { choice: Choice::Void, slate: Vec::new() });
    }
    let said: Option<Vec<Choice>> = text
        .chars()
        .map(|digit| match digit {
            '1' => Some(Choice::Yes),
            '2' => Some(Choice::No),
            '3' => Some(Choice::Abstain),
            _ => None,
        })
        .collect();
    let said = said.ok_or(Unclear::NoChoice)?;
    match (candidates, said.as_slice()) {
        (0, [choice]) => Ok(Said { choice: *choice, slate: Vec::new() }),
        (0, _) => Err(Unclear::NoChoice),
        (wanted, slate) if slate.len() == wanted => Ok(Said { choice: Choice::Yes, slate: said }),
        (wanted, slate) => Err(Unclear::Slate { wanted, got: slate.len() }),
    }
}

/// The digits as typed: the way back for a correction.
pub(in crate::meeting::work::counting) fn typed(choice: Choice, slate: &[Choice]) -> String {
    let digit = |choice: &Choice| match choice {
        Choice::Yes => '1',
        Choice::No => '2',
        Choice::Abstain => '3',
        Choice::Void => '0',
    };
    if slate.is_empty() { digit(&choice).to_string() } else { slate.iter().map(digit).collect() }
}

/// Door and digits of a line; the door is what stands before the last space.
fn parts(line: &str) -> Option<(String, String)> {
    let line = plain(line);
    let (door, rest) = line.trim().rsplit_once(char::is_whitespace)?;
    let (door, rest) = (door.trim(), rest.trim());
    (!door.is_empty() && !rest.is_empty()).then(|| (door.to_owned(), rest.to_owned()))
}

/// The ballot of a line, or the sentence that says why there is none.
pub(super) fn ballot(bench: &Bench<'_>, vote: &Vote, line: &str) -> Result<DoorBallot, String> {
    let (written, rest) = parts(line).ok_or_else(|| bench.say("ballots-line-door"))?;
    let door = door(bench, vote, &written)?;
    let said = digits(&rest, vote.candidates.len()).map_err(|unclear| unclear_text(bench, unclear))?;
    Ok(DoorBallot { door, choice: said.choice, slate: said.slate })
}

/// The sentence for digits that say nothing.
pub(in crate::meeting::work::counting) fn unclear_text(bench: &Bench<'_>, unclear: Unclear) -> String {
    match unclear {
        Unclear::NoChoice => bench.say("ballots-line-choice"),
        Unclear::Slate { wanted, got } => {
            let args = [("wanted", &*wanted.to_string()), ("got", &got.to_string())];
            bench.tell("ballots-line-slate", &args)
        }
    }
}

/// The one door that is meant: as the roll writes it, or by its digits where they fit one head alone.
fn door(bench: &Bench<'_>, vote: &Vote, written: &str) -> Result<Door, String> {
    let exact = Door::new(written);
    if vote.roll.find(&exact).is_some() {
        return Ok(exact);
    }
    let mut found = session::find(&bench.snapshot, written);
    // Only whole doors: a paper has a number on it, a name alone may be another's.
    found.retain(|one| one.rank == 0);
    let doors: Vec<&Door> = found.iter().filter_map(|one| Some(&vote.roll.unit(one.unit?)?.door)).collect();
    match doors.as_slice() {
        [door] => Ok((*door).clone()),
        [] => Err(bench.tell("ballots-line-unknown", &[("door", written)])),
        _ => Err(bench.tell("ballots-line-several", &[("door", written)])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_is_a_choice_full_width_too_and_nothing_else_is() {
        let one = |choice| Ok(Said { choice, slate: Vec::new() });
        assert_eq!(digits("1", 0), one(Choice::Yes));
        assert_eq!(digits("２", 0), one(Choice::No));
        assert_eq!(digits("0", 0), one(Choice::Void));
        for text in ["4", "", "12", "x"] {
            assert_eq!(digits(text, 0), Err(Unclear::NoChoice), "{text}");
        }
    }

    #[test]
    fn an_election_takes_one_digit_a_candidate_or_a_void_paper() {
        let slate = vec![Choice::Yes, Choice::No, Choice::Abstain];
        assert_eq!(digits("123", 3), Ok(Said { choice: Choice::Yes, slate }));
        assert_eq!(digits("0", 3), Ok(Said { choice: Choice::Void, slate: Vec::new() }));
        assert_eq!(digits("12", 3), Err(Unclear::Slate { wanted: 3, got: 2 }));
        // A candidate cannot be void alone.
        assert_eq!(digits("102", 3), Err(Unclear::NoChoice));
    }

    #[test]
    fn a_line_is_taken_apart_at_its_last_space_and_typed_back_the_same() {
        assert_eq!(parts("1-1-301　１"), Some(("1-1-301".into(), "1".into())));
        assert_eq!(parts("1 幢 301 2"), Some(("1 幢 301".into(), "2".into())));
        assert!(parts("1-1-301").is_none() && parts(" 1").is_none());
        for (text, candidates) in [("1", 0), ("0", 0), ("132", 3), ("0", 3)] {
            let said = digits(text, candidates).unwrap();
            assert_eq!(typed(said.choice, &said.slate), text);
        }
    }
}
