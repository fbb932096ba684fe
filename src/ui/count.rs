//! How many there are of something.

/// Such as `1 thing` and `2 things`.
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
