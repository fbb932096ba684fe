//! How many columns a text takes on a terminal.

use unicode_width::UnicodeWidthStr;

/// The columns that `text` takes.
pub fn width(text: &str) -> usize {
    text.width()
}
