//! 10.1: versions that are kept, were kept, or never were.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails};

const SLUG: &str = "ch10/bucket_versioning";
const GET: &str = "s3:GetBucketVersioning";

fn of_data(answer: &str) -> Account {
    solved().answers_to(GET, "//example-data.", ok(answer))
}

#[tokio::test]
async fn suspended_versions_are_as_good_as_none() {
    let suspended = "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>";
    expect(&of_data(suspended), SLUG, Verdict::NotDone, &[(Fails, "data_versions", "Suspended")]).await;
    let expected = [(Fails, "data_versions", "has never kept versions")];
    expect(&of_data("<VersioningConfiguration/>"), SLUG, Verdict::NotDone, &expected).await;
    let expected = [(Fails, "website_versions", "Suspended"), (Fails, "data_versions", "Suspended")];
    expect(&solved().answers(GET, ok(suspended)), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_status_that_is_not_known_tells_nothing() {
    let other = "<VersioningConfiguration><Status>Sometimes</Status></VersioningConfiguration>";
    expect(&of_data(other), SLUG, Verdict::CannotTell, &[(CannotTell, "data_versions", "Sometimes")]).await;
    let refused = solved().refuses(GET, (403, "AccessDenied"), "no");
    let expected = [(CannotTell, "website_versions", ""), (CannotTell, "data_versions", "")];
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn one_bucket_is_told_without_the_other() {
    let alone = solved().edited("s3:ListBuckets", "<Name>example.com</Name>", "<Name>photos.net</Name>").refuses(
        "s3:GetBucketLocation",
        (404, "NoSuchBucket"),
        "none",
    );
    let findings = check(&alone, SLUG).await;
    assert_eq!(finding(&findings, "website").verdict, Fails, "{findings:#?}");
    assert_eq!(finding(&findings, "data_versions").verdict, ClauseVerdict::Holds, "{findings:#?}");
}
