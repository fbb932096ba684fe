//! Values of TXT records as Route 53 writes them: one or more texts in quotation marks, which are one text for those who ask.
//! Source: Amazon Route 53 Developer Guide, "TXT record type"; RFC 7208, section 3.3.

/// The text of a value: all its parts, one after the other. Without quotation marks it is taken as it stands.
pub fn joined(value: &str) -> String {
    let (mut text, mut is_within) = (String::new(), false);
    let mut rest = value.trim().chars();
    if !value.trim().starts_with('"') {
        return value.trim().to_owned();
    }
    while let Some(char) = rest.next() {
        match char {
            '"' => is_within = !is_within,
            '\\' if is_within => text.extend(escaped(&mut rest)),
            char if is_within => text.push(char),
            _ => {}
        }
    }
    text
}

/// What stands behind a backslash: three octal digits, or the character itself.
fn escaped(rest: &mut std::str::Chars<'_>) -> Option<char> {
    let digits: Option<String> = rest.as_str().get(..3).map(str::to_owned);
    match digits.and_then(|digits| u8::from_str_radix(&digits, 8).ok()) {
        Some(code) => {
            rest.nth(2);
            Some(char::from(code))
        }
        None => rest.next(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn parts_are_one_text() {
        for (value, text) in [
            (r#""v=DMARC1; p=none""#, "v=DMARC1; p=none"),
            (r#" "v=DMARC1;" " p=none" "#, "v=DMARC1; p=none"),
            (r#""a\"b\\c""#, r#"a"b\c"#),
            (r#""v=spf1\040all""#, "v=spf1 all"),
            (r#""\"v=spf1 ~all\"""#, r#""v=spf1 ~all""#),
            ("v=spf1 ~all", "v=spf1 ~all"),
            (r#""""#, ""),
            ("", ""),
        ] {
            assert_eq!(joined(value), text, "{value}");
        }
    }

    proptest! {
        #[test]
        fn any_value_is_read_without_a_panic(value: String, quoted in "\"[\\\\\"0-9ü ]{0,20}") {
            let _ = (joined(&value), joined(&quoted));
        }
    }
}
