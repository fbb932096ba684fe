//! The DNS: the zone's own name servers and the system's resolver, apart, and what each of them may still remember.

use hickory_resolver::proto::op::ResponseCode;

use crate::outside::dns::RecordKind::{A, Aaaa, Cname, Ns};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady};

const RECORD: &str = "ch04/s3_website_record";
const ALIASES: &str = "ch04/cloudfront_aliases";
const CERTIFICATE: &str = "ch04/acm_certificate";
const NOBODY: Said = Said::Code(ResponseCode::NXDomain);
const NOTHING: Said = Said::Records(&[]);

#[tokio::test]
async fn a_record_that_route_53_has_not_given_to_its_servers_waits() {
    for said in [NOBODY, NOTHING] {
        let account = website().amid(World::website().own_servers_say("example.com", A, said).open());
        expect(&account, RECORD, Verdict::NotReady, &[(NotReady, "servers", "is still giving it to its name servers")])
            .await;
        let account = solved().amid(World::solved().own_servers_say("example.com", Aaaa, said).open());
        expect(&account, ALIASES, Verdict::NotReady, &[(NotReady, "servers", "A 192.0.2.1; no AAAA record")]).await;
    }
}

#[tokio::test]
async fn a_resolver_that_remembers_that_there_was_nothing_waits() {
    for said in [NOBODY, NOTHING] {
        let account = website().amid(World::website().resolver_says("example.com", A, said).open());
        expect(&account, RECORD, Verdict::NotReady, &[(NotReady, "public", "at the longest about 15 minutes")]).await;
        let account = solved().amid(World::solved().resolver_says("example.com", Aaaa, said).open());
        expect(&account, ALIASES, Verdict::NotReady, &[(NotReady, "public", "no AAAA record")]).await;
    }
}

#[tokio::test]
async fn a_domain_that_is_delegated_elsewhere_is_sent_back_to_its_delegation() {
    for said in [Said::Records(&["ns1.registrar.example."]), NOBODY] {
        let world = || World::website().resolver_says("example.com", Ns, said);
        let expected = [(NotReady, "public", "Check exercise 4.2")];
        expect(&website().amid(world().open()), RECORD, Verdict::NotReady, &expected).await;
    }
}

#[tokio::test]
async fn name_servers_that_the_network_does_not_let_be_asked_tell_nothing() {
    let refused = World::website().own_servers_say("example.com", A, Said::Code(ResponseCode::Refused));
    let of_the_hosts = |said| {
        let hosts = ["ns-1.awsdns-01.com", "ns-2.awsdns-02.net", "ns-3.awsdns-03.org", "ns-4.awsdns-04.co.uk"];
        hosts.into_iter().fold(World::website(), |world, host| world.resolver_says(host, A, said))
    };
    let (lost, unknown) = (of_the_hosts(Said::Code(ResponseCode::ServFail)), of_the_hosts(NOBODY));
    for (world, text) in [
        (refused, "some networks let no other DNS servers be asked"),
        (World::website().intercepted(), "another server answered instead"),
        (lost, "no answer"),
        (unknown, "their own addresses are not known"),
    ] {
        expect(&website().amid(world.open()), RECORD, Verdict::CannotTell, &[(CannotTell, "servers", text)]).await;
    }
}

#[tokio::test]
async fn a_resolver_that_does_not_answer_tells_nothing() {
    let refused = Said::Code(ResponseCode::Refused);
    let world = World::website().resolver_says("example.com", A, refused).open();
    let expected = [(CannotTell, "public", "the DNS of your network did not answer")];
    expect(&website().amid(world), RECORD, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn a_visitor_who_still_meets_s3_waits_for_cloudfront() {
    let world = World::solved().replies("http://example.com", World::s3_page()).closed("https://example.com");
    let expected = [(NotReady, "public", "the S3 website, where the record led before")];
    expect(&solved().amid(world.open()), ALIASES, Verdict::NotReady, &expected).await;
}

/// A pending certificate whose records are in the zone.
fn pending() -> Account {
    solved().edited("acm:DescribeCertificate", r#""Status": "ISSUED""#, r#""Status": "PENDING_VALIDATION""#)
}

#[tokio::test]
async fn a_pending_certificate_says_whether_aws_can_see_its_records() {
    let waits = (NotReady, "issued", "Pending validation");
    expect(&pending(), CERTIFICATE, Verdict::NotReady, &[waits]).await;
    for (world, text) in [
        (World::solved().resolver_says("_aaa.example.com", Cname, NOBODY), "about 15 minutes"),
        (World::solved().resolver_says("_aaa.example.com", Cname, Said::Records(&["old.example."])), "about 5 minutes"),
        (World::solved().resolver_says("example.com", Ns, Said::Records(&["ns1.other.example."])), "exercise 4.2"),
    ] {
        let account = pending().amid(world.open());
        expect(&account, CERTIFICATE, Verdict::NotReady, &[waits, (NotReady, "public", text)]).await;
    }
}

#[tokio::test]
async fn where_the_zone_lacks_the_record_nobody_is_asked_what_it_says() {
    let world = World::website().replies("http://example.com", Reply::Silence).impatient();
    let account = website().amid(world.own_servers_say("example.com", A, NOBODY).open()).edited(
        "route53:ListResourceRecordSets",
        "s3-website-us-east-1",
        "s3-website-eu-west-1",
    );
    let findings = check(&account, RECORD).await;
    assert_eq!(findings.verdict(), Verdict::NotDone);
    assert_eq!(finding(&findings, "target").verdict, Fails);
    assert_eq!(needs(&findings, finding(&findings, "servers")), Some("target"), "{findings:#?}");
}
