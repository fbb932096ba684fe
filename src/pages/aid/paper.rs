//! A quiz on paper: a sheet to hand out, and the answers to the same sheet.

use super::document::{Aid, AidBlock, AidTable};
use crate::catalog::Chapter;
use crate::quiz::{Choice, Question};

/// Questions and choices in the order in which they stand on paper. Letters are by this order, and not by the chapter's.
pub struct PaperQuiz<'a> {
    pub chapter: &'a Chapter,
    pub questions: &'a [Question],
    /// What fixed the order; none if it is the chapter's.
    pub seed: Option<u64>,
}

impl PaperQuiz<'_> {
    /// The sheet without answers.
    pub fn sheet(&self) -> Aid {
        let mut blocks = vec![
            AidBlock::Fields(&["Name", "Date"]),
            AidBlock::Text(format!(
                "{} Mark the letters that you choose. Below each question stands how many are right.",
                self.order()
            )),
            AidBlock::Part("Questions".into()),
        ];
        for (number, question) in (1..).zip(self.questions) {
            blocks.push(entry(number, question));
            blocks.push(AidBlock::Text(question.text.clone()));
            blocks.push(AidBlock::Text(format!("*Choose {}.*", chosen(question))));
            blocks.push(AidBlock::Choices(question.choices.iter().map(|choice| choice.text.clone()).collect()));
        }
        Aid { title: format!("Quiz of chapter {}: {}", self.chapter.number, self.chapter.title), blocks }
    }

    /// The letters that are right on that sheet, then why each choice is right or wrong.
    pub fn answers(&self) -> Aid {
        let row = |(number, question): (usize, &Question)| {
            vec![number.to_string(), letters(question).join(", "), format!("`msl-learn read {}`", question.told_in())]
        };
        let mut blocks = vec![
            AidBlock::Text(format!("For whoever marks the sheets. {}", self.order())),
            AidBlock::Part("What is right".into()),
            AidBlock::Table(AidTable {
                caption: "The right letters of each question, and what tells about it".into(),
                head: &["Question", "Right", "Told in"],
                rows: (1..).zip(self.questions).map(row).collect(),
            }),
            AidBlock::Part("Why".into()),
        ];
        for (number, question) in (1..).zip(self.questions) {
            blocks.push(entry(number, question));
            blocks.push(AidBlock::Text(question.text.clone()));
            blocks.push(AidBlock::Choices(question.choices.iter().map(explained).collect()));
        }
        Aid { title: format!("Answers to the quiz of chapter {}: {}", self.chapter.number, self.chapter.title), blocks }
    }

    /// What tells one sheet from another.
    fn order(&self) -> String {
        let (here, all) = (self.questions.len(), self.chapter.quiz.len());
        let count = if here == all { format!("{all} questions") } else { format!("{here} of {all} questions") };
        match self.seed {
            Some(seed) => format!("**Sheet {seed}**, {count}."),
            None => format!("{count}, in the chapter's order."),
        }
    }
}

/// The letters of the right choices, by their order on paper.
pub fn letters(question: &Question) -> Vec<String> {
    ('a'..).zip(&question.choices).filter(|(_, choice)| choice.right).map(|(letter, _)| letter.to_string()).collect()
}

fn entry(number: usize, question: &Question) -> AidBlock {
    AidBlock::Entry(format!("Question {number}: {}", question.title))
}

fn chosen(question: &Question) -> String {
    match question.choices.iter().filter(|choice| choice.right).count() {
        1 => "one".into(),
        several => several.to_string(),
    }
}

fn explained(choice: &Choice) -> String {
    let word = if choice.right { "Right" } else { "Wrong" };
    format!("**{word}:** {}\n\n{}", choice.text, choice.explanation)
}
