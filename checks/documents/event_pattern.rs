//! Event patterns: which events a rule of EventBridge lets through (Amazon EventBridge User Guide, "Creating Amazon
//! EventBridge event patterns", "Comparison operators for use in event patterns").

use serde_json::{Map, Value};

/// What stands in an example for any part of a text.
const ANYTHING: &str = "new";

/// Whether a pattern lets an event through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passes {
    Yes,
    /// The field of the event that it wants otherwise, such as `detail.bucket.name`.
    No(String),
    /// What only the event tells, or a comparison that is not read here.
    Unknown(String),
}

impl Passes {
    fn when(passes: bool, path: &str) -> Self {
        if passes { Self::Yes } else { Self::No(path.to_owned()) }
    }

    /// All of them, which none of a list is.
    fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut whole = Self::Yes;
        for part in parts {
            match part {
                Self::No(_) => return part,
                Self::Unknown(_) if whole == Self::Yes => whole = part,
                _ => {}
            }
        }
        whole
    }

    /// One of them.
    fn any(parts: impl IntoIterator<Item = Self>, path: &str) -> Self {
        let mut whole = Self::No(path.to_owned());
        for part in parts {
            match part {
                Self::Yes => return part,
                Self::Unknown(_) => whole = part,
                Self::No(_) => {}
            }
        }
        whole
    }

    fn not(self, path: &str) -> Self {
        match self {
            Self::Yes => Self::No(path.to_owned()),
            Self::No(_) => Self::Yes,
            unknown @ Self::Unknown(_) => unknown,
        }
    }
}

/// The pattern of a rule.
#[derive(Clone, Debug)]
pub struct EventPattern(Map<String, Value>);

impl EventPattern {
    /// None for what is no JSON object.
    pub fn parse(text: &str) -> Option<Self> {
        match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => Some(Self(fields)),
            _ => None,
        }
    }

    /// Whether it lets an event through, in which `null` stands for a value that is not known.
    pub fn passes(&self, event: &Value) -> Passes {
        object(&self.0, Some(event), "")
    }

    /// Texts that the field at the path may have by the pattern, and that end in `ending`.
    pub fn examples(&self, path: &[&str], ending: &str) -> Vec<String> {
        let mut texts = Vec::new();
        collect(&self.0, path, ending, &mut texts);
        texts.retain(|text| text.ends_with(ending));
        texts
    }
}

fn object(pattern: &Map<String, Value>, event: Option<&Value>, path: &str) -> Passes {
    Passes::all(pattern.iter().map(|(name, part)| {
        if let Some(ways) = alternatives(name, part) {
            return Passes::any(ways.map(|way| object(way, event, path)), path);
        }
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let value = event.and_then(|event| event.get(name));
        match part {
            Value::Object(below) => object(below, value, &path),
            Value::Array(comparisons) => field(comparisons, value, &path),
            _ => Passes::Unknown(format!("what the pattern has for {path}, which is no list,")),
        }
    }))
}

/// The patterns of which one is enough.
fn alternatives<'p>(name: &str, part: &'p Value) -> Option<impl Iterator<Item = &'p Map<String, Value>>> {
    let ways = part.as_array().filter(|ways| name == "$or" && ways.iter().all(Value::is_object))?;
    Some(ways.iter().filter_map(Value::as_object))
}

/// Of a list in the event, one value is enough.
fn field(comparisons: &[Value], value: Option<&Value>, path: &str) -> Passes {
    let is_there = !matches!(value, None | Some(Value::Object(_)));
    let values = match value {
        Some(Value::Array(values)) => values.as_slice(),
        Some(value) => std::slice::from_ref(value),
        None => &[],
    };
    let each = comparisons.iter().map(|comparison| match exists(comparison) {
        Some(wanted) => Passes::when(wanted == is_there, path),
        None if !is_there => Passes::No(path.to_owned()),
        None => Passes::any(values.iter().map(|value| compared(comparison, value, path)), path),
    });
    Passes::any(each, path)
}

fn exists(comparison: &Value) -> Option<bool> {
    comparison.as_object().filter(|only| only.len() == 1)?.get("exists")?.as_bool()
}

fn compared(comparison: &Value, value: &Value, path: &str) -> Passes {
    if value.is_null() {
        return Passes::Unknown(format!("the event's {path}"));
    }
    match comparison {
        Value::Object(operator) => match operator.iter().next() {
            Some((name, operand)) if operator.len() == 1 => by_operator(name, operand, value, path),
            _ => Passes::Unknown(format!("a comparison of {path}")),
        },
        literal => Passes::when(literal == value, path),
    }
}

fn by_operator(name: &str, operand: &Value, value: &Value, path: &str) -> Passes {
    let unread = || Passes::Unknown(format!("the comparison {name} of {path}"));
    match (name, operand) {
        ("anything-but", Value::Object(operator)) => match operator.iter().next() {
            Some((inner, operand)) if operator.len() == 1 => {
                Passes::any(each(operand).map(|operand| by_operator(inner, operand, value, path)), path).not(path)
            }
            _ => unread(),
        },
        ("anything-but", operand) => Passes::when(each(operand).all(|literal| literal != value), path),
        (name, operand) => match text_comparison(name, operand) {
            Some(comparison) => Passes::when(value.as_str().is_some_and(|text| comparison.holds(text)), path),
            None => unread(),
        },
    }
}

/// The elements of a list, or the one value.
fn each(operand: &Value) -> impl Iterator<Item = &Value> {
    match operand {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    }
    .iter()
}

/// How a text is compared with that of a pattern.
#[derive(Clone, Copy)]
enum Kind {
    Begins,
    Ends,
    Equals,
    /// With stars for any part of a text.
    Wildcard,
}

struct TextComparison<'p> {
    kind: Kind,
    wanted: &'p str,
    ignores_case: bool,
}

fn text_comparison<'p>(name: &str, operand: &'p Value) -> Option<TextComparison<'p>> {
    let folded = || operand.as_object()?.get("equals-ignore-case")?.as_str();
    let (kind, wanted, ignores_case) = match (name, operand.as_str()) {
        ("prefix", Some(text)) => (Kind::Begins, text, false),
        ("suffix", Some(text)) => (Kind::Ends, text, false),
        ("wildcard", Some(text)) => (Kind::Wildcard, text, false),
        ("equals-ignore-case", Some(text)) => (Kind::Equals, text, true),
        ("prefix", None) => (Kind::Begins, folded()?, true),
        ("suffix", None) => (Kind::Ends, folded()?, true),
        _ => return None,
    };
    Some(TextComparison { kind, wanted, ignores_case })
}

impl TextComparison<'_> {
    fn holds(&self, text: &str) -> bool {
        let as_compared = |text: &str| if self.ignores_case { text.to_lowercase() } else { text.to_owned() };
        let (text, wanted) = (as_compared(text), as_compared(self.wanted));
        match self.kind {
            Kind::Begins => text.starts_with(&wanted),
            Kind::Ends => text.ends_with(&wanted),
            Kind::Equals => text == wanted,
            Kind::Wildcard => fits(&parts_between_stars(&wanted), &text),
        }
    }
}

/// What stands between the stars of a text in which `\*` and `\\` are a star and a backslash.
fn parts_between_stars(text: &str) -> Vec<String> {
    let (mut parts, mut part, mut letters) = (Vec::new(), String::new(), text.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '*' => parts.push(std::mem::take(&mut part)),
            '\\' => part.extend(letters.next()),
            letter => part.push(letter),
        }
    }
    parts.push(part);
    parts
}

fn fits(parts: &[String], text: &str) -> bool {
    let [first, rest @ ..] = parts else { return false };
    let Some((last, between)) = rest.split_last() else { return text == first };
    let Some(mut text) = text.strip_prefix(first.as_str()) else { return false };
    for part in between {
        match text.find(part.as_str()) {
            Some(at) => text = &text[at + part.len()..],
            None => return false,
        }
    }
    text.ends_with(last.as_str())
}

fn collect(pattern: &Map<String, Value>, path: &[&str], ending: &str, texts: &mut Vec<String>) {
    for (name, part) in pattern {
        if let Some(ways) = alternatives(name, part) {
            ways.for_each(|way| collect(way, path, ending, texts));
            continue;
        }
        match (path, part) {
            ([last], Value::Array(comparisons)) if last == name => {
                texts.extend(comparisons.iter().flat_map(|comparison| examples_of(comparison, ending)));
            }
            ([first, rest @ ..], Value::Object(below)) if first == name => collect(below, rest, ending, texts),
            _ => {}
        }
    }
}

fn examples_of(comparison: &Value, ending: &str) -> Vec<String> {
    let operator = match comparison {
        Value::String(text) => return vec![text.clone()],
        Value::Object(operator) => operator,
        _ => return Vec::new(),
    };
    let Some((name, operand)) = operator.iter().next() else { return Vec::new() };
    let text = operand.as_str().or_else(|| operand.as_object()?.get("equals-ignore-case")?.as_str());
    match (name.as_str(), text) {
        ("prefix", Some(text)) => vec![format!("{text}{ANYTHING}{ending}"), text.to_owned()],
        ("suffix", Some(text)) => vec![format!("{ANYTHING}{text}"), format!("{ANYTHING}{ending}")],
        ("equals-ignore-case", Some(text)) => vec![text.to_owned()],
        ("wildcard", Some(text)) => {
            let parts = parts_between_stars(text);
            let filled = parts.join(ANYTHING);
            vec![format!("{filled}{ending}"), filled]
        }
        _ => Vec::new(),
    }
}
