//! The first board: the settings, the wishes of the table and of the round before, the posts of the table.

use fangzhuo_sdk::values::Value;
use fangzhuo_sdk::{host, roll, settings, tables};

use crate::board::Board;
use crate::post::Post;
use crate::refusal::Refusal;
use crate::rolled;
use crate::wish::Wish;

const WISHES: &str = "wishes";
const POSTS: &str = "posts";

pub(crate) fn board() -> Result<Board, Refusal> {
    let number = |id: &str, or: i64| match host::setting(id) {
        Value::Integer(number) => number,
        _ => or,
    };
    let round = Some(number("round", 1)).filter(|round| *round >= 1).ok_or(Refusal::Round)?;
    let lapse_days = i32::try_from(number("lapse-days", 7)).ok().filter(|days| (1..=365).contains(days));
    let lapse_days = lapse_days.ok_or(Refusal::LapseDays)?;
    let mut board = Board { round, lapse_days, today: None, wishes: Vec::new(), posts: Vec::new() };
    if let Some(text) = settings::text("rolled-over") {
        let count = roll::count();
        for wish in rolled::read(&text, &roll::mark())? {
            if wish.household >= count {
                return Err(Refusal::Rolled);
            }
            board.register(wish)?;
        }
    }
    wishes(&mut board)?;
    posts(&mut board)?;
    Ok(board)
}

fn wishes(board: &mut Board) -> Result<(), Refusal> {
    let (doors, texts) = (tables::households(WISHES, "household"), tables::texts(WISHES, "wish"));
    let (parts, rounds) = (tables::integers(WISHES, "parts"), tables::integers(WISHES, "rounds"));
    for (row, (((door, text), parts), rounds)) in doors.into_iter().zip(texts).zip(parts).zip(rounds).enumerate() {
        let refused = || Refusal::Row(WISHES, row + 2);
        let parts = u32::try_from(parts.unwrap_or(1)).map_err(|_| refused())?;
        let rounds = u32::try_from(rounds.unwrap_or(0)).map_err(|_| refused())?;
        let wish = Wish::new(door.ok_or_else(refused)?, &text, parts).map_err(|_| refused())?;
        board.register(Wish { step: rolled::step(rounds), rounds, ..wish }).map_err(|_| refused())?;
    }
    Ok(())
}

fn posts(board: &mut Board) -> Result<(), Refusal> {
    let (titles, duties) = (tables::texts(POSTS, "post"), tables::texts(POSTS, "duty"));
    let seats = tables::integers(POSTS, "seats");
    for (row, ((title, seats), duty)) in titles.into_iter().zip(seats).zip(duties).enumerate() {
        let refused = |_: Refusal| Refusal::Row(POSTS, row + 2);
        let seats = u32::try_from(seats.unwrap_or(1)).unwrap_or(0);
        Post::new(&title, seats, &duty).and_then(|post| board.add_post(post)).map_err(refused)?;
    }
    Ok(())
}
