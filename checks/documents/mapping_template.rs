//! Mapping templates of API Gateway: the JSON that one gives, as far as that is told without a request.
//!
//! Followed are values, comments and `#set`; what depends on a condition or a loop is not. API Gateway Developer Guide,
//! "Variables for data transformations for API Gateway"; Apache Velocity, "Velocity User Guide".

use std::collections::BTreeMap;

use serde_json::Value as Json;

/// Where a value comes from that the template does not have itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The time of the request, in milliseconds since 1970.
    Time,
    /// Something else that API Gateway knows of the request.
    Gateway,
    /// What the caller sent.
    Caller,
    /// Not told here.
    Unknown,
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
    /// In quotation marks.
    Text(Vec<Part>),
    /// Without quotation marks, such as a number or a list.
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

/// Stands before a variable that has no quotation marks.
const BARE: char = '\u{F8FF}';
/// Stands for the first variable; those that follow have the next characters of their own.
const FIRST: u32 = 0xE000;
const MOST: u32 = 0x1000;

/// What the template gives, with the variables of a stage.
pub fn given(template: &str, variables: &BTreeMap<String, String>) -> Given {
    let is_mark = |c: char| (FIRST..=BARE as u32).contains(&(c as u32));
    if template.contains(is_mark) {
        return Given::Unsure("it has characters that no font shows".into());
    }
    let mut reading = Reading { variables, names: BTreeMap::new(), unsure: None };
    let parts = reading.read(template);
    if let Some(why) = reading.unsure {
        return Given::Unsure(why);
    }
    let (text, sources) = marked(&parts);
    let is_open = |source: &Source| matches!(source, Source::Unknown | Source::Caller);
    match serde_json::from_str::<Json>(&text) {
        Ok(json) => Given::Json(node(&json, &sources)),
        Err(_) if sources.iter().any(is_open) => Given::Unsure("it is JSON or not by what is put in".into()),
        Err(error) => Given::Broken(error.to_string()),
    }
}

/// The text with a mark for each variable.
fn marked(parts: &[Part]) -> (String, Vec<Source>) {
    let (mut text, mut sources) = (String::new(), Vec::new());
    let (mut is_quoted, mut is_escaped) = (false, false);
    for part in parts {
        match part {
            Part::Text(plain) => {
                for c in plain.chars() {
                    is_quoted ^= c == '"' && !is_escaped;
                    is_escaped = c == '\\' && !is_escaped;
                    text.push(c);
                }
            }
            Part::From(source) => {
                let mark = u32::try_from(sources.len()).ok().and_then(|index| char::from_u32(FIRST + index % MOST));
                let mark = mark.unwrap_or(BARE);
                if is_quoted {
                    text.push(mark);
                } else {
                    text.extend(['"', BARE, mark, '"']);
                }
                sources.push(*source);
            }
        }
    }
    (text, sources)
}

fn node(json: &Json, sources: &[Source]) -> Node {
    match json {
        Json::Object(members) => {
            Node::Object(members.iter().map(|(name, value)| (name.clone(), node(value, sources))).collect())
        }
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

/// A template on the way through it.
struct Reading<'a> {
    variables: &'a BTreeMap<String, String>,
    /// What was set.
    names: BTreeMap<String, Vec<Part>>,
    /// Why the template is not followed to its end.
    unsure: Option<String>,
}

impl Reading<'_> {
    fn read(&mut self, template: &str) -> Vec<Part> {
        let (mut rest, mut parts) = (template, Vec::new());
        while let Some(c) = rest.chars().next() {
            if let Some(after) = self.statement(rest) {
                rest = after;
            } else if let Some((reference, after)) = reference(rest) {
                parts.extend(self.value(&reference));
                rest = after;
            } else {
                match parts.last_mut() {
                    Some(Part::Text(before)) => before.push(c),
                    _ => parts.push(Part::Text(c.into())),
                }
                rest = &rest[c.len_utf8()..];
            }
        }
        parts
    }

    /// What follows a comment or a statement that begins here.
    fn statement<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        if let Some(comment) = text.strip_prefix("##") {
            return Some(comment.find('\n').map_or("", |end| &comment[end + 1..]));
        }
        if let Some(comment) = text.strip_prefix("#*") {
            return Some(comment.find("*#").map_or("", |end| &comment[end + 2..]));
        }
        if let Some(after) = text.strip_prefix("#set").or_else(|| text.strip_prefix("#{set}")) {
            let inner = after.trim_start();
            let set =
                inner.starts_with('(').then(|| closing(inner)).flatten().map(|end| (&inner[1..end], &inner[end + 1..]));
            let (set, after) = set?;
            self.set(set);
            return Some(after.trim_start_matches([' ', '\t']));
        }
        let is_directive =
            |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '{' | '[' | '@'));
        if let Some(word) = text.strip_prefix('#').filter(|word| is_directive(word)) {
            let name: String = word.chars().take_while(char::is_ascii_alphanumeric).collect();
            self.unsure.get_or_insert(format!("its #{name} is not followed here"));
            return Some("");
        }
        if text.starts_with("\\$") || text.starts_with("\\#") {
            self.unsure.get_or_insert("what stands after a backslash is not followed here".into());
            return Some("");
        }
        None
    }

    /// `$name = value`.
    fn set(&mut self, assignment: &str) {
        let (name, value) = assignment.split_once('=').unwrap_or((assignment, ""));
        let known = reference(name.trim()).filter(|(to, after)| to.path.is_empty() && after.is_empty());
        match known {
            Some((to, _)) if !is_built_in(&to.root) => {
                let value = self.expression(value.trim());
                self.names.insert(to.root, value);
            }
            _ => {
                self.unsure.get_or_insert(format!("#set({}) is not followed here", assignment.trim()));
            }
        }
    }

    fn expression(&mut self, expression: &str) -> Vec<Part> {
        let inside = |mark: char| {
            let inner = expression.strip_prefix(mark)?.strip_suffix(mark)?;
            (!inner.contains(mark)).then(|| inner.to_owned())
        };
        if let Some(text) = inside('\'') {
            return vec![Part::Text(text)];
        }
        if let Some(text) = inside('"') {
            return self.read(&text);
        }
        if !expression.is_empty() && expression.chars().all(|c| c.is_ascii_digit()) {
            return vec![Part::Text(expression.to_owned())];
        }
        match reference(expression) {
            Some((reference, "")) => self.value(&reference),
            _ => vec![Part::From(Source::Unknown)],
        }
    }

    /// What stands in the reference's place.
    fn value(&mut self, of: &Reference) -> Vec<Part> {
        let path: Vec<&str> = of.path.iter().map(String::as_str).filter(|step| *step != "toString()").collect();
        let from = |source| vec![Part::From(source)];
        match (of.root.as_str(), path.as_slice()) {
            ("input", _) => from(Source::Caller),
            ("context", ["requestTimeEpoch"]) => from(Source::Time),
            ("context", _) => from(Source::Gateway),
            ("stageVariables", [name]) => match self.variables.get(*name) {
                Some(value) => vec![Part::Text(value.clone())],
                None => from(Source::Unknown),
            },
            ("util", [call]) => from(self.made_of(call)),
            (name, path) => match (self.names.get(name), path) {
                (Some(set), []) => set.clone(),
                (Some(set), _) if set.contains(&Part::From(Source::Caller)) => from(Source::Caller),
                _ => from(Source::Unknown),
            },
        }
    }

    /// What a function of `$util` makes of what it gets: of the caller's, something of the caller's.
    fn made_of(&mut self, call: &str) -> Source {
        let Some((name, arguments)) = call.trim_end_matches(')').split_once('(') else { return Source::Unknown };
        match self.expression(arguments.trim()).as_slice() {
            [Part::From(Source::Caller)] => Source::Caller,
            [Part::From(Source::Time)] if name == "escapeJavaScript" => Source::Time,
            _ => Source::Unknown,
        }
    }
}

fn is_built_in(root: &str) -> bool {
    matches!(root, "input" | "context" | "stageVariables" | "util")
}

/// A variable, and what is taken of it.
struct Reference {
    root: String,
    path: Vec<String>,
}

/// The reference with which the text begins, and what follows it.
fn reference(text: &str) -> Option<(Reference, &str)> {
    let after = text.strip_prefix('$')?;
    let after = after.strip_prefix('!').unwrap_or(after);
    let (inner, is_formal) = after.strip_prefix('{').map_or((after, false), |inner| (inner, true));
    let (root, mut rest) = word(inner)?;
    let mut path = Vec::new();
    loop {
        if let Some((name, after)) = rest.strip_prefix('.').and_then(word) {
            let end = if after.starts_with('(') { closing(after)? + 1 } else { 0 };
            path.push(format!("{name}{}", &after[..end]));
            rest = &after[end..];
        } else if let Some(end) = rest.starts_with('[').then(|| rest.find(']')).flatten() {
            path.push(rest[1..end].trim_matches(['\'', '"']).to_owned());
            rest = &rest[end + 1..];
        } else {
            break;
        }
    }
    let rest = if is_formal { rest.strip_prefix('}')? } else { rest };
    Some((Reference { root: root.to_owned(), path }, rest))
}

fn word(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    text.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| text.split_at(end))
}

/// Where the bracket closes that the text begins with; what stands in quotation marks does not count.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0_usize, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            (None, _) => {}
        }
    }
    None
}
