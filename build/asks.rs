//! `[asks]` in exercise.toml: what a learner is asked who has done something that leaves nothing in the account.

use std::path::{Component, Path};

use serde::Deserialize;

/// The fewest choices that a question may have.
const CHOICES: usize = 3;
/// Programs that would run whatever they are told.
const SHELLS: [&str; 10] = ["sh", "bash", "dash", "zsh", "fish", "ksh", "cmd", "powershell", "pwsh", "env"];

/// One of `question` with `choices`, `confirm`, `file` or `command`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asks {
    question: Option<String>,
    #[serde(default)]
    choices: Vec<Choice>,
    confirm: Option<String>,
    file: Option<File>,
    command: Option<Program>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    text: String,
    #[serde(default)]
    right: bool,
    explanation: String,
}

/// A file of the workspace and what must occur in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    path: String,
    holds: Vec<String>,
}

/// A program with its arguments, what must occur in its answer, and how it is installed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Program {
    run: Vec<String>,
    holds: Vec<String>,
    install: String,
}

impl Asks {
    /// What is wrong with it, one message each.
    pub fn wrong(&self) -> Vec<String> {
        let forms = [self.question.is_some(), self.confirm.is_some(), self.file.is_some(), self.command.is_some()];
        if forms.iter().filter(|form| **form).count() != 1 {
            return vec!["needs exactly one of question, confirm, file and command".into()];
        }
        let texts = [&self.question, &self.confirm].into_iter().flatten();
        let mut wrong: Vec<String> =
            texts.filter(|text| text.trim().is_empty()).map(|_| "asks nothing".into()).collect();
        wrong.extend(self.wrong_choices());
        wrong.extend(self.file.iter().flat_map(File::wrong));
        wrong.extend(self.command.iter().flat_map(Program::wrong));
        wrong
    }

    fn wrong_choices(&self) -> Vec<String> {
        let choices = &self.choices;
        if self.question.is_none() {
            return if choices.is_empty() { Vec::new() } else { vec!["has choices without a question".into()] };
        }
        let mut wrong = Vec::new();
        if choices.len() < CHOICES {
            wrong.push(format!("has {} choices; a question needs at least {CHOICES}", choices.len()));
        }
        if choices.iter().all(|choice| choice.right) || !choices.iter().any(|choice| choice.right) {
            wrong.push("needs at least one choice with right = true and one without".into());
        }
        for (index, choice) in choices.iter().enumerate() {
            if choice.text.trim().is_empty() || choice.explanation.trim().is_empty() {
                wrong.push(format!("choice {} needs a text and an explanation", index + 1));
            }
            if choices[..index].iter().any(|other| other.text == choice.text) {
                wrong.push(format!("has the choice \"{}\" twice", choice.text));
            }
        }
        wrong
    }
}

impl File {
    fn wrong(&self) -> Vec<String> {
        let plain = |part: Component| matches!(part, Component::Normal(_));
        let inside = !self.path.is_empty() && Path::new(&self.path).components().all(plain);
        let outside =
            (!inside).then(|| format!("names the file \"{}\", which is no path inside the workspace", self.path));
        outside.into_iter().chain(empty(&self.holds)).collect()
    }
}

impl Program {
    fn wrong(&self) -> Vec<String> {
        let program = self.run.first().map_or("", String::as_str);
        let name = program.strip_suffix(".exe").unwrap_or(program);
        let mut wrong: Vec<String> = empty(&self.holds).into_iter().collect();
        if name.is_empty() || name.contains(['/', '\\']) || name.contains(char::is_whitespace) {
            wrong.push(format!("runs \"{program}\"; run = [\"program\", \"argument\"] names a program on the path"));
        }
        if SHELLS.contains(&name) {
            wrong.push(format!("runs the shell \"{program}\"; only a program itself may be run"));
        }
        if !self.install.trim().ends_with('.') {
            wrong.push("needs install = \"…\", a sentence that says how to get the program".into());
        }
        wrong
    }
}

/// What holds everything holds nothing.
fn empty(holds: &[String]) -> Option<String> {
    let vague = holds.is_empty() || holds.iter().any(|text| text.trim().is_empty());
    vague.then(|| "needs holds = [\"text\"] with at least one text, none of them empty".into())
}

/// The value for the catalog, as Rust code.
pub fn code(asks: Option<&Asks>) -> String {
    let Some(asks) = asks else { return "None".into() };
    if let Some(File { path, holds }) = &asks.file {
        return format!("Some(Asks::File {{ path: {path:?}, holds: &{holds:?} }})");
    }
    if let Some(Program { run, holds, install }) = &asks.command {
        return format!("Some(Asks::Command {{ run: &{run:?}, holds: &{holds:?}, install: {install:?} }})");
    }
    if let Some(question) = &asks.confirm {
        return format!("Some(Asks::Confirmation {{ question: {question:?} }})");
    }
    let choice = |Choice { text, right, explanation }: &Choice| {
        format!("ChoiceTemplate {{ text: {text:?}, right: {right}, explanation: {explanation:?} }}")
    };
    let choices: Vec<String> = asks.choices.iter().map(choice).collect();
    let question = asks.question.as_deref().unwrap_or_default();
    format!("Some(Asks::Question {{ question: {question:?}, choices: &[{}] }})", choices.join(", "))
}
