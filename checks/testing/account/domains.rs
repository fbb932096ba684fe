//! The registration of the domain.

use crate::testing::answers::{Answers, ok};

/// The account, and this in it.
pub fn done(account: Answers) -> Answers {
    account.answers("route53domains:GetDomainDetail", ok(DOMAIN))
}

pub const DOMAIN: &str = r#"{"DomainName": "example.com", "AutoRenew": true,
    "StatusList": ["clientTransferProhibited"], "Nameservers": [
    {"Name": "ns-1.awsdns-01.com"}, {"Name": "ns-2.awsdns-02.net"},
    {"Name": "ns-3.awsdns-03.org"}, {"Name": "ns-4.awsdns-04.co.uk"}]}"#;
