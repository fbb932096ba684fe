//! What a page's scripts ask: the ways of browsers and of the usual libraries to send a request.

use super::Run;
use super::request::is_of_language;
use crate::documents::code::syntax::{Argument, CallExpr, Expr, ExprId};
use crate::documents::code::value::{Text, Value, ValueSet};

/// Libraries that send requests, by how their modules and global names are called.
const LIBRARIES: [&str; 4] = ["axios", "ky", "superagent", "node-fetch"];
/// jQuery's functions that do.
const JQUERY: [&str; 6] = ["get", "post", "getJSON", "ajax", "load", "getScript"];
/// How libraries call the beginning of all addresses.
const BASES: [&str; 2] = ["baseURL", "prefixUrl"];

/// A request of a script.
#[derive(Clone, Debug)]
pub struct PageRequest {
    /// The address, as far as it is known; other values are not known at all.
    pub address: ValueSet,
    /// What `fetch` is told to do with answers of other origins.
    pub mode: ValueSet,
    /// Whether it is in code that runs.
    pub runs: bool,
    pub(super) call: ExprId,
    /// At which place the call has the address.
    pub(super) place: usize,
}

impl Run<'_> {
    /// The requests that are sent, in the order of the scripts.
    pub fn asked(&self) -> Vec<PageRequest> {
        self.program.calls().filter_map(|(id, call)| self.asked_by(id, call)).collect()
    }

    /// The addresses of what the scripts that run leave to `navigator.sendBeacon`, which sends POST and no header of a script's own
    /// (Beacon, "sendBeacon() method").
    pub fn beacons(&self) -> Vec<ValueSet> {
        let is_beacon = |callee: ExprId| {
            self.looked_at(callee).any(|callee| *callee == Value::global(&["navigator", "sendBeacon"]))
        };
        let calls = self.program.calls().filter(|(id, call)| is_beacon(call.callee) && self.runs(*id));
        calls.filter_map(|(_, call)| call.arguments.first()).map(|address| self.values(address.value)).collect()
    }

    fn asked_by(&self, id: ExprId, call: &CallExpr) -> Option<PageRequest> {
        let place = self.address_place(call)?;
        let runs = self.runs(id);
        let Some(first) = call.arguments.get(place).map(|argument| argument.value) else {
            let mode = ValueSet::of(Value::Missing);
            return Some(PageRequest { address: ValueSet::unknown(), mode, runs, call: id, place });
        };
        let mode = match call.arguments.get(place + 1) {
            Some(options) => self.member(&self.values(options.value), "mode"),
            None => ValueSet::of(Value::Missing),
        };
        Some(PageRequest { address: self.address(call, first), mode, runs, call: id, place })
    }

    /// At which place a call has the address that it asks; `None` for one that asks nothing.
    fn address_place(&self, call: &CallExpr) -> Option<usize> {
        let Expr::Member(object, method) = self.program.expression(call.callee) else {
            return self.looked_at(call.callee).any(|value| self.is_asking(value)).then_some(0);
        };
        let objects = self.looked_at(*object);
        let place = |object: &Value| match object {
            Value::Outside { .. } => {
                let whole = self.member(&ValueSet::of(object.clone()), method);
                whole.any(|value| self.is_asking(value)).then_some(0)
            }
            Value::Result { call, path } if path.is_empty() => {
                let maker = self.program.call(*call)?;
                let made_by = self.looked_at(maker.callee);
                let is_by = |name: &str| made_by.any(|value| is_global(value, name));
                match method.as_str() {
                    "open" if is_by("XMLHttpRequest") => Some(1),
                    "load" if is_by("$") || is_by("jQuery") => Some(0),
                    _ => made_by.any(is_of_library).then_some(0),
                }
            }
            _ => None,
        };
        objects.iter().find_map(place)
    }

    fn is_asking(&self, callee: &Value) -> bool {
        match callee {
            Value::Outside { module, path } if module.is_empty() => {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                match path.as_slice() {
                    ["fetch" | "Request"] => true,
                    ["$" | "jQuery", name] => JQUERY.contains(name),
                    _ => is_of_library(callee),
                }
            }
            Value::Outside { .. } => is_of_library(callee),
            // `const api = axios.create(…); api("/photos")`.
            Value::Result { call, path } if path.is_empty() => {
                let maker = self.program.call(*call);
                maker.is_some_and(|maker| self.looked_at(maker.callee).any(is_of_library))
            }
            _ => false,
        }
    }

    /// The address that a first argument gives: itself, the `url` of an object, what a `Request` was made with.
    fn address(&self, call: &CallExpr, first: ExprId) -> ValueSet {
        let mut addresses = ValueSet::default();
        for value in self.values(first) {
            match value {
                Value::Object(_) => {
                    let object = ValueSet::of(value);
                    let bases = BASES.iter().flat_map(|base| self.member(&object, base)).collect();
                    addresses.extend(below(&bases, &self.member(&object, "url")));
                }
                Value::Result { call, path } if path.is_empty() => {
                    let maker = self
                        .program
                        .call(call)
                        .filter(|maker| self.looked_at(maker.callee).any(|value| is_global(value, "Request")));
                    let first = maker.and_then(|maker| maker.arguments.first());
                    addresses.extend(first.map_or_else(ValueSet::unknown, |first| self.values(first.value)));
                }
                value => addresses.add(value),
            }
        }
        below(&self.bases(call), &addresses)
    }

    /// What the library that is called puts before all addresses.
    fn bases(&self, call: &CallExpr) -> ValueSet {
        let object = match self.program.expression(call.callee) {
            Expr::Member(object, _) => *object,
            _ => call.callee,
        };
        let mut bases = ValueSet::default();
        for value in self.looked_at(object).iter() {
            if let Value::Result { call, .. } = value
                && let Some(settings) = self.program.call(*call).and_then(|maker| maker.arguments.first())
            {
                let settings = self.values(settings.value);
                bases.extend(BASES.iter().flat_map(|base| self.member(&settings, base)));
            }
            if is_of_library(value) {
                let writes = BASES.iter().filter_map(|base| self.program.writes.get(*base)).flatten();
                bases.extend(writes.flat_map(|write| self.values(write.value)));
            }
        }
        bases
    }

    /// Whether a text of this kind is handed to something that is not in the scripts, which may ask it.
    pub fn hands_over(&self, is: impl Fn(&Text) -> bool) -> bool {
        self.program.calls().any(|(_, call)| {
            let is_handed = |argument: &Argument| self.looked_at(argument.value).texts().any(&is);
            call.arguments.iter().any(is_handed) && self.is_foreign(call)
        })
    }

    /// Whether what is called is neither in the scripts nor the language's own.
    fn is_foreign(&self, call: &CallExpr) -> bool {
        let called = match self.program.expression(call.callee) {
            Expr::Member(object, _) => *object,
            _ => call.callee,
        };
        self.looked_at(called).any(|value| !value.is_certain() && !is_of_language(value))
    }

    /// The texts in the scripts, each as long as it goes.
    pub fn texts(&self) -> Vec<Text> {
        const MOST: usize = 2000;
        let mut parts = std::collections::HashSet::new();
        for id in self.program.ids() {
            if let Expr::Template(all) | Expr::Sum(all) = self.program.expression(id) {
                parts.extend(all.iter().copied());
            }
        }
        let is_text = |id: &ExprId| {
            matches!(self.program.expression(*id), Expr::Text(_) | Expr::Template(_) | Expr::Sum(_) | Expr::Call(_))
        };
        let whole = self.program.ids().filter(|id| is_text(id) && !parts.contains(id)).take(MOST);
        whole.flat_map(|id| self.values(id)).filter_map(|value| value.text().cloned()).collect()
    }
}

fn is_global(value: &Value, name: &str) -> bool {
    *value == Value::global(&[name])
}

/// Whether it is of a library that sends requests: `axios`, `axios.get`, `import axios from "…/axios.min.js"`.
fn is_of_library(value: &Value) -> bool {
    let Value::Outside { module, path } = value else { return false };
    let file = module.rsplit('/').next().unwrap_or_default();
    let name = if module.is_empty() { path.first().map_or("", String::as_str) } else { file };
    LIBRARIES.iter().any(|library| name.split(['.', '@']).next() == Some(library))
}

/// Addresses that stand below one of the bases, unless they stand for themselves.
fn below(bases: &ValueSet, addresses: &ValueSet) -> ValueSet {
    let bases: Vec<&Text> = bases.texts().collect();
    if bases.is_empty() {
        return addresses.clone();
    }
    let joined = |address: &Value| match address.text() {
        Some(text) if !text.value().contains("//") => {
            let base = |base: &&Text| {
                let base = base.changed(|base| format!("{}/", base.trim_end_matches('/')));
                Value::Text(base.then(&text.changed(|text| text.trim_start_matches('/').to_owned())))
            };
            bases.iter().map(base).collect()
        }
        _ => vec![address.clone()],
    };
    addresses.iter().flat_map(joined).collect()
}
