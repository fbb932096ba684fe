//! Asks the learner's account, read-only, whether an exercise is done; never prints, prompts or writes.

pub mod aws;
mod book;
mod ch04;
mod ch05;
mod ch06;
mod ch07;
mod ch08;
mod ch09;
mod ch10;
mod documents;
mod elsewhere;
mod endpoint;
mod findings;
mod given;
mod grant;
mod health;
mod judge;
mod judgement;
mod learner;
mod mail_records;
mod near;
mod outside;
mod own;
mod permission;
mod putting;
mod report;
mod round;
mod services;
mod tape;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod texting;
mod trigger;
mod verifier;
mod wait;

pub use aws::Aws;
pub use aws::access::{Access, PracticeAccess, RealAccess};
pub use aws::credentials::{SignedIn, cli_region};
pub use aws::fault::{Call, Fault, FaultKind, Read};
pub use aws::patience::Patience;
pub use aws::sign_in_error::SignInError;
pub use findings::{ClauseVerdict, Finding, Findings, Reason, Verdict};
pub use grant::{Grant, grant};
pub use health::Health;
pub use learner::{Learner, Names, TemplateError};
pub use round::round;
pub use services::sts::Caller;
pub use tape::{RecordedAnswer, RecordedBody, RecordedWorld, Recorder, Redactor, Tape};
pub use verifier::{VERIFIERS, check, clause_ids, unreadable};
pub use wait::Wait;
