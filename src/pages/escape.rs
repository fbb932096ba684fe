//! Foreign text as text of an HTML page.

/// The text, without what a browser would take for markup or a terminal for commands.
pub fn escaped(text: &str) -> String {
    let safe = text.chars().map(|one| match one {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&#39;".to_owned(),
        '\n' | '\t' => " ".to_owned(),
        control if control.is_control() => control.escape_default().to_string(),
        other => other.to_string(),
    });
    safe.collect()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_foreign_is_markup() {
        assert_eq!(escaped("<a href='x'>\"&\n\u{1b}"), "&lt;a href=&#39;x&#39;&gt;&quot;&amp; \\u{1b}");
    }
}
