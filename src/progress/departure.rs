//! A departure of the practice account from what the learner had, as the progress keeps it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A state that the practice account was brought to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// The number of the copy of what the learner had.
    pub kept: u32,
    pub at: Timestamp,
    /// What `brought` said of exercises before, by slug.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub brought: BTreeMap<String, Timestamp>,
    /// The exercises that were reopened, since the account is before them now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<String>,
}
