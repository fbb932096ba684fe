//! Chapters and exercises: one static table, joined by the build, and how learners name its rows.

pub mod drill;
mod near_miss;
mod step;
mod teaching;
mod template;
mod walkthrough_part;

use msl_learn_checks::LeftKind;

use crate::failure::{Failure, Result};

pub use near_miss::near_miss;
pub use step::{Plan, Step, step};
pub use teaching::{Demonstration, Teaching, minutes_of};
pub use template::fill;
pub use walkthrough_part::WalkthroughPart;

/// A chapter of the book.
pub struct Chapter {
    pub number: u8,
    pub title: &'static str,
    /// Markdown before the first section, heading included; a template over the learner's names.
    pub introduction: &'static str,
    /// The sections that are only read.
    pub sections: &'static [Section],
    pub exercises: &'static [Exercise],
    /// Empty if the chapter has no quiz yet.
    pub quiz: &'static [QuestionTemplate],
    /// What teaching it takes.
    pub teaching: Teaching,
}

/// A section of a chapter without an exercise.
pub struct Section {
    /// Unique in its chapter.
    pub anchor: &'static str,
    pub title: &'static str,
    /// Markdown, heading included; a template over the learner's names.
    pub text: &'static str,
    /// The number of the chapter's exercises before it.
    pub after: usize,
}

/// A question of a chapter's quiz; its texts are templates over the learner's names.
#[derive(Debug)]
pub struct QuestionTemplate {
    /// Unique in its chapter.
    pub id: &'static str,
    pub title: &'static str,
    /// The section or exercise that tells about it, as `msl-learn read` takes it.
    pub read: Option<&'static str>,
    /// Markdown.
    pub text: &'static str,
    /// At least one right and one wrong.
    pub choices: &'static [ChoiceTemplate],
}

/// A choice of a question, in a quiz or in an exercise that asks.
#[derive(Debug)]
pub struct ChoiceTemplate {
    pub right: bool,
    /// Markdown in one line.
    pub text: &'static str,
    /// Markdown: why it is right or wrong.
    pub explanation: &'static str,
}

/// The kinds of exercises that the book numbers separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExerciseKind {
    HandsOn,
    #[allow(dead_code, reason = "the chapters with examples come later in the book")]
    Example,
    Independent,
}

impl ExerciseKind {
    pub fn name(self) -> &'static str {
        match self {
            ExerciseKind::HandsOn => "hands-on",
            ExerciseKind::Example => "example",
            ExerciseKind::Independent => "independent",
        }
    }
}

/// An exercise; its texts are templates over the learner's names.
pub struct Exercise {
    /// Such as `ch04/s3_website_hosting`.
    pub slug: &'static str,
    pub chapter: u8,
    pub kind: ExerciseKind,
    pub number: u8,
    pub title: &'static str,
    /// Markdown, heading included.
    pub walkthrough: &'static str,
    pub cost: &'static str,
    /// One sentence: what stands once it is done, and where to see it; Markdown.
    pub stands: &'static str,
    /// The slugs of the earlier exercises that it builds upon.
    pub needs: &'static [&'static str],
    /// The slug of the later exercise that undoes or replaces this one's state.
    pub superseded_by: Option<&'static str>,
    /// The slug of an exercise between, after which this one's state does not hold until its successor is done.
    pub paused_by: Option<&'static str>,
    /// What stays in the account.
    pub leaves: &'static [Leaf],
    /// By the id of a clause, the command of the `aws` CLI that fixes it.
    pub cli: &'static [(&'static str, &'static str)],
    /// By the id of a clause, the file of the workspace that decides it and that its commands upload.
    pub edits: &'static [(&'static str, &'static str)],
    pub hints: &'static [&'static str],
    /// Starter files: path in the workspace and template.
    pub files: &'static [(&'static str, &'static str)],
    /// The worked solution: a script for the ordinary `aws` CLI. Empty if there is nothing to run.
    pub solution: &'static str,
    /// Asked instead of verified, if the exercise leaves nothing in the account.
    pub asks: Option<Asks>,
    /// Asked before the account is checked, if not every account can have the exercise.
    pub availability: Option<Availability>,
    /// What a drill can break in it, once it is solved.
    pub mistakes: &'static [Mistake],
}

/// A tested mistake that is made in a solved exercise, and found by its check. The texts are templates as well.
#[derive(Debug)]
pub struct Mistake {
    /// Unique in its exercise.
    pub name: &'static str,
    /// What is broken, in one sentence.
    pub title: &'static str,
    /// What a visitor sees.
    pub visitor: &'static str,
    pub lesson: &'static str,
    /// A script for bash, after the helpers that all share.
    pub script: &'static str,
}

/// Something that an exercise leaves in the account. `what` and `name` are templates over the learner's names.
#[derive(Debug)]
pub struct Leaf {
    /// As a noun, such as `the bucket {{ website_bucket }} with index.html`.
    pub what: &'static str,
    pub kind: LeftKind,
    /// What it is called among its kind; empty for what has no name.
    pub name: &'static str,
    /// The slugs of later exercises that need it too.
    pub shared_with: &'static [&'static str],
    /// The key of its price.
    pub price: &'static str,
}

/// How a kind of thing is removed; what stands in braces is filled for each thing.
#[derive(Debug)]
pub struct RemovalTemplate {
    pub kind: LeftKind,
    /// Lines for bash 3.2.
    pub commands: &'static str,
    pub console: &'static str,
    /// What nobody brings back.
    pub lost: Option<&'static str>,
}

/// What AWS asks for something, as it was read on one day.
#[derive(Debug)]
pub struct Price {
    pub key: &'static str,
    /// In US dollars, for what `per` says.
    pub usd: f64,
    /// Such as `GB and month`.
    pub per: &'static str,
    /// Where it holds, such as `us-east-1`; `all` if it is the same everywhere.
    pub region: &'static str,
    /// When it was read, such as `2026-11-29`.
    pub day: &'static str,
    /// The page.
    pub source: &'static str,
    /// Whether it was read on AWS's own page.
    pub is_confirmed: bool,
    /// What it costs a month without being used, in US dollars.
    pub standing: f64,
    /// Whether `usd` is for each GB and month.
    pub is_by_gigabyte: bool,
}

/// What is asked of an exercise that not every account can have. The texts are templates as well.
#[derive(Clone, Copy)]
pub struct Availability {
    pub question: &'static str,
    /// What somebody does instead who cannot have it.
    pub without: &'static str,
}

/// What shows that an exercise was done which leaves nothing in the account. The texts are templates as well.
#[allow(dead_code, reason = "the chapters with exercises that are asked come later in the book")]
pub enum Asks {
    /// The right answer to a question.
    Question { question: &'static str, choices: &'static [ChoiceTemplate] },
    /// A yes to a question.
    Confirmation { question: &'static str },
    /// A file of the workspace that holds all of these.
    File { path: &'static str, holds: &'static [&'static str] },
    /// A program on the learner's machine, with its arguments, whose output holds all of these, and how it is installed.
    Command { run: &'static [&'static str], holds: &'static [&'static str], install: &'static str },
}

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

impl Chapter {
    /// The whole text in its order; a template over the learner's names.
    pub fn whole(&self) -> String {
        let exercises = self.exercises.iter().enumerate();
        let text: String = exercises.map(|(at, exercise)| self.before(at) + exercise.walkthrough).collect();
        text + &self.before(self.exercises.len())
    }

    /// The text right before the exercise of that index: the introduction if it is the first one, and sections.
    fn before(&self, exercise: usize) -> String {
        let introduction = if exercise == 0 { self.introduction } else { "" };
        let sections = self.sections.iter().filter(|section| section.after == exercise).map(|section| section.text);
        std::iter::once(introduction).chain(sections).collect()
    }
}

impl Exercise {
    /// The book's number, such as `4.3`, `8.e1` or `9.i2`.
    pub fn id(&self) -> String {
        let mark = match self.kind {
            ExerciseKind::HandsOn => "",
            ExerciseKind::Example => "e",
            ExerciseKind::Independent => "i",
        };
        format!("{}.{mark}{}", self.chapter, self.number)
    }

    /// The walkthrough, after the text between the exercise before and this one; a template over the learner's names.
    pub fn reading(&self) -> String {
        let place =
            |chapter: &'static Chapter| Some((chapter, chapter.exercises.iter().position(|e| e.slug == self.slug)?));
        let before = CHAPTERS.iter().find_map(place).map(|(chapter, at)| chapter.before(at));
        before.unwrap_or_default() + self.walkthrough
    }

    /// What stands now, what it leaves behind and what that costs; Markdown, a template over the learner's names. In a
    /// practice account nothing costs.
    pub fn afterwards(&self, in_practice: bool) -> String {
        format!("**What stands now.** {}\n\n{}", self.stands, self.left_behind(in_practice))
    }

    fn left_behind(&self, in_practice: bool) -> String {
        let left: Vec<&str> = self.leaves.iter().map(|leaf| leaf.what).collect();
        let left = if left.is_empty() { "nothing".into() } else { left.join("; ") };
        if in_practice {
            return format!(
                "The practice account costs nothing. A real one is left with: {left}. Cost there: {}",
                self.cost
            );
        }
        format!("It leaves behind: {left}. Cost: {}", self.cost)
    }

    /// The command of the `aws` CLI that fixes the clause with that id; a template over the learner's names.
    pub fn command(&self, clause: &str) -> Option<&'static str> {
        self.cli.iter().find(|(id, _)| *id == clause).map(|(_, command)| *command)
    }

    /// The file of the workspace to change before the commands of the clause with that id are run.
    pub fn edit(&self, clause: &str) -> Option<&'static str> {
        self.edits.iter().find(|(id, _)| *id == clause).map(|(_, file)| *file)
    }

    /// The later exercise that undoes or replaces this one's state.
    pub fn successor(&self) -> Option<&'static Exercise> {
        by_slug(self.superseded_by?)
    }

    /// The later exercises after which this one's state may be gone on purpose, the one that replaces it first.
    pub fn undone_by(&self) -> impl Iterator<Item = &'static Exercise> {
        [self.superseded_by, self.paused_by].into_iter().flatten().filter_map(by_slug)
    }

    /// Number and title, as headings show them.
    pub fn heading(&self) -> String {
        format!("{} {}", self.id(), self.title)
    }
}

/// How a kind of thing is removed.
pub fn removal(kind: LeftKind) -> &'static RemovalTemplate {
    REMOVALS.iter().find(|removal| removal.kind == kind).expect("a test holds that every kind has its row")
}

/// The price with that key.
pub fn price(key: &str) -> Option<&'static Price> {
    PRICES.iter().find(|price| price.key == key)
}

/// All exercises in the book's order.
pub fn exercises() -> impl Iterator<Item = &'static Exercise> {
    CHAPTERS.iter().flat_map(|chapter| chapter.exercises)
}

/// The exercise with that slug.
pub fn by_slug(slug: &str) -> Option<&'static Exercise> {
    exercises().find(|exercise| exercise.slug == slug)
}

/// How to name an exercise.
const NUMBERS: &str = "Name an exercise by its number in the book, such as 4.3. `msl-learn list` shows them all.";

/// The exercise that a learner means by a number or a slug.
///
/// # Errors
/// If no exercise has that name.
pub fn exercise(name: &str) -> Result<&'static Exercise> {
    let wanted = name.trim().to_lowercase();
    exercises().find(|exercise| exercise.id() == wanted || exercise.slug == wanted).ok_or_else(|| {
        Failure::usage(format!("there is no exercise `{name}`"))
            .hint(near_miss(name).unwrap_or_else(|| NUMBERS.to_owned()))
    })
}

/// The section that a learner means by `1.lambda`, `ch01/lambda` or, if only one chapter has a section of that name,
/// `lambda`.
pub fn section(name: &str) -> Option<&'static Section> {
    let wanted = name.trim().to_lowercase();
    let all =
        || CHAPTERS.iter().flat_map(|chapter| chapter.sections.iter().map(move |section| (chapter.number, section)));
    let is_meant = |(number, section): &(u8, &Section)| {
        let names = [format!("{number}.{}", section.anchor), format!("ch{number:02}/{}", section.anchor)];
        names.contains(&wanted)
    };
    let mut alike = all().filter(|(_, section)| section.anchor == wanted);
    let found = all().find(is_meant).or_else(|| alike.next().filter(|_| alike.next().is_none()));
    found.map(|(_, section)| section)
}

/// Everything that can be read by itself, in the book's order: its name and its title.
pub fn titles() -> Vec<(String, &'static str)> {
    let of = |chapter: &'static Chapter| {
        let sections =
            chapter.sections.iter().map(|section| (format!("{}.{}", chapter.number, section.anchor), section.title));
        let exercises = chapter.exercises.iter().map(|exercise| (exercise.id(), exercise.title));
        std::iter::once((chapter.number.to_string(), chapter.title)).chain(sections).chain(exercises)
    };
    CHAPTERS.iter().flat_map(of).collect()
}

/// The number of the book's last chapter; the first is 1.
pub fn last_chapter() -> u8 {
    CHAPTERS.last().map_or(0, |chapter| chapter.number)
}

/// The chapter with that number.
///
/// # Errors
/// If the book has no such chapter.
pub fn chapter(number: u8) -> Result<&'static Chapter> {
    CHAPTERS
        .iter()
        .find(|chapter| chapter.number == number)
        .ok_or_else(|| Failure::usage(format!("there is no chapter {number}")).hint(near_miss::all_chapters()))
}

/// The chapter with that number, which must have a quiz.
///
/// # Errors
/// If there is no such chapter, or it has no quiz.
pub fn chapter_with_quiz(number: u8) -> Result<&'static Chapter> {
    let chapter = chapter(number)?;
    if !chapter.quiz.is_empty() {
        return Ok(chapter);
    }
    let others = CHAPTERS.iter().filter(|chapter| !chapter.quiz.is_empty());
    let others: Vec<String> = others.map(|chapter| chapter.number.to_string()).collect();
    Err(Failure::usage(format!("there is no quiz for chapter {number}"))
        .hint(format!("The chapters that have one: {}.", others.join(", "))))
}

/// The chapter whose quiz a learner means by `1`, `1.quiz` or `ch01/quiz`.
///
/// # Errors
/// If the chapter has no quiz yet, or the name is no chapter's.
pub fn quiz(name: &str) -> Result<&'static Chapter> {
    let wanted = name.trim().to_lowercase();
    let of_step = wanted.strip_suffix(".quiz").or_else(|| wanted.strip_prefix("ch")?.strip_suffix("/quiz"));
    match of_step.unwrap_or(&wanted).parse() {
        Ok(number) => chapter_with_quiz(number),
        Err(_) => Err(Failure::usage(format!("there is no quiz `{name}`"))
            .hint("Name a chapter by its number: `msl-learn quiz 1`.")),
    }
}

/// The name of a question in the progress, such as `ch04/two_locks`.
pub fn question_key(chapter: u8, id: &str) -> String {
    format!("ch{chapter:02}/{id}")
}
