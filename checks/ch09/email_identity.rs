//! 9.1: Amazon SES knows the domain, and signs what is sent from it.

use crate::judge::ses::identity;
use crate::verifier::prelude::*;

clauses! {
    IDENTITY = given::EMAIL_IDENTITY, or "In Amazon SES in {{ region }}, under Identities, create an identity of the type Domain for {{ domain }}.";
    EASY_DKIM: "SES has made three keys for it, by Easy DKIM",
        or "Choose the identity, and edit its DomainKeys Identified Mail (DKIM) settings: Easy DKIM.", at ses::CONSOLE;
    SIGNING: "it signs what is sent from {{ domain }}",
        or "Choose the identity, edit its DomainKeys Identified Mail (DKIM) settings, and tick DKIM signatures: Enabled.",
        at ses::CONSOLE, pillar Security;
}

pub const READS: Reads = &[ses::IDENTITY];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let identity = it.finds(IDENTITY, aws.email_identity(you).await)?;
    it.expects(EASY_DKIM, identity::easy_dkim(&identity));
    it.expects(SIGNING, identity::signs(&identity));
    Ok(())
}
