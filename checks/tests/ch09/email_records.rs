//! 9.3: the records that the identity names, and every way in which people write them otherwise.

use crate::outside::dns::RecordKind::Cname;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch09/email_records";
const GET: &str = "ses:GetEmailIdentity";
const RECORDS: &str = "route53:ListResourceRecordSets";
const MX: &str = "10 feedback-smtp.us-east-1.amazonses.com";
const SPF: &str = "\"v=spf1 include:amazonses.com ~all\"";
const DMARC: &str = "\"v=DMARC1; p=none;\"";

/// The account in whose zone one thing is written otherwise.
fn written(from: &str, to: &str) -> Account {
    solved().edited(RECORDS, from, to)
}

/// The account in whose zone a value is followed by another one.
fn with_more(value: &str, more: &str) -> Account {
    let both = format!("{value}</Value></ResourceRecord><ResourceRecord><Value>{more}");
    written(value, &both)
}

async fn fails(account: &Account, clause: &str, found: &str) {
    let findings = check(account, SLUG).await;
    let told = finding(&findings, clause);
    assert!(findings.verdict() == Verdict::NotDone && told.verdict == Fails && says(told, found), "{findings:#?}");
}

/// The signing zone is the identity's, and not one that is known by heart.
#[tokio::test]
async fn the_values_are_those_that_the_identity_names() {
    let zone = solved().edited(GET, "dkim.amazonses.com", "dkim.eu-west-1.amazonses.eu");
    fails(&zone, "dkim", "CNAME aaa111._domainkey.example.com → aaa111.dkim.eu-west-1.amazonses.eu").await;
    let both = zone.edited(RECORDS, "dkim.amazonses.com", "DKIM.eu-west-1.amazonses.eu");
    expect(&both, SLUG, Verdict::Done, &[]).await;
    let older = solved().edited(GET, r#""SigningHostedZone": "dkim.amazonses.com", "#, "");
    expect(&older, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn slips_in_the_records_of_dkim_are_told_apart() {
    let name = "bbb222._domainkey.example.com.";
    for (account, found) in [
        (
            written(name, "bbb222._domainkey.example.com.example.com."),
            "Create the record again with bbb222._domainkey as its name",
        ),
        (written(name, "bbb222.example.com."), "The name of the record is bbb222._domainkey.example.com"),
        (
            written("bbb222.dkim.amazonses.com", "bbb222.dkim.amazonaws.com"),
            "not in amazonaws.com: write bbb222.dkim.amazonses.com",
        ),
        (written("bbb222.dkim.amazonses.com", "aaa111.dkim.amazonses.com"), "its value is bbb222.dkim.amazonses.com"),
        (written(name, "other.example.com."), "not in the hosted zone"),
    ] {
        fails(&account, "dkim", found).await;
        let findings = check(&account, SLUG).await;
        assert_eq!(needs(&findings, finding(&findings, "verified")), Some("dkim"), "{findings:#?}");
    }
    let text = written(
        "<Name>bbb222._domainkey.example.com.</Name><Type>CNAME</Type>",
        "<Name>bbb222._domainkey.example.com.</Name><Type>TXT</Type>",
    );
    fails(&text, "dkim", "The type of the record is CNAME").await;
}

#[tokio::test]
async fn records_in_a_private_zone_are_named() {
    let private = "<HostedZone><Id>/hostedzone/Z9</Id><Name>example.com.</Name><CallerReference>9</CallerReference>
        <Config><PrivateZone>true</PrivateZone></Config><ResourceRecordSetCount>9</ResourceRecordSetCount></HostedZone>";
    let none = "<ListResourceRecordSetsResponse><ResourceRecordSets></ResourceRecordSets>
        <IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
    let account = solved()
        .edited("route53:ListHostedZonesByName", "</HostedZones>", &format!("{private}</HostedZones>"))
        .answers(RECORDS, ok(none))
        .answers_to(RECORDS, "/hostedzone/Z9/", ok(ses::RECORDS));
    for clause in ["dkim", "mx", "dmarc"] {
        fails(&account, clause, "in the private hosted zone Z9").await;
    }
    fails(&account, "spf", "no such text at mail.example.com").await;
}

#[tokio::test]
async fn the_mx_record_is_one_and_that_of_the_region() {
    for (account, found) in [
        (written(MX, "10 feedback-smtp.eu-west-1.amazonses.com"), "That is SES in another region"),
        (written(MX, "10 feedback-smtp.us-east-1.amazonaws.com"), "and not in amazonaws.com"),
        (written(MX, "10 inbound-smtp.us-east-1.amazonaws.com"), "come back to SES, and not to a mailbox"),
        (with_more(MX, "20 mx.example.net"), "2 values"),
        (written("<Type>MX</Type>", "<Type>A</Type>"), "no MX record at mail.example.com"),
    ] {
        fails(&account, "mx", found).await;
    }
    let other_priority = written(MX, "50 Feedback-SMTP.us-east-1.amazonses.com.");
    expect(&other_priority, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn the_spf_record_is_one_and_lets_ses_send() {
    for (account, found) in [
        (with_more(SPF, "\"v=spf1 -all\""), "2 SPF records"),
        (written(SPF, "\"v=spf1 include:amazonaws.com ~all\""), "write include:amazonses.com, and not amazonaws.com"),
        (written(SPF, "\"v=spf1 -all include:amazonses.com\""), "before the word all"),
        (written(SPF, "\"\\\"v=spf1 include:amazonses.com ~all\\\"\""), "The quotation marks are part of the text"),
        (written(SPF, "\"spf: v=spf1 include:amazonses.com\""), "nothing stands before it"),
        (written(SPF, "\"hello\""), "no such text at mail.example.com"),
        (
            written("<Name>mail.example.com.</Name><Type>TXT</Type>", "<Name>mail.example.com.</Name><Type>SPF</Type>"),
            "Nobody asks for the type SPF any more",
        ),
        (
            written("<Name>mail.example.com.</Name><Type>TXT</Type>", "<Name>example.com.</Name><Type>TXT</Type>"),
            "That is the record of another name",
        ),
    ] {
        fails(&account, "spf", found).await;
    }
    for (value, verdict) in [
        ("\"v=spf1 a mx include:amazonses.com -all\"", Holds),
        ("\"v=spf1 \" \"include:amazonses.com\"", Holds),
        ("\"V=SPF1 +include:AmazonSES.com ?all\"", Holds),
        ("\"v=spf1 include:_spf.example.net ~all\"", Skipped),
        ("\"v=spf1 redirect=_spf.example.net\"", Skipped),
    ] {
        expect(&written(SPF, value), SLUG, Verdict::Done, &[(verdict, "spf", "")]).await;
    }
    expect(&with_more(SPF, "\"site-verification=1\""), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn the_dmarc_record_is_one_and_begins_with_its_version() {
    let name = "<Name>_dmarc.example.com.</Name>";
    for (account, found) in [
        (with_more(DMARC, "\"v=DMARC1; p=reject\""), "2 DMARC records"),
        (written(DMARC, "\"p=none; v=DMARC1\""), "The text begins with v=DMARC1"),
        (written(DMARC, "\"v=dmarc1; p=none\""), "in these letters"),
        (written(DMARC, "\"v=DMARC1 p=none\""), "with the semicolons"),
        (written(DMARC, "\"v=DMARC1;\""), "write p=none;"),
        (written(name, "<Name>_dmarc.example.com.example.com.</Name>"), "again with _dmarc as its name"),
        (written(name, "<Name>example.com.</Name>"), "create one more with the name _dmarc.example.com"),
        (written(name, "<Name>other.example.com.</Name>"), "no such text at _dmarc.example.com"),
    ] {
        fails(&account, "dmarc", found).await;
    }
    expect(&written(DMARC, "\"v=DMARC1;\" \"p=Reject; pct=50\""), SLUG, Verdict::Done, &[]).await;
    let led = written(
        "<Name>_dmarc.example.com.</Name><Type>TXT</Type>",
        "<Name>_dmarc.example.com.</Name><Type>CNAME</Type>",
    );
    expect(&led, SLUG, Verdict::Done, &[(Skipped, "dmarc", "leads on to another")]).await;
}

#[tokio::test]
async fn without_a_mail_from_domain_its_records_are_not_asked_for() {
    let clauses = ["mx", "spf", "mail_from_verified"].map(|clause| (Skipped, clause, "no MAIL FROM domain of yours"));
    let none = solved().edited(GET, r#""MailFromDomain": "mail.example.com", "MailFromDomainStatus": "SUCCESS","#, "");
    let expected = [&[(Fails, "mail_from", "none of yours")][..], &clauses].concat();
    expect(&none, SLUG, Verdict::NotDone, &expected).await;
    for (other, found) in [("example.com", "other MX records"), ("mail.example.net", "a name below your domain")] {
        let account = solved().edited(GET, "mail.example.com", other);
        let expected = [&[(Fails, "mail_from", found)][..], &clauses].concat();
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn ses_takes_its_time_and_gives_up() {
    let dkim = r#""SigningEnabled": true, "Status": "SUCCESS""#;
    let status = |status: &str| solved().edited(GET, dkim, &format!(r#""SigningEnabled": true, "Status": "{status}""#));
    for waiting in ["PENDING", "TEMPORARY_FAILURE", "NOT_STARTED"] {
        expect(&status(waiting), SLUG, Verdict::NotReady, &[(NotReady, "verified", "at the longest about 3 days")])
            .await;
    }
    let failed = status("FAILED").edited(
        GET,
        r#""VerificationInfo": {"#,
        r#""VerificationInfo": {"ErrorType": "HOST_NOT_FOUND", "#,
    );
    let expected = [(Fails, "verified", "FAILED (HOST_NOT_FOUND)")];
    expect(&failed, SLUG, Verdict::NotDone, &expected).await;
    fails(&failed, "verified", "let it begin again").await;
    let mail_from = |status: &str| {
        solved().edited(GET, r#""MailFromDomainStatus": "SUCCESS""#, &format!(r#""MailFromDomainStatus": "{status}""#))
    };
    expect(&mail_from("PENDING"), SLUG, Verdict::NotReady, &[(NotReady, "mail_from_verified", "PENDING")]).await;
    fails(&mail_from("FAILED"), "mail_from_verified", "set the MAIL FROM domain once more").await;
}

/// While SES has not seen the records, the public DNS is asked whether it shows them.
#[tokio::test]
async fn a_zone_that_nobody_is_led_to_shows_no_records() {
    let dkim = r#""SigningEnabled": true, "Status": "SUCCESS""#;
    let pending = solved().edited(GET, dkim, r#""SigningEnabled": true, "Status": "PENDING""#);
    let unseen =
        pending.amid(World::solved().resolver_says("ccc333._domainkey.example.com", Cname, Said::Records(&[])).open());
    let expected = [(NotReady, "public", "no CNAME record"), (NotReady, "verified", "PENDING")];
    expect(&unseen, SLUG, Verdict::NotReady, &expected).await;
}

#[tokio::test]
async fn refused_records_are_not_missing() {
    let account = solved().refuses(RECORDS, (403, "AccessDenied"), "no identity-based policy allows it");
    let expected = ["dkim", "mx", "spf", "dmarc"]
        .map(|clause| (CannotTell, clause, r#""Action":"route53:ListResourceRecordSets""#));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}
