//! The answers of the unit tests' accounts, as the server for many accounts gives them.

#[path = "../../checks/doubles/answers.rs"]
#[allow(dead_code, reason = "the unit tests need more of them")]
mod answers;

#[allow(unused_imports, reason = "what the parts of the account that is done are made of")]
pub use answers::{Answer, Answers as Account, error, label, ok, status};
