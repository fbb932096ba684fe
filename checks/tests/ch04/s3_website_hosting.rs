//! 4.3: settings of the whole account, buckets of others and of other regions.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch04/s3_website_hosting";
const LOCATION: &str = "s3:GetBucketLocation";
const BUCKETS: &str = "s3:ListBuckets";
const OF_ACCOUNT: &str = "s3control:GetPublicAccessBlock";
const MINE: &str = "<Bucket><Name>example.com</Name><BucketRegion>us-east-1</BucketRegion></Bucket>";

/// What a clause that depends on the bucket says without it.
fn without_bucket(found: &str) -> Vec<Expected<'_>> {
    let rest = ["region", "index", "type", "readable", "payer", "settings", "account_settings", "policy", "website"];
    let skipped = rest.map(|clause| (Skipped, clause, "needs: bucket"));
    [(Fails, "bucket", found)].into_iter().chain(skipped).collect()
}

#[tokio::test]
async fn settings_of_the_whole_account_that_were_never_made_block_nothing() {
    expect(&website(), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn settings_of_the_whole_account_that_block_are_named() {
    let all = website().answers(OF_ACCOUNT, ok(s3::public_access(true)));
    let found = "on: BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets";
    expect(&all, SLUG, Verdict::NotDone, &[(Fails, "account_settings", found)]).await;
    for (setting, verdict) in [
        ("BlockPublicPolicy", Verdict::NotDone),
        ("RestrictPublicBuckets", Verdict::NotDone),
        ("BlockPublicAcls", Verdict::Done),
        ("IgnorePublicAcls", Verdict::Done),
    ] {
        let one = s3::public_access(false).replace(&format!("<{setting}>false"), &format!("<{setting}>true"));
        let findings = check(&website().answers(OF_ACCOUNT, ok(one)), SLUG).await;
        assert_eq!(findings.verdict(), verdict, "{setting}");
        assert!(says(finding(&findings, "account_settings"), &format!("on: {setting}")), "{setting}");
    }
}

#[tokio::test]
async fn settings_of_the_whole_account_that_are_refused_leave_the_rest_judged() {
    let account = website().refuses(OF_ACCOUNT, (403, "AccessDenied"), "Access Denied");
    let statement = r#"{"Action":"s3:GetAccountPublicAccessBlock","Effect":"Allow","Resource":"*"}"#;
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "account_settings", statement)]).await;
}

#[tokio::test]
async fn a_bucket_that_another_account_has_is_named() {
    let without = || website().edited(BUCKETS, MINE, "");
    let taken = without_bucket("another account has a bucket named example.com");
    for code in [
        (403, "AccessDenied"),
        // Asked in another region than its own: it is there, and it is not in our list.
        (301, "PermanentRedirect"),
        (400, "AuthorizationHeaderMalformed"),
    ] {
        expect(&without().refuses(LOCATION, code, "Access Denied"), SLUG, Verdict::NotDone, &taken).await;
    }
    let nobodys = without().refuses(LOCATION, (404, "NoSuchBucket"), "The specified bucket does not exist");
    expect(&nobodys, SLUG, Verdict::NotDone, &without_bucket("nothing of that name")).await;
}

#[tokio::test]
async fn a_caller_that_may_not_ask_learns_nothing_of_other_accounts() {
    let message = "User: arn:aws:iam::123456789012:user/ada is not authorized to perform: s3:GetBucketLocation on \
        resource: arn:aws:s3:::example.com because no identity-based policy allows the s3:GetBucketLocation action";
    let account = website().edited(BUCKETS, MINE, "").refuses(LOCATION, (403, "AccessDenied"), message);
    expect(&account, SLUG, Verdict::NotDone, &without_bucket("nothing of that name")).await;
}

#[tokio::test]
async fn a_bucket_in_another_region_is_asked_there() {
    let world = World::website().replies("http://example.com.s3-website.eu-central-1.amazonaws.com", World::s3_page());
    let account = website().amid(world.open()).edited(BUCKETS, MINE, &MINE.replace("us-east-1", "eu-central-1"));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "region", "eu-central-1")]).await;
    assert!(account.asked().contains(&"HEAD https://s3.eu-central-1.amazonaws.com/example.com/index.html".to_owned()));
}

#[tokio::test]
async fn a_list_without_regions_is_made_up_for_and_old_regions_are_known_by_their_names() {
    for (answer, region) in [
        ("<LocationConstraint>EU</LocationConstraint>", "eu-west-1"),
        ("<LocationConstraint>eu-central-1</LocationConstraint>", "eu-central-1"),
        ("<LocationConstraint/>", "us-east-1"),
    ] {
        let list =
            website().edited(BUCKETS, "<BucketRegion>us-east-1</BucketRegion>", "").answers(LOCATION, ok(answer));
        let findings = check(&list, SLUG).await;
        assert!(says(finding(&findings, "region"), region), "{answer}");
        let located: Vec<_> = list.asked().into_iter().filter(|request| request.contains("?location")).collect();
        assert!(!located.is_empty() && !located.iter().any(|request| request.contains("photos")), "{located:?}");
    }
}

#[tokio::test]
async fn the_list_of_buckets_is_read_to_its_end() {
    let first =
        s3::BUCKETS.replace(MINE, "").replace("</Buckets>", "</Buckets><ContinuationToken>next</ContinuationToken>");
    let account = website().answers(BUCKETS, ok(first)).answers_to(BUCKETS, "continuation-token=next", ok(s3::BUCKETS));
    expect(&account, SLUG, Verdict::Done, &[]).await;
    assert!(account.asked().iter().filter(|r| r.contains("ListBuckets")).all(|r| r.contains("max-buckets=1000")));
}

#[tokio::test]
async fn an_object_that_may_not_be_looked_at_is_cured_by_a_statement_about_it() {
    let statement = r#"{"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"],
        "Resource": ["arn:aws:s3:::example.com/index.html", "arn:aws:s3:::example.com"]}"#;
    let expected = [(CannotTell, "index", statement), (Skipped, "type", "needs: index")];
    expect(&website().answers("s3:HeadObject", status(403, "")), SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn an_object_that_is_not_there_is_looked_for_under_other_keys() {
    let rows = [
        ("<Contents><Key>website/index.html</Key></Contents>", "the object website/index.html"),
        ("<Contents><Key>Index.html</Key></Contents>", "the object Index.html"),
        ("<Contents><Key>cat.png</Key></Contents>", "nothing of that name"),
        ("", "the bucket is empty"),
    ];
    for (contents, found) in rows {
        let list = format!("<ListBucketResult>{contents}</ListBucketResult>");
        let account = website().answers("s3:HeadObject", status(404, "")).answers("s3:ListObjectsV2", ok(list));
        let expected = [(Fails, "index", found), (Skipped, "type", "needs: index")];
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }
    let refused = error("s3:ListObjectsV2", (403, "AccessDenied"), "Access Denied");
    let account = website().answers("s3:HeadObject", status(404, "")).answers("s3:ListObjectsV2", refused);
    let expected = [(Fails, "index", "nothing of that name"), (Skipped, "type", "needs: index")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

/// What S3 says of the page besides its type, size and entity tag.
fn kept(headers: &[(&'static str, &'static str)]) -> Account {
    let page = [("content-type", "text/html"), ("content-length", "90"), ("etag", "\"1\"")];
    let headers: &'static [_] = Box::leak([&page, headers].concat().into_boxed_slice());
    website().answers_to(
        "s3:HeadObject",
        "/example.com/index.html",
        Answer::Http { status: 200, headers, body: String::new() },
    )
}

#[tokio::test]
async fn what_keeps_an_object_from_visitors() {
    const CLASS: &str = "x-amz-storage-class";
    for (headers, says) in [
        (&[("x-amz-server-side-encryption", "aws:kms")][..], "KMS key that AWS manages"),
        (&[("x-amz-server-side-encryption", "aws:kms:dsse")], "KMS key"),
        (&[(CLASS, "GLACIER")], "the archive GLACIER"),
        (&[(CLASS, "DEEP_ARCHIVE"), ("x-amz-restore", "ongoing-request=\"true\"")], "the archive DEEP_ARCHIVE"),
        (&[(CLASS, "INTELLIGENT_TIERING"), ("x-amz-archive-status", "ARCHIVE_ACCESS")], "the archive ARCHIVE_ACCESS"),
        (&[("x-amz-website-redirect-location", "/new.html")], "a redirect to /new.html"),
    ] {
        expect(&kept(headers), SLUG, Verdict::NotDone, &[(Fails, "readable", says)]).await;
    }
    for headers in [
        &[("x-amz-server-side-encryption", "AES256")][..],
        &[(CLASS, "GLACIER_IR")],
        &[
            (CLASS, "GLACIER"),
            ("x-amz-restore", "ongoing-request=\"false\", expiry-date=\"Fri, 01 Jan 2027 00:00:00 GMT\""),
        ],
    ] {
        expect(&kept(headers), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn who_pays_is_told_by_the_bucket_and_an_answer_without_it_tells_nothing() {
    let payer = "s3:GetBucketRequestPayment";
    let requester = website().edited(payer, "BucketOwner", "Requester");
    expect(&requester, SLUG, Verdict::NotDone, &[(Fails, "payer", "the requester")]).await;
    let silent = website().edited(payer, "<Payer>BucketOwner</Payer>", "");
    expect(&silent, SLUG, Verdict::CannotTell, &[(CannotTell, "payer", "AWS always sends")]).await;
}

#[tokio::test]
async fn a_routing_rule_for_the_page_sends_visitors_away() {
    let rule = |condition: &str| {
        let rule =
            format!("<RoutingRule>{condition}<Redirect><HostName>old.example.org</HostName></Redirect></RoutingRule>");
        let end = "</WebsiteConfiguration>";
        website().edited("s3:GetBucketWebsite", end, &format!("<RoutingRules>{rule}</RoutingRules>{end}"))
    };
    let prefix = |prefix: &str| format!("<Condition><KeyPrefixEquals>{prefix}</KeyPrefixEquals></Condition>");
    for condition in [String::new(), prefix(""), prefix("index")] {
        expect(&rule(&condition), SLUG, Verdict::NotDone, &[(Fails, "website", "old.example.org")]).await;
    }
    let error = "<Condition><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals></Condition>".to_owned();
    for condition in [prefix("docs/"), error] {
        expect(&rule(&condition), SLUG, Verdict::Done, &[]).await;
    }
}
