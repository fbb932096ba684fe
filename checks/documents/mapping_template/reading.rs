//! One way through a mapping template: what its variables stand for, as far as that is told without a request.

use std::collections::BTreeMap;

use super::{Part, Source};

/// What API Gateway knows of a user of the pool that the user did not write (Amazon Cognito Developer Guide, "Understanding
/// user pool JSON web tokens").
const CLAIMS: [&str; 18] = [
    "sub",
    "email",
    "email_verified",
    "phone_number",
    "phone_number_verified",
    "username",
    "cognito:username",
    "cognito:groups",
    "client_id",
    "aud",
    "iss",
    "scope",
    "token_use",
    "auth_time",
    "exp",
    "iat",
    "jti",
    "origin_jti",
];
/// Functions of `$util` after which a text stays within its quotation marks.
const ESCAPING: [&str; 3] = ["escapeJavaScript", "base64Encode", "urlEncode"];

/// A template on the way through it.
pub struct Reading<'a> {
    variables: &'a BTreeMap<String, String>,
    /// What was set.
    names: BTreeMap<String, Vec<Part>>,
    /// Why the template is not followed to its end.
    pub unsure: Option<String>,
    /// Whether something that the caller sent was taken.
    pub has_asked_caller: bool,
}

impl<'a> Reading<'a> {
    pub fn new(variables: &'a BTreeMap<String, String>) -> Self {
        Self { variables, names: BTreeMap::new(), unsure: None, has_asked_caller: false }
    }

    pub fn read(&mut self, template: &str) -> Vec<Part> {
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

    /// Who decides of a condition: the caller, if what the caller sent is in it.
    pub fn decided_by(&mut self, condition: &str) -> Source {
        match self.mentions_caller(condition) {
            true => Source::Caller,
            false => Source::Unknown,
        }
    }

    /// Whether a variable of an expression is of the caller's.
    fn mentions_caller(&mut self, expression: &str) -> bool {
        let mut rest = expression;
        while let Some(at) = rest.find('$') {
            rest = match reference(&rest[at..]) {
                Some((of, after)) => {
                    let value = self.value(&of);
                    if value.iter().any(|part| matches!(part, Part::From(source) if source.is_of_caller())) {
                        return true;
                    }
                    after
                }
                None => &rest[at + 1..],
            };
        }
        false
    }

    fn leaves(&mut self, why: String, rest: &str) {
        self.has_asked_caller |= rest.contains("input.") || rest.contains("input}");
        self.unsure.get_or_insert(why);
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
            self.leaves(format!("its #{name} is not followed here"), text);
            return Some("");
        }
        if text.starts_with("\\$") || text.starts_with("\\#") {
            self.leaves("what stands after a backslash is not followed here".into(), text);
            return Some("");
        }
        None
    }

    /// `$name = value`.
    fn set(&mut self, assignment: &str) {
        let (name, value) = assignment.split_once('=').unwrap_or((assignment, ""));
        let known = reference(name.trim()).filter(|(to, after)| to.path.is_empty() && after.is_empty());
        match known {
            // Many write `#set($input = $input.json('$'))`: a name of API Gateway's own that is set stands for that from then on.
            Some((to, _)) if !is_built_in(&to.root) || to.root == "input" => {
                let value = self.expression(value.trim());
                self.names.insert(to.root, value);
            }
            _ => self.leaves(format!("#set({}) is not followed here", assignment.trim()), value),
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
            _ if self.mentions_caller(expression) => vec![Part::From(Source::Caller)],
            _ => vec![Part::From(Source::Unknown)],
        }
    }

    /// What stands in the reference's place.
    fn value(&mut self, of: &Reference) -> Vec<Part> {
        let path: Vec<&str> = of.path.iter().map(String::as_str).filter(|step| *step != "toString()").collect();
        let from = |source| vec![Part::From(source)];
        match (of.root.as_str(), path.as_slice()) {
            ("input", path) if !self.names.contains_key("input") => {
                self.has_asked_caller = true;
                from(if matches!(path, [call] if call.starts_with("json(")) { Source::Json } else { Source::Caller })
            }
            ("context", path) => from(of_context(path)),
            ("stageVariables", [name]) => match self.variables.get(*name) {
                Some(value) => vec![Part::Text(value.clone())],
                None => from(Source::Unknown),
            },
            ("util", [call, more @ ..]) => {
                let made = self.made_of(call);
                let is_same = more.iter().all(|step| step.starts_with("replaceAll(") || step.starts_with("replace("));
                from(match made {
                    made if is_same || !made.is_of_caller() => made,
                    _ => Source::Caller,
                })
            }
            (name, path) => match (self.names.get(name), path) {
                (Some(set), []) => set.clone(),
                (Some(set), _) if set.iter().any(|part| matches!(part, Part::From(of) if of.is_of_caller())) => {
                    from(Source::Caller)
                }
                _ => from(Source::Unknown),
            },
        }
    }

    /// What a function of `$util` makes of what it gets: of the caller's, something of the caller's.
    fn made_of(&mut self, call: &str) -> Source {
        let Some((name, arguments)) = call.strip_suffix(')').and_then(|call| call.split_once('(')) else {
            return Source::Unknown;
        };
        let value = self.expression(arguments.trim());
        let is_of_caller = value.iter().any(|part| matches!(part, Part::From(source) if source.is_of_caller()));
        match value.as_slice() {
            _ if is_of_caller && ESCAPING.contains(&name) => Source::Escaped,
            _ if is_of_caller => Source::Caller,
            [Part::From(source @ (Source::Time | Source::Gateway))] if name == "escapeJavaScript" => *source,
            _ => Source::Unknown,
        }
    }
}

/// What API Gateway knows of a request; some of it the caller or the user wrote (API Gateway Developer Guide, "Variables for
/// data transformations for API Gateway").
fn of_context(path: &[&str]) -> Source {
    match path {
        ["requestTimeEpoch"] => Source::Time,
        ["identity", "userAgent"] => Source::Caller,
        ["authorizer", "claims", claim] if !CLAIMS.contains(claim) => Source::Caller,
        _ => Source::Gateway,
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
pub(super) fn closing(text: &str) -> Option<usize> {
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
