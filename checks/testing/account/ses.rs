//! The identity of the domain, the records that it names, and what was sent.
//!
//! The zone has these records beside those that others ask for by name.

use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("ses:GetEmailIdentity", ok(IDENTITY))
        .answers("ses:ListEmailIdentities", ok(LISTED))
        .answers("ses:GetAccount", ok(SENDING))
}

/// The account before the identity is there, in whatever region.
pub fn without(account: Answers) -> Answers {
    account
        .refuses("ses:GetEmailIdentity", (404, "NotFoundException"), "Email identity example.com does not exist.")
        .answers("ses:ListEmailIdentities", ok(r#"{"EmailIdentities": []}"#))
}

pub const IDENTITY: &str = r#"{"IdentityType": "DOMAIN", "FeedbackForwardingStatus": true, "VerifiedForSendingStatus": true,
    "DkimAttributes": {"SigningEnabled": true, "Status": "SUCCESS", "Tokens": ["aaa111", "bbb222", "ccc333"],
        "SigningHostedZone": "dkim.amazonses.com", "SigningAttributesOrigin": "AWS_SES",
        "NextSigningKeyLength": "RSA_2048_BIT", "CurrentSigningKeyLength": "RSA_2048_BIT"},
    "MailFromAttributes": {"MailFromDomain": "mail.example.com", "MailFromDomainStatus": "SUCCESS",
        "BehaviorOnMxFailure": "USE_DEFAULT_VALUE"},
    "Policies": {}, "Tags": [], "VerificationStatus": "SUCCESS",
    "VerificationInfo": {"LastCheckedTimestamp": 1767312000.5, "LastSuccessTimestamp": 1767312000.5}}"#;

pub const LISTED: &str = r#"{"EmailIdentities": [
    {"IdentityType": "DOMAIN", "IdentityName": "www.example.com", "SendingEnabled": false, "VerificationStatus": "PENDING"}]}"#;

pub const SENDING: &str = r#"{"DedicatedIpAutoWarmupEnabled": false, "EnforcementStatus": "HEALTHY",
    "ProductionAccessEnabled": false, "SendingEnabled": true,
    "SendQuota": {"Max24HourSend": 200.0, "MaxSendRate": 1.0, "SentLast24Hours": 3.0}}"#;

/// Three of DKIM, two of the MAIL FROM domain, and that of DMARC.
pub const RECORDS: &str = "<ListResourceRecordSetsResponse><ResourceRecordSets>
    <ResourceRecordSet><Name>aaa111._domainkey.example.com.</Name><Type>CNAME</Type><TTL>1800</TTL>
        <ResourceRecords><ResourceRecord><Value>aaa111.dkim.amazonses.com</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>bbb222._domainkey.example.com.</Name><Type>CNAME</Type><TTL>1800</TTL>
        <ResourceRecords><ResourceRecord><Value>bbb222.dkim.amazonses.com.</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>ccc333._domainkey.example.com.</Name><Type>CNAME</Type><TTL>1800</TTL>
        <ResourceRecords><ResourceRecord><Value>ccc333.dkim.amazonses.com</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>_dmarc.example.com.</Name><Type>TXT</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>\"v=DMARC1; p=none;\"</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>mail.example.com.</Name><Type>MX</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>10 feedback-smtp.us-east-1.amazonses.com</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
    <ResourceRecordSet><Name>mail.example.com.</Name><Type>TXT</Type><TTL>300</TTL>
        <ResourceRecords><ResourceRecord><Value>\"v=spf1 include:amazonses.com ~all\"</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>
</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
