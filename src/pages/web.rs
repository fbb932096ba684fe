//! What pages for a browser have in common: their frame, and foreign text as text.

/// A whole page that needs nothing else. The title is text; the style and the body are as they are.
pub fn document(title: &str, style: &str, body: &str) -> String {
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Foreign text as text of the page, without characters that steer a terminal.
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
