//! Which row holds the headings, and which column means what.

use std::collections::BTreeMap;

use words::{Lang, t};

use super::fold::folded;
use crate::sheet::Sheet;

/// What a column of a roll can mean. A column that means none of these is kept under its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The door, or the room where building and stair have columns of their own.
    Door,
    /// The owner's name; several are told apart by 、 or ；.
    Owner,
    /// Floor area in ㎡.
    Area,
    /// People living there.
    Residents,
    /// The floor.
    Floor,
    /// Telephone number.
    Phone,
    /// A remark.
    Note,
    /// A number of the owner: same number, same owner.
    OwnerId,
    /// The building, where the door does not say it.
    Building,
    /// The stair, where the door does not say it.
    Stair,
    /// Flat, shop, parking space or other.
    Kind,
    /// Where the area comes from: land register, survey, contract.
    AreaSource,
    /// Whether the unit has been handed over.
    Delivered,
    /// Who votes for it until then.
    Developer,
}

impl Field {
    /// All, in the order of the choices on the desk.
    pub const ALL: [Field; 14] = [
        Field::Door,
        Field::Owner,
        Field::Area,
        Field::Residents,
        Field::Floor,
        Field::Phone,
        Field::Note,
        Field::OwnerId,
        Field::Building,
        Field::Stair,
        Field::Kind,
        Field::AreaSource,
        Field::Delivered,
        Field::Developer,
    ];

    /// What the field is called on the desk.
    pub fn label(self, lang: Lang) -> String {
        match self {
            Field::Door => t(lang, "import-field-door"),
            Field::Owner => t(lang, "import-field-owner"),
            Field::Area => t(lang, "import-field-area"),
            Field::Residents => t(lang, "import-field-residents"),
            Field::Floor => t(lang, "import-field-floor"),
            Field::Phone => t(lang, "import-field-phone"),
            Field::Note => t(lang, "import-field-note"),
            Field::OwnerId => t(lang, "import-field-owner-id"),
            Field::Building => t(lang, "import-field-building"),
            Field::Stair => t(lang, "import-field-stair"),
            Field::Kind => t(lang, "import-field-kind"),
            Field::AreaSource => t(lang, "import-field-area-source"),
            Field::Delivered => t(lang, "import-field-delivered"),
            Field::Developer => t(lang, "import-field-developer"),
        }
    }

    /// Headings that mean just this, the likeliest first.
    fn exact(self) -> &'static [&'static str] {
        match self {
            Field::Door => &[
                "房号",
                "门牌号",
                "门牌",
                "单元房号",
                "房间号",
                "房屋编号",
                "室号",
                "房室号",
                "门号",
                "房屋坐落",
                "坐落",
                "房屋坐落地址",
                "房屋地址",
                "房屋位置",
                "门牌地址",
                "地址",
                "住址",
                "door",
                "doornumber",
                "doorno",
                "roomnumber",
                "roomno",
                "room",
                "unitnumber",
                "unitno",
                "unit",
                "flat",
                "flatnumber",
                "apartment",
                "address",
            ],
            Field::Owner => &[
                "业主",
                "业主姓名",
                "业主名称",
                "产权人",
                "产权人姓名",
                "所有权人",
                "房主",
                "户主",
                "户主姓名",
                "住户姓名",
                "住户",
                "户名",
                "姓名",
                "名字",
                "owner",
                "ownername",
                "ownersname",
                "owners",
                "name",
                "householder",
            ],
            Field::Area => &[
                "建筑面积",
                "专有部分面积",
                "房屋建筑面积",
                "产权面积",
                "房屋面积",
                "专有面积",
                "登记面积",
                "面积",
                "平米数",
                "area",
                "floorarea",
                "grossarea",
                "areasqm",
                "aream2",
                "sqm",
            ],
            Field::Residents => &[
                "常住人口",
                "常住人数",
                "居住人口",
                "居住人数",
                "人口",
                "人数",
                "人口数",
                "家庭人口",
                "家庭人口数",
                "residents",
                "people",
                "persons",
                "occupants",
                "householdsize",
            ],
            Field::Floor => &["楼层", "所在楼层", "所在层", "层", "floor", "level", "storey"],
            Field::Phone => &[
                "电话",
                "手机",
                "联系电话",
                "手机号",
                "手机号码",
                "电话号码",
                "联系方式",
                "业主电话",
                "phone",
                "phonenumber",
                "mobile",
                "telephone",
                "tel",
                "contact",
            ],
            Field::Note => &["备注", "说明", "附注", "注", "note", "notes", "remark", "remarks", "comment"],
            Field::OwnerId => &["业主编号", "业主序号", "业主代码", "ownerid", "ownernumber", "ownerno"],
            Field::Building => {
                &["楼号", "栋号", "幢号", "楼栋", "楼栋号", "栋", "幢", "座", "楼幢号", "building", "block"]
            }
            Field::Stair => &["单元", "单元号", "梯号", "stair", "staircase", "entrance"],
            Field::Kind => &[
                "房屋用途",
                "用途",
                "房屋类型",
                "类型",
                "房屋性质",
                "物业类型",
                "业态",
                "kind",
                "type",
                "use",
                "usage",
            ],
            Field::AreaSource => {
                &["面积来源", "建筑面积来源", "面积依据", "面积出处", "areasource", "sourceofarea", "areafrom"]
            }
            Field::Delivered => &[
                "交付",
                "是否交付",
                "交付情况",
                "交付状态",
                "交房",
                "是否交房",
                "交房情况",
                "delivered",
                "delivery",
                "handedover",
            ],
            Field::Developer => &["开发商", "开发商名称", "开发企业", "开发单位", "建设单位", "developer"],
        }
    }

    /// Pieces of longer headings that still mean this.
    fn loose(self) -> &'static [&'static str] {
        match self {
            Field::Door => &["房号", "门牌", "坐落"],
            Field::Owner => &["业主姓名", "户主", "产权人", "姓名"],
            Field::Area => &["建筑面积", "专有部分面积", "产权面积", "房屋面积"],
            Field::Residents => &["常住人", "人口", "居住人"],
            Field::Floor => &["所在楼层"],
            Field::Phone => &["电话", "手机"],
            Field::Note => &["备注"],
            Field::OwnerId => &["业主编号"],
            Field::Developer => &["开发商"],
            Field::Building | Field::Stair | Field::Kind | Field::AreaSource | Field::Delivered => &[],
        }
    }
}

/// Words that turn a heading into something else: 公摊面积 is not the area that votes.
const OTHERWISE: [&str; 9] = ["公摊", "分摊", "使用", "套内", "花园", "紧急", "租户", "租客", "代理"];

/// Field to column, from 0.
pub type Mapping = BTreeMap<Field, usize>;

/// The row of headings and what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Headings {
    /// The row, from 0.
    pub row: usize,
    pub mapping: Mapping,
}

/// A title, a blank row and a second title come before the headings at most; nobody puts forty.
pub(crate) const SEARCHED_ROWS: usize = 40;

/// Finds the headings: the row where most columns are known, a door among them.
pub(super) fn find(sheet: &Sheet) -> Option<Headings> {
    let candidates = (0..sheet.rows.len().min(SEARCHED_ROWS)).map(|row| Headings { row, mapping: mapped(sheet, row) });
    candidates
        .filter(|headings| headings.mapping.contains_key(&Field::Door))
        // The first of several equal rows: a repeated head further down is a page break on paper.
        .max_by_key(|headings| (headings.mapping.len(), std::cmp::Reverse(headings.row)))
}

/// The row that looks most like headings where none has a door: most known columns, else the first with two cells.
pub(crate) fn likeliest_row(sheet: &Sheet) -> usize {
    let rows = 0..sheet.rows.len().min(SEARCHED_ROWS);
    let known = rows.clone().max_by_key(|&row| (mapped(sheet, row).len(), std::cmp::Reverse(row)));
    let wide = |row: &usize| sheet.rows[*row].iter().filter(|cell| !cell.text.is_empty()).count() > 1;
    known
        .filter(|&row| !mapped(sheet, row).is_empty())
        .or_else(|| rows.clone().find(wide))
        .or_else(|| rows.clone().find(|&row| !sheet.rows[row].is_empty()))
        .unwrap_or(0)
}

/// What each column of `row` means, best fits first; one column a field, one field a column.
pub(crate) fn mapped(sheet: &Sheet, row: usize) -> Mapping {
    let mut fits: Vec<(usize, usize, Field)> = Vec::new();
    for (column, cell) in sheet.rows[row].iter().enumerate() {
        let heading = plain(&cell.text);
        for field in Field::ALL {
            if let Some(rank) = rank(field, &heading) {
                fits.push((rank, column, field));
            }
        }
    }
    fits.sort_unstable();
    let mut mapping = Mapping::new();
    for (_, column, field) in fits {
        if !mapping.contains_key(&field) && !mapping.values().any(|taken| *taken == column) {
            mapping.insert(field, column);
        }
    }
    mapping
}

fn rank(field: Field, heading: &str) -> Option<usize> {
    const LOOSE: usize = 1000;
    if let Some(exact) = field.exact().iter().position(|word| *word == heading) {
        return Some(exact);
    }
    if OTHERWISE.iter().any(|word| heading.contains(word)) || heading.chars().count() > 16 {
        return None;
    }
    field.loose().iter().position(|word| heading.contains(word)).map(|rank| LOOSE + rank)
}

/// A heading without units in brackets, blanks and marks, in lower case.
pub(crate) fn plain(heading: &str) -> String {
    let mut depth = 0_u32;
    let mut plain = String::new();
    for c in folded(heading).to_lowercase().chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 || c.is_whitespace() || "*:-_.'".contains(c) => {}
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::read_sheets;

    fn headings(line: &str) -> Vec<(Field, usize)> {
        let sheets = read_sheets("roll.csv", format!("{line}\n").as_bytes()).unwrap();
        mapped(&sheets[0], 0).into_iter().collect()
    }

    #[test]
    fn headings_are_known_by_many_names() {
        use Field::{Area, Building, Door, Floor, Kind, Note, Owner, OwnerId, Phone, Residents, Stair};
        let usual = [(Door, 0), (Owner, 1), (Area, 2), (Residents, 3), (Floor, 4), (Phone, 5), (Note, 6)];
        for line in [
            "房号,业主,建筑面积,常住人口,楼层,电话,备注",
            "房号,业主姓名,专有部分面积(平方米),人口,楼层,手机,备注",
            "门牌号,户主姓名,面积（㎡）,人数,所在楼层,联系电话,备注",
            "房屋坐落,产权人,房屋建筑面积/㎡,家庭常住人口数,楼层,手机号码,备注说明",
            "Door,Owner,Area (m2),Residents,Floor,Phone,Notes",
        ] {
            assert_eq!(headings(line), usual, "{line}");
        }
        assert_eq!(
            headings("楼号,单元,室号,业主编号,户主,用途"),
            [(Door, 2), (Owner, 4), (OwnerId, 3), (Building, 0), (Stair, 1), (Kind, 5)]
        );
        assert_eq!(headings("door,owner-id,owner,area"), [(Door, 0), (Owner, 2), (Area, 3), (OwnerId, 1)]);
    }

    #[test]
    fn where_an_area_comes_from_and_delivery_have_columns_of_their_own() {
        use Field::{Area, AreaSource, Delivered, Developer, Door};
        assert_eq!(
            headings("房号,建筑面积来源,建筑面积,是否交付,开发商名称"),
            [(Door, 0), (Area, 2), (AreaSource, 1), (Delivered, 3), (Developer, 4)]
        );
        assert_eq!(
            headings("door,area,area source,delivered,developer"),
            [(Door, 0), (Area, 1), (AreaSource, 2), (Delivered, 3), (Developer, 4)]
        );
    }

    #[test]
    fn the_better_of_two_fits_wins_and_lookalikes_do_not() {
        assert_eq!(
            headings("地址,房号,户主,业主,公摊面积,建筑面积"),
            [(Field::Door, 1), (Field::Owner, 3), (Field::Area, 5)]
        );
        assert_eq!(headings("房号,套内建筑面积,租户姓名"), [(Field::Door, 0)]);
    }
}
