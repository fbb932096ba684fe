//! What teaching a chapter takes, and how long its parts take.

use super::{Chapter, Exercise, Mistake};

/// The words that somebody reads in a minute who learns from them.
const WORDS_A_MINUTE: usize = 150;
/// How many minutes a question of a quiz takes, its explanations included.
const MINUTES_A_QUESTION: usize = 1;
/// The mistakes that are usual if nothing says which.
const USUAL: usize = 3;

/// What teaching a chapter takes beside its texts. Texts are Markdown, and templates over the learner's names; exercises are
/// named by number.
#[derive(Debug)]
pub struct Teaching {
    /// What learners need that no earlier exercise gives them.
    pub beforehand: &'static [&'static str],
    /// By exercise; see [`Teaching::minutes`].
    pub minutes: &'static [(&'static str, u16)],
    /// By exercise; see [`Teaching::wait`].
    pub waits: &'static [(&'static str, &'static str)],
    /// By exercise, the names of mistakes; see [`Teaching::slips`].
    pub slips: &'static [(&'static str, &'static [&'static str])],
    pub demonstrate: &'static [Demonstration],
}

/// Something to show a class.
#[derive(Debug)]
pub struct Demonstration {
    /// What it shows, and what to say.
    pub say: &'static str,
    pub commands: &'static [&'static str],
}

impl Teaching {
    /// How many minutes an exercise takes, its walkthrough included and waits left out, by estimate.
    pub fn minutes(&self, exercise: &Exercise) -> Option<u16> {
        self.minutes.iter().find(|(id, _)| *id == exercise.id()).map(|(_, minutes)| *minutes)
    }

    /// What a real account lets learners wait for in an exercise.
    pub fn wait(&self, exercise: &Exercise) -> Option<&'static str> {
        self.waits.iter().find(|(id, _)| *id == exercise.id()).map(|(_, wait)| *wait)
    }

    /// The tested mistakes of an exercise that learners make most, most usual first.
    pub fn slips(&self, exercise: &'static Exercise) -> Vec<&'static Mistake> {
        let named = self.slips.iter().find(|(id, _)| *id == exercise.id()).map(|(_, names)| *names);
        let mistake = |name: &&str| exercise.mistakes.iter().find(|mistake| mistake.name == *name);
        match named {
            Some(names) => names.iter().filter_map(mistake).collect(),
            None => exercise.mistakes.iter().take(USUAL).collect(),
        }
    }
}

impl Chapter {
    /// How many minutes it takes to read the introduction and the sections without an exercise.
    pub fn minutes_to_read(&self) -> usize {
        minutes_of(self.introduction) + self.sections.iter().map(|section| minutes_of(section.text)).sum::<usize>()
    }

    /// How many minutes it takes to answer all questions of the quiz.
    pub fn minutes_of_quiz(&self) -> usize {
        self.quiz.len() * MINUTES_A_QUESTION
    }
}

/// How many minutes it takes to read a text with understanding.
pub fn minutes_of(text: &str) -> usize {
    text.split_whitespace().count().div_ceil(WORDS_A_MINUTE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{CHAPTERS, exercises};

    #[test]
    fn every_exercise_has_its_minutes_and_every_chapter_something_to_show() {
        for exercise in exercises() {
            let chapter = CHAPTERS.iter().find(|chapter| chapter.number == exercise.chapter).expect("its chapter");
            let minutes = chapter.teaching.minutes(exercise);
            let file = format!("chapters/ch{:02}.teach.toml", exercise.chapter);
            assert!(minutes.is_some_and(|minutes| (5..=120).contains(&minutes)), "{file}: {}", exercise.id());
        }
        for chapter in CHAPTERS {
            let teaching = &chapter.teaching;
            assert!(!teaching.demonstrate.is_empty() && !teaching.beforehand.is_empty(), "chapter {}", chapter.number);
            let texts = teaching.beforehand.iter().chain(teaching.demonstrate.iter().map(|shown| &shown.say));
            texts.for_each(|text| assert!(text.ends_with(['.', '?']) && !text.contains('\n'), "{text}"));
        }
    }

    #[test]
    fn a_text_takes_a_minute_at_least() {
        assert_eq!([minutes_of("one"), minutes_of(&"word ".repeat(151)), minutes_of("")], [1, 2, 0]);
    }
}
