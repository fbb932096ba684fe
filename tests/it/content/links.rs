//! Links lead somewhere, and numbers such as 4.3 name an exercise of the book.

use std::collections::{BTreeMap, BTreeSet};

use super::Page;
use super::document::{Block, BlockKind, Document, Fence, Span};
use super::text::{Kind, Text};

/// Words after which a number is about something else, in the language of the texts.
const NO_EXERCISE_AFTER: [&str; 10] =
    ["version", "versions", "tls", "http", "python", "node.js", "openapi", "cli", "ruby", "java"];
/// Words before which a number is an amount.
const NO_EXERCISE_BEFORE: [&str; 10] =
    ["gb", "mb", "tb", "kb", "million", "billion", "seconds", "cents", "percent", "times"];
/// The chapters that have exercises; in the others a bare number is none.
const WITH_EXERCISES: std::ops::RangeInclusive<u32> = 4..=12;
const CHAPTERS: std::ops::RangeInclusive<u32> = 1..=12;

pub fn rule(pages: &[Page]) -> Vec<String> {
    let (anchors, book) = (anchors(pages), book());
    pages.iter().flat_map(|page| [dead_links(page, &anchors), unknown_numbers(page, &book)].concat()).collect()
}

/// The chapters' files, each with its anchors.
fn anchors(pages: &[Page]) -> BTreeMap<&str, BTreeSet<&str>> {
    let chapters = pages.iter().filter(|page| page.text.kind == Kind::Chapter);
    chapters
        .map(|page| {
            let name = page.text.file.rsplit('/').next().unwrap_or_default();
            (name, page.document.headings.iter().filter_map(|heading| heading.anchor.as_deref()).collect())
        })
        .collect()
}

fn dead_links(page: &Page, anchors: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    let wrong = |target: &str| {
        if target.contains("://") {
            return wrong_address(target);
        }
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        let own = page.text.file.rsplit('/').next().unwrap_or_default();
        let Some(known) = anchors.get(if file.is_empty() { own } else { file }) else {
            return Some(format!("the link leads to {target}, which is no chapter such as ch05.md"));
        };
        let missing = !anchor.is_empty() && !known.contains(anchor);
        missing.then(|| format!("the link leads to {target}, but no heading there has the anchor {{#{anchor}}}"))
    };
    let links = page.document.links.iter();
    links.filter_map(|link| Some(page.text.fault(link.line, wrong(&link.target)?))).collect()
}

/// Nothing is fetched: whether an address is there tomorrow is nobody's to promise.
fn wrong_address(target: &str) -> Option<String> {
    let Some(rest) = target.strip_prefix("https://") else {
        return Some(format!("the link leads to {target}: an address outside begins with https://"));
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let labels = host
        .split('.')
        .all(|label| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    let right = labels && host.contains('.') && !target.contains(char::is_whitespace);
    (!right).then(|| format!("the link leads to {target}, which is no address"))
}

/// The book's exercises by number, such as 4.3, 8.e1 and 9.i2.
fn book() -> BTreeSet<String> {
    let entry = |line: &str| {
        let columns: Vec<_> = line.split('\t').collect();
        let [chapter, kind, number, _] = columns[..] else { panic!("curriculum.tsv: {line}") };
        let mark = match kind {
            "example" => "e",
            "independent" => "i",
            _ => "",
        };
        format!("{chapter}.{mark}{number}")
    };
    include_str!("../curriculum.tsv").lines().skip(1).map(entry).collect()
}

fn unknown_numbers(page: &Page, book: &BTreeSet<String>) -> Vec<String> {
    let Document { blocks, fences, .. } = &page.document;
    let diagrams: Vec<Block> = fences.iter().filter(|fence| fence.language == "text").map(diagram).collect();
    blocks.iter().chain(&diagrams).flat_map(|block| unknown_in(&page.text, block, book)).collect()
}

/// Diagrams name exercises as the prose does.
fn diagram(fence: &Fence) -> Block {
    let line = |(at, text): (usize, &str)| Span { line: fence.line + 1 + at, text: text.into(), code: false };
    Block { kind: BlockKind::Prose, spans: fence.code.lines().enumerate().map(line).collect() }
}

fn unknown_in(text: &Text, block: &Block, book: &BTreeSet<String>) -> Vec<String> {
    // Code is about exercises only where it is a command of ours.
    let spans = block.spans.iter().filter(|span| !span.code || span.text.starts_with("msl-learn "));
    let faults = spans.flat_map(|span| {
        let words: Vec<&str> = span.text.split_whitespace().flat_map(|word| word.split(['–', '-'])).collect();
        let of_words = (0..words.len()).filter_map(move |at| unknown(&words, at, book));
        of_words.map(|says| text.fault(span.line, says)).collect::<Vec<_>>()
    });
    faults.collect()
}

/// What is wrong with the word at this place as the number of an exercise or a chapter.
fn unknown(words: &[&str], at: usize, book: &BTreeSet<String>) -> Option<String> {
    let before = at.checked_sub(1).map(|before| plain(words[before]).to_lowercase()).unwrap_or_default();
    let after = words.get(at + 1).map(|word| plain(word).to_lowercase()).unwrap_or_default();
    let word = plain(words[at]);
    if before == "chapter" {
        let number: u32 = word.parse().ok()?;
        return (!CHAPTERS.contains(&number)).then(|| format!("there is no chapter {number} in the book"));
    }
    let (chapter, number) = number(word)?;
    let named = ["exercise", "exercises", "example", "examples", "check", "read", "hint"].contains(&&*before);
    let marked = number.starts_with(['e', 'i']);
    let about_else = NO_EXERCISE_AFTER.contains(&&*before) || NO_EXERCISE_BEFORE.contains(&&*after);
    let bare = WITH_EXERCISES.contains(&chapter) && !about_else && !words[at].starts_with(['$', '€']);
    let wrong = (named || marked || bare) && !book.contains(word);
    wrong.then(|| {
        format!("{word} is no exercise of the book (see curriculum.tsv): correct it, or name what it counts before it")
    })
}

fn plain(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '$' && c != '%')
}

/// Chapter and number of a word such as `4.3` or `12.e11`.
fn number(word: &str) -> Option<(u32, &str)> {
    let (chapter, number) = word.split_once('.')?;
    let digits = number.strip_prefix(['e', 'i']).unwrap_or(number);
    let short = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (short(chapter) && short(digits)).then(|| Some((chapter.parse().ok()?, number)))?
}

#[test]
fn links_and_numbers_that_lead_nowhere() {
    let source = "# T\n\n## One {#one}\n\n[a](#one), [b](#two), [c](ch05.md#x), [d](ch05.md), [e](ch09.md), \
                  [f](http://example.com), [g](https://docs.aws.amazon.com/s3/), [h](<https://exa mple>)\n\n\
                  Exercises 4.3 to 4.9 and 7.22, example 12.e4, (8.e9); `msl-learn check 5.14`.\n\n\
                  Version 9.99 costs $4.99 in chapter 13, TLS 1.2 takes 5.99 seconds.\n\n\
                  ```text\n4.1 -> 4.11\n```\n\n```http\nHTTP/1.1 200 and 4.99\n```\n";
    let pages = [Page::named("ch04.md", source), Page::named("ch05.md", "# T\n\n## Two {#y}\n")];
    insta::assert_snapshot!(rule(&pages).join("\n"), @"
    chapters/ch04.md:5: the link leads to #two, but no heading there has the anchor {#two}
    chapters/ch04.md:5: the link leads to ch05.md#x, but no heading there has the anchor {#x}
    chapters/ch04.md:5: the link leads to ch09.md, which is no chapter such as ch05.md
    chapters/ch04.md:5: the link leads to http://example.com: an address outside begins with https://
    chapters/ch04.md:5: the link leads to https://exa mple, which is no address
    chapters/ch04.md:7: 4.9 is no exercise of the book (see curriculum.tsv): correct it, or name what it counts before it
    chapters/ch04.md:7: 7.22 is no exercise of the book (see curriculum.tsv): correct it, or name what it counts before it
    chapters/ch04.md:7: 8.e9 is no exercise of the book (see curriculum.tsv): correct it, or name what it counts before it
    chapters/ch04.md:7: 5.14 is no exercise of the book (see curriculum.tsv): correct it, or name what it counts before it
    chapters/ch04.md:9: there is no chapter 13 in the book
    chapters/ch04.md:12: 4.11 is no exercise of the book (see curriculum.tsv): correct it, or name what it counts before it
    ");
}
