//! The pages of the AWS console that findings point to.

use super::reader::Name;

/// A page of the console; its address is a template over the learner's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    address: &'static str,
    /// What stands for `{{ name }}` in the address: the thing whose page it is.
    name: &'static str,
}

/// A page of a service, or, with `{{ name }}` in the address, of one of its things.
pub const fn page(address: &'static str) -> Page {
    Page { address, name: "" }
}

/// For what is on the learner's own machine, of which the console shows nothing.
pub const NO_PAGE: Page = page("");

impl Page {
    /// The page of one thing.
    pub const fn of(self, name: Name) -> Self {
        Self { name: name.text, ..self }
    }

    /// The address, still a template over the learner's names.
    pub fn address(&self) -> String {
        self.address.replace("{{ name }}", self.name)
    }
}
