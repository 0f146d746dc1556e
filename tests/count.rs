//! `count` with the worked examples of the law and of meetings: what it prints, how it ends, what it refuses.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, Said, estate, fangzhuo, is_chinese, root, text};
use serde_json::{Value, json};

/// A roll and ballots in a folder of their own.
struct Papers {
    folder: Folder,
    roll: String,
    ballots: String,
}

impl Papers {
    fn new(roll: impl AsRef<[u8]>, ballots: impl AsRef<[u8]>) -> Papers {
        let folder = Folder::new();
        let (roll, ballots) = (folder.write("名册.csv", roll), folder.write("票.csv", ballots));
        Papers { folder, roll, ballots }
    }

    /// A roll of rows and ballots of rows under the documented headings.
    fn of(roll: &[(&str, &str, &str)], ballots: &[(&str, &str)]) -> Papers {
        let mut text = String::from("房号,建筑面积,业主编号\n");
        text.extend(roll.iter().map(|(door, area, owner)| format!("{door},{area},{owner}\n")));
        Papers::new(text, sheet(ballots.iter().map(|(door, said)| ((*door).to_owned(), *said))))
    }

    /// `heads` rows of 100 ㎡ each and the first ones saying yes, no, abstain and void in this order.
    fn sides(heads: u32, sides: [u32; 4]) -> Papers {
        let mut roll = String::from("房号,建筑面积\n");
        roll.extend((1..=heads).map(|head| format!("1-{head},100\n")));
        let said = ["赞成", "反对", "弃权", "无效"].into_iter().zip(sides);
        let said = said.flat_map(|(said, count)| std::iter::repeat_n(said, count as usize));
        Papers::new(roll, sheet((1..).map(|head: u32| format!("1-{head}")).zip(said)))
    }

    fn said(&self, rule: &str, more: &[&str]) -> Said {
        let words = ["count", "--rule", rule, "--roll", &self.roll, "--ballots", &self.ballots];
        fangzhuo(words.iter().chain(more))
    }

    /// The JSON; the exit code must be that of its verdict.
    #[track_caller]
    fn count(&self, rule: &str, more: &[&str]) -> Value {
        let said = self.said(rule, &[more, &["--json"]].concat());
        assert_eq!(said.err, "", "{said:?}");
        let value: Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(said.code, i32::from(value["verdict"] != "passed"), "{value}");
        value
    }

    #[track_caller]
    fn verdict(&self, rule: &str, more: &[&str]) -> String {
        self.count(rule, more)["verdict"].as_str().unwrap().to_owned()
    }

    /// Bad input: exit code 2, one sentence with each of these words.
    #[track_caller]
    fn refused(&self, rule: &str, more: &[&str], words: &[&str]) {
        for lang in ["zh-CN", "en"] {
            let sentence = self.said(rule, &[more, &["--json", "--lang", lang]].concat()).refused(2);
            assert!(words.iter().all(|word| sentence.contains(word)), "{sentence}");
            assert!(!sentence.contains('{') && (lang == "en" || is_chinese(&sentence)), "{sentence}");
        }
    }
}

fn sheet<'a>(rows: impl Iterator<Item = (String, &'a str)>) -> String {
    rows.fold(String::from("房号,意见\n"), |text, (door, said)| text + &format!("{door},{said}\n"))
}

fn names(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

const ORDINARY: &str = "cn-civil-code-278-4";
const SPECIAL: &str = "cn-civil-code-278-6";

#[test]
fn given_a_count_its_json_has_the_documented_names() {
    let said = Papers::sides(9, [6, 1, 1, 1]).count(ORDINARY, &[]);
    assert_eq!(
        names(&said),
        [
            "abstain",
            "approval",
            "conflicts",
            "electorate",
            "heads-by",
            "missing",
            "no",
            "participating",
            "rule",
            "shortfall",
            "turnout",
            "verdict",
            "void",
            "yes"
        ]
    );
    assert_eq!(
        (&said["verdict"], &said["rule"], &said["heads-by"]),
        (&json!("passed"), &json!(ORDINARY), &json!("row"))
    );
    for (name, heads) in
        [("electorate", 9), ("participating", 9), ("yes", 6), ("no", 1), ("abstain", 1), ("void", 1), ("shortfall", 0)]
    {
        assert_eq!(said[name], json!({ "heads": heads, "area": heads * 10_000 }), "{name}");
    }
    let met = json!({ "heads": true, "area": true });
    assert_eq!((&said["turnout"], &said["approval"]), (&met, &met));
    assert_eq!((&said["missing"], &said["conflicts"]), (&json!([]), &json!([])));
}

#[test]
fn given_a_rule_of_heads_alone_areas_are_null_and_no_turnout_counts_as_met() {
    let said = Papers::sides(9, [2, 1, 3, 0]).count("deliberation", &[]);
    assert_eq!(said["electorate"], json!({ "heads": 9, "area": null }));
    assert_eq!(said["yes"], json!({ "heads": 2, "area": null }));
    assert_eq!(
        (&said["turnout"], &said["approval"]),
        (&json!({ "heads": true, "area": null }), &json!({ "heads": true, "area": null }))
    );
    assert_eq!(said["shortfall"], json!({ "heads": 0, "area": null }));
}

#[test]
fn v_4_given_2237_doors_without_areas_1151_yes_are_undecidable_and_not_passed() {
    let mut roll = String::from("房号\n");
    roll.extend((1..=2_237).map(|door| format!("1-{door}\n")));
    let ballots = sheet((1..=1_151).map(|door| (format!("1-{door}"), "赞成")).collect::<Vec<_>>().into_iter());
    let papers = Papers::new(roll, ballots);
    let said = papers.count(ORDINARY, &[]);
    assert_eq!(said["verdict"], "undecidable");
    let missing = said["missing"].as_array().unwrap();
    assert_eq!((missing.len(), &missing[0], &missing[2_236]), (2_237, &json!("area:1-1"), &json!("area:1-2237")));
    assert_eq!(said["electorate"], json!({ "heads": 2_237, "area": null }));
    assert_eq!(said["participating"], json!({ "heads": 1_151, "area": null }));
    // 2/3 of 2,237 are 1,491.3…: 1,492 heads would have to take part.
    assert_eq!(
        (&said["turnout"], &said["shortfall"]["heads"]),
        (&json!({ "heads": false, "area": null }), &json!(341))
    );
    assert_eq!(said["shortfall"]["area"], Value::Null);
    // Nobody asks for areas where heads decide.
    assert_eq!(papers.verdict("deliberation", &[]), "passed");
    let said = papers.said(ORDINARY, &[]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert!(said.out.contains("信息不足") && said.out.contains("2,237") && !said.out.contains("1-11,"), "{}", said.out);
}

#[test]
fn v_6_abstentions_stay_in_the_denominator_of_278_and_outside_a_deliberation() {
    let papers = Papers::sides(40, [20, 12, 8, 0]);
    assert_eq!(papers.verdict(ORDINARY, &[]), "failed");
    assert_eq!(papers.count(ORDINARY, &[])["shortfall"], json!({ "heads": 1, "area": 1 }));
    assert_eq!(papers.verdict("deliberation", &[]), "passed");
    let tie = Papers::sides(40, [16, 16, 8, 0]);
    assert_eq!(tie.verdict(ORDINARY, &[]), "failed");
    assert_eq!(tie.verdict("deliberation", &[]), "failed");
}

#[test]
fn v_8_given_three_flats_of_one_owner_and_twelve_of_the_developer_there_are_twelve_heads() {
    let singles: Vec<String> = (1..=10).map(|n| format!("1-{n}")).collect();
    let developers: Vec<String> = (1..=12).map(|n| format!("3-{n}")).collect();
    let mut roll: Vec<(&str, &str, &str)> = singles.iter().map(|door| (door.as_str(), "100", "")).collect();
    roll.extend([("2-1", "80", "A7"), ("2-2", "80", "A7"), ("2-3", "90", "a7")]);
    roll.extend(developers.iter().map(|door| (door.as_str(), "90.00", "开发商")));
    // One ballot of the developer, one of the owner, each from any door.
    let said = Papers::of(&roll, &[("3-7", "赞成"), ("2-2", "反对"), ("2-3", "反对")]).count(ORDINARY, &[]);
    assert_eq!(said["heads-by"], "owner-id");
    assert_eq!(said["electorate"], json!({ "heads": 12, "area": 233_000 }));
    assert_eq!(said["yes"], json!({ "heads": 1, "area": 108_000 }));
    assert_eq!(said["no"], json!({ "heads": 1, "area": 25_000 }));
    assert_eq!((&said["participating"]["heads"], &said["conflicts"]), (&json!(2), &json!([])));
    // Two thirds of 12 are 8, of 2,330.00 ㎡ 1,553.33…
    assert_eq!(said["shortfall"], json!({ "heads": 6, "area": 155_334 - 133_000 }));
}

#[test]
fn v_10_given_a_second_ballot_that_says_something_else_the_first_stands_and_both_are_listed() {
    let roll = [("1-1", "100", "1"), ("1-2", "100", "2"), ("1-3", "100", "3")];
    let papers = Papers::of(&roll, &[("1-1", "赞成"), ("1-2", "赞成"), ("1-1", "反对"), ("1-1", "赞成")]);
    let said = papers.count(ORDINARY, &[]);
    assert_eq!(
        (&said["verdict"], &said["yes"]["heads"], &said["no"]["heads"]),
        (&json!("passed"), &json!(2), &json!(0))
    );
    assert_eq!(said["participating"], json!({ "heads": 2, "area": 20_000 }));
    assert_eq!(said["conflicts"], json!([{ "door": "1-1", "choices": ["yes", "no"] }]));
    let said = papers.count(ORDINARY, &["--conflicts", "void"]);
    assert_eq!(
        (&said["verdict"], &said["yes"]["heads"], &said["void"]["heads"]),
        (&json!("failed"), &json!(1), &json!(1))
    );
    assert_eq!(said["participating"], json!({ "heads": 2, "area": 20_000 }));
    assert_eq!(said["conflicts"], json!([{ "door": "1-1", "choices": ["yes", "no"] }]));
    // Two doors of one owner contradict each other just so.
    let roll = [("1-1", "100", "1"), ("1-2", "100", "1"), ("1-3", "100", "3")];
    let said = Papers::of(&roll, &[("1-2", "弃权"), ("1-1", "反对")]).count(ORDINARY, &[]);
    assert_eq!(said["abstain"], json!({ "heads": 1, "area": 20_000 }));
    assert_eq!(said["conflicts"], json!([{ "door": "1-2", "choices": ["abstain", "no"] }]));
}

#[test]
fn v_13_given_121_household_representatives_61_open_the_meeting_and_36_of_70_decide() {
    let rule = "cn-residents-meeting-2018-households";
    let count = |yes, no, present: &str| Papers::sides(121, [yes, no, 0, 0]).count(rule, &["--present", present]);
    assert_eq!(count(36, 34, "70")["verdict"], "passed");
    let failed = count(35, 35, "70");
    assert_eq!((&failed["verdict"], &failed["shortfall"]), (&json!("failed"), &json!({ "heads": 1, "area": null })));
    assert_eq!(failed["turnout"], json!({ "heads": true, "area": null }));
    let lacking = count(60, 0, "60");
    assert_eq!((&lacking["verdict"], &lacking["shortfall"]["heads"]), (&json!("failed"), &json!(1)));
    assert_eq!(lacking["turnout"]["heads"], false);
    assert_eq!(count(61, 0, "61")["verdict"], "passed");
}

#[test]
fn v_14_given_250_households_167_representatives_open_a_villagers_meeting() {
    let count = |rule: &str, heads, yes, present: &str| {
        Papers::sides(heads, [yes, 0, 0, 0]).verdict(rule, &["--present", present])
    };
    let households = "cn-villagers-meeting-households";
    assert_eq!(count(households, 250, 84, "167"), "passed");
    assert_eq!(count(households, 250, 83, "167"), "failed");
    assert_eq!(count(households, 250, 166, "166"), "failed");
    let adults = "cn-villagers-meeting-adults";
    assert_eq!(count(adults, 800, 201, "401"), "passed");
    assert_eq!(count(adults, 800, 400, "400"), "failed");
}

#[test]
fn m_5_given_more_ballots_than_people_in_the_hall_nothing_is_counted() {
    let papers = Papers::sides(40, [20, 8, 3, 0]);
    papers.refused("present-majority", &["--present", "30"], &["30", "31"]);
    papers.refused("deliberation", &["--present", "30"], &["30", "31"]);
    assert_eq!(papers.verdict("present-majority", &["--present", "31"]), "passed");
    // Owners who are absent vote on paper.
    assert_eq!(papers.verdict(ORDINARY, &["--present", "30"]), "passed");
    papers.refused("present-majority", &["--present", "41"], &["41", "40"]);
}

#[test]
fn given_a_rule_held_against_those_present_their_number_must_be_known() {
    let papers = Papers::sides(40, [16, 8, 3, 0]);
    let said = papers.count("present-majority", &[]);
    assert_eq!((&said["verdict"], &said["missing"]), (&json!("undecidable"), &json!(["present"])));
    assert_eq!((&said["approval"]["heads"], &said["shortfall"]["heads"]), (&Value::Null, &Value::Null));
    assert_eq!(papers.verdict("present-majority", &["--present", "31"]), "passed");
    let said = papers.count("present-majority", &["--present", "32"]);
    assert_eq!((&said["verdict"], &said["shortfall"]["heads"]), (&json!("failed"), &json!(1)));
}

#[test]
fn at_least_includes_the_number_and_more_than_does_not() {
    // 民法典 1259. Two thirds of 12 are 8; half of 8 is 4; three quarters of 8 are 6.
    for (rule, sides, verdict) in [
        (ORDINARY, [5, 3, 0, 0], "passed"),
        (ORDINARY, [4, 4, 0, 0], "failed"),
        (ORDINARY, [7, 0, 0, 0], "failed"),
        (SPECIAL, [6, 2, 0, 0], "passed"),
        (SPECIAL, [5, 3, 0, 0], "failed"),
        (SPECIAL, [7, 0, 0, 0], "failed"),
        ("cn-henan-dissent", [0, 4, 0, 0], "passed"),
        ("cn-henan-dissent", [7, 5, 0, 0], "failed"),
        ("unanimous", [12, 0, 0, 0], "passed"),
    ] {
        assert_eq!(Papers::sides(12, sides).verdict(rule, &["--present", "12"]), verdict, "{rule} {sides:?}");
    }
}

#[test]
fn each_of_the_nine_matters_is_counted_by_its_own_share() {
    for matter in 1..=9 {
        let rule = format!("cn-civil-code-278-{matter}");
        let special = (6..=8).contains(&matter);
        let expected = if special { "failed" } else { "passed" };
        assert_eq!(Papers::sides(12, [7, 5, 0, 0]).verdict(&rule, &[]), expected, "{rule}");
        assert_eq!(Papers::sides(12, [9, 3, 0, 0]).verdict(&rule, &[]), "passed", "{rule}");
    }
}

#[test]
fn given_one_area_that_is_not_known_its_door_is_named() {
    let roll = [("1-1", "100", "1"), ("1-2", "", "1"), ("1-3", "100", "3")];
    let papers = Papers::of(&roll, &[("1-1", "赞成"), ("1-3", "赞成")]);
    let said = papers.count(ORDINARY, &[]);
    assert_eq!((&said["verdict"], &said["missing"]), (&json!("undecidable"), &json!(["area:1-2"])));
    assert_eq!((&said["yes"], &said["electorate"]["area"]), (&json!({ "heads": 2, "area": null }), &Value::Null));
    assert!(papers.said(ORDINARY, &[]).out.contains("1-2"));
    // A rule that looks only at those who decide needs the areas of nobody else.
    let rule = "id = \"by-area\"\nlevel = \"deliberation\"\nelectorate = \"owners\"\n\
        title = { zh = \"按面积\", en = \"By area\" }\n\
        approval = [{ of = \"yes\", compare = \">\", ratio = \"1/2\", base = \"deciding\", measure = \"area\" }]\n";
    let roll = [("1-1", "100", ""), ("1-2", "", ""), ("1-3", "", ""), ("1-4", "60", "")];
    let papers = Papers::of(&roll, &[("1-1", "赞成"), ("1-2", "弃权"), ("1-4", "反对")]);
    let path = papers.folder.write("rule.toml", rule);
    let said = papers.count(&path, &[]);
    assert_eq!(
        (&said["verdict"], &said["yes"]["area"], &said["rule"]),
        (&json!("passed"), &json!(10_000), &json!("by-area"))
    );
    let papers = Papers::of(&roll, &[("1-1", "赞成"), ("1-2", "反对"), ("1-3", "弃权")]);
    assert_eq!(papers.count(&path, &[])["missing"], json!(["area:1-2"]));
}

#[test]
fn given_a_clause_for_ballots_that_never_came_back_they_take_part() {
    let rule = |counts_as: &str| {
        format!(
            "id = \"clause\"\nlevel = \"deliberation\"\nelectorate = \"owners\"\ntitle = {{ zh = \"甲\", en = \"A\" }}\n\
            turnout = [{{ measure = \"heads\", ratio = \"2/3\", base = \"all\" }}]\n\
            approval = [{{ of = \"yes\", compare = \">\", ratio = \"1/2\", base = \"participating\", measure = \"heads\" }}]\n\
            unreturned = {{ counts-as = \"{counts_as}\", clause = \"未交回的计入多数\", article = \"第16条\" }}\n"
        )
    };
    let papers = Papers::sides(12, [3, 2, 0, 0]);
    let path = papers.folder.write("clause.toml", rule("majority"));
    let said = papers.count(&path, &[]);
    assert_eq!(
        (&said["verdict"], &said["yes"]["heads"], &said["participating"]["heads"]),
        (&json!("passed"), &json!(10), &json!(12))
    );
    let path = papers.folder.write("clause.toml", rule("abstain"));
    let said = papers.count(&path, &[]);
    assert_eq!(
        (&said["verdict"], &said["yes"]["heads"], &said["abstain"]["heads"]),
        (&json!("failed"), &json!(3), &json!(7))
    );
}

#[test]
fn given_ballots_of_strangers_or_with_unknown_words_door_and_row_are_named() {
    let roll = [("1-1", "100", ""), ("1-2", "100", "")];
    Papers::of(&roll, &[("1-1", "赞成"), ("9-9", "赞成")]).refused(ORDINARY, &[], &["9-9", "3"]);
    Papers::of(&roll, &[("1-1", "同意吧")]).refused(ORDINARY, &[], &["1-1", "2", "同意吧"]);
    Papers::of(&roll, &[("1-1", "赞成"), ("1-2", "")]).refused(ORDINARY, &[], &["1-2", "3"]);
    Papers::of(&roll, &[("", "赞成")]).refused(ORDINARY, &[], &["2"]);
    Papers::of(&roll, &[]).refused(ORDINARY, &[], &["票.csv"]);
    let roll = "房号,建筑面积\n1-1,100\n";
    Papers::new(roll, "").refused(ORDINARY, &[], &["票.csv"]);
    Papers::new(roll, "房号,业主\n1-1,甲\n").refused(ORDINARY, &[], &["业主"]);
    Papers::new(roll, "楼,意见\n1-1,赞成\n").refused(ORDINARY, &[], &["楼"]);
}

#[test]
fn given_a_roll_that_cannot_be_read_the_row_is_named() {
    let ballots = "房号,意见\n1-1,赞成\n";
    Papers::new("房号,建筑面积\n1-1,100\n1-1,90\n", ballots).refused(ORDINARY, &[], &["1-1", "3"]);
    Papers::new("房号,建筑面积\n1-1,大\n", ballots).refused(ORDINARY, &[], &["2"]);
    Papers::new("业主\n甲\n", ballots).refused(ORDINARY, &[], &["名册.csv"]);
}

#[test]
fn given_a_rule_that_is_none_nothing_is_counted() {
    let papers = Papers::sides(3, [2, 1, 0, 0]);
    papers.refused("majority", &[], &["majority", "deliberation", ORDINARY]);
    papers.refused("none.toml", &[], &["none.toml"]);
    let contradiction = "id = \"x\"\nlevel = \"deliberation\"\nelectorate = \"owners\"\ntitle = { zh = \"甲\", en = \"A\" }\n\
        approval = [{ of = \"yes\", compare = \">\", ratio = \"1/1\", base = \"all\", measure = \"heads\" }]\n";
    let path = papers.folder.write("bad.toml", contradiction);
    papers.refused(&path, &[], &["bad.toml", "1/1"]);
    let path = papers.folder.write("odd.toml", b"\xff\xfe\x00");
    papers.refused(&path, &[], &["odd.toml"]);
    let path = papers.folder.write("no.toml", "id = ");
    papers.refused(&path, &[], &["no.toml"]);
}

#[test]
fn given_half_a_command_the_missing_part_is_named() {
    for (words, missing) in [
        (vec!["count"], "--rule"),
        (vec!["count", "--rule", "deliberation", "--roll", "a.csv"], "--ballots"),
        (vec!["count", "--rule", "deliberation", "--roll", "a.csv", "--ballots", "b.csv", "--present", "many"], "many"),
        (
            vec!["count", "--rule", "deliberation", "--roll", "a.csv", "--ballots", "b.csv", "--conflicts", "last"],
            "last",
        ),
        (vec!["count", "--rule", "deliberation", "--roll", "a.csv", "--ballots", "b.csv"], "a.csv"),
    ] {
        let sentence = fangzhuo(words).refused(2);
        assert!(sentence.contains(missing) && is_chinese(&sentence), "{sentence}");
    }
}

#[test]
fn given_tables_in_any_form_the_count_is_the_same() {
    let (roll, ballots) = ("房号,建筑面积\n1-1-101,56.38\n1-1-102,60\n", "房号,意见\n1-1-101,赞成\n1-1-102,弃权\n");
    let expected = Papers::new(roll, ballots).count(ORDINARY, &[]);
    assert_eq!(expected["yes"], json!({ "heads": 1, "area": 5_638 }));
    // As Excel saves it: with a mark at the beginning, or in the encoding of a Chinese Windows.
    assert_eq!(Papers::new(roll, format!("\u{feff}{ballots}")).count(ORDINARY, &[]), expected);
    let gbk = b"\xB7\xBF\xBA\xC5,\xD2\xE2\xBC\xFB\r\n1-1-101,\xD4\xDE\xB3\xC9\r\n1-1-102,\xC6\xFA\xC8\xA8\r\n";
    assert_eq!(Papers::new(roll, gbk).count(ORDINARY, &[]), expected);
    // Doors written another way, answers in English.
    let other = "door,choice\n1号楼1单元101室,Yes\n１－１－１０２,abstain\n";
    assert_eq!(Papers::new(roll, other).count(ORDINARY, &[]), expected);
}

#[test]
fn given_workbooks_the_count_is_the_same_as_of_text() {
    let workbook = text(&root().join("app/papers/tests/data/roll-shuichan.xlsx"));
    let folder = Folder::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (row, (door, said)) in [("房号", "意见"), ("1-1-101", "赞成"), ("1-1-102", "反对")].into_iter().enumerate()
    {
        page.write(u32::try_from(row).unwrap(), 0, door).unwrap().write(u32::try_from(row).unwrap(), 1, said).unwrap();
    }
    let ballots = folder.write("ballots.xlsx", book.save_to_buffer().unwrap());
    let texts = folder.write("ballots.csv", "房号,意见\n1-1-101,赞成\n1-1-102,反对\n");
    let count = |roll: &str, ballots: &str| {
        fangzhuo(["count", "--rule", ORDINARY, "--roll", roll, "--ballots", ballots, "--json"])
    };
    let expected = count(&estate(), &texts);
    assert_eq!((expected.code, expected.err.as_str()), (1, ""));
    assert_eq!(count(&workbook, &ballots), expected);
}

#[test]
fn the_rules_are_listed_with_title_and_sentence() {
    let lines = fangzhuo(["count", "--rules"]).done();
    let listed: Vec<Vec<&str>> = lines.lines().map(|line| line.split('\t').collect()).collect();
    assert!(listed.iter().all(|line| line.len() == 3 && line.iter().all(|part| !part.is_empty())), "{lines}");
    let ids: Vec<&str> = listed.iter().map(|line| line[0]).collect();
    for id in ["deliberation", "present-majority", "unanimous", "cn-civil-code-278-1", "cn-civil-code-278-9"] {
        assert!(ids.contains(&id), "{lines}");
    }
    assert!(listed.iter().any(|line| line[1].contains("旧法")), "{lines}");
    let json: Value = serde_json::from_str(&fangzhuo(["count", "--rules", "--json"]).done()).unwrap();
    let json = json.as_array().unwrap();
    assert_eq!(json.iter().map(|rule| rule["id"].as_str().unwrap()).collect::<Vec<_>>(), ids);
    for (rule, line) in json.iter().zip(&listed) {
        assert_eq!(rule["sentence"]["zh-CN"], line[2]);
        assert!(line[1].starts_with(rule["title"]["zh-CN"].as_str().unwrap()));
    }
    assert!(!is_chinese(&fangzhuo(["count", "--rules", "--lang", "en"]).done()));
}

#[test]
fn for_people_every_count_stands_on_a_line_in_their_language() {
    let papers = Papers::sides(12, [3, 4, 1, 0]);
    let said = papers.said(ORDINARY, &[]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    for line in ["赞成\t3 人、300.00 ㎡", "反对\t4 人、400.00 ㎡", "参加\t8 人、800.00 ㎡"] {
        assert!(said.out.lines().any(|found| found == line), "{line}\n{}", said.out);
    }
    let verdict = said.out.lines().last().unwrap();
    assert!(verdict.contains("没通过") && verdict.contains("还差 2 人、100.01 ㎡"), "{verdict}");
    let english = papers.said(ORDINARY, &["--lang", "en"]);
    assert!(!is_chinese(&english.out), "{}", english.out);
    // Without owner-id it is said that each row is a head.
    assert!(said.out.contains("业主编号"), "{}", said.out);
    let conflict = Papers::of(&[("1-1", "100", "1")], &[("1-1", "赞成"), ("1-1", "反对")]);
    assert!(conflict.said(ORDINARY, &[]).out.contains("1-1：赞成、反对，以第一张为准"));
    assert!(conflict.said(ORDINARY, &["--conflicts", "void"]).out.contains("1-1：赞成、反对，作废"));
}
