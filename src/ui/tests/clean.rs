//! Foreign text cannot steer a terminal, nor hide from the eye.

use proptest::prelude::*;

use super::hostile;
use crate::ui::clean::{clean, clean_json, clean_lines};

#[test]
fn escape_sequences_are_shown() {
    assert_eq!(clean("\u{1b}[31mred\u{7}"), "\\u{1b}[31mred\\u{7}");
    assert_eq!(clean("\u{9b}31m \u{7f}"), "\\u{9b}31m \\u{7f}");
}

#[test]
fn one_line_stays_one_line() {
    assert_eq!(clean("a\r\nb\tc\u{2028}d"), "a\\r\\nb\\tc\\u{2028}d");
}

#[test]
fn many_lines_are_told_apart_and_tabs_reach_their_stops() {
    assert_eq!(clean_lines("a\tb\r\n漢\tc\n\n\rd"), ["a   b", "漢  c", "", "\\rd"]);
}

#[test]
fn what_turns_or_hides_text_is_shown() {
    let hidden =
        ["\u{202e}", "\u{2066}", "\u{200e}", "\u{61c}", "\u{200b}", "\u{feff}", "\u{ad}", "\u{e0041}", "\u{3164}"];
    for each in hidden {
        assert!(clean(each).is_ascii(), "{each:?}");
    }
}

#[test]
fn the_scripts_and_pictures_of_the_world_stay_as_they_are() {
    for each in ["Grüße", "漢字", "שלום", "e\u{301}", "👩\u{200d}💻", "❤\u{fe0f}", "1\u{fe0f}\u{20e3}", "👍🏽", "🇩🇪"]
    {
        assert_eq!(clean(each), each);
    }
}

#[test]
fn joiners_and_selectors_hide_in_no_name() {
    assert_eq!(clean("a\u{200d}b漢\u{200d}字"), "a\\u{200d}b漢\\u{200d}字");
    assert_eq!(clean("a\u{fe0f}❤\u{fe0f}\u{fe0f}"), "a\\u{fe0f}❤\u{fe0f}\\u{fe0f}");
}

#[test]
fn json_keeps_its_lines_and_its_value() {
    let json = "{\n\t\"name\": \"\u{9b}31m\u{202e}\u{e0041}\"\n}";
    assert_eq!(clean_json(json), "{\n\t\"name\": \"\\u009b31m\\u202e\\udb40\\udc41\"\n}");
}

proptest! {
    #[test]
    fn cleaning_leaves_no_control_character(text in hostile()) {
        prop_assert!(!clean(&text).chars().any(char::is_control));
        prop_assert!(!clean_lines(&text).iter().any(|line| line.chars().any(char::is_control)));
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(text in hostile()) {
        let once = clean(&text);
        prop_assert_eq!(clean(&once), once.clone());
    }

    #[test]
    fn cleaned_json_is_the_same_value(text in hostile()) {
        let json = serde_json::to_string_pretty(&[&text]).expect("a string is always JSON");
        let [read]: [String; 1] = serde_json::from_str(&clean_json(&json)).expect("it stays JSON");
        prop_assert_eq!(read, text);
    }
}
