//! The environment variables of a function.

use std::fmt;

use serde::{Deserialize, Serialize};

/// By name. Their values may be secrets, and are never shown.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Variables(Vec<(String, String)>);

impl Variables {
    /// The value of a variable: to compare with, not to show.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The name of the first variable of which something is so, by its name and its value.
    pub fn name_where(&self, is_so: impl Fn(&str, &str) -> bool) -> Option<&str> {
        self.0.iter().find(|(name, value)| is_so(name, value)).map(|(name, _)| name.as_str())
    }
}

impl FromIterator<(String, String)> for Variables {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(variables: I) -> Self {
        Self(variables.into_iter().collect())
    }
}

impl fmt::Debug for Variables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}
