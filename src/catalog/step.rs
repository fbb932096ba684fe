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
    /// The same, from a first page in the browser on: each chapter is read before the exercise that needs it.
    Build,
    /// The exercises alone.
    Exercises,
}

impl Plan {
    /// The name in the settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Plan::All => "all",
            Plan::Build => "build",
            Plan::Exercises => "exercises",
        }
    }

    /// Its steps: in the book's order, but for those who build first.
    pub fn steps(self) -> impl DoubleEndedIterator<Item = Step> {
        let steps = CHAPTERS.iter().flat_map(Chapter::steps).filter(|step| self.has(*step)).collect();
        let steps = if self == Plan::Build { building_first(steps) } else { steps };
        steps.into_iter()
    }

    pub fn has(self, step: Step) -> bool {
        self.has_readings() || matches!(step, Step::Exercise(_))
    }

    /// Whether chapters to read and quizzes are among its steps.
    pub fn has_readings(self) -> bool {
        self != Plan::Exercises
    }
}

/// Where those begin who build first: it needs no other exercise, and ends with a page in the browser.
const FIRST: &str = "4.3";
/// The chapters to read that are moved, each with the exercise before which it is read, since that needs it.
const WOVEN: [(u8, &str); 3] = [(1, "4.1"), (2, "5.1"), (3, "6.1")];

/// All of the steps, so that a page is built first.
fn building_first(mut steps: Vec<Step>) -> Vec<Step> {
    for (chapter, exercise) in WOVEN {
        let (moved, mut rest): (Vec<Step>, Vec<Step>) = steps.into_iter().partition(|step| step.chapter() == chapter);
        let at = rest.iter().position(|step| step.id() == exercise).unwrap_or(rest.len());
        rest.splice(at..at, moved);
        steps = rest;
    }
    if let Some(first) = steps.iter().position(|step| step.id() == FIRST) {
        steps[..=first].rotate_right(1);
    }
    steps
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_builds_first_loses_no_step() {
        let ids = |plan: Plan| plan.steps().map(Step::id).collect::<Vec<_>>();
        let (mut all, mut build) = (ids(Plan::All), ids(Plan::Build));
        assert_eq!(build[..6], ["4.3", "1", "1.quiz", "4.1", "4.2", "4.4"]);
        let before = |step: &str| build[build.iter().position(|id| id == step).unwrap() - 1].clone();
        assert_eq!((before("2"), before("5.1")), ("4.quiz".into(), "2.quiz".into()));
        assert_eq!((before("3"), before("6.1")), ("5.quiz".into(), "3.quiz".into()));
        all.sort();
        build.sort();
        assert_eq!(all, build);
    }
}
