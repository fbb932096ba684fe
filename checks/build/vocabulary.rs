//! Collects the words that judgements look for, and those of the exercises' files: a report keeps them as they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where texts of several words are what AWS says, and not what learners are told.
const FOREIGN: [&str; 4] = ["aws", "documents", "outside", "services"];
/// Tests and doubles are about learners that nobody has to keep.
const TESTS: [&str; 3] = ["tests", "testing", "build"];
/// The most words of a text that may be a name or a setting.
const MOST: usize = 2;
/// The book's reader, who is nobody.
const EXAMPLES: [&str; 2] = ["123456789012", "111122223333"];

/// One word a line, sorted; `checks` is the crate's folder, beside which the exercises are.
pub fn vocabulary(checks: &Path) -> String {
    let mut words = BTreeSet::new();
    for path in files(checks).iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
        let place = path.strip_prefix(checks).expect("a file below it");
        let drawer = place.iter().next().unwrap_or_default().to_string_lossy();
        let drawer = drawer.trim_end_matches(".rs");
        if TESTS.contains(&drawer) {
            continue;
        }
        let text = fs::read_to_string(path).unwrap_or_default();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let is_foreign = FOREIGN.contains(&drawer);
        let texts = literals(code).into_iter().filter(|text| is_foreign || text.split_whitespace().count() <= MOST);
        texts.for_each(|text| add(&text, &mut words));
    }
    let given = files(&checks.with_file_name("exercises")).into_iter().filter(|path| is_given(path));
    given.for_each(|path| add(&fs::read_to_string(path).unwrap_or_default(), &mut words));
    words.into_iter().collect::<Vec<_>>().join("\n") + "\n"
}

/// Whether the learner gets the file, or its commands.
fn is_given(path: &Path) -> bool {
    path.ends_with("solution.sh") || path.iter().any(|part| part == "files")
}

fn add(text: &str, words: &mut BTreeSet<String>) {
    let split = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 1);
    words.extend(split.filter(|word| !EXAMPLES.contains(word)).map(str::to_ascii_lowercase));
}

/// The texts between quotation marks.
fn literals(code: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (mark, after) = rest[at..].split_at(1);
        rest = match mark {
            "/" if after.starts_with('/') => after.split_once('\n').map_or("", |(_, next)| next),
            // The mark as a character, and not a text.
            "'" if after.starts_with("\"'") => &after[2..],
            "'" if after.starts_with("\\\"'") => &after[3..],
            "\"" => {
                let raw = rest[..at].ends_with("r#");
                let length = if raw { after.find("\"#").unwrap_or(after.len()) } else { closed(after) };
                texts.push(after[..length].replace("\\n", " ").replace("\\\"", "\""));
                after.get(length + 1..).unwrap_or_default()
            }
            _ => after,
        };
    }
    texts
}

/// Where a text ends.
fn closed(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at,
            _ => {}
        }
    }
    text.len()
}

/// All files below a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
