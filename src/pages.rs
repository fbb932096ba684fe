//! How each thing looks to the learner: lines out, ready to be printed.

pub mod class;
pub mod diff;
pub mod doctor;
pub mod dojo;
pub mod drill;
pub mod escape;
pub mod findings;
pub mod handout;
pub mod hint;
pub mod history;
pub mod install_bar;
pub mod left;
pub mod progress;
pub mod quiz;
pub mod report;
pub mod review;
pub mod states;

#[cfg(test)]
mod tests;
