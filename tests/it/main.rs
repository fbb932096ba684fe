//! The integration tests: the real program against real emulators of AWS.

// The scripts of the exercises are written for bash, and the emulators end with their process group.
#![cfg(unix)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "tests say on the console how far they are")]

mod about_the_exercises;
mod about_the_repository;
mod account;
mod accounts;
mod aws;
mod aws_tests;
mod catalog;
mod colors;
mod completions;
mod content;
mod crowd;
mod doctor;
mod drift;
mod emulator;
mod emulator_tests;
mod foreign;
mod gaps;
mod golden;
mod hang;
mod header;
mod highlighter;
mod hostile;
mod http;
mod interrupt;
mod journey;
mod judge;
mod judge_tests;
mod kill;
mod kind;
mod last_look;
mod limits;
mod load;
mod lookback;
mod matrix;
mod mistakes;
mod policy;
mod practice_troubles;
mod process;
mod promise;
mod promise_tests;
mod proxy;
mod proxy_tests;
mod quiz;
mod quiz_file;
mod reading;
mod report;
mod request;
mod screens;
mod script;
mod secrets;
mod simulator;
mod steps;
mod template;
mod terminal;
mod tools;
mod trial;
mod verdict;
mod watch;
mod workspace;
