//! How an account is asked.

mod connections;
mod fault;
mod guard;
mod rate;
