//! APIs and what they ask.

mod posted;
