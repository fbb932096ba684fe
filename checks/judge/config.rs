//! Judgements of AWS Config: the recorder, and packs of rules.

pub mod pack;
pub mod recorder;
