//! How each thing looks to the learner: lines out, ready to be printed.

pub mod aid;
pub mod class;
pub mod diff;
pub mod doctor;
pub mod dojo;
pub mod drill;
pub mod end;
pub mod findings;
pub mod handout;
pub mod hint;
pub mod history;
pub mod install_bar;
pub mod left;
pub mod map;
pub mod progress;
pub mod quiz;
pub mod report;
pub mod review;
pub mod states;
pub mod web;

#[cfg(test)]
mod tests;
