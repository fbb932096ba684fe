//! The steps that lead through the book in its order: chapters to read, exercises to do, quizzes to take.

use std::fmt;

use clap::ValueEnum;
use serde::Deserialize;

use super::{CHAPTERS, Chapter, Exercise, exercise};
use crate::failure::{Failure, Result};

/// Something to do next.
#[derive(Clone, Copy)]
pub enum Step {
    /// A chapter without exercises; one that has exercises is read with them.
    Read(&'static Chapter),
    Exercise(&'static Exercise),
    Quiz(&'static Chapter),
}

/// Which steps a learner wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Plan {
    /// Chapters, exercises and quizzes, in the book's order.
    #[default]
    All,
    /// The exercises alone.
    Exercises,
}

impl Plan {
    /// The name in the settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Plan::All => "all",
            Plan::Exercises => "exercises",
        }
    }

    /// Its steps in the book's order.
    pub fn steps(self) -> impl DoubleEndedIterator<Item = Step> {
        CHAPTERS.iter().flat_map(Chapter::steps).filter(move |step| self.has(*step))
    }

    pub fn has(self, step: Step) -> bool {
        self == Plan::All || matches!(step, Step::Exercise(_))
    }
}

impl Chapter {
    /// Whether the chapter is a step by itself; a chapter that has exercises is read with them.
    pub fn is_only_read(&self) -> bool {
        self.exercises.is_empty() && !self.sections.is_empty()
    }

    /// The chapter itself if it has no exercises, the exercises, and the quiz.
    pub fn steps(&'static self) -> impl DoubleEndedIterator<Item = Step> {
        let read = self.is_only_read().then_some(Step::Read(self));
        let quiz = (!self.quiz.is_empty()).then_some(Step::Quiz(self));
        read.into_iter().chain(self.exercises.iter().map(Step::Exercise)).chain(quiz)
    }

    /// Such as `Chapter 1: Introduction to AWS Serverless`.
    pub fn heading(&self) -> String {
        format!("Chapter {}: {}", self.number, self.title)
    }
}

impl Step {
    /// The name on the command line: `1`, `4.3` or `1.quiz`.
    pub fn id(self) -> String {
        match self {
            Step::Read(chapter) => chapter.number.to_string(),
            Step::Exercise(exercise) => exercise.id(),
            Step::Quiz(chapter) => format!("{}.quiz", chapter.number),
        }
    }

    /// The name in the progress: `ch01/reading`, `ch04/s3_website_hosting` or `ch01/quiz`.
    pub fn slug(self) -> String {
        match self {
            Step::Read(chapter) => format!("ch{:02}/reading", chapter.number),
            Step::Exercise(exercise) => exercise.slug.to_owned(),
            Step::Quiz(chapter) => format!("ch{:02}/quiz", chapter.number),
        }
    }

    pub fn kind(self) -> &'static str {
        match self {
            Step::Read(_) => "reading",
            Step::Exercise(exercise) => exercise.kind.name(),
            Step::Quiz(_) => "quiz",
        }
    }

    /// The title of the exercise or the chapter.
    pub fn title(self) -> &'static str {
        match self {
            Step::Read(chapter) | Step::Quiz(chapter) => chapter.title,
            Step::Exercise(exercise) => exercise.title,
        }
    }

    /// The name in a sentence and at the head of a page.
    pub fn heading(self) -> String {
        match self {
            Step::Read(chapter) => chapter.heading(),
            Step::Exercise(exercise) => exercise.heading(),
            Step::Quiz(chapter) => format!("Quiz of chapter {}: {}", chapter.number, chapter.title),
        }
    }

    /// The name in its chapter: `read the chapter`, the exercise's heading, `quiz: 24 questions`.
    pub fn label(self) -> String {
        match self {
            Step::Read(_) => "read the chapter".into(),
            Step::Exercise(exercise) => exercise.heading(),
            Step::Quiz(chapter) => format!("quiz: {} questions", chapter.quiz.len()),
        }
    }

    /// The number of its chapter.
    pub fn chapter(self) -> u8 {
        match self {
            Step::Read(chapter) | Step::Quiz(chapter) => chapter.number,
            Step::Exercise(exercise) => exercise.chapter,
        }
    }

    pub fn exercise(self) -> Option<&'static Exercise> {
        match self {
            Step::Exercise(exercise) => Some(exercise),
            Step::Read(_) | Step::Quiz(_) => None,
        }
    }
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Step::Read(this), Step::Read(other)) | (Step::Quiz(this), Step::Quiz(other)) => {
                this.number == other.number
            }
            (Step::Exercise(this), Step::Exercise(other)) => this.slug == other.slug,
            _ => false,
        }
    }
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.slug())
    }
}

/// The step that a learner means by an exercise's number or slug, a chapter's number, or `1.quiz`.
///
/// # Errors
/// If no step has that name.
pub fn step(name: &str) -> Result<Step> {
    let wanted = name.trim().to_lowercase();
    let of_chapters = || Plan::All.steps().filter(|step| step.exercise().is_none());
    if let Some(step) = of_chapters().find(|step| step.id() == wanted || step.slug() == wanted) {
        return Ok(step);
    }
    if let Ok(number) = wanted.parse::<u8>()
        && super::chapter(number)?.steps().any(|step| step.exercise().is_some())
    {
        return Err(Failure::usage(format!("chapter {number} is read with its exercises"))
            .hint(format!("Name one of them, such as {number}.1, or the quiz, {number}.quiz.")));
    }
    exercise(name).map(Step::Exercise).map_err(|_| {
        let names = "Name an exercise by its number in the book, such as 4.3, a chapter to read by its number, such as 1, \
                     and a quiz such as 1.quiz. `msl-learn list` shows them all.";
        Failure::usage(format!("there is no exercise, chapter to read or quiz `{name}`"))
            .hint(super::near_miss(name).unwrap_or_else(|| names.to_owned()))
    })
}
