//! 4.6: a certificate on its way, failed, elsewhere or of an unusual kind.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const SLUG: &str = "ch04/acm_certificate";
const CERTIFICATE: &str = "acm:DescribeCertificate";
const LIST: &str = "acm:ListCertificates";
const RECORD_SETS: &str = "route53:ListResourceRecordSets";
const CNAME: &str = "CNAME _aaa.example.com → _bbb.acm-validations.aws";

fn with_status(status: &str) -> Account {
    solved().edited(CERTIFICATE, r#""Status": "ISSUED""#, &format!(r#""Status": "{status}""#))
}

/// A certificate without validation records, of which AWS says this besides.
fn without_records(members: &str) -> Account {
    let json = format!(
        r#"{{"Certificate": {{"DomainName": "example.com",
            "SubjectAlternativeNames": ["example.com", "*.example.com"], {members}}}}}"#
    );
    solved().answers(CERTIFICATE, ok(json))
}

#[tokio::test]
async fn pending_with_its_records_in_place_waits() {
    let account = with_status("PENDING_VALIDATION");
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "issued", "at the longest about 30 minutes")]).await;
}

#[tokio::test]
async fn pending_without_its_records_names_them() {
    let account = with_status("PENDING_VALIDATION").edited(RECORD_SETS, "_bbb.acm", "_ccc.acm");
    let expected = [(Fails, "records", CNAME), (Fails, "issued", "create them in the hosted zone first")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn pending_before_aws_made_the_records_waits() {
    let asked = r#""ValidationMethod": "DNS", "ValidationStatus": "PENDING_VALIDATION""#;
    let options = format!(
        r#""Status": "PENDING_VALIDATION", "Type": "AMAZON_ISSUED", "DomainValidationOptions":
            [{{"DomainName": "example.com", {asked}}}, {{"DomainName": "*.example.com", {asked}}}]"#
    );
    let expected = [(NotReady, "records", "AWS is still making them"), (NotReady, "issued", "AWS is still working")];
    expect(&without_records(&options), SLUG, Verdict::NotReady, &expected).await;
    // In the first seconds not even the method is there.
    let bare = without_records(r#""Status": "PENDING_VALIDATION", "Type": "AMAZON_ISSUED""#);
    let method = (NotReady, "method", "AWS is still working");
    expect(&bare, SLUG, Verdict::NotReady, &[method, expected[0], expected[1]]).await;
}

#[tokio::test]
async fn what_will_never_be_issued_says_aws_reason() {
    let failed = r#""Status": "FAILED", "FailureReason": "CAA_ERROR""#;
    let failed = solved().edited(CERTIFICATE, r#""Status": "ISSUED""#, failed);
    expect(&failed, SLUG, Verdict::NotDone, &[(Fails, "issued", "FAILED: CAA_ERROR")]).await;
    expect(&failed, SLUG, Verdict::NotDone, &[(Fails, "issued", "0 issue \"amazon.com\"")]).await;
    let revoked = r#""Status": "REVOKED", "RevocationReason": "KEY_COMPROMISE""#;
    let revoked = solved().edited(CERTIFICATE, r#""Status": "ISSUED""#, revoked);
    expect(&revoked, SLUG, Verdict::NotDone, &[(Fails, "issued", "REVOKED: KEY_COMPROMISE")]).await;
    for (status, fix) in [
        ("VALIDATION_TIMED_OUT", "for 72 hours"),
        ("EXPIRED", "Its time is over"),
        ("REVOKED", "browsers refuse it"),
        ("INACTIVE", "does not use it any more"),
    ] {
        expect(&with_status(status), SLUG, Verdict::NotDone, &[(Fails, "issued", status)]).await;
        expect(&with_status(status), SLUG, Verdict::NotDone, &[(Fails, "issued", fix)]).await;
    }
}

#[tokio::test]
async fn another_method_than_dns_fails_and_waits_for_no_records() {
    let none = (Fails, "records", "the certificate has none");
    let imported = without_records(r#""Status": "ISSUED", "Type": "IMPORTED""#);
    expect(&imported, SLUG, Verdict::NotDone, &[(Fails, "method", "imported"), none]).await;
    let mails = |status: &str| {
        let option = r#"{"DomainName": "example.com", "ValidationMethod": "EMAIL", "ValidationEmails": []}"#;
        without_records(&format!(r#""Status": "{status}", "DomainValidationOptions": [{option}]"#))
    };
    expect(&mails("ISSUED"), SLUG, Verdict::NotDone, &[(Fails, "method", "validation by e-mail"), none]).await;
    let pending = [(Fails, "method", "validation by e-mail"), none, (NotReady, "issued", "Pending validation")];
    expect(&mails("PENDING_VALIDATION"), SLUG, Verdict::NotDone, &pending).await;
}

#[tokio::test]
async fn a_certificate_in_another_region_is_named() {
    let account = solved()
        .answers_to(LIST, "//acm.us-east-1.", ok(acm::NO_CERTIFICATES))
        .answers_to(LIST, "//acm.eu-west-1.", ok(acm::CERTIFICATES))
        // What cannot be read elsewhere is no fault of the clause.
        .answers_to(LIST, "//acm.sa-east-1.", Answer::Refused);
    let skipped = |clause| (Skipped, clause, "needs: certificate");
    let expected = [
        (Fails, "certificate", "a certificate for example.com in eu-west-1"),
        skipped("method"),
        skipped("records"),
        skipped("issued"),
    ];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn elliptic_keys_are_asked_for_by_name_since_the_list_leaves_them_out() {
    let account =
        solved().answers(LIST, ok(acm::NO_CERTIFICATES)).answers_to(LIST, "EC_prime256v1", ok(acm::CERTIFICATES));
    expect(&account, SLUG, Verdict::Done, &[]).await;
    let request = account.asked().into_iter().find(|request| request.contains("keyTypes")).unwrap();
    for key in ["RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"] {
        assert!(request.contains(key), "{key}: {request}");
    }
}

#[tokio::test]
async fn the_wildcard_may_be_the_main_name() {
    let (main, wildcard) = (r#""DomainName": "example.com""#, r#""DomainName": "*.example.com""#);
    let (names, swapped) = (r#"["example.com", "*.example.com"]"#, r#"["*.example.com", "EXAMPLE.com"]"#);
    let account = solved().edited(LIST, main, wildcard).edited(LIST, names, swapped);
    let account = account.edited(CERTIFICATE, main, wildcard).edited(CERTIFICATE, names, swapped);
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn of_several_certificates_the_right_and_issued_one_counts() {
    let summary = |id: &&str| {
        format!(
            r#"{{"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/{id}", "DomainName": "example.com"}}"#
        )
    };
    let page = |ids: &[&str], next: &str| {
        let list: Vec<_> = ids.iter().map(summary).collect();
        ok(format!(r#"{{"CertificateSummaryList": [{}]{next}}}"#, list.join(",")))
    };
    let one_name = acm::CERTIFICATE.replace(r#"["example.com", "*.example.com"]"#, r#"["example.com"]"#);
    let pending = acm::CERTIFICATE.replace(r#""Status": "ISSUED""#, r#""Status": "PENDING_VALIDATION""#);
    let account = solved()
        .answers(LIST, page(&["0", "2"], r#", "NextToken": "more""#))
        .answers_to(LIST, "more", page(&["1"], ""))
        .answers_to(CERTIFICATE, "certificate/0", ok(one_name))
        .answers_to(CERTIFICATE, "certificate/2", ok(pending));
    expect(&account, SLUG, Verdict::Done, &[]).await;
    assert!(says(finding(&check(&account, SLUG).await, "certificate"), "certificate/1"));
}

#[tokio::test]
async fn a_hosted_zone_that_cannot_be_read_leaves_what_the_certificate_tells_judged() {
    let account = solved().refuses(RECORD_SETS, (403, "AccessDenied"), "no identity-based policy allows it");
    let statement =
        r#"{"Action":"route53:ListResourceRecordSets","Effect":"Allow","Resource":"arn:aws:route53:::hostedzone/Z1"}"#;
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "records", statement)]).await;
    let pending = account.edited(CERTIFICATE, r#""Status": "ISSUED""#, r#""Status": "PENDING_VALIDATION""#);
    let expected = [(CannotTell, "records", statement), (CannotTell, "issued", statement)];
    expect(&pending, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn a_name_of_another_domain_is_validated_elsewhere() {
    let option = r#"{"DomainName": "*.example.com","#;
    let other = format!(
        r#"{{"DomainName": "www.example.net", "ValidationMethod": "DNS", "ResourceRecord":
            {{"Name": "_x.www.example.net.", "Type": "CNAME", "Value": "_y.acm-validations.aws."}}}}, {option}"#
    );
    let issued = solved().edited(CERTIFICATE, option, &other);
    expect(&issued, SLUG, Verdict::Done, &[]).await;
    let pending = issued.edited(CERTIFICATE, r#""Status": "ISSUED""#, r#""Status": "PENDING_VALIDATION""#);
    expect(&pending, SLUG, Verdict::NotReady, &[(NotReady, "issued", "of www.example.net as well")]).await;
}
