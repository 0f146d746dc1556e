//! Writes sample papers into a folder, for `tests/papers-look`: what only eyes can judge.

use std::path::PathBuf;

use amounts::Fen;
use deliberation::time::At;
use words::Lang;
use words::document::{Block, Column, Document, MetaLine, ShareRoll, ShareRow, Table};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say into which folder")?);
    std::fs::create_dir_all(&folder)?;
    // 2026-07-18, 21:10 in China.
    let at = At(1_784_380_200_000);
    for (lang, name) in [(Lang::ZhCn, "zh"), (Lang::En, "en")] {
        let minutes = minutes(lang);
        std::fs::write(folder.join(format!("minutes-{name}.docx")), papers::docx(&minutes, at)?)?;
        std::fs::write(folder.join(format!("minutes-{name}.md")), papers::markdown(&minutes))?;
        std::fs::write(folder.join(format!("share-roll-{name}.xlsx")), papers::share_roll(&share_roll(lang), at)?)?;
    }
    Ok(())
}

fn doors() -> impl Iterator<Item = String> {
    (1..=3)
        .flat_map(|stair| (1..=6).flat_map(move |floor| (1..=2).map(move |room| format!("1-{stair}-{floor}0{room}"))))
}

fn minutes(lang: Lang) -> Document {
    let words = |zh: &str, en: &str| if lang == Lang::ZhCn { zh.to_owned() } else { en.to_owned() };
    let mut paper = Document::new(
        lang,
        words("兴元社区水产宿舍小方桌会议纪要", "Minutes of the square-table meeting at the fishery dormitory"),
    );
    paper.meta(words("时间", "Time"), words("2026年7月18日 19:00 至 21:05", "18 July 2026, 19:00 to 21:05"));
    paper.meta(words("地点", "Place"), words("1号楼北侧小广场", "North yard of building 1"));
    paper.meta(words("主持", "Chair"), words("史娥凤", "Shi Efeng"));
    paper.meta(
        words("出席", "Present"),
        words(
            "应到 35 人，实到 26 人（其中委托 3 人）；列席：物业服务中心、街道城建办、化粪池清掏公司各 1 人，社区网格员 2 人",
            "26 of 35 heads, 3 of them by proxy; guests from the property office, the street office and the contractor",
        ),
    );
    paper.heading(
        1,
        words("一、议题一：化粪池清掏费用怎么分摊", "1. How to share the cost of emptying the septic tank"),
    );
    paper.heading(2, words("（一）情况", "(1) Facts"));
    paper.paragraph(words(
        "1单元化粪池堵塞，6月以来外溢 4 次。三家报价中最低 1,650.00 元（含税，含外运），报价单附后。小区没有维修资金，“谁受益、谁分摊”是大家的共识。",
        "The septic tank of stair 1 has overflowed four times since June. The lowest of three quotes is 1,650.00 yuan. There is no maintenance fund.",
    ));
    paper.heading(2, words("（二）主要意见", "(2) Opinions"));
    paper.labelled(
        words("赞成的意见", "In favour"),
        words("按户均摊最简单，每户 45.84 元或 45.83 元，当场能收齐。", "One share a household is simplest."),
    );
    paper.labelled(
        words("不同的意见", "Against"),
        words("一楼住户认为自己用得少，希望按人口分摊。", "Ground-floor owners would rather pay by residents."),
    );
    paper.heading(2, words("（三）表决", "(3) Vote"));
    let mut table = Table {
        caption: Some(words(
            "表一　表决结果（协商意见，不具业主大会效力）",
            "Table 1. Result (an opinion, not an owners' decision)",
        )),
        columns: vec![
            Column::words(words("意见", "Choice"), 3),
            Column::figures(words("人数", "Heads"), 2),
            Column::figures(words("面积（㎡）", "Area (m²)"), 3),
            Column::words(words("说明", "Remark"), 4),
        ],
        ..Table::default()
    };
    for (choice, heads, area, remark) in [
        (words("● 赞成", "● Yes"), "21", "1,293.60", ""),
        (words("■ 反对", "■ No"), "3", "184.80", "1-1-101、1-2-101、1-3-101"),
        (words("▲ 弃权", "▲ Abstain"), "2", "123.20", ""),
    ] {
        table.rows.push([&choice, heads, area, remark].map(str::to_owned).to_vec());
    }
    table.total = Some(["合计", "26", "1,601.60", ""].map(str::to_owned).to_vec());
    paper.table(table);
    paper.heading(2, words("（四）议定", "(4) Decided"));
    paper.paragraph(words(
        "1. 按户均摊，7月25日前交到楼栋长处；责任人：楼栋长毛素。\n2. 7月28日清掏，责任人：网格员。",
        "1. One share a household, by 25 July.\n2. Emptying on 28 July.",
    ));
    paper.blocks.push(Block::Space);
    paper.blocks.push(Block::SignatureLine {
        labels: [
            words("主持人签字", "Chair"),
            words("记录人签字", "Recorder"),
            words("居民代表签字", "Representative"),
        ]
        .to_vec(),
    });
    paper.blocks.push(Block::Space);
    paper.blocks.push(Block::Code {
        payload: "fangzhuo:0f1e2d3c4b5a69788796a5b4c3d2e1f0:00000214:9c1185a5c5e9fc54".to_owned(),
        lines: vec![
            words("本次会议的记录共 214 条，核对号：", "214 records; check number:"),
            "0000 0214 0001 1246 3902 1187 4423 9087".to_owned(),
            "5512 9034 7761 2380".to_owned(),
        ],
    });
    paper.blocks.push(Block::Note(words(
        "签字表示以上记录与会上所说一致，不表示同意其中的意见。",
        "Signing confirms the record, not the opinions in it.",
    )));
    paper.blocks.push(Block::PageBreak);
    paper.heading(1, words("附件：每户应分金额", "Annex: shares"));
    let mut shares = Table {
        columns: vec![
            Column::words(words("房号", "Door"), 2),
            Column::figures(words("面积（㎡）", "Area (m²)"), 2),
            Column::figures(words("应分（元）", "Share (yuan)"), 2),
            Column::marks(words("是否同意", "Agreed"), 2),
        ],
        total: Some(["合计", "2,217.60", "1,650.00", ""].map(str::to_owned).to_vec()),
        ..Table::default()
    };
    for (at, door) in doors().enumerate() {
        let share = if at < 12 { "45.84" } else { "45.83" };
        shares.rows.push(vec![door, "61.60".to_owned(), share.to_owned(), "✓".to_owned()]);
    }
    paper.table(shares);
    paper.footer = Some(words("兴元社区水产宿舍小方桌会议纪要　第 1 次", "Minutes 1"));
    paper
}

fn share_roll(lang: Lang) -> ShareRoll {
    let fact = |label: &str, text: &str| MetaLine { label: label.to_owned(), text: text.to_owned() };
    let rows = doors().enumerate().map(|(at, door)| ShareRow {
        door,
        owner: if at == 3 { "=1+1".to_owned() } else { "史**".to_owned() },
        basis: "1 户".to_owned(),
        weight: "1".to_owned(),
        due: Fen(if at < 12 { 4584 } else { 4583 }),
        relief: Fen(if at == 4 { 2292 } else { 0 }),
        paid: (at % 3 == 0).then_some(Fen(4584)),
        agreed: if at % 3 == 0 { "同意".to_owned() } else { String::new() },
        paid_on: if at % 3 == 0 { "2026-07-20".to_owned() } else { String::new() },
    });
    ShareRoll {
        title: "化粪池清掏费用分摊清册".to_owned(),
        facts: vec![
            fact("项目", "1单元化粪池清掏"),
            fact("总额", "1,650.00 元"),
            fact("补贴", "0.00 元"),
            fact("实分", "1,650.00 元"),
            fact("办法", "按户"),
            fact(
                "依据",
                "2026年7月18日第 1 次小方桌会议议定；协商意见，只对记录为同意的住户有约束，不同意的住户不算欠费",
            ),
        ],
        rows: rows.collect(),
        notes: vec!["应分合计与总额一致；尾差 12 分按房号顺序由前 12 户各多分 0.01 元。".to_owned()],
        lang,
    }
}
