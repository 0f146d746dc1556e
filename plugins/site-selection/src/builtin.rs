//! The list that is used where a community brings none: parking and charging electric bicycles.
//!
//! Rules are cited only as far as their text was read, with the place they hold in. Points rest on no rule and say so. A
//! place that is not among them gets the general rows, and is asked for its own table.

use crate::criteria::{Criteria, Kind, Limit, Row, Text};
use crate::measured::Number;

/// When the texts were read.
const READ: &str = "2025-04";

pub(crate) fn charging() -> Criteria {
    let metres = |units: i64, scale: u8| Some(Limit { number: Number { units, scale }, at_least: true });
    let gas = ("gas", "地下燃气管道", "Underground gas pipe");
    let rows = vec![
        veto(
            gas,
            None,
            "不在管道上方和当地划定的保护范围内；宽度各地不同，问燃气公司",
            "Not above it and outside the zone the place protects, whose width differs: ask the gas company",
            "",
            "",
        ),
        veto(
            gas,
            metres(15, 1),
            "青岛燃气条例 35–36 条：低压、中压管道两侧各 1.5 米（次高压 3 米，高压 5 米）",
            "Qingdao gas regulation 35–36: 1.5 m each side at low and medium pressure (3 m and 5 m above)",
            "青岛",
            READ,
        ),
        veto(
            gas,
            None,
            "洛阳燃气条例 34 条：按压力 0.5、0.75、2、5 米",
            "Luoyang gas regulation 34: 0.5, 0.75, 2 or 5 m by pressure",
            "洛阳",
            READ,
        ),
        veto(
            gas,
            None,
            "北京燃气条例 41 条：保护范围内不得有建筑物、构筑物或者其他设施",
            "Beijing gas regulation 41: no building, structure or other facility in the protected zone",
            "北京",
            READ,
        ),
        veto(
            ("fire", "消防车道、登高场地、消火栓和出口", "Fire lane, ladder ground, hydrants and exits"),
            None,
            "不占消防车道和登高操作场地，不挡消火栓和出口；以本地现行消防规定为准",
            "Keeps fire lane and ladder ground free and blocks no hydrant or exit; the place's fire rules hold",
            "",
            "",
        ),
        veto(
            ("passage", "门厅、楼道和疏散通道", "Lobby, corridors and escape routes"),
            None,
            "上海非机动车条例 29 条：不在首层门厅、共用走道、楼梯间，不在疏散通道、出口、消防车道及其两侧，不在户内和人员密集处",
            "Shanghai regulation on non-motor vehicles 29: not in lobbies, shared corridors and stairs, nor on escape routes, exits and fire lanes, nor in homes or crowded places",
            "上海",
            READ,
        ),
        veto(
            ("wall", "离建筑外墙", "Distance to the wall"),
            metres(3, 0),
            "福州导则：室外离民用建筑外墙不小于 3 米",
            "Fuzhou guideline: outdoors at least 3 m from the wall of a civil building",
            "福州",
            "2025",
        ),
        veto(
            ("exit", "离安全出口", "Distance to exits"),
            metres(6, 0),
            "福州导则：室外离民用建筑安全出口不小于 6 米",
            "Fuzhou guideline: outdoors at least 6 m from the exits of a civil building",
            "福州",
            "2025",
        ),
        points("walk", "步行距离", "Walking distance", 30),
        points("power", "电力容量", "Power supply", 30),
        points("weather", "积水和照明", "Flooding and light", 20),
        points("quiet", "噪声和窗前视线", "Noise and view from windows", 20),
    ];
    Criteria(rows)
}

fn text(zh: &str, en: &str) -> Text {
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

fn veto(
    (id, zh, en): (&str, &str, &str),
    limit: Option<Limit>,
    basis_zh: &str,
    basis_en: &str,
    place: &str,
    date: &str,
) -> Row {
    let is_distance = limit.is_some() || id == "gas";
    Row {
        id: id.to_owned(),
        label: text(zh, en),
        kind: Kind::Veto,
        unit: if is_distance { text("米", "m") } else { Text::default() },
        limit,
        basis: text(basis_zh, basis_en),
        place: place.to_owned(),
        date: date.to_owned(),
    }
}

fn points(id: &str, zh: &str, en: &str, weight: i64) -> Row {
    Row {
        id: id.to_owned(),
        label: text(zh, en),
        kind: Kind::Score(weight),
        unit: Text::default(),
        limit: None,
        basis: text("本社区自定的比较项，不是规定", "Chosen by the community, not a rule"),
        place: String::new(),
        date: String::new(),
    }
}
