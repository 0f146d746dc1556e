//! The small widgets of the look on one sheet, light and dark, beside the design's `components` page.

use desk::look::tokens::{frame, space};
use desk::look::{
    Banner, BannerKind, Button, Chip, ChipKind, DESK_BAR, Field, Icon, Size, Weight, empty_ui, figure_text_ui, icon_ui,
    key_figure_ui, mark_word_ui, measure_bar_paint, palette, section_ui, text_ui,
};
use egui::{Rect, Theme, Ui, Vec2, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotResults};
use session::audience::{BarPart, MeasureBar, Share, Side, ThresholdLine};

fn column(ui: &mut Ui, x: f32, width: f32, add: impl FnOnce(&mut Ui)) {
    let rect = Rect::from_min_size(pos2(x, 24.0), vec2(width, 850.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), add);
}

fn story_bar() -> MeasureBar {
    MeasureBar {
        all: 35,
        parts: vec![
            BarPart { side: Some(Side::Yes), amount: 26 },
            BarPart { side: Some(Side::No), amount: 3 },
            BarPart { side: Some(Side::Abstain), amount: 2 },
        ],
        lines: vec![ThresholdLine { at: Share { part: 29, whole: 70 }, label: String::new() }],
    }
}

fn sheet_ui(ui: &mut Ui, drafts: &mut [String; 4]) {
    let colours = *palette(ui);
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, colours.sheet);
    column(ui, 40.0, 404.0, |ui| {
        section_ui(ui, "字号", "主持台");
        for size in Size::ALL.into_iter().rev() {
            text_ui(ui, "清掏费 1,650", size, Weight::Regular, colours.ink);
        }
        text_ui(ui, "化粪池清掏费怎么分摊", Size::Head, Weight::Medium, colours.ink);
        section_ui(ui, "图标", "20 × 20");
        ui.horizontal_wrapped(|ui| {
            for icon in Icon::ALL {
                icon_ui(ui, icon, frame::ICON, colours.ink);
            }
        });
    });
    column(ui, 496.0, 448.0, |ui| {
        section_ui(ui, "状态", "");
        ui.add(Chip::new(Icon::Check, "已保存", ChipKind::Plain).accent_icon());
        ui.add(Chip::new(Icon::Error, "没存上", ChipKind::Err));
        ui.add(Chip::new(Icon::Lock, "只读", ChipKind::Quiet));
        ui.add(Chip::new(Icon::Screen, "投影：发言", ChipKind::Plain).accent_icon());
        ui.add(Chip::new(Icon::Blank, "已遮屏", ChipKind::Dark));
        ui.add(Chip::new(Icon::Lock, "已锁定", ChipKind::Bordered));
        ui.add(Chip::new(Icon::Warning, "投影断开", ChipKind::Warn));
        section_ui(ui, "按钮与输入", "");
        ui.horizontal(|ui| {
            ui.add(Button::primary("主要").icon(Icon::Check));
            ui.add(Button::normal("平常"));
            ui.add(Button::normal("不可用").closed(Some("还没有开始")));
            ui.add(Button::text("文字"));
            ui.add(Button::primary("开始表决…").icon(Icon::Next).key("F9"));
        });
        ui.horizontal(|ui| {
            ui.add(Button::normal("暂停").icon(Icon::Pause).key("S").pane().width(152.0));
            ui.add(Button::normal("+30").pane());
            ui.add(Button::normal("−30").pane());
            ui.add(Button::normal("撤销：登记 1-2-402 反对，钟强兰").icon(Icon::Undo).max_width(frame::UNDO_LABEL));
        });
        ui.add(Button::normal("赞成").mark(Side::Yes).key("1").large(frame::BUTTON_VOTE, Size::Lead).width(264.0));
        let [empty, typing, wrong, closed] = drafts;
        ui.horizontal_top(|ui| {
            Field::new(empty, "提示").hint("空着的提示").width(212.0).field_ui(ui);
            Field::new(typing, "门牌号").icon(Icon::Search).width(212.0).field_ui(ui);
        });
        ui.horizontal_top(|ui| {
            Field::new(wrong, "面积").problem(Some("请写成数字，如 56.38")).width(212.0).field_ui(ui);
            Field::new(closed, "规则").closed(true).width(212.0).field_ui(ui);
        });
        ui.add_space(space::S4);
        empty_ui(ui, Icon::Roll, "还没有名册", "从表格读进来，或者一户一户加", |ui| {
            ui.add(Button::primary("读进名册…").icon(Icon::Import));
        });
    });
    column(ui, 996.0, 404.0, |ui| {
        section_ui(ui, "提示", "");
        Banner::new(BannerKind::Warn, "投影断开", "会照开，钟照走。插回去自动恢复。").banner_ui(ui, |_| ());
        Banner::new(
            BannerKind::Err,
            "刚才这一票没有存上：磁盘已满",
            "此前 214 步都在。请清出空间，再按一次 1、2 或 3。",
        )
        .banner_ui(ui, |_| ());
        Banner::new(BannerKind::Info, "马卫已说了 40 秒，计时没开", "").icon(Icon::Clock).banner_ui(ui, |ui| {
            ui.add(Button::text("从那时算起").inline());
            ui.add(Button::text("不补").inline());
        });
        section_ui(ui, "赞成、反对、弃权", "");
        ui.horizontal(|ui| {
            for (side, words) in
                [(Side::Yes, "赞成 26"), (Side::No, "反对 3"), (Side::Abstain, "弃权 2"), (Side::Question, "提问")]
            {
                mark_word_ui(ui, side, words, Size::Body);
                ui.add_space(space::S3);
            }
        });
        let (rect, _) = ui.allocate_exact_size(Vec2::new(404.0, 28.0), egui::Sense::hover());
        let bar = rect.shrink2(vec2(0.0, 6.0));
        measure_bar_paint(ui.painter(), bar, &story_bar(), DESK_BAR, &colours, colours.sheet);
        key_figure_ui(ui, "总额", "1,650.00", "元");
        figure_text_ui(ui, "1,650.00", Size::Body, colours.ink);
        figure_text_ui(ui, "45.84", Size::Body, colours.ink);
    });
}

fn sheet(theme: Theme) -> Harness<'static, [String; 4]> {
    let drafts = ["", "正在输入", "五十六", "表决开始后不能改"].map(str::to_owned);
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_theme(theme)
        .with_context_setup(desk::look::install)
        .build_ui_state(sheet_ui, drafts);
    harness.run();
    harness
}

#[test]
fn the_widgets_look_as_designed_in_light_and_dark() {
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "components"), (Theme::Dark, "components-dark")] {
        let mut harness = sheet(theme);
        harness.snapshot(name);
        results.extend_harness(&mut harness);
    }
}

#[test]
fn a_key_cap_is_never_part_of_the_name_and_a_field_has_one() {
    let harness = sheet(Theme::Light);
    harness.get_by_label("开始表决…");
    harness.get_by_label("暂停");
    assert!(harness.query_by_label_contains("F9").is_none());
    harness.get_by_label("面积");
    harness.get_by_label("请写成数字，如 56.38");
}

#[test]
fn given_the_keyboard_alone_when_a_button_has_the_focus_then_enter_presses_it() {
    let mut harness =
        Harness::builder().with_size(vec2(300.0, 100.0)).with_context_setup(desk::look::install).build_ui_state(
            |ui, pressed: &mut [u32; 2]| {
                pressed[0] += u32::from(ui.add(Button::primary("保存")).clicked());
                pressed[1] += u32::from(ui.add(Button::normal("删除").closed(Some("还没有保存"))).clicked());
            },
            [0, 0],
        );
    harness.run();
    harness.get_by_label("保存").focus();
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    harness.get_by_label("删除").click();
    harness.run();
    assert_eq!(*harness.state(), [1, 0]);
}
