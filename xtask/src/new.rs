//! A new exercise: its section, its folder, its verifier and its tests, and the lines that name them.

use std::fs;
use std::path::Path;

use crate::book::{Exercise, curriculum};
use crate::change::Change;

const SECTION: &str = include_str!("../templates/section.md");
const VERIFIER: &str = include_str!("../templates/verifier.rs");
const TESTS: &str = include_str!("../templates/tests.rs");
/// The files of the exercise's folder.
const FOLDER: &[(&str, &str)] = &[
    ("exercise.toml", include_str!("../templates/exercise.toml")),
    ("solution.sh", include_str!("../templates/solution.sh")),
    ("mistakes/in_folder.sh", include_str!("../templates/mistakes/in_folder.sh")),
    ("mistakes/no_page.sh", include_str!("../templates/mistakes/no_page.sh")),
    ("mistakes/no_type.sh", include_str!("../templates/mistakes/no_type.sh")),
    ("mistakes/plain_text.sh", include_str!("../templates/mistakes/plain_text.sh")),
    ("mistakes/unusual_charset.sh", include_str!("../templates/mistakes/unusual_charset.sh")),
    ("mistakes/unusual_more_pages.sh", include_str!("../templates/mistakes/unusual_more_pages.sh")),
];
/// The exercise that the template's tests are of as long as it is a template.
const OF_TEMPLATE: &str = "ch05/chapters_page";
/// What no module can be named (The Rust Reference, "Keywords").
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Plans the files of a new exercise below `root`; writes nothing. The title is the book's; one that is given is only
/// compared with it.
///
/// # Errors
/// If the book has no exercise of that number or title, if the slug cannot name files and modules, or if there is such an
/// exercise already.
pub fn plan(root: &Path, number: &str, slug: &str, title: Option<&str>) -> Result<Vec<Change>, String> {
    let file = root.join("tests/it/curriculum.tsv");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let book = curriculum(&text)?;
    let here = book.iter().position(|exercise| exercise.id() == number);
    let here = here.ok_or_else(|| format!("the book has no exercise {number}: see tests/it/curriculum.tsv"))?;
    let exercise = &book[here];
    if let Some(title) = title.filter(|title| *title != exercise.title) {
        return Err(format!("the book calls {number} {:?}, not {title:?}", exercise.title));
    }
    check_slug(slug)?;
    let later: Vec<_> = book[here + 1..].iter().filter(|other| other.chapter == exercise.chapter).collect();
    let new = New { root, exercise, slug, later };
    let mut changes = vec![new.section()?];
    changes.extend(new.folder()?);
    changes.extend(new.rust()?);
    Ok(changes)
}

/// Small letters, digits and underscores, as in anchors and in names of modules.
fn check_slug(slug: &str) -> Result<(), String> {
    let is_plain = slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if !is_plain || !slug.starts_with(|first: char| first.is_ascii_lowercase()) || slug.ends_with('_') {
        return Err(format!("{slug:?} is no slug: a-z, 0-9 and _, with a letter first, such as user_pool"));
    }
    if KEYWORDS.contains(&slug) {
        return Err(format!("{slug} is a keyword of Rust, and the verifier is a module of that name"));
    }
    Ok(())
}

struct New<'a> {
    root: &'a Path,
    exercise: &'a Exercise,
    slug: &'a str,
    /// The exercises of the chapter that come after it in the book.
    later: Vec<&'a Exercise>,
}

impl New<'_> {
    /// The section goes before that of the next exercise of the book, or to the chapter's end.
    fn section(&self) -> Result<Change, String> {
        let (heading, anchor) = (self.exercise.heading(), format!("{{#{}}}", self.slug));
        let path = format!("chapters/{}.md", self.exercise.folder());
        Change::edit(self.root, path.clone(), |before| {
            let before = before.unwrap_or("# Fill in: the chapter's title\n");
            if let Some(line) = before.lines().position(|line| line.starts_with(&heading) || line.ends_with(&anchor)) {
                return Err(format!("{path}:{} has this number or slug already; nothing was written", line + 1));
            }
            let is_later = |line: &str| self.later.iter().any(|later| line.starts_with(&later.heading()));
            let at = before.split_inclusive('\n').take_while(|line| !is_later(line)).map(str::len).sum();
            let (earlier, later) = before.split_at(at);
            let section = self.filled(SECTION);
            let after = if later.is_empty() { "" } else { "\n" };
            Ok(format!("{}\n\n{}\n{after}{later}", earlier.trim_end(), section.trim_end()))
        })
    }

    fn folder(&self) -> Result<Vec<Change>, String> {
        let folder = format!("exercises/{}/{}", self.exercise.folder(), self.slug);
        if self.root.join(&folder).exists() {
            return Err(format!("{folder} is there already; nothing was written"));
        }
        let file = |(name, template): &(&str, &str)| {
            Change::create(self.root, format!("{folder}/{name}"), self.filled(template))
        };
        FOLDER.iter().map(file).collect()
    }

    /// The verifier and its tests, with their `mod` lines. A new chapter has two files and two lines more.
    fn rust(&self) -> Result<Vec<Change>, String> {
        let (chapter, slug) = (self.exercise.folder(), self.slug);
        let is_new_chapter = !self.root.join(format!("checks/{chapter}.rs")).exists();
        let mut changes = Vec::new();
        for (folder, keyword, template, parent) in
            [("checks", "pub mod", VERIFIER, "checks/lib.rs"), ("checks/tests", "mod", TESTS, "checks/tests.rs")]
        {
            changes.push(Change::create(self.root, format!("{folder}/{chapter}/{slug}.rs"), self.filled(template))?);
            changes.push(Change::edit(self.root, format!("{folder}/{chapter}.rs"), |before| {
                let first = format!("//! The verifiers of chapter {}.\n\n", self.exercise.chapter);
                Ok(with_line(before.unwrap_or(&first), &format!("{keyword} {slug};")))
            })?);
            if is_new_chapter {
                let line = format!("mod {chapter};");
                changes.push(Change::edit(self.root, parent.into(), |before| {
                    before.map(|before| with_line(before, &line)).ok_or_else(|| format!("{parent} is missing"))
                })?);
            }
        }
        Ok(changes)
    }

    fn filled(&self, template: &str) -> String {
        let Self { exercise, slug, .. } = self;
        template
            .replace("__HEADING__", &format!("{}{} {{#{slug}}}", exercise.heading(), exercise.title))
            .replace("__ID__", &exercise.id())
            .replace("__KIND__", exercise.kind)
            .replace("__NUMBER__", &exercise.number.to_string())
            .replace(OF_TEMPLATE, &format!("{}/{slug}", exercise.folder()))
    }
}

/// The file with a `mod` line more, among its other `mod` lines in the order of the alphabet.
fn with_line(text: &str, line: &str) -> String {
    let keyword = line.rsplit_once(' ').map_or("", |(keyword, _)| keyword);
    let is_module = |other: &str| other.strip_prefix(keyword).is_some_and(|rest| rest.starts_with(' '));
    let mut lines: Vec<&str> = text.lines().collect();
    let before = lines.iter().rposition(|other| is_module(other) && *other < line).map(|at| at + 1);
    let at = before.or_else(|| lines.iter().position(|other| is_module(other))).unwrap_or(lines.len());
    lines.insert(at, line);
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_where_the_alphabet_has_it() {
        assert_eq!(with_line("//! Doc.\n\n", "mod b;"), "//! Doc.\n\nmod b;\n");
        assert_eq!(with_line("mod a;\nmod c;\n\nfn f() {}\n", "mod b;"), "mod a;\nmod b;\nmod c;\n\nfn f() {}\n");
        assert_eq!(with_line("//! Doc.\n\nmod b;\n", "mod a;"), "//! Doc.\n\nmod a;\nmod b;\n");
        assert_eq!(
            with_line("pub mod z;\nmod a;\n#[cfg(test)]\nmod t;\n", "mod b;"),
            "pub mod z;\nmod a;\nmod b;\n#[cfg(test)]\nmod t;\n"
        );
    }

    #[test]
    fn slugs_name_modules_and_anchors() {
        for slug in ["user_pool", "a1", "s3_website_hosting_off"] {
            assert_eq!(check_slug(slug), Ok(()), "{slug}");
        }
        for slug in ["", "UserPool", "user-pool", "1st", "_a", "a_", "../a", "a b", "é", "type", "self"] {
            assert!(check_slug(slug).is_err(), "{slug}");
        }
    }
}
