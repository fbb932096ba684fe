//! A class past one machine: a worker in the instructor's own account reads each learner, and puts what it saw into a bucket.

pub mod answer;
pub mod cloud_class;
pub mod cloud_run;
pub mod commands;
pub mod map_report;
pub mod program;
pub mod runtime_api;
pub mod seats;
pub mod stack;
pub mod worker;
