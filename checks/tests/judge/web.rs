//! Pages and what they ask.

mod page;
