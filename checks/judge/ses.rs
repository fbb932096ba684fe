//! Judgements of identities of Amazon SES, and of the records by which they are known to others.

pub mod identity;
pub mod records;
