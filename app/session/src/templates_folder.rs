//! A community's own agenda templates: the folder `templates` beside its file, one TOML file a template.
//!
//! Reading the folder changes nothing, and choosing a template copies it into a plan: the folder may go away. A template
//! is saved from a meeting's own agenda, never over another one.

use std::path::{Path, PathBuf};

use deliberation::meeting::Meeting;
use deliberation::template::{Template, TemplateError};
use words::calling::template_problem;
use words::{Lang, tf};

use crate::session::Session;

/// No template is longer; a larger file is something else.
const LARGEST: u64 = 64 * 1024;

/// The folder beside the community's file.
const FOLDER: &str = "templates";

/// A file of the folder and the template in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFile {
    /// Where it lies.
    pub path: PathBuf,
    /// The template, or why it cannot be used.
    pub template: Result<Template, TemplateError>,
}

impl TemplateFile {
    /// What is wrong with it, in one sentence that names the file; `None` if a meeting can be planned by it.
    pub fn problem(&self, lang: Lang) -> Option<String> {
        let problem = template_problem(lang, self.template.as_ref().err()?);
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        Some(tf(lang, "template-file-problem", &[("file", &name), ("problem", &problem)]))
    }
}

/// The template files of a folder by name; none where there is no folder.
pub fn read_folder(folder: &Path) -> Vec<TemplateFile> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_template = |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_template).collect();
    paths.sort();
    paths.into_iter().map(|path| TemplateFile { template: read(&path), path }).collect()
}

fn read(path: &Path) -> Result<Template, TemplateError> {
    let unreadable = |error: std::io::Error| TemplateError::Unreadable { detail: error.to_string() };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST {
        return Err(TemplateError::Unreadable { detail: format!("{size} > {LARGEST} bytes") });
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    Template::from_toml(text.trim_start_matches('\u{feff}'))
}

impl Session {
    /// Where the community's own templates lie.
    pub fn templates_folder(&self) -> PathBuf {
        self.path().with_file_name(FOLDER)
    }

    /// What lies there now, each file with its problem if it has one.
    pub fn own_templates(&self) -> Vec<TemplateFile> {
        read_folder(&self.templates_folder())
    }

    /// Saves a meeting's plan and agenda as a template of this name; the error is the sentence for people.
    pub fn save_template(&self, lang: Lang, name: &str, meeting: &Meeting) -> Result<PathBuf, String> {
        let folder = self.templates_folder();
        let place = |id: &str| folder.join(format!("{id}.toml"));
        let ids = (1..u32::MAX).map(|number| format!("own-{number}"));
        let taken = |id: &str| place(id).exists();
        let id = ids.into_iter().find(|id| !taken(id)).unwrap_or_default();
        let template = Template::of_meeting(&id, name, &self.facts().file.title, meeting);
        let said =
            |problem: TemplateError| tf(lang, "template-not-saved", &[("problem", &template_problem(lang, &problem))]);
        let path = place(&id);
        crate::export::write(lang, &path, template.to_toml().map_err(said)?.as_bytes())?;
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use deliberation::{At, Command, template};

    use super::*;
    use crate::export::{self, Format};

    #[test]
    fn a_meetings_agenda_becomes_a_file_that_is_offered_again_and_a_broken_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("水产宿舍.fz");
        let mut session =
            Session::create(&path, "水产宿舍", "Asia/Shanghai", Lang::ZhCn, At(0), Arc::new(|| {})).unwrap();
        assert_eq!(session.own_templates(), Vec::new(), "no folder, no templates");
        let take = |text: &deliberation::rule::Bilingual| text.zh.clone();
        let joint = template::find("joint").unwrap();
        let mut commands = vec![Command::PlanMeeting { plan: joint.plan(&take, "水产宿舍", At(86_400_000)) }];
        commands.extend(joint.agenda(&take));
        session.submit_all(commands);
        session.settle();
        let meeting = session.facts().meetings[0].clone();
        let saved = session.save_template(Lang::ZhCn, "三方联席", &meeting).unwrap();
        assert!(session.save_template(Lang::ZhCn, "另一种", &meeting).is_ok(), "never over another one");
        let said = session.save_template(Lang::ZhCn, "  ", &meeting).unwrap_err();
        assert!(said.contains("有一处名称是空的"), "{said}");
        std::fs::write(session.templates_folder().join("z.toml"), "id = \"Z\"").unwrap();

        let own = session.own_templates();
        assert_eq!(own.len(), 3);
        let first = own[0].template.as_ref().unwrap();
        assert_eq!((&*first.id, &*first.title.zh, first.items.len()), ("own-1", "三方联席", joint.items.len()));
        assert_eq!(
            first.parties,
            joint
                .parties
                .iter()
                .map(|party| {
                    let both = deliberation::rule::Bilingual { zh: party.name.zh.clone(), en: party.name.zh.clone() };
                    template::TemplateParty { name: both, capacity: party.capacity }
                })
                .collect::<Vec<_>>()
        );
        assert!(saved.ends_with("templates/own-1.toml") && own[0].problem(Lang::ZhCn).is_none());
        assert!(own[2].problem(Lang::ZhCn).unwrap().starts_with("z.toml："), "{:?}", own[2].problem(Lang::ZhCn));

        // The notice of a meeting to come is one of its papers, with the head of the file.
        let to = folder.path().join("papers");
        let number = deliberation::ids::MeetingNo(1);
        export::meeting(&session, Lang::ZhCn, number, &to, &[Format::Markdown]).unwrap();
        let notice = std::fs::read_to_string(to.join("notice-meeting.md")).unwrap();
        assert!(notice.contains("关于召开水产宿舍联席会议的通知") && notice.contains("各方通报情况"), "{notice}");
        assert!(notice.contains("fangzhuo:") || notice.contains(&session.head().unwrap().digits()), "{notice}");
    }
}
