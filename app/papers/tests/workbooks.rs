//! Workbooks as they come: merged cells, dates for doors, stray cells, other sheets, damage.

#![allow(clippy::unwrap_used, reason = "helpers of a test fail by panicking")]

use std::io::{Cursor, Read as _, Write as _};

use amounts::CentiSqm;
use papers::roll_in::{Choices, Exception, Misread, Outcome, PreviewRow, Refusal, RollPreview, read_roll};
use papers::sheet::{Limit, RollFileError};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

const SHUICHAN_XLSX: &[u8] = include_bytes!("data/roll-shuichan.xlsx");

fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn write(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) {
    for (row, texts) in (from..).zip(rows) {
        for (column, text) in (0..).zip(*texts) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
}

fn read(bytes: &[u8]) -> RollPreview {
    read_roll("roll.xlsx", bytes, None).unwrap()
}

fn doors(preview: &RollPreview) -> Vec<String> {
    preview.accept(&Choices::default()).into_iter().map(|row| row.door.to_string()).collect()
}

#[test]
fn a_building_merged_beside_its_doors_belongs_to_all_of_them() {
    let bytes = book(|sheet| {
        write(sheet, 0, &[&["楼号", "单元", "房号", "户主", "面积"]]);
        sheet.merge_range(1, 0, 3, 0, "1号楼", &Format::new()).unwrap();
        sheet.merge_range(1, 1, 2, 1, "1单元", &Format::new()).unwrap();
        sheet.write_string(3, 1, "2单元").unwrap();
        for (row, room) in [(1, 101.0), (2, 102.0), (3, 101.0)] {
            sheet.write_number(row, 2, room).unwrap();
            sheet.write_number(row, 4, 56.38).unwrap();
        }
    });
    assert_eq!(doors(&read(&bytes)), ["1-1-101", "1-1-102", "1-2-101"]);
}

#[test]
fn two_owners_of_one_merged_door_may_be_co_owners() {
    let bytes = book(|sheet| {
        write(sheet, 0, &[&["房号", "业主", "建筑面积"], &["", "甲", ""], &["", "乙", ""]]);
        sheet.merge_range(1, 0, 2, 0, "1-1-101", &Format::new()).unwrap();
        sheet.write_number(1, 2, 56.38).unwrap();
    });
    let preview = read(&bytes);
    assert_eq!(preview.rows[1].exceptions(), Some(vec![Exception::CoOwner]));
    let [unit] = &preview.accept(&Choices { co_owner: [3].into(), ..Choices::default() })[..] else {
        panic!("one unit")
    };
    assert_eq!((unit.area, unit.owners.len()), (Some(CentiSqm(5638)), 2));
}

#[test]
fn a_door_that_became_a_date_is_refused_and_other_dates_stay_texts() {
    let bytes = book(|sheet| {
        write(sheet, 0, &[&["房号", "面积", "入住"]]);
        let date = ExcelDateTime::from_ymd(2001, 2, 3).unwrap();
        let look = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_datetime_with_format(1, 0, &date, &look).unwrap();
        sheet.write_number(1, 1, 50).unwrap();
        write(sheet, 2, &[&["1-1-101", "50"]]);
        sheet.write_datetime_with_format(2, 2, &date, &look).unwrap();
    });
    let preview = read(&bytes);
    assert_eq!(preview.rows[0].refusals(), [Refusal::DoorIsDate("2001-02-03".into())]);
    let rows = preview.accept(&Choices::default());
    assert_eq!(rows[0].extra, [("入住".to_owned(), "2001-02-03".to_owned())]);
}

#[test]
fn numbers_of_a_workbook_are_read_as_they_show() {
    let bytes = book(|sheet| {
        write(sheet, 0, &[&["房号", "面积", "人口", "电话"]]);
        for (row, area) in (1..).zip([56.38, 0.1 + 0.2, 64.725, 100.0]) {
            sheet.write_number(row, 0, row).unwrap();
            sheet.write_number(row, 1, area).unwrap();
            sheet.write_number(row, 2, 3).unwrap();
            sheet.write_number(row, 3, 13_800_008_684.0).unwrap();
        }
    });
    let preview = read(&bytes);
    let rows = preview.accept(&Choices::default());
    let areas: Vec<_> = rows.iter().map(|row| row.area.unwrap().0).collect();
    assert_eq!(areas, [5638, 30, 6473, 10_000]);
    let said = |row: &PreviewRow| matches!(&row.outcome, Outcome::ReadOtherwise(said) if matches!(said[0], Misread::Area { .. }));
    assert_eq!(preview.rows.iter().map(said).collect::<Vec<_>>(), [false, true, true, false]);
    assert_eq!((rows[0].owners[0].phone.as_str(), rows[0].residents), ("13800008684", Some(3)));
}

#[test]
fn the_first_visible_sheet_with_doors_is_taken_and_the_others_are_offered() {
    let mut book = Workbook::new();
    let hidden = book.add_worksheet();
    hidden.set_name("旧表").unwrap();
    write(hidden, 0, &[&["房号", "面积"], &["9-9-999", "1"]]);
    let notes = book.add_worksheet();
    notes.set_name("说明").unwrap();
    write(notes, 0, &[&["本表由物业提供"]]);
    notes.set_active(true);
    let roll = book.add_worksheet();
    roll.set_name("名册").unwrap();
    write(roll, 0, &[&["房号", "面积"], &["1-1-101", "50"]]);
    book.worksheet_from_index(0).unwrap().set_hidden(true);
    let preview = read(&book.save_to_buffer().unwrap());
    assert_eq!((preview.sheet, doors(&preview)), (2, vec!["1-1-101".to_owned()]));
    let sheets: Vec<_> = preview.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.rows)).collect();
    assert_eq!(sheets, [("旧表", 2), ("说明", 1), ("名册", 2)]);
}

#[test]
fn a_stray_cell_at_the_end_of_the_sheet_is_said_and_a_blank_one_is_nothing() {
    let with = |text: &str| {
        book(|sheet| {
            write(sheet, 0, &[&["房号", "面积"], &["1-1-101", "50"]]);
            sheet.write_string(1_048_575, 16_383, text).unwrap();
        })
    };
    assert_eq!(read_roll("a.xlsx", &with("x"), None), Err(RollFileError::TooLarge(Limit::Rows(1_048_576))));
    assert_eq!(read(&with(" ")).counts.importable, 1);
    let wide = book(|sheet| {
        write(sheet, 0, &[&["房号", "面积"]]);
        sheet.write_string(0, 64, "x").unwrap();
    });
    assert_eq!(read_roll("a.xlsx", &wide, None), Err(RollFileError::TooLarge(Limit::Columns(65))));
}

#[test]
fn archives_that_are_no_workbook_or_unpack_to_too_much_are_refused() {
    let archive = |parts: &[(&str, usize)]| {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, size) in parts {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(&vec![b' '; *size]).unwrap();
        }
        archive.finish().unwrap().into_inner()
    };
    let cases = [
        (archive(&[("readme.txt", 3)]), RollFileError::OtherType),
        (archive(&[("[Content_Types].xml", 3), ("word/document.xml", 3)]), RollFileError::OtherType),
        (archive(&[("[Content_Types].xml", 3), ("xl/workbook.xml", 3)]), RollFileError::Unreadable),
        (archive(&[("[Content_Types].xml", 300_000_000)]), RollFileError::TooLarge(Limit::Bytes)),
        (book(|_| {}), RollFileError::Empty),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read_roll("a.xlsx", &bytes, None), Err(expected));
    }
}

#[test]
fn a_workbook_that_contradicts_itself_is_refused_and_no_row_becomes_another() {
    let given = book(|sheet| write(sheet, 0, &[&["房号", "面积"], &["1-1-101", "50"]]));
    let with = |said: &str, instead: &str| {
        read_roll(
            "a.xlsx",
            &changed(&given, |_, bytes| String::from_utf8(bytes).unwrap().replace(said, instead).into_bytes()),
            None,
        )
        .map(|read| doors(&read))
    };
    assert_eq!(with("A1:B2", "A1:B2"), Ok(vec!["1-1-101".to_owned()]));
    // An area that ends before it begins, and cells whose row or column is beyond 32 bits: 2 and A, if it wrapped.
    assert_eq!(with("A1:B2", "B2:A1"), Err(RollFileError::Unreadable));
    assert_eq!(with("r=\"A2\"", "r=\"A4294967298\""), Err(RollFileError::Unreadable));
    assert_eq!(with("r=\"A2\"", "r=\"AAAAAAAAAA2\""), Err(RollFileError::Unreadable));
    assert!(!papers::sheet::is_reading_a_workbook());
}

/// The same archive with the bytes of each part changed.
fn changed(archive: &[u8], change: impl Fn(usize, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut given = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut made = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..given.len() {
        let mut from = given.by_index(index).unwrap();
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).unwrap();
        made.start_file(from.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        made.write_all(&change(index, bytes)).unwrap();
    }
    made.finish().unwrap().into_inner()
}

proptest! {
    #[test]
    fn a_damaged_workbook_is_an_answer_and_never_the_end(cut in 0_usize..7300, at in 0_usize..7300, byte in any::<u8>()) {
        let mut bytes = SHUICHAN_XLSX.to_vec();
        bytes[at % SHUICHAN_XLSX.len()] = byte;
        let _ = read_roll("a.xlsx", &bytes, None);
        bytes.truncate(cut);
        let _ = read_roll("a.xlsx", &bytes, None);
    }

    #[test]
    fn a_workbook_with_nonsense_in_its_parts_is_an_answer_too(
        part in 0_usize..7, at in any::<prop::sample::Index>(), nonsense in "[ -~]{0,12}", cut in 0_usize..12
    ) {
        let nonsensical = changed(SHUICHAN_XLSX, |index, mut bytes| {
            if index % 7 == part {
                let at = at.index(bytes.len());
                let end = (at + cut).min(bytes.len());
                bytes.splice(at..end, nonsense.bytes());
            }
            bytes
        });
        let _ = read_roll("a.xlsx", &nonsensical, None);
    }

    #[test]
    fn whatever_a_sheet_says_the_preview_adds_up(
        cells in proptest::collection::vec(proptest::collection::vec("[0-9０-９a-zA-Z一二.,，-]{0,6}|合计|房号|1-1-10[0-9]|5[0-9]\\.[0-9]{1,3}㎡?", 5), 0..30)
    ) {
        let mut text = "房号,业主,建筑面积,人口,楼层\n".to_owned();
        for row in &cells {
            text.push_str(&row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(","));
            text.push('\n');
        }
        let preview = read_roll("a.csv", text.as_bytes(), None).unwrap();
        let counts = preview.counts;
        prop_assert_eq!(counts.importable + counts.refused + counts.skipped, preview.rows.len());
        let rows = preview.accept(&Choices::default());
        prop_assert_eq!(rows.len(), counts.importable, "each imported row is one unit");
        prop_assert!(rows.iter().map(|row| &row.door).is_sorted());
        prop_assert!(rows.iter().all(|row| row.area.is_some_and(|area| area > CentiSqm::ZERO)));
        let everything: std::collections::BTreeSet<u32> = preview.rows.iter().map(|row| row.number).collect();
        let choices = Choices { area_not_known: everything.clone(), co_owner: everything, ..Choices::default() };
        let more = preview.accept(&choices);
        let keys: std::collections::BTreeSet<_> = more.iter().map(|row| row.door.as_str()).collect();
        prop_assert_eq!(keys.len(), more.len(), "no door twice");
        // What comes back as a table names each refused row once.
        let table = preview.refused_rows_csv(words::Lang::ZhCn).unwrap();
        let mut reader = csv::ReaderBuilder::new().from_reader(&table[3..]);
        let said: Vec<u32> = reader.records().map(|record| record.unwrap()[0].parse().unwrap()).collect();
        let refused: Vec<u32> =
            preview.rows.iter().filter(|row| !row.refusals().is_empty()).map(|row| row.number).collect();
        prop_assert_eq!(said, refused);
    }
}
