//! A question with the learner's own names in it, and whether an answer to it is right.

use std::iter;

use fastrand::Rng;
use msl_learn_checks::Learner;

use crate::catalog::{Chapter, ChoiceTemplate, QuestionTemplate, fill, question_key};
use crate::failure::Result;

/// A question as it is asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// The number of its chapter.
    pub chapter: u8,
    pub id: &'static str,
    /// Whether it is asked again because it was missed before.
    pub again: bool,
    pub title: String,
    /// The section or exercise that tells about it, as `msl-learn read` takes it.
    pub read: Option<&'static str>,
    /// Markdown.
    pub text: String,
    pub choices: Vec<Choice>,
}

/// One of its choices.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its place in the chapter's file, `a`, `b`, …, wherever it is shown.
    pub letter: char,
    pub right: bool,
    /// Markdown in one line.
    pub text: String,
    /// Markdown.
    pub explanation: String,
}

/// A question and what was answered.
#[derive(Clone, Debug)]
pub struct Marked {
    pub question: Question,
    /// The letters of the choices that were chosen.
    pub chosen: Vec<char>,
}

impl Question {
    /// # Errors
    /// If a text of the catalog names a placeholder that does not exist.
    pub fn new(chapter: u8, question: &QuestionTemplate, learner: &Learner) -> Result<Self> {
        Ok(Self {
            chapter,
            id: question.id,
            again: false,
            title: fill(learner, question.title)?,
            read: question.read,
            text: fill(learner, question.text)?,
            choices: choices(question.choices, learner)?,
        })
    }

    /// The name for `msl-learn read` of what tells about it: a section or exercise, or else the whole chapter.
    pub fn told_in(&self) -> String {
        self.read.map_or_else(|| self.chapter.to_string(), str::to_owned)
    }

    /// Its name in the progress, such as `ch04/two_locks`.
    pub fn key(&self) -> String {
        question_key(self.chapter, self.id)
    }

    /// The letters of the right choices, in their order.
    pub fn right(&self) -> Vec<char> {
        let mut right: Vec<char> = self.choices.iter().filter(|choice| choice.right).map(|c| c.letter).collect();
        right.sort_unstable();
        right
    }
}

/// The questions of a chapter.
///
/// # Errors
/// If a text of the catalog names a placeholder that does not exist.
pub fn questions(chapter: &Chapter, learner: &Learner) -> Result<Vec<Question>> {
    chapter.quiz.iter().map(|question| Question::new(chapter.number, question, learner)).collect()
}

/// Choices with the learner's own names in them, lettered in their order.
///
/// # Errors
/// If a text of the catalog names a placeholder that does not exist.
pub fn choices(choices: &[ChoiceTemplate], learner: &Learner) -> Result<Vec<Choice>> {
    let lettered = ('a'..).zip(choices).map(|(letter, choice)| {
        Ok(Choice {
            letter,
            right: choice.right,
            text: fill(learner, choice.text)?,
            explanation: fill(learner, choice.explanation)?,
        })
    });
    lettered.collect()
}

impl Marked {
    pub fn new(question: Question, mut chosen: Vec<char>) -> Self {
        chosen.sort_unstable();
        Self { question, chosen }
    }

    /// Whether every right choice was chosen, and no wrong one.
    pub fn is_right(&self) -> bool {
        self.chosen == self.question.right()
    }

    pub fn has(&self, choice: &Choice) -> bool {
        self.chosen.contains(&choice.letter)
    }
}

/// Shuffles the questions and the choices of each, always alike for the same seed. Questions asked again come first.
pub fn shuffle(questions: &mut [Question], seed: Option<u64>) {
    let mut chance = seed.map_or_else(Rng::new, Rng::with_seed);
    chance.shuffle(questions);
    questions.sort_by_key(|question| !question.again);
    iter::zip(questions, iter::repeat_with(|| chance.fork()))
        .for_each(|(question, mut chance)| chance.shuffle(&mut question.choices));
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// All questions of a chapter's quiz, answered right.
    pub fn all_right(chapter: &Chapter) -> Vec<Marked> {
        let questions = questions(chapter, &crate::workspace::Settings::example().learner()).expect("the quiz");
        questions
            .into_iter()
            .map(|question| (question.right(), question))
            .map(|(right, q)| Marked::new(q, right))
            .collect()
    }

    /// A question whose choices are right as `right` says.
    pub fn question(id: &'static str, right: &[bool]) -> Question {
        let choice = |(letter, right): (char, &bool)| Choice {
            letter,
            right: *right,
            text: format!("choice {letter}"),
            explanation: format!("because of {letter}"),
        };
        let choices = ('a'..).zip(right).map(choice).collect();
        Question {
            chapter: 4,
            id,
            again: false,
            title: format!("Title of {id}"),
            read: Some("4.3"),
            text: "Which?".into(),
            choices,
        }
    }

    #[test]
    fn an_answer_is_right_when_it_has_every_right_choice_and_no_other() {
        let marked = |chosen: &str| Marked::new(question("q", &[true, false, true]), chosen.chars().collect());
        assert!(marked("ac").is_right() && marked("ca").is_right());
        for chosen in ["", "a", "c", "b", "ab", "abc"] {
            assert!(!marked(chosen).is_right(), "{chosen}");
        }
    }

    #[test]
    fn a_seed_fixes_the_order_and_nothing_is_lost() {
        let order = |seed| {
            let mut questions: Vec<_> = ["p", "q", "r", "s"].map(|id| question(id, &[true, false, false, true])).into();
            shuffle(&mut questions, Some(seed));
            let letters = |q: &Question| q.choices.iter().map(|choice| choice.letter).collect::<String>();
            questions.iter().map(|question| (question.id, letters(question))).collect::<Vec<_>>()
        };
        assert_eq!(order(7), order(7));
        assert!((0..20).any(|seed| order(seed) != order(7)));
        let mut ids: Vec<_> = order(7).iter().map(|(id, _)| *id).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["p", "q", "r", "s"]);
        let mut again: Vec<_> = ["p", "q", "r", "s"].map(|id| question(id, &[true, false])).into();
        again.iter_mut().for_each(|question| question.again = "rs".contains(question.id));
        shuffle(&mut again, Some(7));
        assert_eq!(again.iter().map(|question| question.again).collect::<Vec<_>>(), [true, true, false, false]);
        assert!(order(7).iter().all(|(_, letters)| "abcd".chars().all(|letter| letters.contains(letter))));
    }
}
