//! 4.2 with a registrar: Route 53, another one, or none.

use hickory_resolver::proto::op::ResponseCode;

use crate::outside::dns::RecordKind::Ns;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const SLUG: &str = "ch04/domain_registration";
const ZONES: &str = "route53:ListHostedZonesByName";
const DETAIL: &str = "route53domains:GetDomainDetail";
const OPERATIONS: &str = "route53domains:ListOperations";
const REGISTERING: &str = r#"{"Operations": [{"OperationId": "1", "Status": "IN_PROGRESS", "Type": "REGISTER_DOMAIN",
    "SubmittedDate": 1767225600, "DomainName": "Example.COM"}]}"#;
const SERVERS: &[&str] =
    &["ns-4.awsdns-04.co.uk.", "NS-1.awsdns-01.com.", "ns-3.awsdns-03.org.", "ns-2.awsdns-02.net."];

/// The domain is registered elsewhere, or by nobody; this is what the DNS answers.
fn elsewhere(said: Said) -> Account {
    solved()
        .amid(World::solved().resolver_says("example.com", Ns, said).open())
        .refuses(DETAIL, (400, "InvalidInput"), "Domain example.com not found in 123456789012 account")
        .answers(OPERATIONS, ok(r#"{"Operations": []}"#))
}

#[tokio::test]
async fn registered_with_route_53_and_delegated_to_the_zone_in_any_order_case_and_with_final_dots() {
    expect(&solved(), SLUG, Verdict::Done, &[]).await;
    let servers = r#"{"DomainName": "example.com", "Nameservers": [{"Name": "NS-3.AWSDNS-03.ORG."},
        {"Name": "ns-1.awsdns-01.com."}, {"Name": "ns-4.awsdns-04.co.uk."}, {"Name": "ns-2.awsdns-02.net"}]}"#;
    expect(&solved().answers(DETAIL, ok(servers)), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn registered_with_route_53_and_delegated_to_a_zone_that_is_gone() {
    for (from, to) in [("ns-1.awsdns-01.com", "ns-9.awsdns-09.com"), (r#"{"Name": "ns-1.awsdns-01.com"},"#, "")] {
        let account = solved().edited(DETAIL, from, to);
        let advice = "the hosted zone's four name servers";
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "delegated", advice)]).await;
    }
}

#[tokio::test]
async fn a_delegation_that_is_new_at_the_registrar_waits_until_the_dns_knows_it() {
    let nothing: &[&str] = &[];
    for (said, found) in [
        (Said::Records(&["ns1.registrar.example."]), "ns1.registrar.example"),
        (Said::Records(nothing), "knows no name servers"),
        (Said::Code(ResponseCode::NXDomain), "knows no name servers"),
    ] {
        let account = solved().amid(World::solved().resolver_says("example.com", Ns, said).open());
        expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "public", found)]).await;
        assert!(says(finding(&check(&account, SLUG).await, "public"), "at the longest about 2 days"));
    }
}

fn registering(status: &str) -> Account {
    elsewhere(Said::Code(ResponseCode::NXDomain))
        .answers(OPERATIONS, ok(REGISTERING.replace(r#""IN_PROGRESS""#, status)))
}

#[tokio::test]
async fn a_registration_in_progress_waits() {
    let account = registering(r#""IN_PROGRESS""#);
    for text in ["at the longest about 3 days", "the registration is IN_PROGRESS", "Nothing is wrong"] {
        expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "delegated", text)]).await;
    }
    expect(&registering(r#""SUBMITTED""#), SLUG, Verdict::NotReady, &[(NotReady, "delegated", "is SUBMITTED")]).await;
    let asked = account.asked().into_iter().find(|request| request.contains("REGISTER_DOMAIN")).unwrap();
    for part in ["TRANSFER_IN_DOMAIN", "SUBMITTED", "IN_PROGRESS", "ERROR", "FAILED", "DESC"] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    let other = REGISTERING.replace("Example.COM", "example.org");
    let account = elsewhere(Said::Code(ResponseCode::NXDomain)).answers(OPERATIONS, ok(other));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "delegated", "nobody has registered the domain")]).await;
}

#[tokio::test]
async fn a_transfer_waits_longer_and_one_that_waits_for_the_learner_says_so() {
    let transfer = REGISTERING.replace("REGISTER_DOMAIN", "TRANSFER_IN_DOMAIN");
    let account = elsewhere(Said::Code(ResponseCode::NXDomain)).answers(OPERATIONS, ok(transfer));
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "delegated", "at the longest about 10 days")]).await;
    let account = registering(r#""IN_PROGRESS", "StatusFlag": "PENDING_CUSTOMER_ACTION""#);
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "delegated", "Route 53 waits for you")]).await;
}

#[tokio::test]
async fn a_registration_that_failed_says_why_unless_the_domain_is_delegated_all_the_same() {
    let failed = r#""FAILED", "Message": "Your payment was declined.""#;
    let expected = (Fails, "delegated", "the registration is FAILED: Your payment was declined.");
    expect(&registering(failed), SLUG, Verdict::NotDone, &[expected]).await;
    expect(&registering(r#""ERROR""#), SLUG, Verdict::NotDone, &[(Fails, "delegated", "register the domain again")])
        .await;
    let since =
        elsewhere(Said::Records(SERVERS)).answers(OPERATIONS, ok(REGISTERING.replace(r#""IN_PROGRESS""#, failed)));
    expect(&since, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn registered_elsewhere_the_dns_decides() {
    expect(&elsewhere(Said::Records(SERVERS)), SLUG, Verdict::Done, &[]).await;
    let strange = elsewhere(Said::Records(&["ns1.registrar.example."]));
    expect(&strange, SLUG, Verdict::NotDone, &[(Fails, "delegated", "ns1.registrar.example")]).await;
    let refused = elsewhere(Said::Code(ResponseCode::Refused));
    expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, "delegated", "the DNS of your network did not answer")])
        .await;
}

/// Such an account may not even ask whether it has registered a domain, so it has registered none.
#[tokio::test]
async fn an_account_whose_plan_has_no_registrations_has_its_domain_elsewhere() {
    let message = "Free Tier accounts are not supported for this service";
    for (said, verdict, expected) in [
        (Said::Records(SERVERS), Verdict::Done, &[][..]),
        (Said::Code(ResponseCode::NXDomain), Verdict::NotDone, &[(Fails, "delegated", "nobody has registered")][..]),
    ] {
        let account = elsewhere(said).refuses(DETAIL, (400, "AccessDeniedException"), message);
        expect(&account, SLUG, verdict, expected).await;
    }
}

#[tokio::test]
async fn an_ending_that_route_53_does_not_sell_is_registered_elsewhere() {
    let mut you = example();
    you.domain = "example.de".into();
    let account = elsewhere(Said::Records(SERVERS))
        .refuses(DETAIL, (400, "UnsupportedTLD"), "Amazon Route 53 does not support this top-level domain")
        .amid(World::solved().resolver_says("example.de", Ns, Said::Records(SERVERS)).open())
        .edited(ZONES, "<Name>example.com.", "<Name>example.de.");
    let findings = crate::check(SLUG, &account.open(), &you).await.unwrap();
    assert_eq!(findings.verdict(), Verdict::Done, "{findings:#?}");
}

#[tokio::test]
async fn of_two_public_zones_the_delegated_one_counts_however_few_records_it_has() {
    let zone = "<HostedZone><Id>/hostedzone/Z2</Id><Name>example.com.</Name><CallerReference>2</CallerReference>
        <Config><PrivateZone>false</PrivateZone></Config><ResourceRecordSetCount>2</ResourceRecordSetCount></HostedZone>";
    let other = route53::HOSTED_ZONE.replace("ns-1.awsdns-01.com", "ns-9.awsdns-09.com");
    let account = solved()
        .edited(ZONES, "</HostedZones>", &format!("{zone}</HostedZones>"))
        .answers("route53:GetHostedZone", ok(other))
        .answers_to("route53:GetHostedZone", "/hostedzone/Z2", ok(route53::HOSTED_ZONE));
    expect(&account, SLUG, Verdict::Done, &[]).await;
    assert!(says(finding(&check(&account, SLUG).await, "zone"), "hosted zone Z2"));
}

#[tokio::test]
async fn a_private_zone_does_not_count() {
    let account = solved().edited(ZONES, "<PrivateZone>false", "<PrivateZone>true");
    let expected = [(Fails, "zone", "a private hosted zone for example.com"), (Skipped, "delegated", "needs: zone")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn refused_reads_tell_nothing() {
    let account = solved().refuses(ZONES, (403, "AccessDenied"), "no identity-based policy allows it");
    let statement = r#"{"Action":"route53:ListHostedZonesByName","Effect":"Allow","Resource":"*"}"#;
    let expected = [(CannotTell, "zone", statement), (Skipped, "delegated", "needs: zone")];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
    let account = solved().refuses(DETAIL, (400, "AccessDeniedException"), "no identity-based policy allows it");
    let statement = r#"{"Action":"route53domains:GetDomainDetail","Effect":"Allow","Resource":"*"}"#;
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "delegated", statement)]).await;
}
