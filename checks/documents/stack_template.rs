//! Templates of CloudFormation and SAM, in JSON or YAML. What a tag says in YAML is told in its long form: `!Ref Name` is
//! `{"Ref": "Name"}` (AWS CloudFormation User Guide, "Intrinsic function reference").

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value, json};
use serde_saphyr::Tagged;

/// The transform that makes a template one of SAM's.
pub const SAM: &str = "AWS::Serverless-2016-10-31";

/// What a tag may be, beside those that are no functions: `!Ref` and `!Condition`.
const FUNCTIONS: [&str; 17] = [
    "And",
    "Base64",
    "Cidr",
    "Equals",
    "FindInMap",
    "GetAZs",
    "GetAtt",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
];
/// The namespace of YAML's own tags, such as `!!str`.
const OF_YAML: &str = "tag:yaml.org,2002:";

/// A template that was read.
#[derive(Clone, Debug)]
pub struct StackTemplate(Value);

/// A resource of a template.
#[derive(Clone, Copy, Debug)]
pub struct Described<'a> {
    /// Its logical id.
    pub id: &'a str,
    /// Such as `AWS::Serverless::Function`; empty where it says none.
    pub kind: &'a str,
    whole: &'a Value,
}

impl StackTemplate {
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Err("an empty file".into());
        }
        // JSON is YAML as well, but its errors are said better by who knows it alone.
        let document = match text.trim_start().starts_with('{') {
            true => serde_json::from_str(text).map_err(|error| format!("no JSON: {error}"))?,
            false => {
                serde_saphyr::from_str::<Node>(text).map_err(|error| format!("no YAML: {}", first_line(&error)))?.0
            }
        };
        if !document.is_object() {
            return Err("a text without the members of a template".into());
        }
        Ok(Self(document))
    }

    /// Whether the transform of SAM stands in it.
    pub fn is_of_sam(&self) -> bool {
        match self.0.get("Transform") {
            Some(Value::String(name)) => name == SAM,
            Some(Value::Array(names)) => names.iter().any(|name| name == SAM),
            _ => false,
        }
    }

    /// Its transform, as it is written; none where it has none.
    pub fn transform(&self) -> Option<String> {
        self.0.get("Transform").map(ToString::to_string)
    }

    /// Its resources, in the order of their ids. Of a loop it is what the loop makes, once.
    pub fn resources(&self) -> impl Iterator<Item = Described<'_>> {
        let all = self.0.get("Resources").and_then(Value::as_object);
        all.into_iter().flatten().flat_map(|(id, whole)| described(id, whole))
    }

    /// What all functions have that do not say otherwise (AWS SAM Developer Guide, "Globals section").
    pub fn global(&self, name: &str) -> Option<&Value> {
        self.0.pointer("/Globals/Function")?.get(name)
    }

    /// Everything but its resources and what SAM adds to it, to be compared.
    pub fn frame(&self) -> Value {
        let mut frame = self.0.clone();
        if let Some(members) = frame.as_object_mut() {
            members.remove("Resources");
            members.remove("Metadata");
        }
        frame
    }
}

impl<'a> Described<'a> {
    pub fn property(&self, name: &str) -> Option<&'a Value> {
        self.whole.get("Properties")?.get(name)
    }

    /// What tells SAM how to build it.
    pub fn metadata(&self, name: &str) -> Option<&'a Value> {
        self.whole.get("Metadata")?.get(name)
    }

    /// How SAM builds it, if it says so: such as `esbuild` or `makefile`.
    pub fn build_method(&self) -> Option<&'a str> {
        self.metadata("BuildMethod").and_then(Value::as_str)
    }

    /// It without the places of its code, which building changes, and without its metadata.
    pub fn without_places(&self, places: &[&str]) -> Value {
        let mut whole = self.whole.clone();
        if let Some(members) = whole.as_object_mut() {
            members.remove("Metadata");
            if let Some(properties) = members.get_mut("Properties").and_then(Value::as_object_mut) {
                properties.retain(|name, _| !places.contains(&name.as_str()));
            }
        }
        whole
    }
}

/// How the name of a loop begins, whose third part is what it makes (AWS CloudFormation User Guide, "Fn::ForEach").
const LOOP: &str = "Fn::ForEach::";

fn described<'a>(id: &'a str, whole: &'a Value) -> Vec<Described<'a>> {
    if let Some(made) = whole.get(2).and_then(Value::as_object).filter(|_| id.starts_with(LOOP)) {
        return made.iter().flat_map(|(id, whole)| described(id, whole)).collect();
    }
    let kind = whole.get("Type").and_then(Value::as_str).unwrap_or_default();
    vec![Described { id, kind, whole }]
}

fn first_line(error: &impl fmt::Display) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

/// A node of YAML with its tag spelled out.
struct Node(Value);

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Tagged(Plain(value), tag) = Tagged::<Plain>::deserialize(deserializer)?;
        match tag {
            Some(tag) if !tag.starts_with(OF_YAML) => spelled_out(tag.trim_start_matches('!'), value)
                .map(Node)
                .ok_or_else(|| D::Error::custom(format!("CloudFormation has no function {tag}"))),
            _ => Ok(Self(value)),
        }
    }
}

fn spelled_out(name: &str, value: Value) -> Option<Value> {
    let value = match (name, value) {
        ("GetAtt", Value::String(path)) => match path.split_once('.') {
            Some((id, attribute)) => json!([id, attribute]),
            None => Value::String(path),
        },
        (_, value) => value,
    };
    match name {
        "Ref" | "Condition" => Some(json!({ name: value })),
        "Transform" => Some(json!({ "Fn::Transform": value })),
        _ if FUNCTIONS.contains(&name) => Some(json!({ format!("Fn::{name}"): value })),
        _ => None,
    }
}

/// A node of YAML but for its tag.
struct Plain(Value);

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfPlain).map(Plain)
    }
}

struct OfPlain;

impl<'de> Visitor<'de> for OfPlain {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of a template")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Node::deserialize(deserializer).map(|node| node.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Node(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(all.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some((name, Node(value))) = members.next_entry::<String, Node>()? {
            all.insert(name, value);
        }
        Ok(all.into())
    }
}
