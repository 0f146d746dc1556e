//! Numbers as hanzi, for headings (一、), fractions (三分之二) and small counts (三家).

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const PLACES: [(u32, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];

/// 0 to 9,999 as hanzi (`十二`, `一百零五`); beyond that in digits.
pub fn hanzi(number: u32) -> String {
    if number == 0 {
        return DIGITS[0].to_string();
    }
    if number > 9_999 {
        return number.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (value, place) in PLACES {
        let digit = (number / value) % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push(DIGITS[0]);
            gap = false;
        }
        // 十二, not 一十二, at the beginning.
        if !(digit == 1 && value == 10 && text.is_empty()) {
            text.push(DIGITS[digit as usize]);
        }
        text.push_str(place);
    }
    text
}

/// How many of something: 两家, 三家.
pub fn counted(number: u32) -> String {
    if number == 2 { "两".to_owned() } else { hanzi(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hanzi_are_written_as_they_are_said() {
        let said: Vec<String> =
            [0, 3, 10, 12, 20, 21, 100, 105, 110, 120, 1_010, 2_001, 9_999, 10_000].into_iter().map(hanzi).collect();
        let expected = [
            "零",
            "三",
            "十",
            "十二",
            "二十",
            "二十一",
            "一百",
            "一百零五",
            "一百一十",
            "一百二十",
            "一千零一十",
            "二千零一",
            "九千九百九十九",
            "10000",
        ];
        assert_eq!(said, expected);
        assert_eq!(counted(2), "两");
    }
}
