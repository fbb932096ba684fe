//! Lines are folded between words, and inside one only if it is wider than the page.

use proptest::prelude::*;

use super::hostile;
use crate::ui::style::{Meaning, Style};
use crate::ui::text::{Line, Span};
use crate::ui::wrap::{blanks, hanging, prefixed, wrap};

fn plain(text: &str) -> Line {
    Line::from(Span::plain(text))
}

fn folded(text: &str, columns: usize) -> Vec<String> {
    wrap(&plain(text), columns).iter().map(Line::text).collect()
}

#[test]
fn words_stay_whole() {
    assert_eq!(folded("the bucket and/or its policy", 10), ["the bucket", "and/or its", "policy"]);
}

#[test]
fn an_empty_line_is_a_line() {
    assert_eq!(folded("", 10), [""]);
}

#[test]
fn a_command_stays_whole_if_it_fits() {
    assert_eq!(folded("then: `msl next`, or `msl list`", 12), ["then:", "`msl next`,", "or", "`msl list`"]);
    assert_eq!(folded("`msl cp a/b/c d` it", 8), ["`msl cp", "a/b/c d`", "it"], "as before");
    assert_eq!(folded("a ` b c", 4), ["a `", "b c"], "no code");
}

#[test]
fn a_long_path_is_broken_at_its_slashes() {
    assert_eq!(folded("see website/pages/index.html", 14), ["see website/", "pages/", "index.html"]);
}

#[test]
fn a_long_word_is_broken_anywhere() {
    assert_eq!(folded("a ZZZZZZZZZZZZ b", 5), ["a", "ZZZZZ", "ZZZZZ", "ZZ b"]);
}

#[test]
fn wide_characters_take_two_columns_and_need_no_blanks() {
    assert_eq!(folded("漢字仮名", 5), ["漢字", "仮名"]);
}

#[test]
fn accents_and_joined_emoji_are_not_parted() {
    assert_eq!(folded("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    // A no-break space makes one word of both, and the word has to be broken.
    assert_eq!(folded("👩\u{200d}💻\u{a0}👩\u{200d}💻", 3), ["👩\u{200d}💻\u{a0}", "👩\u{200d}💻"]);
}

#[test]
fn styles_go_on_behind_a_fold() {
    let line = plain("a ").with(Span::new("good end", Meaning::Good)).with(Span::plain("."));
    let expected = [plain("a ").with(Span::new("good", Meaning::Good)), Span::new("end", Meaning::Good).into()];
    let folded = wrap(&line, 7);
    assert_eq!(folded[0], expected[0]);
    assert_eq!(folded[1], expected[1].clone().with(Span::new(".", Style::default())));
}

#[test]
fn hanging_lines_stand_under_the_first_word() {
    let lines = hanging(&Span::plain("hint: "), &[plain("look at the bucket"), plain(""), plain("again")], 16);
    let text: Vec<String> = lines.iter().map(Line::text).collect();
    assert_eq!(text, ["hint: look at", "      the bucket", "", "      again"]);
}

#[test]
fn a_prefix_leaves_no_blanks_at_the_end() {
    let lines = prefixed(&Span::plain("│ "), &blanks(2), vec![Line::default(), Line::default()]);
    assert_eq!(lines, [plain("│"), Line::default()]);
}

proptest! {
    #[test]
    fn no_line_is_too_wide_and_no_word_is_lost(text in hostile(), columns in 2_usize..60) {
        let line = plain(&text);
        let folded = wrap(&line, columns);
        prop_assert!(folded.iter().all(|line| line.width() <= columns), "{folded:?}");
        let without_blanks = |text: String| text.replace(' ', "");
        let kept: String = folded.iter().map(Line::text).collect();
        prop_assert_eq!(without_blanks(kept), without_blanks(line.text()));
    }
}
