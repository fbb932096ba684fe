//! Judgements of certificates.

pub mod certificate;
pub mod certificate_end;
