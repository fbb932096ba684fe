//! The words of STYLE.md: what is said otherwise in code, messages and texts is named by file and line.

use std::path::Path;

use crate::about_the_repository::{files, none, read};
use crate::harness::tools::repository;

/// A phrase in lower case, and what to write instead. A phrase stands between the edges of words.
const PHRASES: &[(&str, &str)] = &[
    ("anew", "again"),
    ("afresh", "again"),
    ("for ever", "forever"),
    ("cure", "fix"),
    ("cures", "fixes"),
    ("cured", "fixed"),
    ("looked at", "checked, or read"),
    ("is not right", "is invalid"),
    ("are not right", "are invalid"),
    ("in its stead", "instead"),
    ("in their stead", "instead"),
    ("in the stead of", "instead of"),
    ("in aws's stead", "instead of AWS"),
    ("in the place of", "instead of"),
    ("let itself be", "can be"),
    ("to be had", "available"),
    ("untold", "unknown"),
];
/// The files that name the phrases.
const ABOUT_PHRASES: [&str; 2] = ["STYLE.md", "tests/it/style.rs"];
const ENDINGS: [&str; 6] = ["rs", "md", "toml", "sh", "py", "html"];

/// One word for one idea, and none that a reader has to translate.
#[test]
fn one_word_for_one_idea() {
    none(texts().into_iter().flat_map(|(file, text)| {
        let lines = (1..).zip(text.lines().map(str::to_lowercase)).collect::<Vec<_>>();
        let found = lines.into_iter().flat_map(|(number, line)| {
            let said = PHRASES.iter().filter(move |(phrase, _)| has(&line, phrase));
            said.map(move |(phrase, better)| (number, *phrase, *better)).collect::<Vec<_>>()
        });
        found.map(|(number, phrase, better)| format!("{file}:{number}: `{phrase}`: write {better}")).collect::<Vec<_>>()
    }));
}

fn texts() -> Vec<(String, String)> {
    let ours = files(repository()).into_iter().filter(|path| is_prose_or_code(path));
    let named = ours.map(|path| (path.strip_prefix(repository()).expect("inside").display().to_string(), read(&path)));
    named.filter(|(file, _)| !ABOUT_PHRASES.contains(&file.as_str())).collect()
}

fn is_prose_or_code(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|ours| ending == *ours))
}

/// Whether the line has the phrase between the edges of words.
fn has(line: &str, phrase: &str) -> bool {
    line.match_indices(phrase).any(|(at, _)| {
        let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        is_edge(line[..at].chars().next_back()) && is_edge(line[at + phrase.len()..].chars().next())
    })
}

#[test]
fn phrases_are_found_between_the_edges_of_words_alone() {
    assert!(has("written anew.", "anew") && has("anew", "anew") && has("for ever, and", "for ever"));
    assert!(!has("renewal", "anew") && !has("for every page", "for ever") && !has("secure", "cure"));
    assert!(!has("fn cure_all()", "cure"), "a name of code is a word of its own");
}
