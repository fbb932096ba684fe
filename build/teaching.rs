//! What teaching a chapter takes beside its texts, from `chapters/chNN.teach.toml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::Chapter;

/// What a command of a demonstration begins with.
const PROGRAMS: [&str; 2] = ["msl-learn ", "aws "];

/// Texts are Markdown, and templates over the learner's names; exercises are named by number, such as `4.3` or `8.e1`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Teaching {
    /// What learners need that no earlier exercise gives them.
    pub beforehand: Vec<String>,
    /// How many minutes an exercise takes, its walkthrough included and waits left out.
    #[serde(default)]
    pub minutes: BTreeMap<String, u16>,
    /// What a real account lets learners wait for.
    #[serde(default)]
    pub waits: BTreeMap<String, String>,
    /// The mistakes of an exercise that learners make most, by the names of their scripts.
    #[serde(default)]
    pub slips: BTreeMap<String, Vec<String>>,
    pub demonstrate: Vec<Demonstration>,
}

/// Something to show a class.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demonstration {
    /// What it shows, and what to say.
    pub say: String,
    pub commands: Vec<String>,
}

impl Teaching {
    /// What does not fit the chapter, one message each.
    pub fn wrong(&self, chapter: &Chapter) -> Vec<String> {
        let exercise = |id: &str| chapter.exercises.iter().find(|exercise| exercise.id(chapter.number) == *id);
        let named = self.minutes.keys().chain(self.waits.keys()).chain(self.slips.keys());
        let lost = named.filter(|id| exercise(id).is_none()).map(|id| format!("there is no exercise {id}"));
        let unknown = self.slips.iter().flat_map(|(id, names)| {
            let has = |name: &String| exercise(id).is_some_and(|it| it.mistakes.iter().any(|one| one.name == *name));
            names.iter().filter(move |name| !has(name)).map(move |name| format!("{id} has no mistake {name}"))
        });
        let commands = self.demonstrate.iter().flat_map(|shown| &shown.commands);
        let foreign = commands.filter(|command| !PROGRAMS.iter().any(|program| command.starts_with(program)));
        let foreign = foreign.map(|command| format!("`{command}` begins neither with msl-learn nor with aws"));
        lost.chain(unknown).chain(foreign).collect()
    }

    /// The value for the catalog, as Rust code.
    pub fn code(&self) -> String {
        let mut code = format!(
            "Teaching {{ beforehand: &{:?}, minutes: &{:?}, waits: &{:?}, slips: &[",
            self.beforehand,
            self.minutes.iter().collect::<Vec<_>>(),
            self.waits.iter().collect::<Vec<_>>(),
        );
        for (id, names) in &self.slips {
            let _ = write!(code, "({id:?}, &{names:?}), ");
        }
        code.push_str("], demonstrate: &[");
        for Demonstration { say, commands } in &self.demonstrate {
            let _ = write!(code, "Demonstration {{ say: {say:?}, commands: &{commands:?} }}, ");
        }
        code + "] }"
    }
}
