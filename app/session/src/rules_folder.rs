//! A community's own rules: the folder `rules` beside its file, one TOML file a rule, offered and never taken unasked.
//!
//! Reading the folder changes nothing. A rule comes into the file by [`Command::AdoptRule`], which a person presses, and
//! is then in the file itself: the folder may go away.

use std::path::{Path, PathBuf};

use deliberation::Command;
use deliberation::rule::{Rule, RuleError};
use words::rule_words::rule_problem;
use words::{Lang, tf};

use crate::session::Session;

/// No rule is longer; a larger file is something else.
const LARGEST: u64 = 64 * 1024;

/// The folder beside the community's file.
const FOLDER: &str = "rules";

/// A file of the folder and the rule in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFile {
    /// Where it lies.
    pub path: PathBuf,
    /// The rule, or why it cannot be used.
    pub rule: Result<Rule, RuleError>,
}

impl RuleFile {
    /// Its name without the folder.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// What is wrong with it, in one sentence that names the file; `None` if it can be adopted.
    pub fn problem(&self, lang: Lang) -> Option<String> {
        let problem = match &self.rule {
            Err(error) => rule_problem(lang, error),
            Ok(rule) if deliberation::rule::find(&rule.id).is_some() => {
                tf(lang, "rules-id-shipped", &[("id", &rule.id)])
            }
            Ok(_) => return None,
        };
        Some(tf(lang, "rules-file-problem", &[("file", &self.name()), ("problem", &problem)]))
    }
}

/// The rule files of a folder by name; none where there is no folder.
pub fn read_folder(folder: &Path) -> Vec<RuleFile> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_rule = |path: &PathBuf| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_rule).collect();
    paths.sort();
    paths.into_iter().map(|path| RuleFile { rule: read(&path), path }).collect()
}

fn read(path: &Path) -> Result<Rule, RuleError> {
    let unreadable = |error: std::io::Error| RuleError::Unreadable { detail: error.to_string() };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST {
        return Err(RuleError::Unreadable { detail: format!("{size} > {LARGEST} bytes") });
    }
    from_bytes(&std::fs::read(path).map_err(unreadable)?)
}

/// A rule from a file's bytes.
pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Rule, RuleError> {
    let text = std::str::from_utf8(bytes).map_err(|error| RuleError::Unreadable { detail: error.to_string() })?;
    Rule::from_toml(text.trim_start_matches('\u{feff}'))
}

impl Session {
    /// Where the community's own rule files lie.
    pub fn rules_folder(&self) -> PathBuf {
        self.path().with_file_name(FOLDER)
    }

    /// What lies there now, each file with its problem if it has one.
    pub fn own_rules(&self) -> Vec<RuleFile> {
        read_folder(&self.rules_folder())
    }

    /// The command that takes such a file's rule into the community's file.
    pub fn adopting(file: &RuleFile) -> Option<Command> {
        file.rule.as_ref().ok().map(|rule| Command::AdoptRule { rule: Box::new(rule.clone()) })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use deliberation::{At, Refusal};

    use super::*;
    use crate::writer::Outcome;

    const OWN: &str = r#"
        id = "our-covenant-12"
        level = "owners"
        electorate = "owners"
        needs-notice = true
        title = { zh = "小额维修", en = "Small repairs" }
        source = { law = { zh = "本小区管理规约", en = "our covenant" }, article = "第12条", date = "2026-03-01" }
        approval = [{ of = "yes", compare = ">", ratio = "1/2", base = "participating", measure = "heads" }]
    "#;

    fn session(folder: &Path) -> Session {
        let path = folder.join("水产宿舍.fz");
        Session::create(&path, "水产宿舍", "Asia/Shanghai", Lang::ZhCn, At(0), Arc::new(|| {})).unwrap()
    }

    #[test]
    fn every_file_of_the_folder_is_offered_with_its_problem_if_it_has_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = session(folder.path());
        assert_eq!(session.own_rules(), Vec::new(), "no folder, no rules");
        let rules = session.rules_folder();
        std::fs::create_dir(&rules).unwrap();
        let write = |name: &str, bytes: &[u8]| std::fs::write(rules.join(name), bytes).unwrap();
        write("a-own.toml", format!("\u{feff}{OWN}").as_bytes());
        write("b-contradiction.toml", OWN.replace("\">\"", "\"≤\"").as_bytes());
        write("c-shipped.toml", OWN.replace("our-covenant-12", "unanimous").as_bytes());
        write("d-not-text.toml", &[0xff, 0xfe, 0x00]);
        write("e-large.toml", &vec![b'#'; 70_000]);
        write("notes.txt", b"no rule");

        let offered = session.own_rules();
        let problems: Vec<Option<String>> = offered.iter().map(|file| file.problem(Lang::ZhCn)).collect();
        assert_eq!(offered.len(), 5);
        assert_eq!(problems[0], None);
        for (at, said) in [
            (1, "b-contradiction.toml：赞成只能要求"),
            (2, "c-shipped.toml："),
            (3, "d-not-text.toml："),
            (4, "e-large.toml："),
        ] {
            let sentence = problems[at].as_deref().unwrap();
            assert!(sentence.starts_with(said), "{sentence}");
            assert!(sentence.ends_with("没有采用，改好文件后再读一次"), "{sentence}");
        }

        // Adopting takes the rule into the file; the folder is not needed any more.
        let adopt = Session::adopting(&offered[0]).unwrap();
        assert!(Session::adopting(&offered[1]).is_none());
        assert!(session.submit_and_settle(adopt).is_done());
        std::fs::remove_dir_all(&rules).unwrap();
        assert_eq!(session.facts().rule("our-covenant-12").unwrap().title.zh, "小额维修");
        let taken = Session::adopting(&offered[2]).unwrap();
        let outcome = session.submit_and_settle(taken);
        assert!(matches!(outcome, Outcome::Refused(_, Refusal::RuleIdTaken { .. })), "{outcome:?}");
    }

    #[test]
    fn a_story_adopts_a_rule_from_a_file_beside_it_and_a_contradiction_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = session(folder.path());
        let files = |name: &str| match name {
            "our.toml" => Ok(OWN.as_bytes().to_vec()),
            "bad.toml" => Ok(OWN.replace("1/2", "1/1").into_bytes()),
            _ => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
        };
        let play = |session: &mut Session, text: &str| {
            crate::Story::parse(Lang::ZhCn, text).unwrap().play(session, Lang::ZhCn, &files)
        };
        play(&mut session, r#"{"do":"adopt-rule","rule":"bad.toml","refused":"bad-rule"}"#).unwrap();
        assert!(session.facts().rules.is_empty(), "nothing is recorded");
        play(&mut session, r#"{"do":"adopt-rule","rule":"our.toml"}"#).unwrap();
        play(&mut session, r#"{"do":"adopt-rule","rule":"our.toml","refused":"nothing-changes"}"#).unwrap();
        assert!(session.facts().rules.contains_key("our-covenant-12"));
        let missing = play(&mut session, r#"{"do":"adopt-rule","rule":"none.toml"}"#).unwrap_err();
        assert!(missing.bad_input && missing.what.contains("none.toml"), "{}", missing.what);
        let stopped = play(&mut session, r#"{"do":"adopt-rule","rule":"bad.toml"}"#).unwrap_err();
        assert!(stopped.what.contains("永远达不到"), "{}", stopped.what);
        play(&mut session, r#"{"do":"retire-rule","rule":"our-covenant-12"}"#).unwrap();
        assert!(session.facts().rules.is_empty());
    }
}
