//! The world outside of the account.

mod dns;
