//! How an account is asked.

mod complete;
mod connections;
mod fault;
mod guard;
mod rate;
