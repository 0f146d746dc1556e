//! Pages made by hand: what is refused, and at which path.

use super::*;
use crate::contract::{Decimals, FieldKind};

fn column(id: &str, cells: Cells, private: bool) -> Column {
    let data = ColumnData { cells, empty: Vec::new() };
    Column { id: id.to_owned(), label: id.to_owned(), data, total: None, private }
}

fn table() -> Table {
    let words = Cells::Text(vec!["a".to_owned(), "b".to_owned()]);
    Table {
        id: "t".to_owned(),
        title: String::new(),
        rows: 2,
        columns: vec![
            column("household", Cells::Household(vec![0, 1]), false),
            column("relief", words, true),
            column("due", Cells::Money(vec![1, 2]), false),
        ],
        row_tones: Vec::new(),
        sort_by: Some("due".to_owned()),
        descending: false,
        group_by: Some("relief".to_owned()),
        row_action: None,
    }
}

fn page(block: Block) -> Page {
    let section = Section { id: "s".to_owned(), title: String::new(), folded: false, blocks: vec![block] };
    Page { headline: String::new(), sections: vec![section] }
}

fn refused(change: impl FnOnce(&mut Table)) -> String {
    let mut table = table();
    change(&mut table);
    match ready(page(Block::Table(table)), 2) {
        Err(Failure::Invalid { path, .. }) => path,
        other => panic!("an invalid page was expected: {other:?}"),
    }
}

#[test]
fn for_the_audience_private_columns_go_and_what_leans_on_them() {
    let mut page = ready(page(Block::Table(table())), 2).unwrap();
    for_audience(&mut page);
    let Block::Table(table) = &page.sections[0].blocks[0] else { panic!("the table was lost") };
    assert_eq!(table.columns.iter().map(|column| column.id.as_str()).collect::<Vec<_>>(), ["household", "due"]);
    assert_eq!((table.sort_by.as_deref(), &table.group_by), (Some("due"), &None));
}

#[test]
fn a_table_that_does_not_hold_together_is_refused_at_its_path() {
    let at = "sections[0].blocks[0].table";
    assert_eq!(refused(|table| table.rows = 3), format!("{at}.columns[0]"));
    assert_eq!(refused(|table| table.columns[2].id = "household".to_owned()), format!("{at}.columns[2].id"));
    assert_eq!(refused(|table| table.sort_by = Some("nothing".to_owned())), format!("{at}.sort-by"));
    assert_eq!(refused(|table| table.group_by = Some("due".to_owned())), format!("{at}.group-by"));
    assert_eq!(refused(|table| table.row_tones = vec![crate::contract::Tone::Bad]), format!("{at}.row-tones"));
    assert_eq!(refused(|table| table.columns[0].data.cells = Cells::Household(vec![0, 2])), format!("{at}.columns[0]"));
    assert_eq!(refused(|table| table.columns[2].data.empty = vec![1, 0]), format!("{at}.columns[2]"));
    assert_eq!(refused(|table| table.columns[2].data.empty = vec![2]), format!("{at}.columns[2]"));
    assert_eq!(refused(|table| table.columns[1].total = Some(Value::Household(7))), format!("{at}.columns[1].total"));
    let fine = Cells::Decimal(Decimals { scale: 7, units: vec![0, 0] });
    assert_eq!(refused(|table| table.columns[2].data.cells = fine), format!("{at}.columns[2]"));
    let many = |table: &mut Table| {
        table.rows = 100_000;
        for column in &mut table.columns {
            column.data.cells = Cells::Money(vec![0; 100_000]);
        }
    };
    assert_eq!(refused(many), at);
}

#[test]
fn a_first_value_that_does_not_fit_its_field_is_refused() {
    let field = |kind, initial| Field {
        id: "f".to_owned(),
        label: String::new(),
        help: String::new(),
        kind,
        required: false,
        initial,
        problem: None,
    };
    let form = |field| {
        let form = Form {
            id: "f".to_owned(),
            title: String::new(),
            fields: vec![field],
            submit_label: String::new(),
            closed: None,
        };
        ready(page(Block::Form(form)), 2)
    };
    assert!(form(field(FieldKind::Flag, Value::None)).is_ok());
    assert!(form(field(FieldKind::Flag, Value::Flag(true))).is_ok());
    assert!(form(field(FieldKind::Flag, Value::Integer(1))).is_err());
    assert!(form(field(FieldKind::Choice(Vec::new()), Value::Choice("a".to_owned()))).is_err());
}

mod spoiled {
    //! Any page that holds together is drawn as it is; one thing spoiled, and the path says where.

    use proptest::prelude::*;

    use super::super::*;
    use crate::contract::{
        Bar, Bars, Button, CheckItem, ChoiceItem, Contender, Contenders, Decimal, DecimalBounds, Evidence, Figure,
        Finding, Measure, Notice, TextBounds, Tone, Unit,
    };

    const HOUSEHOLDS: u32 = 7;

    fn id(at: usize) -> Key {
        format!("k{at}")
    }

    fn button(at: usize) -> Button {
        Button { id: id(at), label: "做".to_owned(), tone: Tone::Neutral, closed: None }
    }

    fn any_field(at: usize) -> impl Strategy<Value = Field> {
        let limits = || {
            (any::<i32>(), 0i64..1_000).prop_map(|(min, more)| {
                let min = i64::from(min);
                Bounds { min: Some(min), max: Some(min + more) }
            })
        };
        let options = || vec![ChoiceItem { id: "a".to_owned(), label: "甲".to_owned() }];
        let kind = prop_oneof![
            (1u32..900).prop_map(|max_chars| FieldKind::Text(TextBounds { lines: 1, max_chars })),
            Just(FieldKind::Flag),
            limits().prop_map(FieldKind::Integer),
            limits().prop_map(FieldKind::Money),
            (limits(), 0u8..=6).prop_map(|(limits, scale)| FieldKind::Decimal(DecimalBounds { scale, limits })),
            limits().prop_map(FieldKind::Day),
            Just(FieldKind::Choice(options())),
            Just(FieldKind::Choices(options())),
            Just(FieldKind::Household),
        ];
        (kind, any::<bool>()).prop_map(move |(kind, required)| Field {
            id: id(at),
            label: "格".to_owned(),
            help: String::new(),
            kind,
            required,
            initial: Value::None,
            problem: None,
        })
    }

    fn any_column(at: usize, rows: usize) -> impl Strategy<Value = Column> {
        let numbers = || prop::collection::vec(any::<i64>(), rows);
        let cells = prop_oneof![
            prop::collection::vec("[甲乙a-c]{0,4}", rows).prop_map(Cells::Text),
            prop::collection::vec(any::<bool>(), rows).prop_map(Cells::Flag),
            numbers().prop_map(Cells::Integer),
            numbers().prop_map(Cells::Money),
            (numbers(), 0u8..=6).prop_map(|(units, scale)| Cells::Decimal(crate::contract::Decimals { scale, units })),
            prop::collection::vec(any::<i32>(), rows).prop_map(Cells::Day),
            prop::collection::vec("[a-c]{1,3}", rows).prop_map(Cells::Choice),
            prop::collection::vec(0..HOUSEHOLDS, rows).prop_map(Cells::Household),
        ];
        let empty = prop::collection::btree_set(0..u32::try_from(rows).unwrap_or(0).max(1), 0..=rows.min(2));
        (cells, empty, any::<bool>()).prop_map(move |(cells, empty, private)| {
            let empty = if rows == 0 { Vec::new() } else { empty.into_iter().collect() };
            Column { id: id(at), label: "列".to_owned(), data: ColumnData { cells, empty }, total: None, private }
        })
    }

    fn any_table(at: usize) -> impl Strategy<Value = Block> {
        (0usize..6, 1usize..4).prop_flat_map(move |(rows, columns)| {
            let columns: Vec<_> = (0..columns).map(|column| any_column(column, rows).boxed()).collect();
            (columns, any::<bool>(), any::<bool>()).prop_map(move |(columns, toned, acts)| {
                let sort_by = columns.first().map(|column| column.id.clone());
                let groups = |column: &&Column| matches!(column.data.cells, Cells::Text(_) | Cells::Choice(_));
                let group_by = columns.iter().find(groups).map(|column| column.id.clone());
                Block::Table(Table {
                    id: id(at),
                    title: String::new(),
                    rows: u32::try_from(rows).unwrap_or(0),
                    row_tones: if toned { vec![Tone::Warning; rows] } else { Vec::new() },
                    columns,
                    sort_by,
                    descending: false,
                    group_by,
                    row_action: acts.then(|| button(0)),
                })
            })
        })
    }

    fn checklist(at: usize, count: usize) -> Block {
        let item = |at| CheckItem {
            id: id(at),
            label: "查".to_owned(),
            basis: "规定".to_owned(),
            finding: Finding::Open,
            measure: Some(Measure { unit: "m".to_owned(), scale: 1, value: None, limit: Some(50), at_least: true }),
            veto: true,
            evidence_required: true,
            evidence: vec![Evidence { hash: "0a".repeat(32), caption: "西墙".to_owned() }],
            note: String::new(),
            closed: None,
        };
        Block::Checklist(Checklist { id: id(at), title: String::new(), items: (0..count).map(item).collect() })
    }

    fn contenders(at: usize, count: usize) -> Block {
        let item = |at| Contender {
            id: id(at),
            title: "西墙".to_owned(),
            note: String::new(),
            excluded: None,
            score: Some(Decimal { units: 85, scale: 1 }),
            support: Some(3),
        };
        Block::Contenders(Contenders { id: id(at), title: String::new(), items: (0..count).map(item).collect() })
    }

    fn any_block(at: usize) -> impl Strategy<Value = Block> {
        let fields = (1usize..5).prop_flat_map(|count| (0..count).map(|at| any_field(at).boxed()).collect::<Vec<_>>());
        let form = fields.prop_map(move |fields| {
            let (title, submit_label) = (String::new(), "算".to_owned());
            Block::Form(Form { id: id(at), title, fields, submit_label, closed: None })
        });
        let figure =
            Figure { label: "总额".to_owned(), value: Value::Money(1), note: String::new(), tone: Tone::Good };
        let bar = Bar { label: "甲".to_owned(), amount: 3, tone: Tone::Neutral };
        let bars = Bars { id: id(at), title: String::new(), unit: Unit::Count, items: vec![bar], line: Some(2) };
        let notice = Notice { tone: Tone::Warning, title: "注意".to_owned(), text: "先量".to_owned() };
        prop_oneof![
            Just(Block::Text("一句话".to_owned())),
            Just(Block::Notice(notice)),
            Just(Block::Figures(vec![figure])),
            Just(Block::Bars(bars)),
            any_table(at),
            form,
            (1usize..4).prop_map(move |count| checklist(at, count)),
            (1usize..4).prop_map(move |count| contenders(at, count)),
            (1usize..4).prop_map(|count| Block::Buttons((0..count).map(button).collect())),
        ]
    }

    /// A page that holds together, its blocks with ids of their own.
    fn any_page() -> impl Strategy<Value = Page> {
        prop::collection::vec(1usize..4, 1..4).prop_flat_map(|counts| {
            let mut next = 0;
            let mut sections = Vec::new();
            for (at, count) in counts.into_iter().enumerate() {
                let blocks: Vec<_> = (next..next + count).map(|at| any_block(at).boxed()).collect();
                next += count;
                sections.push(blocks.prop_map(move |blocks| Section {
                    id: id(at),
                    title: "节".to_owned(),
                    folded: false,
                    blocks,
                }));
            }
            sections.prop_map(|sections| Page { headline: "标题".to_owned(), sections })
        })
    }

    /// Spoils one thing of a block; the end of the path that must be named.
    fn spoil(block: &mut Block, which: usize) -> Option<String> {
        let no_key = || "No Key".to_owned();
        let twice = |ids: Vec<&mut Key>| {
            let last = ids.len() - 1;
            let mut ids = ids;
            let first = ids[0].clone();
            *ids[last] = first;
            last
        };
        Some(match block {
            Block::Text(_) | Block::Notice(_) => return None,
            Block::Figures(figures) => {
                figures[0].value = Value::Household(HOUSEHOLDS);
                "figures[0].value".to_owned()
            }
            Block::Bars(bars) => {
                bars.id = no_key();
                "bars.id".to_owned()
            }
            Block::Table(table) => match which % 6 {
                0 => {
                    table.rows += 1;
                    // Tones are looked at before columns.
                    if table.row_tones.is_empty() { "table.columns[0]" } else { "table.row-tones" }.to_owned()
                }
                1 => {
                    table.sort_by = Some("nothing".to_owned());
                    "table.sort-by".to_owned()
                }
                2 => {
                    table.group_by = Some("nothing".to_owned());
                    "table.group-by".to_owned()
                }
                3 if table.columns.len() > 1 => {
                    (table.sort_by, table.group_by) = (None, None);
                    let last = twice(table.columns.iter_mut().map(|column| &mut column.id).collect());
                    format!("table.columns[{last}].id")
                }
                4 => {
                    let last = table.columns.len() - 1;
                    table.columns[last].total = Some(Value::Decimal(Decimal { units: 1, scale: 7 }));
                    format!("table.columns[{last}].total")
                }
                _ => {
                    let last = table.columns.len() - 1;
                    table.columns[last].data.empty = vec![table.rows];
                    format!("table.columns[{last}]")
                }
            },
            Block::Form(form) => {
                let last = form.fields.len() - 1;
                let field = &mut form.fields[last];
                match (&mut field.kind, which % 2) {
                    (FieldKind::Integer(limits) | FieldKind::Money(limits) | FieldKind::Day(limits), 0) => {
                        (limits.min, limits.max) = (Some(2), Some(1));
                        format!("form.fields[{last}].kind")
                    }
                    (FieldKind::Text(bounds), 0) => {
                        bounds.max_chars = 0;
                        format!("form.fields[{last}].kind.max-chars")
                    }
                    (FieldKind::Choice(items) | FieldKind::Choices(items), 0) => {
                        items.push(items[0].clone());
                        format!("form.fields[{last}].kind[1].id")
                    }
                    (FieldKind::Integer(_), _) => {
                        field.initial = Value::Money(1);
                        format!("form.fields[{last}].initial")
                    }
                    _ => {
                        field.initial = Value::Integer(1);
                        format!("form.fields[{last}].initial")
                    }
                }
            }
            Block::Checklist(shown) => {
                let last = shown.items.len() - 1;
                match which % 3 {
                    0 => {
                        shown.items[last].evidence[0].hash.push('0');
                        format!("checklist.items[{last}].evidence[0].hash")
                    }
                    1 => {
                        if let Some(measure) = &mut shown.items[last].measure {
                            measure.scale = 9;
                        }
                        format!("checklist.items[{last}].measure")
                    }
                    _ => {
                        shown.items[last].id = no_key();
                        format!("checklist.items[{last}].id")
                    }
                }
            }
            Block::Contenders(shown) => {
                let last = shown.items.len() - 1;
                shown.items[last].score = Some(Decimal { units: 1, scale: 7 });
                format!("contenders.items[{last}].score")
            }
            Block::Buttons(buttons) => {
                let last = buttons.len() - 1;
                buttons[last].id = no_key();
                format!("buttons[{last}].id")
            }
        })
    }

    proptest! {
        #[test]
        fn a_page_that_holds_together_is_ready_and_stays_so(page in any_page()) {
            let once = ready(page.clone(), HOUSEHOLDS).map_err(|failure| TestCaseError::fail(failure.to_string()))?;
            prop_assert_eq!(&once, &page);
            prop_assert_eq!(ready(once.clone(), HOUSEHOLDS).ok(), Some(once));
        }

        #[test]
        fn one_thing_spoiled_is_named_by_its_path(page in any_page(), at: prop::sample::Index, which: usize) {
            let places: Vec<(usize, usize)> = page
                .sections
                .iter()
                .enumerate()
                .flat_map(|(section, one)| (0..one.blocks.len()).map(move |block| (section, block)))
                .collect();
            let (section, block) = *at.get(&places);
            let mut spoiled = page;
            let Some(end) = spoil(&mut spoiled.sections[section].blocks[block], which) else { return Ok(()) };
            let wanted = format!("sections[{section}].blocks[{block}].{end}");
            match ready(spoiled, HOUSEHOLDS) {
                Err(Failure::Invalid { path, .. }) => prop_assert_eq!(path, wanted),
                other => prop_assert!(false, "{} was let through: {:?}", wanted, other.is_ok()),
            }
        }

        #[test]
        fn for_the_audience_no_private_column_is_left_and_the_rest_still_holds(page in any_page()) {
            let mut page = page;
            for_audience(&mut page);
            for block in page.sections.iter().flat_map(|section| &section.blocks) {
                if let Block::Table(table) = block {
                    prop_assert!(table.columns.iter().all(|column| !column.private));
                }
            }
            prop_assert!(ready(page, HOUSEHOLDS).is_ok());
        }
    }

    #[test]
    fn more_than_a_page_may_hold_is_refused_at_the_list_that_is_too_long() {
        let path = |page: Page| match ready(page, HOUSEHOLDS) {
            Err(Failure::Invalid { path, .. }) => path,
            other => panic!("{other:?}"),
        };
        let section = |at: usize, blocks| Section { id: id(at), title: String::new(), folded: false, blocks };
        let page = |sections| Page { headline: String::new(), sections };
        let text = || Block::Text(String::new());
        assert_eq!(path(page((0..65).map(|at| section(at, Vec::new())).collect())), "sections");
        let many = vec![section(0, vec![text(); 200]), section(1, vec![text(); 57])];
        assert_eq!(path(page(many)), "sections[1].blocks");
        assert_eq!(path(page(vec![section(0, Vec::new()), section(0, Vec::new())])), "sections[1].id");
        let twice = vec![section(0, vec![checklist(1, 1), checklist(1, 1)])];
        assert_eq!(path(page(twice)), "sections[0].blocks[1].checklist.id");
        let long = vec![section(0, vec![contenders(0, 2_001)])];
        assert_eq!(path(page(long)), "sections[0].blocks[0].contenders.items");
        let buttons = vec![section(0, vec![Block::Buttons((0..2_001).map(button).collect())])];
        assert_eq!(path(page(buttons)), "sections[0].blocks[0].buttons");
    }
}
