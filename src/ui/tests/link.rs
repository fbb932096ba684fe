//! A link leads only where it is safe to go, and its target cannot steer the terminal.

use proptest::prelude::*;

use super::hostile;
use crate::ui::link::{Link, Links};
use crate::ui::style::Style;
use crate::ui::text::{Line, Span};

fn target(url: &str) -> Option<String> {
    let start = Link::new(url)?.start().to_string();
    let target = start.strip_prefix("\u{1b}]8;id=").and_then(|rest| rest.split_once(';')).map(|(_, target)| target);
    target.and_then(|target| target.strip_suffix("\u{1b}\\")).map(str::to_owned)
}

#[test]
fn pages_and_mail_can_be_opened() {
    for url in ["https://example.com/a?b=c&d=%20#e", "http://127.0.0.1:4566/", "mailto:someone@example.com"] {
        assert_eq!(target(url).as_deref(), Some(url));
    }
}

#[test]
fn nothing_else_can_be_opened() {
    for url in ["", "#anchor", "../ch05.md", "javascript:alert(1)", "file:///etc/passwd", "ssh://host", "example.com"] {
        assert_eq!(target(url), None, "{url}");
    }
}

#[test]
fn what_no_address_holds_is_encoded() {
    let url = "https://example.com/a b\u{1b}\\\u{7}ü\u{202e}\n";
    assert_eq!(target(url).as_deref(), Some("https://example.com/a%20b%1B%5C%07%C3%BC%E2%80%AE%0A"));
}

#[test]
fn parts_of_one_link_on_several_lines_have_one_identity() {
    let line = Line::from(Span::link("the console of S3", "https://example.com/"));
    let parts: Vec<String> =
        line.slices(&[0..3, 4..11]).iter().map(|part| part.shown(Links::Live).to_string()).collect();
    let start = |part: &str| part.split("\u{1b}\\").next().map(str::to_owned);
    assert_eq!(start(&parts[0]), start(&parts[1]));
}

#[test]
fn a_link_ends_where_its_text_ends() {
    let line = Line::from(Span::new("see ", Style::default())).with(Span::link("it", "https://example.com/"));
    let shown = line.with(Span::plain(".")).shown(Links::Live).to_string();
    assert!(shown.starts_with("see \u{1b}]8;id="), "{shown:?}");
    assert!(shown.ends_with("\u{1b}]8;;\u{1b}\\."), "{shown:?}");
}

#[test]
fn where_links_are_not_followed_there_is_no_sequence_of_them() {
    let line = Line::from(Span::link("it", "https://example.com/"));
    assert_eq!(line.shown(Links::Written).to_string(), line.to_string());
    assert!(!line.to_string().contains("]8;"));
}

proptest! {
    #[test]
    fn any_target_is_printable_ascii(rest in hostile()) {
        let target = target(&format!("https://{rest}")).expect("a target");
        prop_assert!(target.bytes().all(|byte| byte.is_ascii_graphic()), "{:?}", target);
    }
}
