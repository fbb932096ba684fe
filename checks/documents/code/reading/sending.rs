//! What a page's request sends besides its address: the verb, the headers and the body.

use super::Run;
use super::asked::PageRequest;
use crate::documents::address::query_of;
use crate::documents::code::syntax::{CallExpr, Expr, ExprId, Property};
use crate::documents::code::value::{GAP, Text, Value, ValueSet};

/// What browsers keep names and values in (URL Standard, "URLSearchParams class"; Fetch Standard, "Headers class").
const COLLECTIONS: [&str; 3] = ["URLSearchParams", "Headers", "FormData"];
/// How far collections are followed that are made of others.
pub(super) const DEEPEST: usize = 4;

/// What a request sends, as far as it is known.
#[derive(Clone, Debug)]
pub struct Sending {
    /// The verb; missing where none is named, which is GET.
    pub verb: ValueSet,
    /// The collection of headers; missing where there is none.
    pub headers: ValueSet,
    pub body: ValueSet,
    /// Whether cookies go with it, as the request says.
    pub credentials: ValueSet,
    /// Whether it is sent at all: one of the older way is opened first.
    pub is_sent: bool,
    /// The request of the older way, whose headers are set one by one.
    pub(super) older: Option<ExprId>,
}

impl Sending {
    fn of(verb: ValueSet, headers: ValueSet, body: ValueSet) -> Self {
        let credentials = ValueSet::of(Value::Missing);
        Self { verb, headers, body, credentials, is_sent: true, older: None }
    }
}

impl Run<'_> {
    /// What a request sends besides its address.
    pub fn sending(&self, asked: &PageRequest) -> Sending {
        match self.program.call(asked.call) {
            Some(call) => self.sent_by(call, asked.place),
            None => Sending::of(ValueSet::unknown(), ValueSet::unknown(), ValueSet::unknown()),
        }
    }

    fn sent_by(&self, call: &CallExpr, place: usize) -> Sending {
        let unknown = ValueSet::unknown;
        let argument = |place: usize| call.arguments.get(place).map(|argument| argument.value);
        if let (1, Expr::Member(request, _)) = (place, self.program.expression(call.callee)) {
            let verb = argument(0).map_or_else(unknown, |verb| self.values(verb));
            let sends: Vec<&CallExpr> = self.calls_on(*request, &["send"]).map(|(_, call)| call).collect();
            let bodies = sends.iter().filter_map(|call| call.arguments.first());
            let body: ValueSet = bodies.flat_map(|body| self.values(body.value)).collect();
            let is_sent = !sends.is_empty();
            return Sending { older: Some(*request), is_sent, ..Sending::of(verb, unknown(), body) };
        }
        let callees = self.looked_at(call.callee);
        let is_plain = ["fetch", "Request"].iter().any(|name| callees.any(|callee| *callee == Value::global(&[name])));
        if !is_plain {
            return Sending::of(self.verb_of_library(call), unknown(), unknown());
        }
        // A request that was made before has its own verb, headers and body.
        let is_made = argument(0).is_some_and(|first| !self.values(first).all(|value| value.text().is_some()));
        match argument(1) {
            None if is_made => Sending::of(unknown(), unknown(), unknown()),
            None => {
                let [verb, headers, body] = [Value::Missing, Value::Missing, Value::Missing].map(ValueSet::of);
                Sending::of(verb, headers, body)
            }
            Some(options) => {
                let options = self.values(options);
                let [verb, headers, body] = ["method", "headers", "body"].map(|name| self.member(&options, name));
                Sending { credentials: self.member(&options, "credentials"), ..Sending::of(verb, headers, body) }
            }
        }
    }

    /// `axios.put(…)` says its verb by its name; the other ways of libraries are not followed.
    fn verb_of_library(&self, call: &CallExpr) -> ValueSet {
        match self.program.expression(call.callee) {
            Expr::Member(_, method) if matches!(method.as_str(), "get" | "post" | "put" | "patch" | "delete") => {
                ValueSet::of(Value::Text(Text::known(method.as_str())))
            }
            _ => ValueSet::unknown(),
        }
    }

    /// A header of a request, whatever the case of its name.
    pub fn header(&self, sending: &Sending, name: &str) -> ValueSet {
        let Some(request) = sending.older else { return self.entry(&sending.headers, name) };
        let calls = self.calls_on(request, &["setRequestHeader"]);
        let set: ValueSet = calls.flat_map(|(_, call)| self.set_as(call, name)).collect();
        if set.is_empty() { ValueSet::of(Value::Missing) } else { set }
    }

    /// What stands under a name, in whatever case, in collections of names and values: objects, `URLSearchParams` and the
    /// like, lists of pairs, and texts that are encoded as forms are.
    pub fn entry(&self, collections: &ValueSet, name: &str) -> ValueSet {
        self.entry_within(collections, name, DEEPEST)
    }

    fn entry_within(&self, collections: &ValueSet, name: &str, depth: usize) -> ValueSet {
        let entry = |collection: &Value| match collection {
            Value::Text(text) => ValueSet::of(field(text, name)),
            Value::Object(object) => self.property(*object, name),
            Value::List(list) => self.pair(*list, name),
            Value::Result { call, path } if path.is_empty() && depth > 0 => self.collected(*call, name, depth - 1),
            value if value.is_nothing() => ValueSet::of(Value::Missing),
            _ => ValueSet::unknown(),
        };
        collections.iter().flat_map(entry).collect()
    }

    /// The property of that name, as it is spelled where the object is made or written to.
    fn property(&self, object: ExprId, name: &str) -> ValueSet {
        let whole = ValueSet::of(Value::Object(object));
        let Expr::Object(properties) = self.program.expression(object) else { return ValueSet::unknown() };
        let made = properties.iter().filter_map(|property| match property {
            Property::Named(key, _) => Some(key.as_str()),
            _ => None,
        });
        let written = self.program.writes.keys().map(String::as_str);
        let spelled = made.chain(written).filter(|key| key.eq_ignore_ascii_case(name));
        let found =
            spelled.map(|key| self.member(&whole, key)).find(|found| !found.all(|value| *value == Value::Missing));
        found.unwrap_or_else(|| self.member(&whole, name))
    }

    /// `[["name", value], …]`.
    fn pair(&self, list: ExprId, name: &str) -> ValueSet {
        let Expr::List(pairs) = self.program.expression(list) else { return ValueSet::unknown() };
        for pair in pairs {
            match self.program.expression(*pair) {
                Expr::List(two) if two.len() == 2 => {
                    let keys = self.values(two[0]);
                    if keys.texts().any(|key| key.value().eq_ignore_ascii_case(name)) {
                        return self.values(two[1]);
                    }
                }
                _ => return ValueSet::unknown(),
            }
        }
        ValueSet::of(Value::Missing)
    }

    /// What the result of a call has under a name: of a collection that it makes, and of its text.
    fn collected(&self, id: ExprId, name: &str, depth: usize) -> ValueSet {
        let Some(call) = self.program.call(id) else { return ValueSet::unknown() };
        if let Expr::Member(object, method) = self.program.expression(call.callee) {
            let is_same = matches!(method.as_str(), "toString" | "entries");
            return if is_same { self.entry_within(&self.values(*object), name, depth) } else { ValueSet::unknown() };
        }
        let makers = self.looked_at(call.callee);
        if !COLLECTIONS.iter().any(|collection| makers.any(|maker| *maker == Value::global(&[collection]))) {
            return ValueSet::unknown();
        }
        let mut found = match call.arguments.first() {
            Some(first) => self.entry_within(&self.values(first.value), name, depth),
            None => ValueSet::of(Value::Missing),
        };
        let added: ValueSet =
            self.calls_of_result(id, &["set", "append"]).flat_map(|call| self.set_as(call, name)).collect();
        if !added.is_empty() {
            found.retain(|value| *value != Value::Missing);
            found.extend(added);
        }
        found
    }

    /// The second argument of a call whose first is the name; nothing where it is another.
    fn set_as(&self, call: &CallExpr, name: &str) -> ValueSet {
        let [key, value] = [0, 1].map(|place| call.arguments.get(place).map(|argument| self.values(argument.value)));
        let (Some(key), Some(value)) = (key, value) else { return ValueSet::default() };
        match key.texts().any(|key| key.value().eq_ignore_ascii_case(name)) {
            true => value,
            false if key.are_certain() => ValueSet::default(),
            false => ValueSet::unknown(),
        }
    }

    /// The calls of methods of what an expression may be.
    pub(super) fn calls_on<'r>(
        &'r self,
        object: ExprId,
        methods: &'r [&str],
    ) -> impl Iterator<Item = (ExprId, &'r CallExpr)> {
        let wanted = self.looked_at(object);
        let is_same = move |other: ExprId| self.looked_at(other).any(|value| wanted.any(|wanted| wanted == value));
        self.program.calls().filter(move |(_, call)| match self.program.expression(call.callee) {
            Expr::Member(object, method) => methods.contains(&method.as_str()) && is_same(*object),
            _ => false,
        })
    }

    /// The calls of methods of what a call gives.
    pub(super) fn calls_of_result<'r>(
        &'r self,
        made: ExprId,
        methods: &'r [&str],
    ) -> impl Iterator<Item = &'r CallExpr> {
        let is_it =
            move |value: &Value| matches!(value, Value::Result { call, path } if *call == made && path.is_empty());
        self.program.calls().map(|(_, call)| call).filter(move |call| match self.program.expression(call.callee) {
            Expr::Member(object, method) => methods.contains(&method.as_str()) && self.looked_at(*object).any(is_it),
            _ => false,
        })
    }

    /// Whether a value is what a function of the language gives: `["JSON", "stringify"]`.
    pub fn is_given_by(&self, value: &Value, function: &[&str]) -> bool {
        let Value::Result { call, path } = value else { return false };
        let Some(call) = self.program.call(*call).filter(|_| path.is_empty()) else { return false };
        let callee = match self.program.expression(call.callee) {
            Expr::Member(object, name) => self.member(&self.looked_at(*object), name),
            _ => self.looked_at(call.callee),
        };
        callee.any(|callee| *callee == Value::global(function))
    }

    /// What a call was given as its first argument, of which a value is the result.
    pub fn made_of(&self, value: &Value) -> ValueSet {
        let Value::Result { call, .. } = value else { return ValueSet::unknown() };
        let first = self.program.call(*call).and_then(|call| call.arguments.first());
        first.map_or_else(ValueSet::unknown, |first| self.values(first.value))
    }

    /// Which parameter of which part of the page's address a value is, if it is one: `new URLSearchParams(location.search).get("code")`
    /// is `code` of `search`.
    pub fn parameter_of_address(&self, value: &Value) -> Option<(String, String)> {
        let Value::Result { call, path } = value else { return None };
        let call = self.program.call(*call).filter(|_| path.is_empty())?;
        let Expr::Member(object, method) = self.program.expression(call.callee) else { return None };
        let key = self.values(call.arguments.first().filter(|_| method == "get")?.value);
        let key = key.texts().find(|key| key.is_whole() && key.shown().is_ok()).filter(|_| key.are_certain())?;
        let part = self.looked_at(*object).iter().find_map(|of| match of {
            Value::Outside { .. } => part_of_address(of),
            of if self.is_given_by(of, &["URLSearchParams"]) => self.made_of(of).iter().find_map(part_of_address),
            _ => None,
        })?;
        Some((key.value().to_owned(), part))
    }

    /// The method that a value is the result of: `json` of `response.json()`.
    pub fn method_of(&self, value: &Value) -> Option<&str> {
        let Value::Result { call, path } = value else { return None };
        match self.program.expression(self.program.call(*call).filter(|_| path.is_empty())?.callee) {
            Expr::Member(_, method) => Some(method),
            _ => None,
        }
    }
}

/// `search` of `location.search`.
fn part_of_address(value: &Value) -> Option<String> {
    let Value::Outside { module, path } = value else { return None };
    let path: Vec<&str> = path.iter().map(String::as_str).filter(|_| module.is_empty()).collect();
    match path.strip_prefix(&["document"]).unwrap_or(&path) {
        // `new URL(location.href).searchParams` is taken of the address, too.
        ["location", part] | ["location", "href", part] => Some((*part).to_owned()),
        _ => None,
    }
}

/// What a field is in a text of the form `a=b&c=d`.
fn field(text: &Text, name: &str) -> Value {
    let mut is_hidden = false;
    for part in text.value().split('&') {
        let Some((key, value)) = part.split_once('=') else {
            is_hidden |= part.contains(GAP);
            continue;
        };
        if key.trim().eq_ignore_ascii_case(name) {
            let decoded = query_of(&format!("?{name}={}", value.trim_end().replace(' ', "+")));
            let value = decoded.into_iter().next().map(|(_, value)| value).unwrap_or_default();
            return Value::Text(text.changed(|_| value));
        }
        is_hidden |= key.contains(GAP);
    }
    if is_hidden { Value::Unknown } else { Value::Missing }
}
