//! Asks the learner's account, read-only, whether an exercise is done; never prints, prompts or writes.

mod address;
pub mod aws;
#[cfg(test)]
mod doubles;
mod grant;
mod html;
mod javascript;
mod judge;
mod learner;
mod near;
mod openapi;
mod package;
mod policy;
mod report;
mod script;
mod source;
#[cfg(test)]
mod tests;
mod verifier;
mod wait;
mod workspace;

pub use aws::{Access, Aws, Call, Caller, Fault, FaultKind, Health, Patience, Read, SignInError, SignedIn, cli_region};
pub use grant::{Grant, grant};
pub use learner::{Learner, Names, TemplateError};
pub use report::{ClauseVerdict, Finding, Findings, Reason, Verdict};
pub use verifier::{VERIFIERS, check, unreadable};
pub use wait::Wait;
