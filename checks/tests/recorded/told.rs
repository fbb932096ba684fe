//! What a recorded answer says, read without the SDK, and beside it what a reader made of it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};
use xmlparser::{ElementEnd, Token, Tokenizer};

use crate::documents::policy::{Effect, Policy, Statement, Values};

/// The members of an answer that were compared: each with what the reader has, and what the answer says.
#[derive(Debug, Default)]
pub struct Fields(pub Vec<(String, Value, Value)>);

impl Fields {
    /// Compares one member.
    pub fn same(&mut self, member: &str, read: impl Serialize, told: impl Serialize) {
        let value = |result: Result<Value, _>| result.expect("a value");
        self.0.push((member.to_owned(), value(serde_json::to_value(read)), value(serde_json::to_value(told))));
    }

    /// Compares each row of two lists, which must be of one length.
    pub fn rows<R, T>(&mut self, thing: &str, read: &[R], told: &[T], compare: impl Fn(&mut Self, &R, &T)) {
        self.same(thing, read.len(), told.len());
        read.iter().zip(told).for_each(|(read, told)| compare(self, read, told));
    }

    /// Compares a policy with the document that it was read from.
    pub fn policy(&mut self, read: &Policy, document: &str) {
        let told: Value = serde_json::from_str(document).expect("a document in JSON");
        self.same("policy version", &read.version, &told["Version"]);
        let statements = match &told["Statement"] {
            Value::Array(all) => all.clone(),
            one => vec![one.clone()],
        };
        self.rows("statements", &read.statements, &statements, |fields, read, told| fields.statement(read, told));
    }

    fn statement(&mut self, read: &Statement, told: &Value) {
        self.same("Sid", &read.sid, &told["Sid"]);
        self.same("Effect", if read.effect == Effect::Allow { "Allow" } else { "Deny" }, &told["Effect"]);
        for (member, values) in [
            ("Action", &read.action),
            ("NotAction", &read.not_action),
            ("Resource", &read.resource),
            ("NotResource", &read.not_resource),
        ] {
            self.same(member, values.as_ref().map(list), told.get(member).map(texts));
        }
        let told_principals: Vec<String> = match told.get("Principal") {
            Some(Value::Object(kinds)) => kinds.values().flat_map(texts).collect(),
            Some(everyone) => texts(everyone),
            None => Vec::new(),
        };
        self.same("Principal", read.trusted().collect::<Vec<_>>(), told_principals);
        let conditions = |told: &Value| -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
            let keys = |keys: &Value| members(keys).map(|(key, values)| (key.clone(), texts(values))).collect();
            members(told).map(|(operator, of)| (operator.clone(), keys(of))).collect()
        };
        let own = read.condition.iter().map(|(operator, keys)| {
            let keys: BTreeMap<_, _> = keys.iter().map(|(key, values)| (key.clone(), list(values))).collect();
            (operator.clone(), keys)
        });
        self.same("Condition", own.collect::<BTreeMap<_, _>>(), conditions(&told["Condition"]));
    }
}

fn list(values: &Values) -> Vec<String> {
    values.0.clone()
}

/// One text or several, numbers and booleans as text.
pub fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::String(text) => vec![text.clone()],
        Value::Null => Vec::new(),
        other => vec![other.to_string()],
    }
}

/// The members of an object; none of anything else.
pub fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The entries of a list; none of anything else.
pub fn entries(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A text that is there and not empty.
pub fn full(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.is_empty())
}

/// An element of an answer in XML.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// The outermost element.
    pub fn parse(xml: &str) -> Self {
        let mut open = vec![Self::default()];
        for token in Tokenizer::from(xml) {
            match token.expect("whole XML") {
                Token::ElementStart { local, .. } => {
                    open.push(Self { name: local.as_str().to_owned(), ..Self::default() });
                }
                Token::Text { text } => open.last_mut().expect("the root").text += &plain(text.as_str()),
                Token::ElementEnd { end: ElementEnd::Empty | ElementEnd::Close(..), .. } => {
                    let ended = open.pop().expect("an element that has begun");
                    open.last_mut().expect("the root").children.push(ended);
                }
                _ => {}
            }
        }
        open.pop().and_then(|root| root.children.into_iter().next()).expect("an element")
    }

    /// All elements at a path of names, such as `Rule/Filter`.
    pub fn all(&self, path: &str) -> Vec<&Self> {
        let mut found = vec![self];
        for name in path.split('/') {
            found = found.into_iter().flat_map(|one| &one.children).filter(|child| child.name == name).collect();
        }
        found
    }

    /// The same, to keep.
    pub fn list(&self, path: &str) -> Vec<Self> {
        self.all(path).into_iter().cloned().collect()
    }

    /// The text of the first element at a path.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.all(path).into_iter().next().map(|one| one.text.as_str())
    }

    /// The same, of a text that is not empty.
    pub fn full(&self, path: &str) -> Option<&str> {
        self.text(path).filter(|text| !text.is_empty())
    }

    /// The texts of all elements at a path.
    pub fn texts(&self, path: &str) -> Vec<&str> {
        self.all(path).into_iter().map(|one| one.text.as_str()).collect()
    }

    /// Pairs of `key` and `value`, as SNS lists attributes.
    pub fn entry(&self, path: &str, key: &str) -> Option<&str> {
        let own = self.all(path).into_iter().find(|entry| entry.text("key") == Some(key));
        own.and_then(|entry| entry.text("value"))
    }
}

fn plain(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#13;", "\r"), ("&#10;", "\n")];
    named.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)).replace("&amp;", "&")
}

/// Whole seconds of a time that AWS sends as a number.
pub fn seconds(value: &Value) -> Value {
    value.as_f64().map_or(Value::Null, |seconds| json!(seconds.floor() as i64))
}
