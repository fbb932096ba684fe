//! Which headers a page's request has, and of what type its body is.

use super::sending::{DEEPEST, Sending};
use super::{Expr, ExprId, Run, Value, ValueSet};
use crate::documents::code::syntax::{CallExpr, Property};

/// What a request without a body counts as (API Gateway Developer Guide, "Method request behavior for payloads without mapping
/// templates").
const WITHOUT_BODY: &str = "application/json";

impl Run<'_> {
    /// The names of the headers that a request is seen to have.
    pub fn header_names(&self, sending: &Sending) -> Vec<String> {
        match sending.older {
            Some(request) => {
                let calls = self.calls_on(request, &["setRequestHeader"]);
                calls.flat_map(|(_, call)| self.first_texts(call)).collect()
            }
            None => self.names_in(&sending.headers, DEEPEST),
        }
    }

    fn first_texts(&self, call: &CallExpr) -> Vec<String> {
        let first = call.arguments.first().map(|argument| self.values(argument.value)).unwrap_or_default();
        first.texts().filter_map(|text| text.shown().ok()).map(str::to_owned).collect()
    }

    fn names_in(&self, collections: &ValueSet, depth: usize) -> Vec<String> {
        let names = |collection: &Value| match collection {
            Value::Object(object) => self.property_names(*object),
            Value::List(list) => self.pair_names(*list),
            Value::Result { call, path } if path.is_empty() && depth > 0 => self.collected_names(*call, depth - 1),
            _ => Vec::new(),
        };
        collections.iter().flat_map(names).collect()
    }

    fn property_names(&self, object: ExprId) -> Vec<String> {
        let Expr::Object(properties) = self.program.expression(object) else { return Vec::new() };
        let made = properties.iter().filter_map(|property| match property {
            Property::Named(key, value) if !self.values(*value).all(Value::is_nothing) => Some(key.clone()),
            _ => None,
        });
        let is_it = |target: ExprId| self.values(target).any(|value| *value == Value::Object(object));
        let written = self.program.writes.iter().filter(|(_, writes)| writes.iter().any(|write| is_it(write.target)));
        made.chain(written.map(|(key, _)| key.clone())).collect()
    }

    /// Of `[["name", value], …]`.
    fn pair_names(&self, list: ExprId) -> Vec<String> {
        let Expr::List(pairs) = self.program.expression(list) else { return Vec::new() };
        let keys = pairs.iter().filter_map(|pair| match self.program.expression(*pair) {
            Expr::List(pair) => pair.first(),
            _ => None,
        });
        keys.flat_map(|key| self.values(*key)).filter_map(|key| Some(key.text()?.shown().ok()?.to_owned())).collect()
    }

    /// Of `new Headers(…)`, and what is added to it.
    fn collected_names(&self, id: ExprId, depth: usize) -> Vec<String> {
        let Some(call) = self.program.call(id) else { return Vec::new() };
        if !self.looked_at(call.callee).any(|maker| *maker == Value::global(&["Headers"])) {
            return Vec::new();
        }
        let first = call.arguments.first().map(|first| self.values(first.value)).unwrap_or_default();
        let added = self.calls_of_result(id, &["set", "append"]).flat_map(|call| self.first_texts(call));
        self.names_in(&first, depth).into_iter().chain(added).collect()
    }

    /// The type of a request's body as the API gets it, without parameters; none if it is not seen.
    pub fn media_type(&self, sending: &Sending) -> Option<String> {
        let named = self.header(sending, "Content-Type");
        if !named.is_empty() && !named.all(Value::is_nothing) {
            let text = named.texts().next().filter(|text| text.is_whole() && named.are_certain())?;
            return text.value().split(';').next().map(|kind| kind.trim().to_ascii_lowercase());
        }
        let is_text = |value: &Value| value.text().is_some() || self.is_given_by(value, &["JSON", "stringify"]);
        let is_form = |value: &Value| self.is_given_by(value, &["URLSearchParams"]);
        let kind = match &sending.body {
            // `send()` of the older way brings none.
            body if sending.older.is_some() && body.is_empty() => WITHOUT_BODY,
            body if body.all(Value::is_nothing) => WITHOUT_BODY,
            body if body.all(is_text) => "text/plain",
            body if body.all(is_form) => "application/x-www-form-urlencoded",
            _ => return None,
        };
        Some(kind.to_owned())
    }
}
