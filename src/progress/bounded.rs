//! Foreign text for the file, of bounded length whatever its characters become in TOML.

/// The longest escape that TOML writes for one character, such as `\u001B`.
const ESCAPED: usize = 6;
const CUT: char = '…';

/// `text`, cut to at most `bytes` bytes in a TOML file without its quotes; `…` ends a cut text.
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

/// Makes room for the mark at the end.
fn cut(fitting: &str, bytes: usize) -> String {
    let mut kept = fitting.to_owned();
    let room = bytes.saturating_sub(CUT.len_utf8());
    while kept.len() > room {
        kept.pop();
    }
    kept.push(CUT);
    kept
}
