//! Papers as they leave the house: read back the way Word and Excel read them.

#![allow(clippy::unwrap_used, reason = "helpers of a test fail by panicking")]

use std::io::{Cursor, Read as _};

use amounts::Fen;
use calamine::{Data, Reader as _, Xlsx};
use deliberation::time::At;
use papers::{PaperError, day_sheet, docx, markdown, share_roll};
use words::Lang;
use words::day_sheet::{DayRow, DaySheet, DayStair};
use words::document::{Block, Column, Document, MetaLine, ShareRoll, ShareRow, Table};

/// 2026-07-18T11:00:00Z.
const AT: At = At(1_784_372_400_000);

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn texts(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|&text| text.to_owned()).collect()).collect()
}

fn minutes() -> Document {
    let mut paper = Document::new(Lang::ZhCn, "第1次小方桌会议纪要");
    paper.meta("时间", "2026年7月18日 19:00");
    paper.heading(1, "一、化粪池");
    paper.heading(2, "（一）情况");
    paper.labelled("出席", "应到 35 人 <实到> & 26 人");
    paper.paragraph("第一行\n第二行");
    paper.table(Table {
        caption: Some("表决结果".to_owned()),
        columns: vec![Column::words("意见", 2), Column::figures("人数", 1), Column::marks("记号", 1)],
        rows: texts(&[&["赞成", "21"], &["反对", "3", "■", "多余"]]),
        total: texts(&[&["合计", "24", ""]]).pop(),
    });
    paper
        .blocks
        .push(Block::SignatureLine { labels: vec!["主持人签字".to_owned(), "记录人签字".to_owned()] });
    paper.blocks.push(Block::Code { payload: "fangzhuo:ab:214:cd".to_owned(), lines: vec!["0000 0214".to_owned()] });
    paper.blocks.push(Block::Note("签字表示记录属实".to_owned()));
    paper.blocks.push(Block::PageBreak);
    paper.heading(1, "附件");
    paper.footer = Some("第1次".to_owned());
    paper
}

#[test]
fn the_word_paper_is_laid_out_like_an_official_one() {
    let file = docx(&minutes(), AT).unwrap();
    // Word's own reading of it, as far as a library goes.
    docx_rs::read_docx(&file).unwrap();
    let body = part(&file, "word/document.xml");
    for piece in [
        r#"<w:pgSz w:w="11906" w:h="16838" />"#,
        r#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1587""#,
        r#"w:eastAsia="方正小标宋简体""#,
        r#"w:eastAsia="仿宋_GB2312""#,
        r#"w:ascii="Times New Roman""#,
        r#"<w:spacing w:line="580" w:lineRule="exact" />"#,
        r#"w:firstLine="640""#,
        "应到 35 人 &lt;实到&gt; &amp; 26 人",
        r#"<w:jc w:val="right" />"#,
        "<w:pageBreakBefore />",
        r#"w:leader="underscore""#,
    ] {
        assert!(body.contains(piece), "{piece}\n{body}");
    }
    assert_eq!(body.matches("<w:tblHeader />").count(), 1, "the head row repeats");
    assert!(!body.contains("trHeight"), "no mark is left");
    assert!(!body.contains("多余"), "a cell without a column");
    let footer = part(&file, "word/footer1.xml");
    let (before, after) = footer.split_once("PAGE").unwrap();
    assert!(before.contains("第1次") && before.contains("— ") && after.contains(" —"), "{footer}");
    let fonts = part(&file, "word/fontTable.xml");
    assert!(fonts.contains(r#"<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>"#));
    assert!(part(&file, "docProps/core.xml").contains("2026-07-18T11:00:00Z"));
    assert!(part(&file, "docProps/core.xml").contains("小方桌"));
    assert!(part(&file, "word/styles.xml").contains(r#"w:eastAsia="zh-CN""#));
}

#[test]
fn the_code_on_paper_says_what_it_was_given() {
    let code_of = |payload: &str| {
        let mut paper = Document::new(Lang::ZhCn, "公告");
        paper.blocks.push(Block::Code { payload: payload.to_owned(), lines: Vec::new() });
        let file = docx(&paper, AT)?;
        let mut archive = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
        let name = archive
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .find(|name| name.starts_with("word/media/rId"))
            .unwrap();
        let mut png = Vec::new();
        archive.by_name(&name).unwrap().read_to_end(&mut png).unwrap();
        Ok::<_, PaperError>(image::load_from_memory(&png).unwrap().into_luma8())
    };
    let payload = "fangzhuo:0f1e2d3c4b5a69788796a5b4c3d2e1f0:214:9c1185a5";
    let picture = code_of(payload).unwrap();
    let code = qrcode::QrCode::with_error_correction_level(payload, qrcode::EcLevel::M).unwrap();
    let side = u32::try_from(code.width()).unwrap();
    assert_eq!(picture.dimensions(), ((side + 8) * 8, (side + 8) * 8));
    for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (x, y))) {
        let dark = code[(x as usize, y as usize)] == qrcode::Color::Dark;
        assert_eq!(picture.get_pixel((x + 4) * 8 + 3, (y + 4) * 8 + 3).0, [if dark { 0 } else { 255 }]);
    }
    assert!((0..picture.width()).all(|x| picture.get_pixel(x, 31).0 == [255]), "a quiet border");
    assert_eq!(code_of(&"长".repeat(4000)).unwrap_err(), PaperError::CodeTooLong);
}

#[test]
fn the_same_paper_has_the_same_bytes() {
    assert_eq!(docx(&minutes(), AT).unwrap(), docx(&minutes(), AT).unwrap());
    assert_ne!(docx(&minutes(), AT).unwrap(), docx(&minutes(), At(0)).unwrap());
    let elsewhere = std::thread::spawn(|| (docx(&minutes(), AT).unwrap(), share_roll(&roll(), AT).unwrap()));
    assert_eq!((docx(&minutes(), AT).unwrap(), share_roll(&roll(), AT).unwrap()), elsewhere.join().unwrap());
}

#[test]
fn characters_no_paper_can_hold_are_left_out() {
    let mut paper = Document::new(Lang::ZhCn, "标\u{0}题\u{202e}");
    paper.paragraph("一\u{b}二\u{ffff}三");
    let file = docx(&paper, AT).unwrap();
    docx_rs::read_docx(&file).unwrap();
    let body = part(&file, "word/document.xml");
    assert!(body.contains("标题") && body.contains("一二三"));
}

#[test]
fn the_markdown_reads_like_the_paper() {
    let expected = "\
# 第1次小方桌会议纪要

- 时间：2026年7月18日 19:00

## 一、化粪池

### （一）情况

**出席**：应到 35 人 \\<实到\\> \\& 26 人

第一行  \n第二行

表决结果

| 意见 | 人数 | 记号 |
| :--- | ---: | :---: |
| 赞成 | 21 |  |
| 反对 | 3 | ■ |
| **合计** | **24** |  |

主持人签字：＿＿＿＿＿＿＿＿　　记录人签字：＿＿＿＿＿＿＿＿

0000 0214  \n`fangzhuo:ab:214:cd`

签字表示记录属实

---

## 附件

---

第1次
";
    assert_eq!(markdown(&minutes()), expected);
}

fn roll() -> ShareRoll {
    let row = |door: &str, owner: &str, due: i64, relief: i64, paid: Option<i64>| ShareRow {
        door: door.to_owned(),
        owner: owner.to_owned(),
        basis: "56.38 ㎡".to_owned(),
        weight: "1".to_owned(),
        due: Fen(due),
        relief: Fen(relief),
        paid: paid.map(Fen),
        agreed: "同意".to_owned(),
        paid_on: "2026-07-20".to_owned(),
    };
    ShareRoll {
        title: "=分摊清册".to_owned(),
        facts: vec![MetaLine { label: "总额".to_owned(), text: "1,650.00 元".to_owned() }],
        rows: vec![
            row("1-1-101", "=1+1", 4584, 0, Some(4584)),
            row("-1-102", "@SUM(A1)", 4583, 2291, None),
            row("+1-103", "史**", 12_345_678_901, 0, Some(1)),
        ],
        notes: vec!["尾差 12 分".to_owned()],
        lang: Lang::ZhCn,
    }
}

fn sheet(file: &[u8]) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).unwrap();
    let name = book.sheet_names()[0].clone();
    assert!(["分摊清册", "上门清单"].contains(&name.as_str()), "{name}");
    assert!(book.worksheet_formula(&name).unwrap().is_empty(), "no formula anywhere");
    book.worksheet_range(&name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn the_share_roll_has_real_numbers_and_no_formula() {
    let file = share_roll(&roll(), AT).unwrap();
    let rows = sheet(&file);
    let text = |text: &str| Data::String(text.to_owned());
    let head = rows.iter().position(|row| row[0] == text("房号")).unwrap();
    let headings: Vec<String> = rows[head].iter().map(ToString::to_string).collect();
    assert_eq!(headings.concat(), "房号户主计算基数系数应分减免实缴是否同意缴款日期签名");
    assert_eq!(rows[0][0], text("=分摊清册"));
    assert_eq!(
        rows[head + 1][..7],
        [
            text("1-1-101"),
            text("=1+1"),
            text("56.38 ㎡"),
            text("1"),
            Data::Float(45.84),
            Data::Float(0.0),
            Data::Float(45.84)
        ]
    );
    assert_eq!(rows[head + 2][..2], [text("-1-102"), text("@SUM(A1)")]);
    assert_eq!(rows[head + 2][6], Data::Empty, "nothing paid is not zero paid");
    assert_eq!(rows[head + 4][0], text("合计"));
    // 45.84 + 45.83 + 123,456,789.01, exactly.
    assert_eq!(rows[head + 4][4..7], [Data::Float(123_456_880.68), Data::Float(22.91), Data::Float(45.85)]);

    let xml = part(&file, "xl/worksheets/sheet1.xml");
    for piece in [
        r#"orientation="landscape""#,
        r#"paperSize="9""#,
        r#"state="frozen""#,
        "&amp;C第 &amp;P 页，共 &amp;N 页",
        r#"fitToHeight="0""#,
    ] {
        assert!(xml.contains(piece), "{piece}\n{xml}");
    }
    let line = head + 1;
    assert!(
        part(&file, "xl/workbook.xml").contains(&format!("分摊清册!${line}:${line}")),
        "the head row is printed on each page"
    );
    assert!(
        part(&file, "xl/styles.xml").contains(r##"formatCode="#,##0.00""##)
            || part(&file, "xl/styles.xml").contains(r#"numFmtId="4""#)
    );
    assert!(!part(&file, "[Content_Types].xml").contains("vba"));
    assert!(part(&file, "docProps/core.xml").contains("2026-07-18T11:00:00Z"));
}

#[test]
fn amounts_a_workbook_cannot_keep_are_refused() {
    let with = |due: i64| {
        let mut roll = roll();
        roll.rows = vec![ShareRow { due: Fen(due), ..ShareRow::default() }];
        share_roll(&roll, AT)
    };
    let file = with(999_999_999_999_999).unwrap();
    assert!(sheet(&file).iter().any(|row| row.get(4) == Some(&Data::Float(9_999_999_999_999.99))));
    assert_eq!(with(1_000_000_000_000_000), Err(PaperError::AmountTooLarge));
    assert!(PaperError::AmountTooLarge.sentence(Lang::ZhCn).contains("请核对金额"));
    assert!(PaperError::CodeTooLong.sentence(Lang::En).contains("no file was written"));
}

#[test]
fn a_share_roll_may_be_empty_or_without_facts() {
    let empty = ShareRoll { title: "清册".to_owned(), ..ShareRoll::default() };
    let rows = sheet(&share_roll(&empty, AT).unwrap());
    assert_eq!(rows.last().unwrap()[4], Data::Float(0.0));
    docx_rs::read_docx(&docx(&Document::default(), AT).unwrap()).unwrap();
    assert_eq!(markdown(&Document::new(Lang::En, "Minutes")), "# Minutes\n");
}

#[test]
fn the_day_sheet_has_its_doors_stair_by_stair_with_real_amounts_and_empty_cells_for_the_pen() {
    let row = |door: &str, open| DayRow {
        door: door.to_owned(),
        owner: "=王*".to_owned(),
        answer: "还没答复".to_owned(),
        open: Fen(open),
    };
    let day = DaySheet {
        title: "清掏费上门清单".to_owned(),
        facts: vec![MetaLine { label: "还没答复".to_owned(), text: "91.67元，2户".to_owned() }],
        stairs: vec![
            DayStair { heading: "1号楼1单元 1户".to_owned(), rows: vec![row("1-1-101", 4584)] },
            DayStair { heading: "1号楼2单元 1户".to_owned(), rows: vec![row("1-2-201", 4583)] },
        ],
        notes: vec!["户主姓名打印时隐去一部分".to_owned()],
        lang: Lang::ZhCn,
    };
    let file = day_sheet(&day, AT).unwrap();
    assert_eq!(file, day_sheet(&day, AT).unwrap(), "the same bytes");
    let rows = sheet(&file);
    let text = |text: &str| Data::String(text.to_owned());
    let head = rows.iter().position(|row| row[0] == text("房号")).unwrap();
    let headings: Vec<String> = rows[head].iter().map(ToString::to_string).collect();
    assert_eq!(headings.concat(), "房号户主目前应分未交同意／不同意收到金额收据号签名");
    assert_eq!(rows[head + 1][0], text("1号楼1单元 1户"));
    let first = [text("1-1-101"), text("=王*"), text("还没答复"), Data::Float(45.84), text("□同意 □不同意")];
    assert_eq!(rows[head + 2][..5], first);
    assert!(rows[head + 2][5..].iter().all(|cell| *cell == Data::Empty));
    assert_eq!(rows[head + 3][0], text("1号楼2单元 1户"));
    assert_eq!(rows[head + 4][3], Data::Float(45.83));
}
