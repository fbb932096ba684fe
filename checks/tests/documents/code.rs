//! What code says without being run: what it asks, what it calls, with which constants, and what it answers.

mod asked;
mod hostile;
mod logged;
mod promise;
mod sending;
mod shapes;
mod storage;
mod values;

use crate::documents::code::{Code, Text, Value, ValueSet, Variables};

/// The values in short: texts in quotes, numbers, `?` for what is not known.
fn shown(values: &ValueSet) -> String {
    let show = |value: &Value| match value {
        Value::Text(text) => format!("'{}'", text.value().replace('\u{fffc}', "…")),
        Value::Number(number) => number.clone(),
        Value::Constant(name) => (*name).to_owned(),
        Value::Object(_) | Value::Instance(_) => "{}".into(),
        Value::List(_) => "[]".into(),
        Value::Function(_) | Value::Class(_) => "f".into(),
        Value::Missing => "-".into(),
        Value::Result { .. } => "()".into(),
        Value::Module(_) | Value::Outside { .. } | Value::Unknown => "?".into(),
    };
    let mut shown: Vec<String> = values.iter().map(show).collect();
    shown.sort();
    shown.dedup();
    shown.join(" ")
}

/// What is under a member of the answers of a package's handler.
fn answered(files: &[(&str, &str)], handler: Option<&str>, member: &str) -> String {
    let (code, variables) = (Code::of_package(files.iter().copied()), variables());
    let reading = code.in_lambda(handler, &variables);
    shown(&reading.member(&reading.answers(), member))
}

fn variables() -> Variables {
    [("TABLE", "chapters"), ("DATA", "example-data")]
        .map(|(name, value)| (name.into(), value.into()))
        .into_iter()
        .collect()
}

/// What the first request of these names has as its input under `member`.
fn input(files: &[(&str, &str)], names: &[&str], member: &str) -> String {
    let (code, variables) = (Code::of_package(files.iter().copied()), variables());
    let reading = code.in_lambda(None, &variables);
    let requests = reading.requests(names);
    requests.0.first().map_or_else(|| "no request".into(), |request| shown(&request.input(member)))
}

#[test]
fn the_values_of_variables_are_compared_and_not_shown() {
    let text = Text::of_variable("TOKEN", "CANARY");
    assert_eq!(text.value(), "CANARY");
    assert_eq!(text.shown(), Err(["TOKEN".to_owned()].as_slice()));
    assert!(!format!("{:?}", variables()).contains("chapters"));
}
