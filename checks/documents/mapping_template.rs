//! Mapping templates of API Gateway: the JSON that one gives, as far as that is told without a request.
//!
//! Followed are values, comments, `#set` and each way that an `#if` leaves; loops are not. API Gateway Developer Guide,
//! "Variables for data transformations for API Gateway"; Apache Velocity, "Velocity User Guide".

mod reading;
mod ways;

use std::collections::BTreeMap;

use serde_json::Value as Json;

use reading::Reading;
use ways::Piece;

/// Where a value comes from that the template does not have itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The time of the request, in milliseconds since 1970.
    Time,
    /// Something else that API Gateway knows of the request.
    Gateway,
    /// What the caller sent, as it came: a quotation mark in it ends a text of the template.
    Caller,
    /// What the caller sent, so that it stays within the quotation marks around it.
    Escaped,
    /// What the caller sent, as one value of JSON.
    Json,
    /// Not told here.
    Unknown,
}

impl Source {
    /// Whether the caller decides what it is.
    pub fn is_of_caller(self) -> bool {
        matches!(self, Self::Caller | Self::Escaped | Self::Json)
    }
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Text(String),
    From(Source),
}

/// A value of what a template gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Object(BTreeMap<String, Node>),
    List(Vec<Node>),
    /// In quotation marks.
    Text(Vec<Part>),
    /// Without quotation marks, such as a number.
    Plain(String),
    /// A variable without quotation marks.
    Bare(Source),
}

/// What a template gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    Json(Node),
    /// No JSON, and why.
    Broken(String),
    /// It is not told here, and why.
    Unsure(String),
}

/// What a template gives in one of the ways through its conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub given: Given,
    /// What decides that it is this way.
    pub conditions: Vec<Source>,
    /// Whether something that the caller sent is in it, or may be.
    pub has_of_caller: bool,
}

/// Stands before a variable that has no quotation marks.
const BARE: char = '\u{F8FF}';
/// Stands for the first variable; those that follow have the next characters of their own.
const FIRST: u32 = 0xE000;
const MOST: u32 = 0x1000;

/// Whether a character stands for a variable.
pub fn is_mark(c: char) -> bool {
    (FIRST..=BARE as u32).contains(&(c as u32))
}

/// What the template gives, with the variables of a stage: in each of its ways, of which there is one at least.
pub fn given(template: &str, variables: &BTreeMap<String, String>) -> Vec<Way> {
    let unsure = |why: String| {
        let has_of_caller = template.contains("input.") || template.contains("input}");
        vec![Way { given: Given::Unsure(why), conditions: Vec::new(), has_of_caller }]
    };
    if template.contains(is_mark) {
        return unsure("it has characters that no font shows".into());
    }
    match ways::through(template) {
        Ok(ways) => ways.iter().map(|pieces| given_by(pieces, variables)).collect(),
        Err(why) => unsure(why),
    }
}

fn given_by(pieces: &[Piece<'_>], variables: &BTreeMap<String, String>) -> Way {
    let mut reading = Reading::new(variables);
    let (mut parts, mut conditions) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Text(text) => parts.extend(reading.read(text)),
            Piece::Condition(condition) => conditions.push(reading.decided_by(condition)),
        }
    }
    if let Some(why) = reading.unsure.take() {
        return Way { given: Given::Unsure(why), conditions, has_of_caller: reading.has_asked_caller };
    }
    let has_of_caller = parts.iter().any(|part| matches!(part, Part::From(source) if source.is_of_caller()));
    let marked = Marked::new(&parts);
    let given = match serde_json::from_str::<Json>(&marked.text) {
        Ok(json) => Given::Json(node(&json, &marked.sources)),
        Err(_) if marked.is_open => Given::Unsure("it is JSON or not by what is put in".into()),
        Err(error) => Given::Broken(error.to_string()),
    };
    Way { given, conditions, has_of_caller }
}

/// The text with a mark for each variable.
#[derive(Default)]
struct Marked {
    text: String,
    sources: Vec<Source>,
    /// Whether what is put in may be more than a value.
    is_open: bool,
}

impl Marked {
    fn new(parts: &[Part]) -> Self {
        let (mut marked, mut is_quoted, mut is_escaped) = (Self::default(), false, false);
        for part in parts {
            match part {
                Part::Text(plain) => {
                    for c in plain.chars() {
                        is_quoted ^= c == '"' && !is_escaped;
                        is_escaped = c == '\\' && !is_escaped;
                        marked.text.push(c);
                    }
                }
                Part::From(source) => marked.put(*source, is_quoted),
            }
        }
        marked
    }

    fn put(&mut self, source: Source, is_quoted: bool) {
        let mark = u32::try_from(self.sources.len()).ok().and_then(|index| char::from_u32(FIRST + index % MOST));
        let mark = mark.unwrap_or(BARE);
        match is_quoted {
            true => self.text.push(mark),
            false => self.text.extend(['"', BARE, mark, '"']),
        }
        self.is_open |= source == Source::Unknown || (source == Source::Caller && !is_quoted);
        self.sources.push(source);
    }
}

fn node(json: &Json, sources: &[Source]) -> Node {
    match json {
        Json::Object(members) => {
            Node::Object(members.iter().map(|(name, value)| (name.clone(), node(value, sources))).collect())
        }
        Json::Array(all) => Node::List(all.iter().map(|value| node(value, sources)).collect()),
        Json::String(text) => match text.strip_prefix(BARE) {
            Some(mark) => {
                Node::Bare(mark.chars().next().and_then(|mark| source(mark, sources)).unwrap_or(Source::Unknown))
            }
            None => Node::Text(parts(text, sources)),
        },
        other => Node::Plain(other.to_string()),
    }
}

fn source(mark: char, sources: &[Source]) -> Option<Source> {
    let index = (mark as u32).checked_sub(FIRST)?;
    sources.get(usize::try_from(index).ok()?).copied()
}

fn parts(text: &str, sources: &[Source]) -> Vec<Part> {
    let mut parts = Vec::new();
    for c in text.chars() {
        match (source(c, sources), parts.last_mut()) {
            (Some(source), _) => parts.push(Part::From(source)),
            (None, Some(Part::Text(before))) => before.push(c),
            (None, _) => parts.push(Part::Text(c.into())),
        }
    }
    parts
}
