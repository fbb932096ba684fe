//! Which events patterns let through, by examples of AWS's guide, and that no text stops the reader.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::documents::event_pattern::{EventPattern, Passes};

fn passes(pattern: &Value, event: &Value) -> Passes {
    EventPattern::parse(&pattern.to_string()).expect("an object").passes(event)
}

/// Whether a pattern with these comparisons of a key lets through the key `rcf/input/Ada.csv`.
fn of_key(comparisons: &Value) -> Passes {
    let pattern = json!({"detail": {"object": {"key": comparisons}}});
    passes(&pattern, &json!({"detail": {"object": {"key": "rcf/input/Ada.csv"}}}))
}

#[test]
fn every_comparison_of_texts() {
    for (comparisons, does_pass) in [
        (json!(["rcf/input/Ada.csv"]), true),
        (json!(["rcf/input/ada.csv"]), false),
        (json!(["rcf/input/*"]), false),
        (json!(["other", {"prefix": "rcf/"}]), true),
        (json!([{"prefix": "rcf/output/"}]), false),
        (json!([{"prefix": {"equals-ignore-case": "RCF/"}}]), true),
        (json!([{"suffix": ".csv"}]), true),
        (json!([{"suffix": ".json"}]), false),
        (json!([{"suffix": {"equals-ignore-case": ".CSV"}}]), true),
        (json!([{"equals-ignore-case": "RCF/input/ADA.csv"}]), true),
        (json!([{"equals-ignore-case": "RCF/input/"}]), false),
        (json!([{"wildcard": "rcf/input/*.csv"}]), true),
        (json!([{"wildcard": "*/input/*"}]), true),
        (json!([{"wildcard": "rcf/*/input/*"}]), false),
        (json!([{"wildcard": "rcf/input/\\*"}]), false),
        (json!([{"wildcard": "rcf/input/Ada.csv"}]), true),
        (json!([{"anything-but": "rcf/input/Ada.csv"}]), false),
        (json!([{"anything-but": ["a", "b"]}]), true),
        (json!([{"anything-but": {"prefix": "rcf/output/"}}]), true),
        (json!([{"anything-but": {"prefix": ["rcf/output/", "rcf/input/"]}}]), false),
        (json!([{"anything-but": {"suffix": ".csv"}}]), false),
        (json!([{"anything-but": {"wildcard": "*/output/*"}}]), true),
        (json!([{"exists": true}]), true),
        (json!([{"exists": false}]), false),
        (json!([]), false),
    ] {
        let expected = if does_pass { Passes::Yes } else { Passes::No("detail.object.key".into()) };
        assert_eq!(of_key(&comparisons), expected, "{comparisons}");
    }
}

#[test]
fn what_is_not_read_is_unknown() {
    for (comparisons, why) in [
        (json!([{"numeric": [">", 0]}]), "the comparison numeric of detail.object.key"),
        (json!([{"cidr": "10.0.0.0/24"}]), "the comparison cidr"),
        (json!([{"anything-but": {"sounds-like": "x"}}]), "the comparison sounds-like"),
        (json!([{"prefix": "a", "suffix": "b"}]), "a comparison of detail.object.key"),
        (json!("rcf/input/Ada.csv"), "no list"),
    ] {
        let Passes::Unknown(said) = of_key(&comparisons) else { panic!("{comparisons}") };
        assert!(said.contains(why), "{said}");
    }
    let size = json!({"detail": {"size": [{"numeric": [">", 0]}]}});
    assert_eq!(passes(&size, &json!({"detail": {"size": null}})), Passes::Unknown("the event's detail.size".into()));
    let either = json!({"detail": {"size": [{"exists": true}]}});
    assert_eq!(passes(&either, &json!({"detail": {"size": null}})), Passes::Yes);
}

/// What fails outweighs what is unknown, and the first field that fails is named.
#[test]
fn all_fields_and_one_of_their_values() {
    let event = json!({"source": "aws.s3", "detail": {"size": null}, "resources": ["arn:a", "arn:b"]});
    for (pattern, expected) in [
        (json!({"source": ["aws.s3"], "resources": ["arn:b"]}), Passes::Yes),
        (json!({"source": ["aws.ec2"], "detail": {"size": [5]}}), Passes::No("source".into())),
        (json!({"resources": ["arn:c"]}), Passes::No("resources".into())),
        (json!({"detail": {"bucket": {"name": ["b"]}}}), Passes::No("detail.bucket.name".into())),
        (json!({"detail": {"bucket": {"name": [{"exists": false}]}}}), Passes::Yes),
        (json!({"detail": ["x"]}), Passes::No("detail".into())),
        (json!({"$or": [{"source": ["aws.ec2"]}, {"resources": ["arn:a"]}]}), Passes::Yes),
        (json!({"$or": [{"source": ["aws.ec2"]}, {"resources": ["arn:c"]}]}), Passes::No(String::new())),
    ] {
        assert_eq!(passes(&pattern, &event), expected, "{pattern}");
    }
}

#[test]
fn examples_of_what_a_pattern_lets_through() {
    let path = ["detail", "object", "key"];
    for (comparisons, example) in [
        (json!([{"prefix": "rcf/input/"}]), "rcf/input/new.csv"),
        (json!([{"suffix": "-new.csv"}]), "new-new.csv"),
        (json!([{"suffix": "csv"}]), "new.csv"),
        (json!([{"wildcard": "rcf/*/in-*.csv"}]), "rcf/new/in-new.csv"),
        (json!([{"wildcard": "rcf/input/*"}]), "rcf/input/new.csv"),
        (json!(["rcf/input/day.csv"]), "rcf/input/day.csv"),
    ] {
        let within = json!({"detail": {"object": {"key": comparisons}}});
        for pattern in [within.clone(), json!({"$or": [{"source": ["x"]}, within]})] {
            let pattern = EventPattern::parse(&pattern.to_string()).unwrap();
            let examples = pattern.examples(&path, ".csv");
            assert!(examples.iter().any(|text| text == example), "{examples:?}");
        }
    }
    let other = EventPattern::parse(r#"{"detail": {"object": {"key": [{"suffix": ".json"}]}}}"#).unwrap();
    assert!(other.examples(&path, ".csv").iter().all(|text| text.ends_with(".csv")));
}

/// A value of any kind, as deep as patterns go.
fn any_value() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec!["$or", "detail", "prefix", "wildcard", "anything-but", "exists", "key", ""]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[a-c*\\\\é]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..4)
                .prop_map(|fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}

proptest! {
    #[test]
    fn no_text_stops_the_reader(text in ".{0,200}") {
        prop_assert_eq!(EventPattern::parse(&text).is_some(), serde_json::from_str::<Value>(&text).is_ok_and(|value| value.is_object()));
    }

    #[test]
    fn no_pattern_and_no_event_stop_it(pattern in any_value(), event in any_value()) {
        if let Some(pattern) = EventPattern::parse(&pattern.to_string()) {
            let first = pattern.passes(&event);
            prop_assert_eq!(&first, &pattern.passes(&event));
            prop_assert!(pattern.examples(&["detail", "key"], "a").iter().all(|text| text.ends_with('a')));
        }
    }

    #[test]
    fn a_text_passes_its_own_examples(text in "[a-c*\\\\é]{0,8}") {
        let pattern = json!({"key": [{"wildcard": text}]});
        let pattern = EventPattern::parse(&pattern.to_string()).expect("an object");
        for example in pattern.examples(&["key"], "") {
            prop_assert_eq!(pattern.passes(&json!({"key": example})), Passes::Yes);
        }
    }
}
