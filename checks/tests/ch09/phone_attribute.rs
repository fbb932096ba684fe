//! 9.e5: what the app client may do with the phone number, by its lists and without them.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch09/phone_attribute";
const CLIENT: &str = "cognito-idp:DescribeUserPoolClient";

/// The client with these lists, of which either may be absent.
fn with_lists(read: &str, write: &str) -> Account {
    let list = |name: &str, names: &str| match names {
        "" => String::new(),
        names => format!(r#""{name}": [{names}], "#),
    };
    let lists = format!("{}{}", list("ReadAttributes", read), list("WriteAttributes", write));
    solved().edited(CLIENT, r#""AuthSessionValidity""#, &format!(r#"{lists}"AuthSessionValidity""#))
}

const BOTH: &str = r#""given_name", "phone_number""#;
const NAME: &str = r#""email", "given_name""#;
const NUMBER: &str = r#""phone_number""#;

#[tokio::test]
async fn without_lists_everything_is_allowed() {
    for (read, write) in [("", ""), (BOTH, BOTH), ("", BOTH), (BOTH, "")] {
        let expected = [(Holds, "number", "it may read and write phone_number"), (Holds, "name", "given_name")];
        expect(&with_lists(read, write), SLUG, Verdict::Done, &expected).await;
    }
}

#[tokio::test]
async fn a_list_allows_what_is_in_it() {
    for (read, write, found) in [
        (NAME, NAME, "it may neither read nor write phone_number"),
        (NAME, BOTH, "it may not read phone_number"),
        (BOTH, NAME, "it may not write phone_number"),
        ("", NAME, "it may not write phone_number"),
        (NAME, r#""given_name", "phone_number_verified""#, "it may neither read nor write phone_number"),
    ] {
        expect(&with_lists(read, write), SLUG, Verdict::NotDone, &[(Fails, "number", found)]).await;
    }
    let alone = with_lists(NUMBER, NUMBER);
    expect(&alone, SLUG, Verdict::NotDone, &[(Fails, "name", "it may neither read nor write given_name")]).await;
}

#[tokio::test]
async fn an_attribute_that_never_changes_is_named() {
    let fixed = r#""SchemaAttributes": [{"Name": "phone_number", "Mutable": false, "Required": false},"#;
    let account = solved().edited("cognito-idp:DescribeUserPool", r#""SchemaAttributes": ["#, fixed);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "changes", "phone_number, immutable")]).await;
    let open = account.edited("cognito-idp:DescribeUserPool", r#""Mutable": false"#, r#""Mutable": true"#);
    expect(&open, SLUG, Verdict::Done, &[(Holds, "changes", "mutable")]).await;
}

#[tokio::test]
async fn without_a_client_its_lists_are_not_judged() {
    let account = solved().answers("cognito-idp:ListUserPoolClients", ok(cognito::NO_CLIENTS));
    let expected = [(Fails, "client", ""), (Skipped, "number", "needs: client"), (Skipped, "name", "needs: client")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}
