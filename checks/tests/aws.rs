//! How an account is asked.

mod fault;
mod guard;
mod rate;
