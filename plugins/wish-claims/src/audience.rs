//! The projected page: what can be claimed and which posts are free. A wish is public, who made it is not.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{page, section, table_of};
use fangzhuo_sdk::ui::{Block, Page};

use crate::board::Board;
use crate::wish::Standing;
use crate::{desk, lists, words};

pub(crate) fn show(board: &Board, lang: Lang) -> Page {
    let figures = section("now", "", vec![Block::Figures(desk::figures(board, lang))]);
    let mut page = page(words::headline(board, lang)).with(figures);
    let open = board.at(Standing::Open);
    if !open.is_empty() {
        let table = lists::open(board, &open, lang);
        page = page.with(section("open", "", vec![table.into()]));
    }
    if !board.posts.is_empty() {
        let table = table_of("posts", "", lists::posts(board, lang));
        page = page.with(section("posts", lang.pick("岗位", "Posts"), vec![table.into()]));
    }
    page
}
