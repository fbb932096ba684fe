//! Policies of an identity: what each form allows, and that another reading of the same policies agrees.

use iam_rs::{Arn, Decision as Other, IAMPolicy, IAMRequest, PolicyEvaluator, Principal, PrincipalId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::documents::policy::*;

const OBJECT: &str = "arn:aws:s3:::data/chapters.json";
const KNOWN: &[Known<'_>] = &[("aws:SecureTransport", Some("true"))];

fn says(statements: &Value) -> Says {
    say(&json!({"Version": "2012-10-17", "Statement": statements}), "s3:GetObject", OBJECT)
}

fn say(policy: &Value, action: &str, resource: &str) -> Says {
    let policy = Policy::parse(&policy.to_string()).expect("a policy");
    Grants { policies: &[&policy], context: KNOWN }.say(action, resource)
}

fn allow(action: &str, resource: &str) -> Value {
    json!({"Effect": "Allow", "Action": action, "Resource": resource})
}

#[test]
fn the_forms_that_allow() {
    for statement in [
        allow("s3:GetObject", OBJECT),
        allow("S3:getobject", "arn:aws:s3:::data/*"),
        allow("s3:Get*", "arn:aws:s3:::data/chapters.jso?"),
        allow("*", "*"),
        // An ARN that ends early.
        allow("s3:*", "arn:aws:s3"),
        json!({"Effect": "Allow", "NotAction": "iam:*", "NotResource": ["arn:aws:s3:::other/*"]}),
        json!({"Effect": "Allow", "Action": ["s3:PutObject", "s3:GetObject"], "Resource": ["arn:aws:s3:::data/*"],
            "Condition": {"Bool": {"aws:securetransport": true}}}),
    ] {
        assert_eq!(says(&statement), Says::Allowed, "{statement}");
        assert_eq!(says(&json!([statement])), Says::Allowed, "{statement}");
    }
}

#[test]
fn the_forms_that_do_not() {
    for statement in [
        allow("s3:GetObject", "arn:aws:s3:::data"),
        allow("s3:GetObject", "arn:aws:s3:::Data/*"),
        allow("s3:GetObjects", "*"),
        // A wildcard does not reach into another part of an ARN.
        allow("s3:GetObject", "arn:aws:s3:*:data/chapters.json"),
        json!({"Effect": "Allow", "NotAction": "s3:*", "Resource": "*"}),
        json!({"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}),
    ] {
        assert_eq!(says(&statement), Says::Neither, "{statement}");
    }
    assert_eq!(says(&json!([])), Says::Neither);
}

#[test]
fn a_deny_outweighs_and_one_that_may_apply_leaves_it_open() {
    let deny = |more: Value| {
        let mut deny = json!({"Effect": "Deny", "Action": "s3:*", "Resource": "*"});
        deny.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        says(&json!([allow("*", "*"), deny]))
    };
    assert_eq!(deny(json!({})), Says::Denied);
    assert_eq!(deny(json!({"Condition": {"Bool": {"aws:SecureTransport": "false"}}})), Says::Allowed);
    assert_eq!(deny(json!({"Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1"}}})), Says::Unknown);
    assert_eq!(
        deny(json!({"Action": "s3:Put*", "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1"}}})),
        Says::Allowed
    );
    // Where nothing allows it, it is the same to the function.
    let alone = json!({"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {"Null": {"aws:x": true}}});
    assert_eq!(says(&alone), Says::Neither);
}

#[test]
fn variables_are_unknown_in_the_version_that_has_them_and_plain_text_in_the_older() {
    let statement = allow("s3:GetObject", "arn:aws:s3:::data/${aws:username}.json");
    assert_eq!(says(&statement), Says::Unknown);
    assert_eq!(says(&allow("s3:GetObject", "arn:aws:s3:::other/${aws:username}")), Says::Neither);
    for older in [json!({"Statement": statement}), json!({"Version": "2008-10-17", "Statement": statement})] {
        assert_eq!(say(&older, "s3:GetObject", OBJECT), Says::Neither);
    }
}

#[test]
fn several_policies_add_up() {
    let read = |statement: Value| Policy::parse(&json!({"Statement": statement}).to_string()).expect("a policy");
    let (allows, denies) = (read(allow("*", "*")), read(json!({"Effect": "Deny", "Action": "s3:*", "Resource": "*"})));
    let say = |policies: &[&Policy]| Grants { policies, context: KNOWN }.say("s3:GetObject", OBJECT);
    assert_eq!(say(&[]), Says::Neither);
    assert_eq!(say(&[&allows]), Says::Allowed);
    assert_eq!(say(&[&allows, &denies]), Says::Denied);
}

#[test]
fn what_is_beyond_the_need_is_told_as_it_is_written() {
    let beyond = |statements: Value| {
        let policy = Policy::parse(&json!({"Statement": statements}).to_string()).expect("a policy");
        let needed = Permission { action: "s3:Get*".into(), resource: "arn:aws:s3:::data/*".into() };
        let beyond = Grants { policies: &[&policy], context: KNOWN }.beyond(&[needed]);
        beyond.into_iter().map(|p| format!("{} {}", p.action, p.resource)).collect::<Vec<_>>()
    };
    assert!(beyond(allow("s3:GetObject", OBJECT)).is_empty());
    assert!(beyond(allow("s3:GetObject*", "arn:aws:s3:::data/a*")).is_empty());
    assert!(beyond(json!({"Effect": "Deny", "Action": "*", "Resource": "*"})).is_empty());
    // Nobody asks S3 for a table.
    assert!(beyond(allow("s3:*", "arn:aws:dynamodb:r:1:table/t")).is_empty());
    assert_eq!(beyond(allow("*", "arn:aws:dynamodb:r:1:table/t")), ["* arn:aws:dynamodb:r:1:table/t"]);
    assert_eq!(beyond(allow("s3:*", OBJECT)), [format!("s3:* {OBJECT}")]);
    assert_eq!(beyond(allow("s3:Get*", "arn:aws:s3:::data*")), ["s3:Get* arn:aws:s3:::data*"]);
    let all_but = json!({"Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::other"});
    assert_eq!(beyond(all_but), ["* *"]);
}

/// What the other reading says. It asks who asks, which policies of an identity do not.
fn other(policy: &Value, action: &str, resource: &str) -> Says {
    let policy: IAMPolicy = serde_json::from_value(policy.clone()).expect("a policy");
    let role = Principal::Aws(PrincipalId::String("arn:aws:iam::123456789012:role/r".into()));
    let request = IAMRequest::new(role, action, Arn::parse(resource).expect("an ARN"));
    match PolicyEvaluator::with_policies(vec![policy]).evaluate(&request).expect("an evaluation").decision {
        Other::Allow => Says::Allowed,
        Other::Deny => Says::Denied,
        Other::NotApplicable => Says::Neither,
    }
}

prop_compose! {
    fn action()(service in select(vec!["s3", "S3", "logs"]), name in "[Gg]et(Ob|\\*|\\?)?[ab*?]{0,2}|\\*") -> String {
        format!("{service}:{name}")
    }
}

prop_compose! {
    fn resource()(region in select(vec!["", "*", "r", "?"]), account in select(vec!["", "123456789012", "*", "1*"]),
        name in "[ab*?/]{1,5}(:[ab*]{1,2})?", all in 0..8_u8) -> String {
        if all == 0 { "*".into() } else { format!("arn:aws:s3:{region}:{account}:{name}") }
    }
}

fn member(
    only: &'static str,
    all_but: &'static str,
    values: BoxedStrategy<String>,
) -> impl Strategy<Value = (&'static str, Value)> {
    let listed = prop_oneof![values.clone().prop_map(Value::from), vec(values, 1..3).prop_map(Value::from)];
    (select(vec![only, only, only, all_but]), listed)
}

prop_compose! {
    fn a_statement()(effect in select(vec!["Allow", "Allow", "Deny"]), action in member("Action", "NotAction", action().boxed()),
        resource in member("Resource", "NotResource", resource().boxed())) -> Value {
        json!({"Effect": effect, action.0: action.1, resource.0: resource.1})
    }
}

proptest! {
    #[test]
    fn another_reading_says_the_same(statements in vec(a_statement(), 1..4), name in "Get(Ob)?[ab]{0,2}",
        region in select(vec!["", "r"]), account in select(vec!["", "123456789012"]), resource in "[ab/]{1,5}(:[ab]{1,2})?") {
        let policy = json!({"Version": "2012-10-17", "Statement": statements});
        let (action, resource) = (format!("s3:{name}"), format!("arn:aws:s3:{region}:{account}:{resource}"));
        prop_assert_eq!(say(&policy, &action, &resource), other(&policy, &action, &resource), "{} {}", action, resource);
    }

    /// Nothing that is needed is called too much, and nothing beyond the need goes unnoticed.
    #[test]
    fn what_covers_a_pattern_matches_all_that_the_pattern_matches(wide in "[ab*?]{0,5}", narrow in "[ab*?]{0,5}", text in "[ab]{0,5}") {
        use crate::documents::policy::glob::{Case::Sensitive, covers, matches};
        if covers(&wide, &narrow, Sensitive) && matches(&narrow, &text, Sensitive) {
            prop_assert!(matches(&wide, &text, Sensitive));
        }
        prop_assert!(covers("*", &narrow, Sensitive) && covers(&narrow, &narrow, Sensitive));
    }
}
