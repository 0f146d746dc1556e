//! Building, stair, floor and room out of a door as written: `1-3-402`, `1号楼1单元101室`, `B座1204`.
//!
//! A door that is written in no such way has no place; it is still a door.

use super::fold::bare;
use super::numbers::read_floor;

/// Where a door is, as far as its text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// "1", "B", or with what stands before it: "东院1号楼".
    pub(super) building: Option<String>,
    /// The stair of the building.
    pub(super) stair: Option<String>,
    /// The floor, said or by the room's number (402 is on 4, 1204 on 12).
    pub(super) floor: Option<i32>,
    /// What is left: the room.
    pub(super) room: Option<String>,
}

const BUILDING_MARKS: [&str; 7] = ["号楼", "#楼", "栋", "幢", "座", "楼", "#"];
const STAIR_MARKS: [&str; 3] = ["单元", "号门", "门"];
const ROOM_MARKS: [&str; 5] = ["号房", "室", "号", "房", "户"];

/// Reads the place of a door.
pub(super) fn place_of(door: &str) -> Place {
    let text = bare(door).to_uppercase();
    let mut place = Place::default();
    let mut rest: &str = &text;
    for mark in BUILDING_MARKS {
        let Some((number, before, after)) = marked(rest, mark) else { continue };
        // "12楼1201" says its floor twice and no building.
        let floor = floor_of_room(ROOM_MARKS.iter().find_map(|mark| after.strip_suffix(mark)).unwrap_or(after));
        if after.is_empty() || mark == "楼" && floor.is_some_and(|floor| floor.to_string() == number) {
            continue;
        }
        let whole = &rest[..rest.len() - after.len()];
        place.building = Some(if before.is_empty() { stripped(number) } else { whole.to_owned() });
        rest = after;
        break;
    }
    for mark in STAIR_MARKS {
        let Some((number, before, after)) = marked(rest, mark) else { continue };
        // "1-2单元301": what stands before the stair is the building.
        let building = before.trim_matches(is_joint);
        if place.building.is_none() && !building.is_empty() {
            place.building = Some(stripped(building));
        }
        place.stair = Some(stripped(number));
        rest = after;
        break;
    }
    for mark in ["层", "楼"] {
        if let Some((number, "", after)) = marked(rest, mark)
            && let Some(floor) = read_floor(number)
        {
            place.floor = Some(floor.value);
            rest = after;
            break;
        }
    }
    joined_numbers(rest.trim_matches(is_joint), &mut place);
    if place.floor.is_none() {
        place.floor = place.room.as_deref().and_then(floor_of_room);
    }
    place
}

/// One text for a door however it is written, so that `1号楼1单元101室` and `1-1-101` are seen to be the same.
pub(super) fn key_of(door: &str) -> String {
    match place_of(door) {
        Place { building, stair, room: Some(room), .. } if building.is_some() => {
            format!("{}|{}|{room}", building.unwrap_or_default(), stair.unwrap_or_default())
        }
        _ => bare(door),
    }
}

/// The number before the first `mark`, what stands before the number, and what follows the mark.
fn marked<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let at = text.find(mark)?;
    let (head, after) = (&text[..at], &text[at + mark.len()..]);
    let number_from = head.char_indices().rev().take_while(|(_, c)| is_number(*c)).last()?.0;
    Some((&head[number_from..], &head[..number_from], after))
}

fn is_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || "一二三四五六七八九十甲乙丙丁".contains(c)
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | '_' | '、' | '\\')
}

fn stripped(number: &str) -> String {
    let bare = number.trim_start_matches('0');
    if bare.is_empty() { number.to_owned() } else { bare.to_owned() }
}

/// Numbers with joints: the last is the room, the one before the stair, all before that the building.
fn joined_numbers(text: &str, place: &mut Place) {
    let text = ROOM_MARKS.iter().find_map(|mark| text.strip_suffix(mark)).unwrap_or(text);
    let parts: Vec<&str> = text.split(is_joint).collect();
    if parts.iter().any(|part| part.is_empty() || !part.chars().all(is_number)) {
        return;
    }
    match *parts.as_slice() {
        [room] => match lettered(room) {
            Some((building, number)) if place.building.is_none() => {
                place.building = Some(building.to_owned());
                place.room = Some(number.to_owned());
            }
            _ => place.room = Some(stripped(room)),
        },
        [first, room] => {
            let slot = if place.building.is_none() { &mut place.building } else { &mut place.stair };
            if slot.is_none() {
                *slot = Some(stripped(first));
                place.room = Some(stripped(room));
            }
        }
        [ref building @ .., stair, room] if place.building.is_none() && place.stair.is_none() => {
            let building: Vec<String> = building.iter().map(|part| stripped(part)).collect();
            place.building = Some(building.join("-"));
            place.stair = Some(stripped(stair));
            place.room = Some(stripped(room));
        }
        _ => {}
    }
}

/// "B1204": building B, room 1204.
fn lettered(room: &str) -> Option<(&str, &str)> {
    let digits = room.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = room.split_at(digits);
    let is_room = number.len() >= 3 && number.bytes().all(|b| b.is_ascii_digit());
    (letters.len() == 1 && letters.bytes().all(|b| b.is_ascii_alphabetic()) && is_room).then_some((letters, number))
}

fn floor_of_room(room: &str) -> Option<i32> {
    let digits = room.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let floor = match end {
        3 => &digits[..1],
        4 => &digits[..2],
        _ => return None,
    };
    floor.parse().ok().filter(|floor| *floor > 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn doors_are_placed_as_people_write_them() {
        for (door, building, stair, floor, room) in [
            ("1-3-402", "1", "3", 4, "402"),
            ("１－３－４０２", "1", "3", 4, "402"),
            ("1—3—402", "1", "3", 4, "402"),
            ("01-03-402室", "1", "3", 4, "402"),
            ("1号楼1单元101室", "1", "1", 1, "101"),
            ("1 号楼 1 单元 101 室", "1", "1", 1, "101"),
            ("1幢2单元301", "1", "2", 3, "301"),
            ("12栋2单元3层301室", "12", "2", 3, "301"),
            ("2号楼1单元12楼1201", "2", "1", 12, "1201"),
            ("3-2-501", "3", "2", 5, "501"),
            ("3号楼-2-501", "3", "2", 5, "501"),
            ("1-2单元301", "1", "2", 3, "301"),
            ("3-501", "3", "", 5, "501"),
            ("B座1204", "B", "", 12, "1204"),
            ("B1204", "B", "", 12, "1204"),
            ("5#-1-101A", "5", "1", 1, "101A"),
            ("5#楼1单元101", "5", "1", 1, "101"),
            ("一号楼二单元301", "一", "二", 3, "301"),
            ("水产宿舍1号楼1单元101室", "水产宿舍1号楼", "1", 1, "101"),
            ("2-5-1-101", "2-5", "1", 1, "101"),
            ("501", "", "", 5, "501"),
            ("12楼1201", "", "", 12, "1201"),
            ("2楼301", "2", "", 3, "301"),
        ] {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let expected = Place { building: some(building), stair: some(stair), floor: Some(floor), room: some(room) };
            assert_eq!(place_of(door), expected, "{door}");
        }
    }

    #[test]
    fn what_says_no_place_has_none() {
        for door in ["门卫室", "车位-023", "东门商铺", "-", "1--2", ""] {
            let place = place_of(door);
            assert_eq!((place.building, place.floor), (None, None), "{door}");
        }
        assert_eq!(place_of("1-1-10101").floor, None);
        assert_eq!(place_of("1-1-12").floor, None);
    }

    #[test]
    fn one_door_in_two_writings_is_one_door() {
        for (one, other) in
            [("1-1-101", "1号楼1单元101室"), ("1-1-101", "０1-1-101"), ("B座1204", "b1204"), ("车位 1", "车位1")]
        {
            assert_eq!(key_of(one), key_of(other), "{one} {other}");
        }
        for (one, other) in [("1-1-101", "1-1-101A"), ("1-1-101", "11-101"), ("1-1-101", "1-11-01"), ("101", "1-101")] {
            assert_ne!(key_of(one), key_of(other), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn parts_come_back_from_both_writings(b in 1_u32..200, s in 1_u32..20, f in 1_i32..60, r in 1_u32..30) {
            let joined = place_of(&format!("{b}-{s}-{f}{r:02}"));
            let written = place_of(&format!("{b}号楼{s}单元{f}{r:02}室"));
            prop_assert_eq!(&joined, &written);
            prop_assert_eq!(joined.building, Some(b.to_string()));
            prop_assert_eq!(joined.stair, Some(s.to_string()));
            prop_assert_eq!(joined.floor, Some(f));
        }

        #[test]
        fn no_text_whatever_ends_the_program(text in "\\PC{0,16}") {
            let _ = (place_of(&text), key_of(&text));
        }
    }
}
