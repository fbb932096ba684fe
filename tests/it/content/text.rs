//! The texts for learners: each with the file and the line where it stands.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::about_the_repository::read;
use crate::harness::catalog;
use crate::harness::tools::repository;
use crate::harness::workspace::Names;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chapter,
    Quiz,
    /// A hint, a cost or what stands when an exercise is done.
    Sheet,
}

/// Markdown, a template over the learner's names.
pub struct Text {
    /// From the repository's root.
    pub file: String,
    /// Of its first line.
    pub line: usize,
    /// Such as `ch04`.
    pub chapter: String,
    pub kind: Kind,
    pub source: String,
}

impl Text {
    /// What `chapters/` has under this name.
    pub fn named(name: &str, source: &str) -> Self {
        let chapter = name.split('.').next().unwrap_or_default().to_owned();
        let kind = if name.ends_with(".quiz.md") { Kind::Quiz } else { Kind::Chapter };
        Self { file: format!("chapters/{name}"), line: 1, chapter, kind, source: source.into() }
    }

    /// A complaint about one of its lines, counted as in the file.
    pub fn fault(&self, line: usize, says: impl std::fmt::Display) -> String {
        format!("{}:{line}: {says}", self.file)
    }

    /// As a learner reads it whose domain is example.com; each line stays where it is.
    pub fn filled(&self) -> String {
        fill(&self.source)
    }
}

/// Fills the names of a test's learner in; what is no placeholder is left for the rule about them.
pub fn fill(template: &str) -> String {
    let names = serde_json::to_value(Names::of("123456789012")).expect("names are plain");
    let mut parts = template.split("{{");
    let before = parts.next().unwrap_or_default().to_owned();
    parts.fold(before, |text, part| {
        let known = part.split_once("}}").and_then(|(name, after)| Some((names.get(name.trim())?.as_str()?, after)));
        match known {
            Some((value, after)) => text + value + after,
            None => text + "{{" + part,
        }
    })
}

/// The chapters in the book's order, their quizzes, and the texts of the exercises.
pub fn all() -> Vec<Text> {
    let files = catalog::files(&repository().join("chapters"));
    let (quizzes, chapters): (Vec<_>, Vec<_>) = files
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| Text::named(&path.file_name().expect("a file has a name").to_string_lossy(), &read(path)))
        .partition(|text| text.kind == Kind::Quiz);
    let sheets = catalog::all().iter().flat_map(|exercise| sheet(&exercise.folder.join("exercise.toml")));
    chapters.into_iter().chain(quizzes).chain(sheets).collect()
}

/// Where a string's text begins whose quotes begin at `start`: those of several lines let it begin on the next.
fn begin(toml: &str, start: usize) -> usize {
    let opening = ["'''\n", "\"\"\"\n"].into_iter().find(|quotes| toml[start..].starts_with(quotes));
    start + opening.map_or(0, str::len)
}

/// The texts of an `exercise.toml`.
#[derive(Deserialize)]
struct Sheet {
    cost: Spanned<String>,
    stands: Spanned<String>,
    hints: Vec<Spanned<String>>,
}

fn sheet(path: &Path) -> Vec<Text> {
    let toml = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let sheet: Sheet = toml::from_str(&toml).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file = path.strip_prefix(repository()).expect("a file of the repository").to_string_lossy().into_owned();
    let chapter = file.split('/').nth(1).unwrap_or_default().to_owned();
    let text = |spanned: Spanned<String>| Text {
        file: file.clone(),
        line: 1 + toml[..begin(&toml, spanned.span().start)].matches('\n').count(),
        chapter: chapter.clone(),
        kind: Kind::Sheet,
        source: spanned.into_inner(),
    };
    sheet.hints.into_iter().chain([sheet.cost, sheet.stands]).map(text).collect()
}
