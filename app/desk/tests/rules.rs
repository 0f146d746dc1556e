//! The voting rules on the desk: read aloud in both languages, adopted from the community's folder, copied, changed,
//! retired; what stands in a rule's way is said beside its field and nothing is written.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, Window, click, press, session, settle, type_text, window_with};
use desk::page::Place;
use egui::Key;
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use words::{Lang, t};

const OWN: &str = r#"
    # Our covenant, article 12.
    id = "our-covenant-12"
    level = "owners"
    electorate = "owners"
    title = { zh = "小额维修", en = "Small repairs" }
    source = { law = { zh = "本小区管理规约", en = "our covenant" }, article = "第12条", date = "2026-03-01" }
    approval = [{ of = "yes", compare = ">", ratio = "1/2", base = "participating", measure = "heads" }]
"#;

/// The example's file on the page of rules, with these files in the folder beside it.
fn rules(setting: Setting, files: &[(&str, &str)]) -> Window {
    let lang = setting.lang;
    let mut window = window_with(setting, |workspace| {
        let folder = workspace.places.documents.join("rules");
        std::fs::create_dir(&folder).unwrap();
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        workspace.open_example().unwrap();
    });
    window.state_mut().desk.show(Place::Procedures);
    settle(&mut window);
    click(&mut window, &t(lang, "rules-title"));
    window
}

/// Clicks the row whose name begins like this; a name is unique by its beginning.
fn mark(window: &mut Window, beginning: &str) {
    let found = window
        .query_all_by(|node| {
            node.role() == egui::Role::Row && node.label().is_some_and(|name| name.starts_with(beginning))
        })
        .next();
    found.expect(beginning).click();
    settle(window);
}

/// Puts this into the field of that name instead of what stands in it.
fn write(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(egui::Role::TextInput, field).focus();
    window.run_steps(2);
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    type_text(window, text);
    settle(window);
}

fn picture(album: &mut SnapshotResults, window: &mut Window, name: &str) {
    window.snapshot(name);
    album.extend(window.take_snapshot_results());
}

fn own(window: &Window) -> Vec<String> {
    session(window).facts().rules.keys().cloned().collect()
}

#[test]
fn given_a_shipped_rule_when_it_is_marked_then_it_is_read_aloud_in_both_languages_with_its_law() {
    let mut window = rules(Setting::default(), &[]);
    mark(&mut window, "筹集维修资金");
    window.get_by_label(
        "参加表决的人数和面积都不少于全体业主的三分之二，赞成的人数和面积都不少于参加表决的四分之三，才算通过；\
         废票算参加，不算赞成",
    );
    window.get_by_label(
        "Passed if at least two thirds of all owners take part and at least three quarters of those taking part say \
         yes, each by heads and by area; void papers count as taking part, not as yes",
    );
    window.get_by_label("《民法典》第278条第1款第6项，文本日期 2021-01-01");
    window.get_by_label("会前要有通知；临时增加的议题只议不决");
    assert!(window.query_by_label("停用").is_none(), "a shipped rule is neither changed nor retired");
    assert!(window.query_by_label("修改…").is_none());
}

#[test]
fn given_old_law_then_the_list_and_the_detail_say_so() {
    let mut window = rules(Setting::default(), &[]);
    mark(&mut window, "居民会议（每户派代表）");
    let says_so = |label: String| label.contains("旧法 《居委会组织法》第9条、第10条");
    let marked = window.query_all_by(|node| node.role() == egui::Role::Row && node.label().is_some_and(says_so));
    assert_eq!(marked.count(), 3, "the three ways to hold a residents' meeting by the old text");
    window.get_by_label("旧法，自 2026-01-01 起由2025年10月28日修订的《居委会组织法》取代；用前先核对新规定");
}

#[test]
fn given_rule_files_in_the_folder_then_each_is_offered_with_its_problem_and_adopted_by_a_person_only() {
    let bad = OWN.replace("our-covenant-12", "worse").replace("1/2", "1/1");
    let mut window = rules(Setting::default(), &[("our.toml", OWN), ("worse.toml", &bad)]);
    assert_eq!(own(&window), Vec::<String>::new(), "looking changes nothing");
    mark(&mut window, "worse.toml");
    window.get_by_label("worse.toml：要求超过 1/1，永远达不到；这条规则没有采用，改好文件后再读一次");
    mark(&mut window, "小额维修");
    window.get_by_label("赞成的人数超过参加表决人数的一半，才算通过；废票算参加，不算赞成");
    click(&mut window, "采用这条规则");
    assert_eq!(own(&window), ["our-covenant-12"]);
    assert!(window.query_by_label("采用这条规则").is_none(), "it is the community's own now");

    // A file put there while the page is open is seen when the folder is read again.
    let folder = session(&window).rules_folder();
    let third = OWN.replace("our-covenant-12", "third").replace("小额维修", "第三条");
    std::fs::write(folder.join("third.toml"), third).unwrap();
    click(&mut window, "再读一次");
    mark(&mut window, "第三条");
    click(&mut window, "采用这条规则");
    assert_eq!(own(&window), ["our-covenant-12", "third"]);
    click(&mut window, "停用");
    assert_eq!(own(&window), ["our-covenant-12"]);
}

#[test]
fn given_a_copy_then_problems_stand_beside_their_fields_the_sentence_follows_and_saving_adopts() {
    let mut window = rules(Setting::default(), &[]);
    mark(&mut window, "使用维修资金");
    click(&mut window, "复制一条来改…");
    // What is copied cites nothing: the community writes its own text down.
    assert_eq!(
        window.query_all_by_label("有约束力的决定要写明依据的法律和条款").count(),
        2,
        "beside field and sentence"
    );
    click(&mut window, "保存并采用");
    assert_eq!(own(&window), Vec::<String>::new(), "a rule that is none is not saved");
    write(&mut window, "法律或规约（中文）", "本小区管理规约");
    write(&mut window, "条款", "第12条");
    window.get_by_label(
        "参加表决的人数和面积都不少于全体业主的三分之二，赞成的人数和面积都超过参加表决的一半，才算通过；\
         废票算参加，不算赞成",
    );
    write(&mut window, "通过门槛 1 比例", "3/5");
    assert!(window.query_by_label_contains("赞成的人数超过参加表决人数的五分之三").is_some(), "while one types");
    write(&mut window, "通过门槛 2 比例", "六成");
    assert_eq!(window.query_all_by_label("“六成”不是比例，请写成 2/3 这样").count(), 2);
    write(&mut window, "通过门槛 2 比例", "3/5");
    write(&mut window, "名称（中文）", "小修小补");
    click(&mut window, "保存并采用");
    assert_eq!(own(&window), ["own-1"]);
    let rule = session(&window).facts().rule("own-1").unwrap();
    assert_eq!((rule.title.zh.as_str(), rule.approval[1].ratio.to_string().as_str()), ("小修小补", "3/5"));
    assert!(rule.needs_notice, "what nobody touched is as it was copied");
    // The list is there again, with the new rule marked.
    window.get_by_label("停用");

    // Another wording replaces it for later votes; leaving with Esc keeps it.
    click(&mut window, "修改…");
    click(&mut window, "去掉通过门槛 2");
    press(&mut window, Key::Escape);
    assert_eq!(session(&window).facts().rule("own-1").unwrap().approval.len(), 2);
    click(&mut window, "修改…");
    click(&mut window, "去掉通过门槛 2");
    click(&mut window, "保存并采用");
    assert_eq!(session(&window).facts().rule("own-1").unwrap().approval.len(), 1);
}

#[test]
fn given_an_id_that_is_taken_then_the_field_says_so() {
    let mut window = rules(Setting::default(), &[]);
    mark(&mut window, "到会过半数");
    click(&mut window, "复制一条来改…");
    write(&mut window, "编号", "unanimous");
    assert_eq!(window.query_all_by_label("编号 unanimous 是程序自带规则的，请换一个").count(), 2);
    write(&mut window, "编号", "half");
    click(&mut window, "保存并采用");
    assert_eq!(own(&window), ["half"]);
}

#[test]
fn pictures_of_list_and_editor_in_both_languages() {
    let mut album = SnapshotResults::new();
    let settings =
        [("", Setting::default()), ("-en", Setting::english()), ("-dark", Setting::dark()), ("-720", Setting::small())];
    for (name, setting) in settings {
        let lang = setting.lang;
        let bad = OWN.replace("our-covenant-12", "worse").replace("1/2", "1/1");
        let mut window = rules(setting, &[("our.toml", OWN), ("worse.toml", &bad)]);
        mark(&mut window, if lang == Lang::ZhCn { "选举业主委员会" } else { "Election of" });
        picture(&mut album, &mut window, &format!("rules-list{name}"));
        if name.is_empty() || name == "-en" {
            mark(&mut window, if lang == Lang::ZhCn { "居民会议（年满18岁" } else { "Residents' meeting of adults" });
            picture(&mut album, &mut window, &format!("rules-old{name}"));
        }
        click(&mut window, &t(lang, "rules-copy"));
        picture(&mut album, &mut window, &format!("rules-editor-problem{name}"));
        write(&mut window, &t(lang, "rules-law-zh"), "本社区居民公约");
        write(&mut window, &t(lang, "rules-article"), "第3条");
        picture(&mut album, &mut window, &format!("rules-editor{name}"));
    }
}
