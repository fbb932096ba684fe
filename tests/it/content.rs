//! The content linter: rules that every text for learners keeps, over all chapters, quizzes and exercise.toml.
//!
//! What the build enforces is not repeated (`build/*.rs`): that chapters, exercises and verifiers fit together, that each
//! section has an anchor of its own and each exercise its form and number, that questions can be read, have a right and a
//! wrong choice, no empty explanation, no choice twice word for word, ids of their own and known placeholders.

mod acronyms;
mod code;
mod commands;
mod document;
mod headings;
mod level;
mod links;
mod placeholders;
mod questions;
mod readings;
mod repeats;
mod shells;
mod sights;
mod text;

use crate::about_the_repository::none;
use document::Document;
use text::Text;

/// A text and what it says in Markdown, with the learner's names filled in.
pub struct Page {
    text: Text,
    document: Document,
}

impl Page {
    fn of(text: Text) -> Self {
        let document = Document::read(&text.filled(), text.line);
        Self { text, document }
    }

    /// A page of a test, such as the chapter "ch04.md".
    fn named(name: &str, source: &str) -> Self {
        Self::of(Text::named(name, source))
    }
}

/// Looks at all pages and complains of what is wrong, by file and line.
type Rule = fn(&[Page]) -> Vec<String>;

const RULES: [Rule; 9] = [
    headings::rule,
    links::rule,
    placeholders::rule,
    code::rule,
    acronyms::rule,
    questions::rule,
    readings::rule,
    repeats::rule,
    sights::rule,
];

fn pages() -> Vec<Page> {
    text::all().into_iter().map(Page::of).collect()
}

/// A broken link or an unexplained word costs every learner a moment, and nobody else sees it.
#[test]
fn the_texts_keep_the_rules() {
    let pages = pages();
    none(RULES.iter().flat_map(|rule| rule(&pages)));
}
