//! Answers from a file: one line a question, `id = a,c`, by the letters of the choices in the chapter's order.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::question::{Marked, Question};
use crate::failure::{Failure, Result};

/// The letters given for each id, and what is wrong with the file.
#[derive(Default)]
struct Given<'a> {
    letters: BTreeMap<&'a str, Vec<char>>,
    faults: Vec<String>,
}

/// Marks the questions by the answers in `file`.
///
/// # Errors
/// If the file cannot be read, a line is no answer to one of the questions, or a question has no answer; the error names
/// all of them.
pub fn read(file: &Path, questions: Vec<Question>) -> Result<Vec<Marked>> {
    let text =
        fs::read_to_string(file).map_err(|error| Failure::usage(format!("--answers {}: {error}", file.display())))?;
    mark(&text, questions).map_err(|faults| {
        Failure::usage(format!("{} is invalid:\n{}", file.display(), faults.join("\n"))).hint(
            "Write one line a question, such as `two_locks = a,c`. `msl-learn quiz --print` shows the ids and letters.",
        )
    })
}

fn mark(text: &str, questions: Vec<Question>) -> std::result::Result<Vec<Marked>, Vec<String>> {
    let mut given = Given::default();
    for (number, answer) in lines(text) {
        if let Err(fault) = given.take(answer, &questions) {
            given.faults.push(format!("line {number}: {fault}"));
        }
    }
    let missing = questions.iter().filter(|question| !given.letters.contains_key(question.id));
    given.faults.extend(missing.map(|question| format!("{} has no answer", question.id)));
    if !given.faults.is_empty() {
        return Err(given.faults);
    }
    let marked = |question: Question| {
        let chosen = given.letters.remove(question.id).unwrap_or_default();
        Marked::new(question, chosen)
    };
    Ok(questions.into_iter().map(marked).collect())
}

/// The lines that are not blank, without comments, each with its number.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.trim_start_matches('\u{feff}').lines();
    let said = lines.map(|line| line.split('#').next().unwrap_or_default().trim());
    (1..).zip(said).filter(|(_, line)| !line.is_empty())
}

impl<'a> Given<'a> {
    fn take(&mut self, answer: &'a str, questions: &[Question]) -> std::result::Result<(), String> {
        let (id, letters) =
            answer.split_once('=').ok_or_else(|| format!("expected an answer such as `id = a,c`, found `{answer}`"))?;
        let id = id.trim();
        let question = questions.iter().find(|question| question.id == id);
        let question = question.ok_or_else(|| format!("there is no question `{id}`"))?;
        let letters =
            letters.split(',').map(|letter| known(letter, question)).collect::<std::result::Result<_, _>>()?;
        match self.letters.insert(id, letters) {
            Some(_) => Err(format!("{id} is answered twice")),
            None => Ok(()),
        }
    }
}

fn known(letter: &str, question: &Question) -> std::result::Result<char, String> {
    let wanted = letter.trim().to_ascii_lowercase();
    let found = question.choices.iter().find(|choice| wanted.chars().eq([choice.letter]));
    found.map(|choice| choice.letter).ok_or_else(|| {
        let letters: Vec<String> = question.choices.iter().map(|choice| choice.letter.to_string()).collect();
        format!("{} has no choice `{}`; it has {}", question.id, letter.trim(), letters.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::question::tests::question;
    use super::*;

    fn questions() -> Vec<Question> {
        vec![question("one", &[true, false, false]), question("two", &[true, false, true])]
    }

    #[test]
    fn blanks_comments_and_capital_letters_do_no_harm() {
        let marked = mark("\u{feff}# mine\r\n\r\n two=C , a # sure\r\none = b\r\n", questions()).unwrap();
        let chosen: Vec<_> = marked.iter().map(|answer| (answer.question.id, answer.chosen.clone())).collect();
        assert_eq!(chosen, [("one", vec!['b']), ("two", vec!['a', 'c'])]);
        assert_eq!(marked.iter().map(Marked::is_right).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn everything_that_is_wrong_is_named() {
        let faults = mark("three = a\none = d\none\ntwo = a\ntwo = a,c\n", questions()).unwrap_err();
        insta::assert_snapshot!(faults.join("\n"), @r"
        line 1: there is no question `three`
        line 2: one has no choice `d`; it has a, b, c
        line 3: expected an answer such as `id = a,c`, found `one`
        line 5: two is answered twice
        one has no answer
        ");
    }

    #[test]
    fn a_letter_too_many_or_too_few_is_named() {
        for letters in ["", "a,", "ab", "a;b", "é"] {
            let faults = mark(&format!("one = {letters}\ntwo = a"), questions()).unwrap_err();
            assert!(faults[0].starts_with("line 1: one has no choice"), "{faults:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered_with_marks_or_faults(text in "(one|two|=|a|b|,|#|\n|\\PC)*") {
            match mark(&text, questions()) {
                Ok(marked) => prop_assert_eq!(marked.len(), 2),
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }
    }
}
