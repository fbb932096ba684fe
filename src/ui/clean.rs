//! Makes foreign text safe to show: what could steer a terminal or hide from the eye becomes a visible escape.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::width::width;

/// The columns between two tab stops.
const TAB: usize = 4;
const JOINER: char = '\u{200d}';
const SELECTORS: RangeInclusive<char> = '\u{fe0e}'..='\u{fe0f}';
const KEYCAP: char = '\u{20e3}';

/// Characters without a shape of their own: Unicode's `Default_Ignorable_Code_Point` (bidirectional controls,
/// zero-width characters, tags, fillers), the line and paragraph separators and the annotation marks.
const INVISIBLE: [RangeInclusive<char>; 17] = [
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fffb}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e0fff}',
];

/// Pictures that a joiner may join: arrows, symbols and emoji.
const PICTURES: [RangeInclusive<char>; 2] = ['\u{2190}'..='\u{2bff}', '\u{1f000}'..='\u{1faff}'];

/// `text` for one line: a line break or a tab is shown as `\n` or `\t`, an escape character as `\u{1b}`.
pub fn clean(text: &str) -> Cow<'_, str> {
    escape(text, |unsafe_char| unsafe_char.escape_default().to_string())
}

/// `text` line by line: line breaks end lines, tabs reach to the next tab stop, everything else is as in [`clean`].
pub fn clean_lines(text: &str) -> Vec<String> {
    text.lines().map(|line| clean(&expand_tabs(line)).into_owned()).collect()
}

/// The same JSON value, with every unsafe character of its strings written as `\u` and four digits.
pub fn clean_json(json: &str) -> Cow<'_, str> {
    escape(json, json_escape)
}

fn escape(text: &str, escaped: impl Fn(char) -> String) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(next) = chars.next() {
        let before = safe.chars().next_back();
        if is_safe(before, next, chars.peek().copied()) {
            safe.push(next);
        } else {
            safe.push_str(&escaped(next));
        }
    }
    Cow::Owned(safe)
}

/// Lets the two invisible characters through that emoji need, where they belong to an emoji.
fn is_safe(before: Option<char>, this: char, after: Option<char>) -> bool {
    if SELECTORS.contains(&this) {
        return after == Some(KEYCAP) || before.is_some_and(can_be_selected);
    }
    if this == JOINER {
        return before.is_some_and(|c| is_picture(c) || SELECTORS.contains(&c)) && after.is_some_and(is_picture);
    }
    !this.is_control() && !INVISIBLE.iter().any(|range| range.contains(&this))
}

fn can_be_selected(before: char) -> bool {
    !before.is_ascii() && !SELECTORS.contains(&before)
}

fn is_picture(c: char) -> bool {
    PICTURES.iter().any(|range| range.contains(&c))
}

/// JSON has line breaks and tabs only between its values, where they may stay; a carriage return there may go.
fn json_escape(unsafe_char: char) -> String {
    match unsafe_char {
        '\n' | '\t' => return unsafe_char.to_string(),
        '\r' => return String::new(),
        _ => {}
    }
    let mut units = [0; 2];
    let units = unsafe_char.encode_utf16(&mut units);
    units.iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

fn expand_tabs(line: &str) -> Cow<'_, str> {
    if !line.contains('\t') {
        return Cow::Borrowed(line);
    }
    let mut expanded = String::with_capacity(line.len() + TAB);
    let mut column = 0;
    for (index, part) in line.split('\t').enumerate() {
        if index > 0 {
            let gap = TAB - column % TAB;
            expanded.extend(std::iter::repeat_n(' ', gap));
            column += gap;
        }
        expanded.push_str(part);
        column += width(part);
    }
    Cow::Owned(expanded)
}
