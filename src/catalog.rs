//! Chapters and exercises: one static table, joined when building, and how learners name its rows.

use crate::failure::{Failure, Result};

/// A chapter of the book.
pub struct Chapter {
    pub number: u8,
    pub title: &'static str,
    /// Markdown before the first exercise, heading included; a template over the learner's names.
    pub introduction: &'static str,
    pub exercises: &'static [Exercise],
    /// Empty where nobody has written one yet.
    pub quiz: &'static [Question],
}

/// A question of a chapter's quiz; its texts are templates over the learner's names.
#[derive(Debug)]
pub struct Question {
    /// Unique in its chapter.
    pub id: &'static str,
    pub title: &'static str,
    /// Markdown.
    pub text: &'static str,
    /// At least one right and one wrong.
    pub choices: &'static [Choice],
}

/// What may be answered to a question, of a quiz or of an exercise that is asked.
#[derive(Debug)]
pub struct Choice {
    pub right: bool,
    /// Markdown in one line.
    pub text: &'static str,
    /// Markdown: why it is right or wrong.
    pub explanation: &'static str,
}

/// The kinds of exercises that the book counts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    HandsOn,
    #[allow(dead_code, reason = "the chapters with examples come later in the book")]
    Example,
    #[allow(dead_code, reason = "the chapters with independent exercises come later in the book")]
    Independent,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::HandsOn => "hands-on",
            Kind::Example => "example",
            Kind::Independent => "independent",
        }
    }
}

/// One exercise; its texts are templates over the learner's names.
pub struct Exercise {
    /// Such as `ch04/s3_website_hosting`.
    pub slug: &'static str,
    pub chapter: u8,
    pub kind: Kind,
    pub number: u8,
    pub title: &'static str,
    /// Markdown, heading included.
    pub walkthrough: &'static str,
    pub cost: &'static str,
    /// The slug of the later exercise that undoes or replaces this one's state.
    pub superseded_by: Option<&'static str>,
    pub leaves_behind: &'static [&'static str],
    pub hints: &'static [&'static str],
    /// Starter files: path in the workspace and template.
    pub files: &'static [(&'static str, &'static str)],
    /// The worked solution: a script for the ordinary `aws` CLI. Empty where there is nothing to run.
    pub solution: &'static str,
    /// In place of a verifier, where the exercise leaves nothing in the account.
    pub asks: Option<Asks>,
}

/// How an exercise that leaves nothing in the account shows that it was done; the texts are templates as well.
#[allow(dead_code, reason = "the chapters with exercises that are asked come later in the book")]
pub enum Asks {
    /// A question whose answer shows it.
    Question { question: &'static str, choices: &'static [Choice] },
    /// A yes to this.
    Confirmation { question: &'static str },
    /// A file of the workspace that holds all of these.
    File { path: &'static str, holds: &'static [&'static str] },
    /// A program on the learner's machine, with its arguments, whose answer holds all of these.
    Command { run: &'static [&'static str], holds: &'static [&'static str] },
}

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

impl Exercise {
    /// The book's number, such as `4.3`, `8.e1` or `9.i2`.
    pub fn id(&self) -> String {
        let mark = match self.kind {
            Kind::HandsOn => "",
            Kind::Example => "e",
            Kind::Independent => "i",
        };
        format!("{}.{mark}{}", self.chapter, self.number)
    }

    /// Its walkthrough, after its chapter's introduction where it is the first; a template over the learner's names.
    pub fn reading(&self) -> String {
        let opens = |chapter: &&Chapter| chapter.exercises.first().is_some_and(|first| first.slug == self.slug);
        CHAPTERS.iter().find(opens).map_or("", |chapter| chapter.introduction).to_owned() + self.walkthrough
    }

    /// What it leaves behind and costs, to be known when it is done; Markdown, a template over the learner's names.
    pub fn afterwards(&self) -> String {
        let left = if self.leaves_behind.is_empty() { "nothing".into() } else { self.leaves_behind.join("; ") };
        format!("It leaves behind: {left}. Cost: {}", self.cost)
    }

    /// Number and title, as headings show them.
    pub fn heading(&self) -> String {
        format!("{} {}", self.id(), self.title)
    }
}

/// All exercises in the book's order.
pub fn exercises() -> impl Iterator<Item = &'static Exercise> {
    CHAPTERS.iter().flat_map(|chapter| chapter.exercises)
}

/// The exercise with that slug, which the build has seen to exist.
pub fn by_slug(slug: &str) -> Option<&'static Exercise> {
    exercises().find(|exercise| exercise.slug == slug)
}

/// The exercise that a learner means by a number or a slug.
///
/// # Errors
/// When there is none of that name.
pub fn exercise(name: &str) -> Result<&'static Exercise> {
    let wanted = name.trim().to_lowercase();
    exercises().find(|exercise| exercise.id() == wanted || exercise.slug == wanted).ok_or_else(|| {
        Failure::usage(format!("there is no exercise `{name}`"))
            .hint("Name an exercise by its number in the book, such as 4.3. `msl-learn list` shows them all.")
    })
}

/// The chapter with that number.
///
/// # Errors
/// When there is none.
pub fn chapter(number: u8) -> Result<&'static Chapter> {
    CHAPTERS.iter().find(|chapter| chapter.number == number).ok_or_else(|| {
        let there: Vec<String> = CHAPTERS.iter().map(|chapter| chapter.number.to_string()).collect();
        Failure::usage(format!("there is no chapter {number} yet"))
            .hint(format!("The chapters that are there: {}.", there.join(", ")))
    })
}
