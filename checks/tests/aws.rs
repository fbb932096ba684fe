//! How an account is asked.

mod complete;
mod fault;
mod guard;
mod rate;
