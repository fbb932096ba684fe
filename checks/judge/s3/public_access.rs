//! Judgements of the settings that block public access, of a bucket and of the whole account.

use crate::judgement::Judgement;
use crate::services::s3::{InEffect, PublicAccess};

/// A public policy may be put and works; the settings for access control lists do not matter.
pub fn public_policy_works(settings: PublicAccess) -> Judgement {
    if settings.lets_public_policy_work() {
        return Judgement::holds(settings.describe());
    }
    Judgement::fails("BlockPublicPolicy and RestrictPublicBuckets are off", settings.describe())
}

/// All public access is blocked: by the bucket's own settings or by those of the whole account.
pub fn all_blocked(settings: InEffect) -> Judgement {
    const EXPECTED: &str = "all four settings are on";
    match settings {
        InEffect { own, .. } if own.all_on() => Judgement::holds(EXPECTED),
        InEffect { of_account, .. } if of_account.all_on() => {
            Judgement::holds("all four settings are on for the whole account")
        }
        InEffect { own, .. } => Judgement::fails(EXPECTED, own.describe()),
    }
}
