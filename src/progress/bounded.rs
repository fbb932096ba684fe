//! Foreign text for the file: no longer than asked, whatever its characters become in TOML.

/// The longest escape that TOML writes for one character, such as `\u001B`.
const ESCAPED: usize = 6;
const CUT: char = '…';

/// `text` so shortened that it takes at most `bytes` bytes in a TOML file, its quotes not counted; `…` ends a cut one.
pub fn bounded(text: &str, bytes: usize) -> String {
    let mut room = bytes;
    for (index, c) in text.char_indices() {
        let cost = if c.is_control() || matches!(c, '"' | '\\') { ESCAPED } else { c.len_utf8() };
        if cost > room {
            return cut(&text[..index], bytes);
        }
        room -= cost;
    }
    text.to_owned()
}

/// The mark may need the room of the last characters.
fn cut(fitting: &str, bytes: usize) -> String {
    let mut kept = fitting.to_owned();
    let room = bytes.saturating_sub(CUT.len_utf8());
    while kept.len() > room {
        kept.pop();
    }
    kept.push(CUT);
    kept
}
