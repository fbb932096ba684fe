//! What holds of every document, however odd or hostile.

use anstream::adapter::strip_str;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};

use super::model::{Block, Document, Footnote, Item};
use super::{NARROWEST, layout, parse, render, render_with};
use crate::ui::clean::clean;
use crate::ui::link::Links;
use crate::ui::tests::hostile;
use crate::ui::text::Line;

const ESCAPE: char = '\u{1b}';

const PIECES: [&str; 63] = [
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    " ",
    "  ",
    "   ",
    "    ",
    "\t",
    "# ",
    "###### ",
    "- ",
    "* ",
    "1. ",
    "999999999. ",
    "- [ ] ",
    "- [x] ",
    "> ",
    "> > > ",
    "> [!NOTE]\n",
    "> [!CAUTION]\n",
    "> [!COST]\n",
    "```\n",
    "```bash\n",
    "~~~",
    "`",
    "``",
    "*",
    "**",
    "***",
    "_",
    "~~",
    "|",
    "|---|:-:|--:|\n",
    "| a | b |\n|---|---|\n",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "\n[^1]: ",
    "<",
    "<br>",
    "<!--",
    "-->",
    "<div>\n",
    "{#id}",
    "\\",
    "&#x1b;",
    "&#x202e;",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{200d}",
    "\u{fe0f}",
    "漢字",
    "👩\u{200d}💻",
    "e\u{301}",
    "word",
    "https://example.com/a/path",
    "<https://example.com/\u{fc}>",
    "[a](https://example.com/\u{9b}31m)",
    "averyveryverylongwordwithoutanyblanksinit",
];

fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => hostile()];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Code may be wider than the page, so the property of widths is about the document without it.
fn without_code(blocks: Vec<Block>) -> Vec<Block> {
    let kept = blocks.into_iter().filter(|block| !matches!(block, Block::Code(_)));
    let inside = kept.map(|block| match block {
        Block::Quote { alert, blocks } => Block::Quote { alert, blocks: without_code(blocks) },
        Block::List(mut list) => {
            let items = list.items.into_iter();
            list.items = items.map(|item| Item { blocks: without_code(item.blocks), ..item }).collect();
            Block::List(list)
        }
        other => other,
    });
    inside.collect()
}

fn page_without_code(markdown: &str, width: usize) -> Vec<Line> {
    let Document { blocks, notes } = parse::parse(markdown, Links::Written);
    let notes = notes.into_iter().map(|note| Footnote { blocks: without_code(note.blocks), ..note }).collect();
    layout::document(&Document { blocks: without_code(blocks), notes }, width)
}

/// Letters and digits, in lower case, that the source shows: text and code, by the parser's own events.
fn letters_of_source(markdown: &str) -> Vec<char> {
    let texts = Parser::new_ext(markdown, parse::EXTENSIONS).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.split(char::is_control).map(clean).collect::<String>()),
        _ => None,
    });
    letters(&texts.collect::<String>())
}

fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

/// Whether the sorted `part` is in the sorted `whole`, each as often.
fn holds(whole: &[char], part: &[char]) -> bool {
    let mut whole = whole.iter();
    part.iter().all(|wanted| whole.any(|found| found == wanted))
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_page(markdown in markdown(), width in NARROWEST..121) {
        for line in page_without_code(&markdown, width) {
            prop_assert!(line.width() <= width, "{} columns: {:?}", line.width(), line.text());
        }
    }

    #[test]
    fn no_line_holds_what_is_unsafe(markdown in markdown(), width in 0_usize..121) {
        for line in render(&markdown, width) {
            let text = line.text();
            prop_assert_eq!(clean(&text), text.as_str());
        }
    }

    #[test]
    fn nothing_is_lost(markdown in markdown(), width in 0_usize..121) {
        let page: String = render(&markdown, width).iter().map(Line::text).collect();
        prop_assert!(holds(&letters(&page), &letters_of_source(&markdown)), "{}", page);
    }

    #[test]
    fn live_links_change_no_words(markdown in markdown(), width in NARROWEST..121) {
        let live: String = render_with(&markdown, width, Links::Live).iter().map(Line::text).collect();
        let written: String = render(&markdown, width).iter().map(Line::text).collect();
        prop_assert!(holds(&letters(&written), &letters(&live)), "{} {}", live, written);
    }

    #[test]
    fn the_escapes_are_those_of_styles_and_links(markdown in markdown(), width in NARROWEST..121) {
        for line in render_with(&markdown, width, Links::Live) {
            let shown = line.shown(Links::Live).to_string();
            prop_assert_eq!(strip_str(&shown).to_string(), line.text());
            let is_safe = shown.chars().all(|c| c == ESCAPE || !c.is_control());
            prop_assert!(is_safe, "{:?}", shown);
        }
    }

    #[test]
    fn any_text_is_a_document(text in hostile(), width in NARROWEST..121) {
        for line in render(&text, width) {
            prop_assert!(!line.text().chars().any(char::is_control));
        }
        prop_assert!(page_without_code(&text, width).iter().all(|line| line.width() <= width));
    }
}

#[test]
fn code_is_never_folded() {
    let command = "aws s3 cp ".repeat(30);
    let lines = render(&format!("> - ```\n>   {command}\n>   ```"), NARROWEST);
    assert_eq!(lines[0].text(), format!("│ •     {}", command));
}

#[test]
fn depth_has_no_limit() {
    for source in
        [">".repeat(50_000), "- ".repeat(20_000), "1. ".repeat(20_000), "*a ".repeat(20_000), "[a".repeat(20_000)]
    {
        let lines = page_without_code(&format!("{source}end"), NARROWEST);
        assert!(lines.iter().all(|line| line.width() <= NARROWEST), "{}", &source[..3]);
        assert!(lines.iter().any(|line| line.text().contains("end")), "{}", &source[..3]);
    }
}

/// Long texts of one hostile piece: what takes more than a time in proportion would not end while anybody waits.
#[test]
fn no_text_takes_long() {
    const SIZE: usize = 1 << 17;
    #[rustfmt::skip]
    let patterns = [
        "[", "]", "![", "[a](", "*", "**a", "_a*", "~~", "`", "`a``", "|", "|-", "> ", "- ", "1. ", "<", "<!--", "&", "#",
        "\\", "[^a]", "[^a]: ", "\n> [!COST]", "a\n", "a ", "漢", "\u{301}", "\u{1b}", "```\n", "| a\n|-\n", "\t-\n",
    ];
    for pattern in patterns {
        let lines = render(&pattern.repeat(SIZE / pattern.len()), NARROWEST);
        assert!(lines.len() <= 2 * SIZE, "{pattern:?} becomes {} lines", lines.len());
    }
}
