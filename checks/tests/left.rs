//! What an exercise has left: found where it stands, by the course's names alone, and never a fault where it is gone.

use crate::learner::example;
use crate::left::LeftKind;
use crate::testing::Account;
use crate::testing::account::done;

/// Things of the finished account, each with a name that no exercise gives, where a list decides.
const THINGS: [(LeftKind, &str, Option<&str>); 12] = [
    (LeftKind::Bucket, "example.com", Some("example.org")),
    (LeftKind::Object, "example.com/index.html", Some("example.com/other.html")),
    (LeftKind::Object, "example.com/index.*", Some("example.com/of-mine.*")),
    (LeftKind::Table, "chapters", None),
    (LeftKind::Function, "get-chapters", None),
    (LeftKind::Role, "function-get-chapters", None),
    (LeftKind::Policy, "function-get-chapters", Some("function-of-mine")),
    (LeftKind::ApiResource, "/chapters", Some("/of-mine")),
    (LeftKind::ApiStage, "v1", Some("of-mine")),
    (LeftKind::AliasRecord, "api.example.com", Some("of-mine.example.com")),
    (LeftKind::Topic, "function-sns-send-email", None),
    (LeftKind::LogGroup, "/aws/lambda/get-chapters", Some("/aws/lambda/of-mine")),
];

#[tokio::test]
async fn what_stands_is_found_and_a_name_like_it_is_another_thing() {
    let aws = Account::of(done()).open().without_near_misses();
    for (kind, name, other) in THINGS {
        let stands =
            aws.left(&example(), kind, name).await.unwrap_or_else(|fault| panic!("{name}: {}", fault.message()));
        assert!(stands.is_some(), "{kind:?} {name}");
        if let Some(other) = other {
            assert_eq!(aws.left(&example(), kind, other).await.unwrap(), None, "{kind:?} {other}");
        }
    }
}

#[tokio::test]
async fn a_domain_of_another_registrar_is_not_left() {
    let aws = Account::of(done()).open();
    let practice = crate::Learner { practice: true, ..example() };
    assert_eq!(aws.left(&practice, LeftKind::Domain, "example.com").await.unwrap(), None);
}

#[tokio::test]
async fn what_cannot_be_read_is_neither_there_nor_gone() {
    let aws = Account::of(done()).refuses("dynamodb:DescribeTable", (400, "AccessDeniedException"), "no").open();
    assert!(aws.left(&example(), LeftKind::Table, "chapters").await.is_err());
}
