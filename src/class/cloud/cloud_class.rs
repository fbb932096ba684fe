//! What the worker knows of the class: its template tells it, in the environment of the function.

use serde::{Deserialize, Serialize};

use crate::catalog::{self, Exercise};
use crate::class::by_role::is_seen;
use crate::class::folder::ClassFolder;
use crate::failure::Result;

/// The class, without anything of its learners.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloudClass {
    /// The class's id.
    pub class: String,
    /// What answers instead of AWS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// The numbers of the exercises that a role shows, such as `4.3`.
    exercises: Vec<String>,
}

impl CloudClass {
    pub fn of(class: &ClassFolder) -> Self {
        let settings = &class.settings;
        let exercises = settings.exercises().filter(|exercise| is_seen(exercise)).map(Exercise::id).collect();
        Self { class: settings.id.clone(), endpoint: settings.endpoint.clone(), exercises }
    }

    /// What the worker checks.
    ///
    /// # Errors
    /// If this program does not know an exercise.
    pub fn wanted(&self) -> Result<Vec<&'static Exercise>> {
        self.exercises.iter().map(|id| catalog::exercise(id)).collect()
    }

    /// As it stands in the environment: at most 4 kB of it are allowed in all (AWS Lambda Developer Guide, "Lambda quotas").
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("texts alone"))
    }
}
