//! The website as a visitor meets it: the judgements, what the network forbids, and what strangers answer.

use super::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady};

const HOSTING: &str = "ch04/s3_website_hosting";
const OFF: &str = "ch04/s3_website_hosting_off";
const RECORD: &str = "ch04/s3_website_record";
const DISTRIBUTION: &str = "ch04/cloudfront_distribution";
const ALIASES: &str = "ch04/cloudfront_aliases";
const ENDPOINT: &str = "http://example.com.s3-website-us-east-1.amazonaws.com";
const FROM_S3: &str = "Server: AmazonS3";
const FROM_CLOUDFRONT: &str = "X-Amz-Cf-Id: 1";
const HTML: &str = "Content-Type: text/html";

fn s3(status: &str, headers: &[&str], body: &str) -> Reply {
    Reply::page(status, &[&[FROM_S3], headers].concat(), body)
}

/// Checks 4.3 where its website endpoint does this.
async fn expect_endpoint(world: World, verdict: Verdict, found: ClauseVerdict, text: &str) {
    expect(&website().amid(world.open()), HOSTING, verdict, &[(found, "page", text)]).await;
}

#[tokio::test]
async fn the_endpoint_must_serve_this_page_and_says_why_it_does_not() {
    let moved = s3("301 Moved Permanently", &["Location: http://example.com/"], "");
    for (reply, text) in [
        (World::s3_error("NoSuchWebsiteConfiguration"), "Website hosting is off"),
        (World::s3_error("AccessDenied"), "check the bucket policy"),
        (World::s3_error("NoSuchKey"), "There is no such object"),
        (s3("404 Not Found", &[], "<h1>Nothing here"), "HTTP status 404"),
        (s3("200 OK", &[HTML, "ETag: \"2\""], "<p>other"), "a page that is not the index.html in the bucket"),
        (s3("200 OK", &["Content-Type: binary/octet-stream", "ETag: \"1\""], ""), "with the content type text/html"),
        (moved, "a redirect to http://example.com/"),
    ] {
        expect_endpoint(World::website().replies(ENDPOINT, reply), Verdict::NotDone, Fails, text).await;
    }
}

#[tokio::test]
async fn what_the_network_forbids_tells_nothing_and_has_a_cure_of_its_own() {
    let closes = Reply::Sends(Vec::new());
    let no_web_server = Reply::Sends(b"SSH-2.0-OpenSSH_9.9\r\n".to_vec());
    let portal = Reply::page("200 OK", &[HTML, "Server: portal"], "<form>Sign in to our Wi-Fi");
    let leads_away = Reply::page("302 Found", &["Location: http://portal.example/"], "");
    let broken = s3("503 Slow Down", &[], "<Error><Code>SlowDown</Code></Error>");
    for (world, text) in [
        (World::website().closed(ENDPOINT), "a firewall, proxy or filter"),
        (World::website().nameless(ENDPOINT), "may still remember that there was no such name"),
        (World::website().replies(ENDPOINT, closes), "a firewall, proxy or filter"),
        (World::website().replies(ENDPOINT, no_web_server), "what answered is no web server"),
        (World::website().replies(ENDPOINT, portal), "the sign-in page of a Wi-Fi"),
        (World::website().replies(ENDPOINT, leads_away), "HTTP status 302, a redirect to http://portal.example/"),
        (World::website().replies(ENDPOINT, broken), "on AWS's side"),
        (World::website().replies(ENDPOINT, Reply::Silence).impatient(), "nothing came in time"),
    ] {
        expect_endpoint(world, Verdict::CannotTell, CannotTell, text).await;
    }
}

#[tokio::test]
async fn a_page_without_end_is_given_up_and_a_huge_one_is_read_in_part() {
    let start = "HTTP/1.1 200 OK\r\nServer: AmazonS3\r\nContent-Type: text/html\r\nETag: \"1\"\r\n";
    let header = Reply::Drips(format!("{start}X-More: ").into_bytes());
    let body = Reply::Drips(format!("{start}Content-Length: 1000000\r\n\r\n").into_bytes());
    for drips in [header, body] {
        let world = World::website().replies(ENDPOINT, drips).impatient();
        expect_endpoint(world, Verdict::CannotTell, CannotTell, "nothing came in time").await;
    }
    let huge = s3("200 OK", &[HTML, "ETag: \"1\""], &"x".repeat(10 * 1024 * 1024));
    expect_endpoint(World::website().replies(ENDPOINT, huge), Verdict::Done, Holds, "HTTP status 200").await;
}

#[tokio::test]
async fn a_redirect_loop_costs_one_request() {
    let loops = s3("302 Found", &[&format!("Location: {ENDPOINT}/")], "");
    let aws = website().amid(World::website().replies(ENDPOINT, loops).open()).open();
    let findings = crate::check(HOSTING, &aws, &example()).await.unwrap();
    assert_eq!(finding(&findings, "page").verdict, Fails);
    assert_eq!(aws.sent().iter().filter(|label| **label == "http:GET").count(), 1);
}

#[tokio::test]
async fn what_a_stranger_writes_stays_short_in_the_findings() {
    let long = "\u{202e}".repeat(4000);
    let page = format!("<li>Code: {long}</li>");
    for headers in [vec![format!("Location: {long}")], vec![FROM_S3.into(), format!("Content-Type: {long}")]] {
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let world = World::website().replies(ENDPOINT, Reply::page("404 Not Found", &headers, &page));
        let findings = check(&website().amid(world.open()), HOSTING).await;
        let finding = finding(&findings, "page");
        let reason = finding.reason.as_ref().map(|reason| reason.message.clone());
        let longest = [finding.found.clone(), reason].into_iter().flatten().map(|text| text.chars().count()).max();
        assert!(longest.is_some_and(|length| (200..300).contains(&length)), "{finding:#?}");
    }
}

#[tokio::test]
async fn a_clause_whose_configuration_fails_is_not_judged_by_its_page() {
    let off = website().refuses("s3:GetBucketWebsite", (404, "NoSuchWebsiteConfiguration"), "none");
    let expected = [(Fails, "website", "off"), (ClauseVerdict::Skipped, "page", "needs: website")];
    expect(&off, HOSTING, Verdict::NotDone, &expected).await;
    // Nor by one whose configuration is not known.
    let world = World::website().replies(ENDPOINT, World::s3_error("AccessDenied"));
    let denied = website().amid(world.open()).refuses("s3:GetBucketPolicy", (403, "AccessDenied"), "Access Denied");
    let expected = [(CannotTell, "policy", "s3:GetBucketPolicy")];
    expect(&denied, HOSTING, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn a_website_that_is_off_may_be_served_for_some_minutes_more() {
    let still = solved().amid(World::solved().replies(ENDPOINT, World::s3_page()).open());
    expect(&still, OFF, Verdict::NotReady, &[(NotReady, "gone", "at the longest about 15 minutes")]).await;
    let refused = solved().amid(World::solved().replies(ENDPOINT, World::s3_error("AccessDenied")).open());
    expect(&refused, OFF, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn the_domain_must_lead_to_a_bucket_of_its_own_name() {
    for (reply, text) in [
        (World::s3_error("NoSuchBucket"), "a bucket named exactly like the domain"),
        (World::cloudfront_page(), "The name leads to CloudFront"),
    ] {
        let account = website().amid(World::website().replies("http://example.com", reply).open());
        expect(&account, RECORD, Verdict::NotDone, &[(Fails, "page", text)]).await;
    }
}

#[tokio::test]
async fn the_distribution_serves_the_page_or_says_why_not() {
    let from =
        |status: &str, headers: &[&str], body| Reply::page(status, &[&[FROM_CLOUDFRONT], headers].concat(), body);
    let denied = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>";
    for (reply, verdict, found, text) in [
        (from("403 Forbidden", &[], denied), Verdict::NotDone, Fails, "check the bucket policy"),
        (from("403 Forbidden", &[HTML], "<h1>ERROR"), Verdict::NotDone, Fails, "knows no distribution"),
        (from("200 OK", &["Content-Type: image/png"], ""), Verdict::NotDone, Fails, "image/png"),
        (from("307 Temporary Redirect", &[], ""), Verdict::NotReady, NotReady, "at the longest about 1 day"),
        (from("200 OK", &[HTML, "ETag: \"0\""], ""), Verdict::Done, Holds, "exercise 5.2 refreshes"),
        (from("502 Bad Gateway", &[], ""), Verdict::CannotTell, CannotTell, "on AWS's side"),
        (s3("200 OK", &[HTML], ""), Verdict::NotDone, Fails, "S3's answer"),
    ] {
        let account = solved().amid(World::solved().replies("https://d1.cloudfront.net", reply).open());
        expect(&account, DISTRIBUTION, verdict, &[(found, "page", text)]).await;
    }
}

#[tokio::test]
async fn visitors_over_http_are_sent_to_the_same_host() {
    let to = |location: &str| Reply::page("301 Moved Permanently", &[FROM_CLOUDFRONT, location], "");
    for (reply, found) in [
        (World::cloudfront_page(), "HTTP status 200"),
        (to("Location: https://example.org/"), "https://example.org/"),
        (to("Location: http://d1.cloudfront.net/"), "http://d1.cloudfront.net/"),
    ] {
        let account = solved().amid(World::solved().replies("http://d1.cloudfront.net", reply.clone()).open());
        expect(&account, DISTRIBUTION, Verdict::NotDone, &[(Fails, "sent_on", found)]).await;
        let account = solved().amid(World::solved().replies("http://example.com", reply).open());
        expect(&account, ALIASES, Verdict::NotDone, &[(Fails, "sent_on", found)]).await;
    }
}

#[tokio::test]
async fn a_certificate_must_be_valid_for_the_domain() {
    for (presented, verdict, found, text) in [
        (Presented::For(&["*.cloudfront.net"]), Verdict::NotDone, Fails, "a certificate for *.cloudfront.net"),
        (Presented::For(&["www.example.com"]), Verdict::CannotTell, CannotTell, "certificate for www.example.com"),
        (Presented::Expired, Verdict::CannotTell, CannotTell, "Set your computer's clock"),
        (Presented::Stranger, Verdict::CannotTell, CannotTell, "a certificate of its own"),
    ] {
        let account = solved().amid(World::solved().presents("example.com", presented).open());
        expect(&account, DISTRIBUTION, verdict, &[(found, "valid", text)]).await;
        let page = (ClauseVerdict::Skipped, "page", "needs: valid");
        expect(&account, ALIASES, verdict, &[(found, "valid", text), page]).await;
    }
}

#[tokio::test]
async fn while_the_distribution_is_being_deployed_nobody_visits_it() {
    let account = solved().amid(World::solved().closed("https://d1.cloudfront.net").open()).edited(
        "cloudfront:GetDistribution",
        "<Status>Deployed",
        "<Status>InProgress",
    );
    let findings = check(&account, DISTRIBUTION).await;
    assert_eq!(findings.verdict(), Verdict::NotReady, "{findings:#?}");
    for clause in ["page", "sent_on", "valid"] {
        assert_eq!(needs(&findings, finding(&findings, clause)), Some("deployed"));
    }
}

#[tokio::test]
async fn without_an_object_the_copies_of_cloudfront_are_old_ones() {
    let nothing = ok("<ListBucketResult></ListBucketResult>");
    let account = solved().answers("s3:HeadObject", status(404, "")).answers("s3:ListObjectsV2", nothing);
    expect(&account, ALIASES, Verdict::Done, &[]).await;
}
