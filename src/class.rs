//! A class: who is in it, how each learner's account is read, what was seen there, and what it is worth.

pub mod board_server;
pub mod board_view;
pub mod by_role;
pub mod class_round;
pub mod closed;
pub mod cloud;
pub mod collect;
pub mod decisions;
pub mod folder;
pub mod grade_sheet;
pub mod grading;
pub mod hand_in;
pub mod heads;
pub mod import;
pub mod join_code;
pub mod joined;
pub mod journal;
pub mod kinds;
pub mod notices;
pub mod place;
pub mod random;
pub mod reading;
pub mod results;
pub mod role;
pub mod role_reader;
pub mod roster;
pub mod settings;
pub mod sheet;
pub mod standing;
#[cfg(test)]
pub mod testing;
pub mod trouble;
