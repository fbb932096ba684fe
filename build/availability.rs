//! `[availability]` in exercise.toml: what a learner is asked first whose account may not be able to have the exercise at all.

use serde::Deserialize;

/// The question, and what to do without.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Availability {
    question: String,
    /// What somebody does instead who cannot have it.
    without: String,
}

impl Availability {
    /// What is wrong with it, one message each.
    pub fn wrong(&self, is_asked: bool) -> Vec<String> {
        let checks = [
            (!self.question.contains('?'), "question is no question"),
            (!self.without.trim().ends_with('.'), "without is no sentence"),
            (is_asked, "stands beside [asks], which has no account to check"),
        ];
        checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, says)| format!("[availability] {says}")).collect()
    }
}

/// The value for the catalog, as Rust code.
pub fn code(availability: Option<&Availability>) -> String {
    let Some(Availability { question, without }) = availability else { return "None".into() };
    format!("Some(Availability {{ question: {question:?}, without: {without:?} }})")
}
