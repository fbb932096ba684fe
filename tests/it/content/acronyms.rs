//! Acronyms: each is explained where its chapter uses it first, in the words that its letters stand for.
//!
//! A quiz and an exercise's texts belong to their chapter: what the chapter explains, they may use.

use std::collections::{BTreeMap, BTreeSet};

use super::Page;
use super::document::{Block, BlockKind};
use super::text::Kind;

/// Words in capitals that are no acronyms: methods of HTTP, values that AWS and types that DNS writes so, and names.
const NO_ACRONYMS: [&str; 38] = [
    "ACTIVE",
    "AAAA",
    "ANY",
    "COMPLETED",
    "COST",
    "DELETE",
    "DELETING",
    "DENY",
    "EDGE",
    "ENABLED",
    "FAIL",
    "FAILED",
    "GET",
    "HEAD",
    "INFO",
    "ISSUED",
    "LIST",
    "MOCK",
    "NONE",
    "NOT",
    "OK",
    "OPTIONS",
    "PATCH",
    "PENDING",
    "POST",
    "PUT",
    "READ",
    "REGIONAL",
    "REPORT",
    "RSA",
    "START",
    "END",
    "TRUE",
    "UPDATING",
    "UPSERT",
    "US",
    "UTF",
    "WARNING",
];
/// Acronyms whose letters their usual explanation does not spell, and a word that it has.
const EXPLAINED_BY: [(&str, &str); 2] = [("HTTPS", "encrypted"), ("AWS", "amazon")];
/// Acronyms that are understood with another.
const IMPLIED: [(&str, &str); 1] = [("HTTPS", "HTTP")];
/// Words that lend an acronym no letter, unless they do: "time to live", "point in time recovery".
const SMALL: [&str; 13] = ["a", "an", "and", "based", "by", "for", "in", "is", "of", "or", "stands", "the", "to"];
/// Longer words in capitals are identifiers, such as that of a hosted zone.
const LONGEST: usize = 8;
/// How many words may stand between an acronym and what it stands for.
const BETWEEN: usize = 4;

pub fn rule(pages: &[Page]) -> Vec<String> {
    let mut explained: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let (chapters, others): (Vec<_>, Vec<_>) = pages.iter().partition(|page| page.text.kind == Kind::Chapter);
    let mut faults = Vec::new();
    for page in chapters {
        let known = explained.entry(&page.text.chapter).or_default();
        faults.extend(read(page, known));
    }
    for page in others {
        // A question is asked, and a hint is given, without the one before it.
        let mut known = explained.get(page.text.chapter.as_str()).cloned().unwrap_or_default();
        faults.extend(read(page, &mut known));
    }
    faults
}

/// Complains once of each acronym that no earlier block explains, nor its own, and learns those that are explained.
fn read(page: &Page, known: &mut BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for block in &page.document.blocks {
        let words = words(block);
        for at in 0..words.len() {
            let Some(acronym) = acronym_of(&words[at]) else { continue };
            if known.contains(&acronym) {
                continue;
            }
            let explained = (at..words.len())
                .any(|at| acronym_of(&words[at]).as_ref() == Some(&acronym) && is_explained(&acronym, &words, at));
            // Headings are the book's, and code is not prose; either may come before the explanation.
            let silent = block.kind == BlockKind::Heading || words[at].code;
            if explained || !silent {
                known.extend(IMPLIED.iter().filter(|(by, _)| *by == acronym).map(|(_, implied)| (*implied).to_owned()));
                known.insert(acronym.clone());
            }
            if !explained && !silent {
                faults.push(page.text.fault(words[at].line, says(&acronym)));
            }
        }
    }
    faults
}

fn says(acronym: &str) -> String {
    format!("{acronym} is used here first: write what it stands for, such as \"{acronym} (its words)\"")
}

/// A word of a block, without punctuation but with the bracket before it.
struct Word {
    line: usize,
    text: String,
    code: bool,
    /// In brackets of its own or as the first in them.
    bracketed: bool,
}

fn words(block: &Block) -> Vec<Word> {
    let mut words = Vec::new();
    let mut before = ' ';
    for span in &block.spans {
        let mut text = String::new();
        let mut bracketed = false;
        for c in span.text.chars().chain([' ']) {
            if c.is_alphanumeric() || c == '_' || (c == '\'' && !text.is_empty()) {
                bracketed = if text.is_empty() { before == '(' } else { bracketed };
                text.push(c);
            } else if text == "Source" && c == ':' {
                return words; // titles of pages are AWS's words
            } else if !text.is_empty() {
                let text = std::mem::take(&mut text);
                words.push(Word { line: span.line, text, code: span.code, bracketed });
            }
            before = if c == ' ' { before } else { c };
        }
    }
    words
}

/// The acronym that a word is, without the s of the plural or of the genitive.
fn acronym_of(word: &Word) -> Option<String> {
    let text = word.text.trim_end_matches("'s").trim_end_matches('\'');
    let text = text.strip_suffix('s').filter(|stem| stem.len() > 1).unwrap_or(text);
    // IPv6 is the sixth version of IP.
    let text = text.split_once('v').map_or(text, |(stem, version)| {
        if !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()) { stem } else { text }
    });
    let text = if word.code { text.to_uppercase() } else { text.to_owned() };
    let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
    let plain = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let acronym = plain && capitals >= 2 && text.len() <= LONGEST && text.starts_with(|c: char| c.is_ascii_uppercase());
    (acronym && !NO_ACRONYMS.contains(&&*text)).then_some(text)
}

/// Whether the words after the acronym, or those right before its brackets, spell it.
fn is_explained(acronym: &str, words: &[Word], at: usize) -> bool {
    let text = |word: &Word| word.text.to_lowercase();
    let after: Vec<String> = words[at + 1..].iter().map(text).collect();
    let before: Vec<String> = words[..at].iter().map(text).collect();
    let near = after.iter().take(BETWEEN).chain(before.iter().rev().take(BETWEEN));
    if EXPLAINED_BY.iter().any(|(known, word)| *known == acronym && near.clone().any(|near| near == word)) {
        return true;
    }
    let letters = letters(acronym);
    let follows = (0..after.len().min(BETWEEN)).any(|start| spells(&letters, &after[start..], None));
    let bracketed = words[at].bracketed;
    let precedes = || (0..before.len()).any(|start| spells(&letters, &before[start..], Some(before.len() - start)));
    follows || bracketed && precedes()
}

/// In small letters; a number repeats the letter before it, as in EC2, the Elastic Compute Cloud.
fn letters(acronym: &str) -> String {
    acronym.chars().fold(String::new(), |mut letters, c| {
        let last = letters.chars().next_back().unwrap_or(c);
        let times = c.to_digit(10).map_or(1, |times| times.saturating_sub(1) as usize);
        let letter = if c.is_ascii_digit() { last } else { c.to_ascii_lowercase() };
        letters.extend(std::iter::repeat_n(letter, times));
        letters
    })
}

/// Whether the words lend their beginnings, one after the other, to the letters; `all` of them when a number is given.
fn spells(letters: &str, words: &[String], all: Option<usize>) -> bool {
    if letters.is_empty() {
        return all.is_none_or(|left| left == 0);
    }
    let Some((word, rest)) = words.split_first() else { return false };
    let left = all.map(|left| left - 1);
    let lent = (1..=letters.len()).any(|count| lends(word, &letters[..count]) && spells(&letters[count..], rest, left));
    lent || SMALL.contains(&word.as_str()) && spells(letters, rest, left)
}

/// Whether a word has the letters in this order and begins with the first; "extensible" lends an X.
fn lends(word: &str, letters: &str) -> bool {
    let word = word
        .strip_prefix("ex")
        .filter(|_| letters.starts_with('x'))
        .map_or_else(|| word.to_owned(), |rest| format!("x{rest}"));
    let mut of_word = word.chars();
    word.starts_with(&letters[..1]) && letters.chars().all(|letter| of_word.any(|c| c == letter))
}

#[test]
fn what_is_explained_and_what_is_not() {
    let explained = [
        "an API (application programming interface: a door)",
        "the **MFA** (multi-factor authentication)",
        "Amazon Web Services (AWS) and its services",
        "the time to live (TTL) of a record",
        "CORS, cross-origin resource sharing",
        "STS is the Security Token Service.",
        "`sso` stands for single sign-on, and SSO is handy",
        "`Arn` (Amazon Resource Name), so the ARN",
        "XML (Extensible Markup Language), JSON (JavaScript Object Notation)",
        "CNAME (canonical name), DNSSEC (DNS (Domain Name System) Security Extensions)",
        "HTTP (Hypertext Transfer Protocol) or HTTPS, the encrypted form",
        "many ARNs (Amazon Resource Names), IP (Internet Protocol), IPv6, GET, UPSERT, S3, CloudFront",
        "EC2 (Elastic Compute Cloud), DMARC (Domain-based Message Authentication, Reporting and Conformance)",
        "Text. Source: AWS documentation, \"The INIT phase of REST APIs\".",
        "5 GB (gigabytes), SNS (Simple Notification Service, 9.8)",
    ];
    for text in explained {
        assert_eq!(rule(&[Page::named("ch01.md", &format!("# T\n\n{text}\n"))]), [""; 0], "{text}");
    }
    let page = Page::named(
        "ch01.md",
        "# The TTL\n\nA TTL of an hour.\nAn ARN (name), and the ARN.\n\n| CORS | x |\n|---|---|\n",
    );
    let quiz = Page::named("ch01.quiz.md", "## Q {#q}\n\nThe TTL and the ACL?\n");
    insta::assert_snapshot!(rule(&[page, quiz]).join("\n"), @r#"
    chapters/ch01.md:3: TTL is used here first: write what it stands for, such as "TTL (its words)"
    chapters/ch01.md:6: CORS is used here first: write what it stands for, such as "CORS (its words)"
    chapters/ch01.quiz.md:3: ACL is used here first: write what it stands for, such as "ACL (its words)"
    "#);
}
