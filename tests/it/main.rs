//! The integration tests: the real program against real emulators of AWS.

// The scripts of the exercises are written for bash, and the emulators end with their process group.
#![cfg(unix)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "tests say on the console how far they are")]

mod about_the_exercises;
mod about_the_repository;
mod account;
mod browser;
mod check_all;
mod class;
mod class_cloud;
mod cleanup;
mod colors;
mod completions;
mod configuration;
mod content;
mod disputes;
mod doctor;
mod dojo;
mod drift;
mod empty_account;
mod first_minutes;
mod foreign;
mod golden;
mod hang;
mod hangup;
mod harness;
mod highlighter;
mod imports;
mod interrupt;
mod journey;
mod kill;
mod kinds;
mod last_look;
mod load;
mod lookback;
mod matrix;
mod mistakes;
mod needs;
mod new_exercise;
mod pictures;
mod policy;
mod practice_troubles;
mod practice_truths;
mod quiz;
mod quiz_file;
mod reading;
mod review;
mod screens;
mod secrets;
mod sign_in_pages;
mod simulator;
mod stations;
mod steps;
mod style;
mod trust;
mod types;
mod watch;
