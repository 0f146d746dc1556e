//! Rolls as offices keep them: what is read, what is refused, what a person may choose.
#![allow(clippy::unwrap_used, reason = "helpers of a test fail by panicking")]

use amounts::CentiSqm;
use papers::roll_in::{
    Among, AreaSource, Basis, Choices, Exception, Field, LargeArea, Misread, Outcome, Refusal, RollPreview, RollRow,
    SheetAndMapping, Skip, UnitKind, problem_text, proposal_text, read_roll, remarks,
};
use papers::sheet::{Limit, RollFileError, error_text};
use words::Lang;

const SHUICHAN_CSV: &[u8] = include_bytes!("data/roll-shuichan.csv");
const SHUICHAN_XLSX: &[u8] = include_bytes!("data/roll-shuichan.xlsx");
const WANDU: &[u8] = include_bytes!("data/roll-wandu-2000.csv");
const BAD: &[u8] = include_bytes!("data/roll-bad.csv");

fn csv(text: &str) -> RollPreview {
    read_roll("roll.csv", text.as_bytes(), None).unwrap()
}

fn all(preview: &RollPreview) -> Vec<RollRow> {
    preview.accept(&Choices::default())
}

fn area(rows: &[RollRow]) -> CentiSqm {
    CentiSqm::checked_sum(rows.iter().filter_map(|row| row.area)).unwrap()
}

fn row(preview: &RollPreview, number: u32) -> &papers::roll_in::PreviewRow {
    preview.rows.iter().find(|row| row.number == number).unwrap()
}

#[test]
fn the_small_estate_is_the_same_roll_from_text_and_workbook() {
    let text = read_roll("roll-shuichan.csv", SHUICHAN_CSV, None).unwrap();
    let book = read_roll("roll-shuichan.xlsx", SHUICHAN_XLSX, None).unwrap();
    for preview in [&text, &book] {
        assert_eq!((preview.counts.importable, preview.counts.refused), (36, 0));
        let rows = all(preview);
        assert_eq!(area(&rows), CentiSqm(221_760));
        assert_eq!(rows.iter().map(|row| row.owners.last().unwrap().party).max(), Some(36));
    }
    let same = |rows: Vec<RollRow>| rows.into_iter().map(|row| RollRow { rows: Vec::new(), ..row }).collect::<Vec<_>>();
    assert_eq!(same(all(&text)), same(all(&book)));

    // The workbook has a title, a blank row and a sum; its second sheet is offered.
    assert_eq!((book.head_row, book.sheet, book.sheets.len()), (3, 0, 2));
    let skipped: Vec<_> = book.rows.iter().filter(|row| matches!(row.outcome, Outcome::Skipped(_))).collect();
    let said: Vec<_> = skipped.iter().map(|row| (row.number, problem_text(Lang::ZhCn, row).short)).collect();
    assert_eq!(said, [(1, "标题，跳过".into()), (2, "跳过".into()), (22, "跳过".into()), (41, "合计，跳过".into())]);
    assert_eq!(problem_text(Lang::ZhCn, row(&book, 4)).short, "面积读作 56.38；人口读作 5");
    assert_eq!(row(&book, 4).written.area, "56.38㎡");
    let first = &all(&book)[0];
    assert_eq!(
        (first.building.as_str(), first.stair.as_str(), first.floor, first.residents),
        ("1", "1", Some(1), Some(5))
    );
}

#[test]
fn one_owner_of_two_flats_is_one_head_only_when_a_person_says_so() {
    let preview = read_roll("roll-shuichan.csv", SHUICHAN_CSV, None).unwrap();
    let [proposal] = preview.proposals.as_slice() else { panic!("{:?}", preview.proposals) };
    assert!(matches!(proposal.basis, Basis::NameAndPhone { .. }));
    let text = proposal_text(Lang::ZhCn, proposal);
    assert_eq!(text.headline, "毛素有 2 套，算 1 人，面积相加");
    assert_eq!(text.detail, "1-2-101、1-3-401，同名同电话；请确认是同一个人");

    let heads = |choices: &Choices| {
        let rows = preview.accept(choices);
        rows.iter()
            .flat_map(|row| row.owners.iter().map(|owner| owner.party))
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    };
    assert_eq!(heads(&Choices::default()), 36);
    assert_eq!(heads(&Choices { same_owner: [0].into(), ..Choices::default() }), 35);
}

#[test]
fn the_large_estate_is_read_from_gb_18030_and_equal_names_stay_different_people() {
    let preview = read_roll("roll-wandu-2000.csv", WANDU, None).unwrap();
    assert_eq!(preview.counts.refused, 0);
    assert_eq!(preview.proposals, []);
    let rows = all(&preview);
    assert_eq!(rows.len(), 2000);
    assert_eq!(rows[0].door.as_str(), "1号楼1单元101室");
    let doors: Vec<_> = rows.iter().map(|row| row.door.clone()).collect();
    assert!(doors.is_sorted());
    let at = |door: &str| doors.iter().position(|there| there.as_str() == door).unwrap();
    assert!(at("2号楼1单元101室") < at("10号楼1单元101室"));
    let mut doors_of_name = std::collections::BTreeMap::<&str, usize>::new();
    for row in &rows {
        *doors_of_name.entry(&row.owners[0].name).or_default() += 1;
    }
    assert_eq!(doors_of_name.values().filter(|doors| **doors > 1).count(), 53);
    assert_eq!(rows.iter().map(|row| row.owners[0].party).max(), Some(2000));
    assert_eq!(area(&rows), CentiSqm(19_935_384));
}

#[test]
fn every_bad_row_is_refused_with_its_number_and_what_was_found() {
    let preview = read_roll("roll-bad.csv", BAD, None).unwrap();
    assert_eq!((preview.counts.importable, preview.counts.refused, preview.counts.skipped), (3, 5, 0));
    let refusals: Vec<_> = preview.rows.iter().map(|row| (row.number, row.refusals().to_vec())).collect();
    let duplicate = Refusal::DuplicateDoor { first_row: 2, first_owner: "甲".into(), same_area: false };
    assert_eq!(
        refusals,
        [
            (2, vec![]),
            (3, vec![duplicate]),
            (4, vec![Refusal::NoArea]),
            (5, vec![Refusal::NegativeArea("-5".into())]),
            (6, vec![Refusal::WordyArea("五十六".into())]),
            (7, vec![Refusal::NoDoor]),
            (8, vec![]),
            (9, vec![]),
        ]
    );
    assert!(matches!(&row(&preview, 8).outcome, Outcome::ReadOtherwise(read)
        if matches!(&read[..], [Misread::Area { value: CentiSqm(6050), .. }])));
    assert!(matches!(
        row(&preview, 9).outcome,
        Outcome::Suspicious(LargeArea { area: CentiSqm(106_472), times: 17, among: Among::Stair }, _)
    ));

    let said = |number| {
        let text = problem_text(Lang::ZhCn, row(&preview, number));
        [text.row, text.short, text.headline, text.detail]
    };
    assert_eq!(
        said(3),
        [
            "第 3 行",
            "房号和第 2 行重复",
            "房号 1-1-101 重复",
            "第 2 行是甲，这一行是乙，面积也不一样；请改好其中一行再导一次"
        ]
    );
    assert_eq!(
        said(4),
        ["第 4 行", "没有面积", "1-1-102 没有面积", "建筑面积一格是空的；请填上，或选“面积不详”先导入"]
    );
    assert_eq!(said(5), ["第 5 行", "面积是负数", "1-1-201 面积是 -5", "面积要大于 0，请改好再导一次"]);
    assert_eq!(said(6), ["第 6 行", "“五十六”认不出是多少", "1-1-202 面积写作“五十六”", "请写成数字，如 56.38"]);
    assert_eq!(said(7), ["第 7 行", "没有房号", "己没有房号", "房号一格是空的，请填上再导一次"]);
    assert_eq!(said(8), ["第 8 行", "全角数字，读作 60.50", "", ""]);
    assert_eq!(
        said(9),
        [
            "第 9 行",
            "读作 1,064.72，是同单元的 17 倍",
            "1-1-302 面积 1,064.72 ㎡",
            "是同单元的 17 倍，会照读；请对一下产权证"
        ]
    );
}

#[test]
fn a_person_may_take_an_empty_area_and_nothing_else_by_it() {
    let preview = read_roll("roll-bad.csv", BAD, None).unwrap();
    let everything: std::collections::BTreeSet<u32> = (1..=9).collect();
    let choices = Choices { area_not_known: everything.clone(), co_owner: everything, ..Choices::default() };
    let rows = preview.accept(&choices);
    let doors: Vec<_> = rows.iter().map(|row| (row.door.as_str(), row.area)).collect();
    assert_eq!(
        doors,
        [
            ("1-1-101", Some(CentiSqm(5638))),
            ("1-1-102", None),
            ("1-1-301", Some(CentiSqm(6050))),
            ("1-1-302", Some(CentiSqm(106_472))),
        ]
    );
    assert_eq!(all(&preview).len(), 3);
    // What a command line takes for granted: the empty area, and nothing else.
    assert_eq!(Choices::empty_areas_not_known(&preview), Choices { area_not_known: [4].into(), ..Choices::default() });
}

#[test]
fn a_second_row_of_one_area_may_be_a_co_owner() {
    let preview = csv("房号,业主,建筑面积,电话,备注,车牌\n\
        1-1-101,甲,56.38,13800000001,出租,冀A1\n\
        1号楼1单元101室,乙,56.38,13800000002,,冀A2\n\
        1-1-101,丙,,,,\n\
        1-1-101,丁,60,,,\n");
    let exceptions: Vec<_> = preview.rows.iter().map(papers::roll_in::PreviewRow::exceptions).collect();
    assert_eq!(exceptions, [None, Some(vec![Exception::CoOwner]), Some(vec![Exception::CoOwner]), None]);
    assert_eq!(all(&preview).len(), 1);
    assert!(problem_text(Lang::ZhCn, row(&preview, 3)).detail.contains("可以选“共有”"));

    let choices = Choices { co_owner: [3, 4, 5].into(), ..Choices::default() };
    let [unit] = &preview.accept(&choices)[..] else { panic!("one unit") };
    assert_eq!(unit.rows, [2, 3, 4]);
    assert_eq!(unit.area, Some(CentiSqm(5638)));
    let owners: Vec<_> = unit.owners.iter().map(|owner| (owner.party, owner.name.as_str())).collect();
    assert_eq!(owners, [(1, "甲"), (2, "乙"), (3, "丙")]);
    assert_eq!(unit.extra, [("车牌".to_owned(), "冀A1；冀A2".to_owned())]);
    assert_eq!(unit.note, "出租");
}

#[test]
fn a_co_owner_waits_for_the_door_to_come_in() {
    let preview = csv("房号,业主,建筑面积\n1-1-101,甲,\n1-1-101,乙,\n");
    let co_owner = Choices { co_owner: [3].into(), ..Choices::default() };
    assert_eq!(preview.accept(&co_owner), []);
    let both = Choices { area_not_known: [2].into(), ..co_owner };
    let [unit] = &preview.accept(&both)[..] else { panic!("one unit") };
    assert_eq!((unit.area, unit.owners.len()), (None, 2));
}

#[test]
fn owners_of_one_cell_are_several_and_keep_their_phones() {
    let preview =
        csv("房号,业主,建筑面积,电话\n1-1-101,甲、乙,56.38,13800000001、13800000002\n1-1-102,丙；丁,60,13800000003\n");
    let rows = all(&preview);
    let owners = |at: usize| -> Vec<(&str, &str)> {
        rows[at].owners.iter().map(|owner| (owner.name.as_str(), owner.phone.as_str())).collect()
    };
    assert_eq!(owners(0), [("甲", "13800000001"), ("乙", "13800000002")]);
    assert_eq!(owners(1), [("丙", "13800000003"), ("丁", "")]);
}

#[test]
fn same_owner_is_proposed_by_number_or_by_name_and_phone_never_by_name() {
    let preview = csv("房号,业主编号,业主,建筑面积,手机\n\
        1-1-101,7,甲,50,13800000001\n\
        1-1-102,7,甲公司,50,\n\
        1-1-103,,甲,50,138-0000-0001\n\
        1-1-104,,乙,50,\n\
        1-1-105,,乙,50,\n\
        1-1-106,,丙,50,13800000009\n\
        1-1-107,,丁,50,13800000009\n");
    let proposed: Vec<_> = preview.proposals.iter().map(|proposal| proposal.doors.join(" ")).collect();
    assert_eq!(proposed, ["1-1-101 1-1-102", "1-1-101 1-1-103"]);
    assert!(proposal_text(Lang::ZhCn, &preview.proposals[0]).detail.contains("业主编号都是 7"));
    let parties = |chosen: &[usize]| -> Vec<u32> {
        let choices = Choices { same_owner: chosen.iter().copied().collect(), ..Choices::default() };
        preview.accept(&choices).iter().map(|row| row.owners[0].party).collect()
    };
    assert_eq!(parties(&[]), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(parties(&[0]), [1, 1, 2, 3, 4, 5, 6]);
    assert_eq!(parties(&[1]), [1, 2, 1, 3, 4, 5, 6]);
    // The number links the first two, the phone the first and the third: one person.
    assert_eq!(parties(&[0, 1]), [1, 1, 1, 2, 3, 4, 5]);
    assert_eq!(parties(&[9]), [1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn further_columns_are_kept_under_their_headings() {
    let preview = csv("房号,业主,建筑面积,水表,低保,水表,\n1-1-101,甲,50,12,是,13,x\n");
    assert_eq!(preview.extra_headings, ["水表", "低保", "水表 2", "G"]);
    let text = |heading: &str, text: &str| (heading.to_owned(), text.to_owned());
    assert_eq!(all(&preview)[0].extra, [text("水表", "12"), text("低保", "是"), text("水表 2", "13"), text("G", "x")]);
}

#[test]
fn building_and_stair_in_columns_of_their_own_make_the_door() {
    let preview =
        csv("楼号,单元,房号,户主,面积,用途\n1号楼,1单元,101,甲,50,住宅\n,,102,乙,60,商铺\n2,3,1201室,丙,70,\n");
    let rows = all(&preview);
    let doors: Vec<_> = rows.iter().map(|row| (row.door.as_str(), row.floor, row.kind)).collect();
    assert_eq!(
        doors,
        [
            ("1-1-101", Some(1), UnitKind::Flat),
            ("2-3-1201", Some(12), UnitKind::Flat),
            ("102", Some(1), UnitKind::Shop),
        ]
    );
    assert_eq!(problem_text(Lang::ZhCn, row(&preview, 2)).short, "房号读作 1-1-101");
}

#[test]
fn titles_heads_sums_and_footnotes_are_no_households() {
    let preview = csv(
        "水产宿舍名册,,\n\n房号,业主,建筑面积\n1-1-101,甲,50\n小计：,,50\n房号,业主,建筑面积\n1-1-102,乙,50\n合计2户,,100\n制表：王五,,\n",
    );
    let skips: Vec<_> = preview
        .rows
        .iter()
        .filter_map(|row| if let Outcome::Skipped(skip) = row.outcome { Some((row.number, skip)) } else { None })
        .collect();
    assert_eq!(
        skips,
        [
            (1, Skip::Title),
            (2, Skip::Blank),
            (5, Skip::Sum),
            (6, Skip::RepeatedHead),
            (8, Skip::Sum),
            (9, Skip::Footnote)
        ]
    );
    assert_eq!(all(&preview).len(), 2);
    // A household with a telling name is one all the same.
    assert_eq!(all(&csv("房号,业主,建筑面积\n合计小区1号楼1单元101,甲,50\n")).len(), 1);
}

#[test]
fn residents_and_floors_that_are_no_numbers_are_refused_together_with_the_rest() {
    let preview = csv("房号,业主,建筑面积,人口,楼层\n1-1-101,甲,0,三,顶楼\n");
    assert_eq!(
        row(&preview, 2).refusals(),
        [Refusal::ZeroArea("0".into()), Refusal::BadResidents("三".into()), Refusal::BadFloor("顶楼".into())]
    );
    assert_eq!(
        problem_text(Lang::ZhCn, row(&preview, 2)).short,
        "面积是 0；人口“三”认不出是多少；楼层“顶楼”认不出是几层"
    );
    assert_eq!(row(&preview, 2).exceptions(), None);
}

#[test]
fn a_person_may_say_which_column_is_which() {
    let text = "编码,谁,多大\n1-1-101,甲,50\n1-1-102,乙,60\n";
    let error = read_roll("a.csv", text.as_bytes(), None).unwrap_err();
    let headings = ["编码", "谁", "多大"].map(str::to_owned).to_vec();
    assert_eq!(error, RollFileError::NoDoorColumn { sheet: String::new(), row: 1, headings });
    assert_eq!(
        error_text(Lang::ZhCn, &error),
        "没有找到房号一列。第 1 行的表头是：编码、谁、多大。请指明哪一列是房号，或把表头改成“房号”；名册没有变动。"
    );
    let mapping = [(Field::Door, 0), (Field::Owner, 1), (Field::Area, 2)].into();
    let choice = SheetAndMapping { mapping: Some(mapping), ..SheetAndMapping::default() };
    let preview = read_roll("a.csv", text.as_bytes(), Some(choice)).unwrap();
    assert_eq!((preview.head_row, area(&all(&preview))), (1, CentiSqm(11_000)));
    let columns: Vec<_> = preview.columns.iter().map(|column| (column.heading.as_str(), column.field)).collect();
    assert_eq!(columns, [("编码", Some(Field::Door)), ("谁", Some(Field::Owner)), ("多大", Some(Field::Area))]);
}

#[test]
fn a_sheet_or_row_that_is_not_there_is_said() {
    for choice in [
        SheetAndMapping { sheet: 7, ..SheetAndMapping::default() },
        SheetAndMapping { head_row: Some(0), ..SheetAndMapping::default() },
        SheetAndMapping { head_row: Some(999), ..SheetAndMapping::default() },
    ] {
        assert_eq!(read_roll("a.csv", SHUICHAN_CSV, Some(choice)), Err(RollFileError::NoSuchSheet));
    }
    let second = SheetAndMapping { sheet: 1, ..SheetAndMapping::default() };
    let error = read_roll("a.xlsx", SHUICHAN_XLSX, Some(second)).unwrap_err();
    assert!(matches!(error, RollFileError::NoDoorColumn { headings, .. } if headings == ["本表仅供内部使用"]));
}

#[test]
fn a_roll_without_areas_says_so_once_and_refuses_nobody() {
    let preview = csv("房号,业主\n1-1-101,甲\n");
    assert_eq!(all(&preview)[0].area, None);
    assert_eq!(remarks(Lang::ZhCn, &preview), ["没有面积一列：导入后各户面积都是“不详”，按面积的表决和分摊要先补上"]);
}

#[test]
fn files_that_are_no_rolls_are_refused_each_with_its_own_sentence() {
    let compound = |stream: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(1024, 0);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(1536, 0);
        bytes
    };
    let rows: Vec<String> = (0..20_001).map(|n| format!("1-1-{n},50")).collect();
    let cases: [(&str, Vec<u8>, RollFileError); 14] = [
        ("a.xlsx", SHUICHAN_XLSX[..4000].to_vec(), RollFileError::Unreadable),
        ("a.xlsx", vec![7; 100], RollFileError::Unreadable),
        ("a.xlsx", Vec::new(), RollFileError::Empty),
        ("a.csv", b"\xEF\xBB\xBF\r\n ,\r\n".to_vec(), RollFileError::Empty),
        ("a.xlsx", compound("EncryptedPackage"), RollFileError::PasswordProtected),
        ("a.xls", compound("Workbook"), RollFileError::LegacyXls),
        ("a.doc", compound("WordDocument"), RollFileError::OtherType),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>".to_vec(), RollFileError::OtherType),
        ("a.csv", b"%PDF-1.7 ...".to_vec(), RollFileError::OtherType),
        ("a.docx", b"not a zip at all".to_vec(), RollFileError::OtherType),
        ("a.csv", vec![0xff; 64], RollFileError::WrongEncoding),
        (
            "a.csv",
            "房号,面积\n".as_bytes().iter().chain(&[0xff, 0xff]).copied().collect(),
            RollFileError::WrongEncoding,
        ),
        ("a.csv", format!("房号,面积\n{}", rows.join("\n")).into_bytes(), RollFileError::TooLarge(Limit::Rows(20_002))),
        ("a.csv", vec![b'1'; 21 * 1024 * 1024], RollFileError::TooLarge(Limit::Bytes)),
    ];
    let mut sentences = std::collections::BTreeMap::new();
    for (name, bytes, expected) in cases {
        let error = read_roll(name, &bytes, None).unwrap_err();
        assert_eq!(error, expected, "{name}, {} bytes", bytes.len());
        sentences.insert(error_text(Lang::ZhCn, &error), error.clone());
        assert!(error_text(Lang::ZhCn, &error).ends_with("名册没有变动。"));
        assert!(error_text(Lang::En, &error).ends_with("The roll is unchanged."));
    }
    assert_eq!(sentences.len(), 8, "one sentence a reason: {sentences:#?}");
}

#[test]
fn the_refused_rows_come_back_as_a_table_that_can_be_mended() {
    let preview = csv("房号,业主,建筑面积\n1-1-101,=HYPERLINK(\"http://x\"),-5\n1-1-102,@乙,五十\n1-1-103,丙,50\n");
    let table = preview.refused_rows_csv(Lang::ZhCn).unwrap();
    let text = String::from_utf8(table.clone()).unwrap();
    assert_eq!(
        text,
        "\u{feff}原表行号,房号,业主,建筑面积,退回原因,怎么改\r\n\
         2,1-1-101,\"'=HYPERLINK(\"\"http://x\"\")\",-5,1-1-101 面积是 -5,面积要大于 0，请改好再导一次\r\n\
         3,1-1-102,'@乙,五十,1-1-102 面积写作“五十”,请写成数字，如 56.38\r\n"
    );
    // Mended and read again: our own columns are none of the roll's, the owner is the one of before.
    let mended = text.replace(",-5,", ",5,").replace(",五十,", ",50,");
    let rows = all(&read_roll("mended.csv", mended.as_bytes(), None).unwrap());
    assert_eq!((rows.len(), rows[1].owners[0].name.as_str(), rows[0].extra.len()), (2, "@乙", 0));
}

#[test]
fn ten_thousand_rows_are_one_preview() {
    let row = |n: u32| {
        let (building, floor, room) = (n / 200 + 1, n / 10 % 20 + 1, n % 10 + 1);
        format!("{building}号楼1单元{floor}{room:02}室,业主{n},{}.5,139{n:08},冀A{n}\n", 50 + n % 60)
    };
    let preview =
        csv(&["房号,业主,建筑面积,电话,车牌\n".to_owned()].into_iter().chain((0..10_000).map(row)).collect::<String>());
    assert_eq!((preview.counts.importable, preview.proposals.len()), (10_000, 0));
    assert_eq!(all(&preview).len(), 10_000);
}

#[test]
fn undelivered_units_area_sources_and_co_owners_are_read_and_a_missing_developer_is_a_finding() {
    let table = "房号,业主,电话,建筑面积,面积来源,交付,开发商\n\
        1-101,张三、李四,13800000001、13800000002,60.00,登记簿,已交付,\n\
        1-102,王五;赵六,,\"60,50\",实测,,\n\
        2-101,,,90.00,合同,未交付,万都置业\n\
        2-102,,,90.00,合同,未售（万都置业）,\n\
        2-103,钱七,,80.00,,未交付,\n\
        2-104,孙八,,80.00,听说的,快了,\n";
    let preview = read_roll("roll.csv", table.as_bytes(), None).unwrap();
    assert_eq!((preview.counts.importable, preview.counts.refused), (5, 1));
    let rows = all(&preview);
    let of = |door: &str| rows.iter().find(|row| row.door.as_str() == door).unwrap();
    let names = |door: &str| of(door).owners.iter().map(|owner| owner.name.as_str()).collect::<Vec<_>>();
    assert_eq!(names("1-101"), ["张三", "李四"], "two owners of one unit, the first votes");
    assert_eq!(names("1-102"), ["王五", "赵六"]);
    assert_eq!(of("1-101").owners[1].phone, "13800000002");
    assert_eq!(of("1-102").area, Some(CentiSqm(6_050)));
    let sources = ["1-101", "1-102", "2-101", "2-103"].map(|door| of(door).area_source);
    assert_eq!(sources, [AreaSource::Register, AreaSource::Survey, AreaSource::Contract, AreaSource::Roll]);
    let held = ["1-101", "2-101", "2-102", "2-103"].map(|door| of(door).undelivered.clone());
    assert_eq!(held, [None, Some("万都置业".into()), Some("万都置业".into()), Some(String::new())]);
    assert_eq!(
        remarks(Lang::ZhCn, &preview),
        [
            "1 户未交付，没写开发商：2-103。先由各户业主表决；请补上“开发商”一列，或导入后在名册页登记",
            "2 户未交付：2-101、2-102。由万都置业表决，合起来算 1 人",
        ]
    );
    let said = problem_text(Lang::ZhCn, row(&preview, 7));
    assert_eq!(said.headline, "2-104 面积来源写作“听说的”；2-104 交付一格写作“快了”");
    assert_eq!(problem_text(Lang::ZhCn, row(&preview, 6)).short, "未交付，没写开发商");
}

#[test]
fn one_name_alone_never_makes_one_owner_and_a_number_does() {
    let table = "房号,业主,电话,建筑面积,业主编号\n\
        1-101,张三,,60,\n1-102,张三,,60,\n1-103,张三,139,60,\n1-104,张三,139,60,\n\
        2-101,李四,,60,A7\n2-102,李四 ,,60,a7\n2-103,王五,13800000001,60,\n2-104,赵六,13800000001,60,\n";
    let preview = read_roll("roll.csv", table.as_bytes(), None).unwrap();
    let [proposal] = preview.proposals.as_slice() else { panic!("{:?}", preview.proposals) };
    assert_eq!(
        (proposal.doors.as_slice(), &proposal.basis),
        (["2-101".into(), "2-102".into()].as_slice(), &Basis::OwnerId("a7".into()))
    );
}
