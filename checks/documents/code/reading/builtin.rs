//! What the languages' own functions and methods give, as far as texts, lists and promises depend on them.

use super::evaluation::Evaluation;
use crate::documents::address::Address;
use crate::documents::code::syntax::{CallExpr, Expr, ExprId, FunctionId};
use crate::documents::code::value::{Text, Value, ValueSet};

impl<'r> Evaluation<'r> {
    /// What calling a method of a value gives.
    pub fn method(&mut self, id: ExprId, call: &CallExpr, object: &Value, method: &str) -> ValueSet {
        let first = call.arguments.first().map(|argument| argument.value);
        let result = || ValueSet::of(Value::Result { call: id, path: Vec::new() });
        match (object, method) {
            (_, "then" | "catch") if first.is_some() => self.after(id, call, object, method),
            (_, "finally") | (Value::Result { .. }, "promise") => ValueSet::of(object.clone()),
            (Value::Text(text), _) => self.method_of_text(call, text, method),
            (
                Value::List(_) | Value::Result { .. },
                "sort" | "reverse" | "slice" | "filter" | "toSorted" | "toReversed",
            ) => ValueSet::of(object.clone()),
            (Value::List(_), "map" | "concat" | "flatMap" | "flat") => ValueSet::of(Value::List(id)),
            (Value::List(list), "join") => self.joined_list(*list, first),
            (Value::Function(_), "bind") => ValueSet::of(object.clone()),
            (Value::Function(function), "call" | "apply") => self.returned(*function),
            (Value::Outside { module, path }, _) => {
                let path: Vec<String> = path.iter().cloned().chain([method.to_owned()]).collect();
                self.called_outside(id, call, module, &path)
            }
            (Value::Object(_) | Value::Instance(_) | Value::Class(_) | Value::Module(_), _) => {
                // A dictionary's own method: `headers.get("name", default)`.
                let members = self.member(object, method);
                let is_own = members.any(|member| matches!(member, Value::Function(_) | Value::Class(_)));
                if !is_own && method == "get" && matches!(object, Value::Object(_)) {
                    return self.got(call, object);
                }
                members.iter().flat_map(|member| self.called(id, call, member)).collect()
            }
            _ => result(),
        }
    }

    /// `promise.then(function)`: what the function returns; `promise.catch(function)`: that, or what it was before.
    fn after(&mut self, id: ExprId, call: &CallExpr, promise: &Value, method: &str) -> ValueSet {
        let mut values = ValueSet::default();
        if method == "catch" {
            values.add(promise.clone());
        }
        for argument in &call.arguments {
            let functions = self.values(argument.value);
            values.extend(functions.iter().flat_map(|function| match function {
                Value::Function(_) => self.called(id, call, function),
                _ => ValueSet::unknown(),
            }));
        }
        values
    }

    /// `dictionary.get(key, default)`.
    fn got(&mut self, call: &CallExpr, object: &Value) -> ValueSet {
        let mut arguments = call.arguments.iter().map(|argument| argument.value);
        let Some(key) = arguments.next() else { return ValueSet::unknown() };
        let keys = self.values(key);
        let found: ValueSet = keys
            .iter()
            .flat_map(|key| match key {
                Value::Text(name) if name.is_whole() => self.member(object, name.value()),
                _ => ValueSet::unknown(),
            })
            .collect();
        match arguments.next() {
            Some(default) => self.or_else(found, default),
            None => found,
        }
    }

    fn method_of_text(&mut self, call: &CallExpr, text: &Text, method: &str) -> ValueSet {
        let changed = match method {
            "toString" | "valueOf" | "encode" | "decode" => text.clone(),
            "trim" | "strip" => text.changed(|text| text.trim().to_owned()),
            "toLowerCase" | "lower" => text.changed(str::to_lowercase),
            "toUpperCase" | "upper" => text.changed(str::to_uppercase),
            "concat" => {
                let more = call.arguments.iter().map(|argument| argument.value);
                return self.texts_with(ValueSet::of(Value::Text(text.clone())), more.collect());
            }
            // As far as it stands before the first thing that is put in.
            "format" => text.changed(|text| {
                format!("{}{}", text.split('{').next().unwrap_or_default(), crate::documents::code::value::GAP)
            }),
            _ => return ValueSet::unknown(),
        };
        ValueSet::of(Value::Text(changed))
    }

    fn texts_with(&mut self, mut texts: ValueSet, more: Vec<ExprId>) -> ValueSet {
        for part in more {
            let parts = self.values(part);
            let joined = |text: &Value| {
                let text = text.text().cloned().unwrap_or_else(Text::gap);
                let ends = parts.iter().map(move |part| part.text().cloned().unwrap_or_else(Text::gap));
                ends.map(|end| Value::Text(text.then(&end))).collect::<Vec<_>>()
            };
            texts = texts.iter().flat_map(joined).collect();
        }
        texts
    }

    /// `["a", "b"].join("/")`.
    fn joined_list(&mut self, list: ExprId, separator: Option<ExprId>) -> ValueSet {
        let Expr::List(elements) = self.program().expression(list) else { return ValueSet::unknown() };
        let Some(separator) = separator else { return ValueSet::unknown() };
        let mut parts = Vec::new();
        for (index, element) in elements.iter().enumerate() {
            parts.extend((index > 0).then_some(separator));
            parts.push(*element);
        }
        self.texts_with(ValueSet::of(Value::Text(Text::default())), parts)
    }

    /// What a function gives that is not in the code: the language's own, or a library's.
    pub fn called_outside(&mut self, id: ExprId, call: &CallExpr, module: &str, path: &[String]) -> ValueSet {
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let first = call.arguments.first().map(|argument| argument.value);
        let second = call.arguments.get(1).map(|argument| argument.value);
        match (module, names.as_slice(), first) {
            ("", ["String" | "encodeURI" | "decodeURI" | "str"], Some(value)) => self.as_text(value),
            ("", ["URL"], Some(reference)) => self.address(reference, second),
            ("", ["Promise", "resolve" | "all"], Some(value))
            | ("", ["Object", "freeze" | "assign"] | ["structuredClone" | "list" | "sorted" | "dict"], Some(value)) => {
                self.values(value)
            }
            ("", ["Promise"], Some(executor)) if call.is_new => self.promised(executor),
            ("os", ["getenv"] | ["environ", "get"], Some(name)) => {
                let names = self.values(name);
                let found: ValueSet = names
                    .iter()
                    .flat_map(|name| match name {
                        Value::Text(name) if name.is_whole() => self.variable(name.value()),
                        _ => ValueSet::unknown(),
                    })
                    .collect();
                match second {
                    Some(default) => self.or_else(found, default),
                    None => found,
                }
            }
            _ => ValueSet::of(Value::Result { call: id, path: Vec::new() }),
        }
    }

    fn as_text(&mut self, value: ExprId) -> ValueSet {
        self.values(value)
            .iter()
            .map(|value| match value {
                Value::Number(number) => Value::Text(Text::known(number)),
                Value::Text(_) => value.clone(),
                _ => Value::Text(Text::gap()),
            })
            .collect()
    }

    /// `new URL(reference)` and `new URL(reference, base)`.
    fn address(&mut self, reference: ExprId, base: Option<ExprId>) -> ValueSet {
        let references = self.values(reference);
        let Some(base) = base else { return references };
        let bases = self.values(base);
        let resolve = |base: &Value, reference: &Value| {
            let address = Address::parse(base.text()?.value())?.resolve(reference.text()?.value())?;
            Some(base.text()?.changed(|_| address.to_string()))
        };
        let pairs = bases.iter().flat_map(|base| references.iter().map(move |reference| (base, reference)));
        pairs.map(|(base, reference)| resolve(base, reference).map_or(Value::Unknown, Value::Text)).collect()
    }

    /// `new Promise((resolve) => …)`: what is resolved.
    fn promised(&mut self, executor: ExprId) -> ValueSet {
        let executors = self.values(executor);
        let mut values = ValueSet::default();
        for executor in executors.iter() {
            match executor {
                Value::Function(function) => {
                    let (calls, passes_on) = self.calls_of_parameter(*function, 0);
                    values.extend(calls.into_iter().flat_map(|call| match call.arguments.first() {
                        Some(argument) => self.values(argument.value),
                        None => ValueSet::of(Value::Constant("undefined")),
                    }));
                    values.extend(passes_on.then_some(Value::Unknown));
                }
                _ => values.add(Value::Unknown),
            }
        }
        values
    }

    /// The calls of what a function is given as a parameter, and whether it hands it on.
    pub fn calls_of_parameter(&mut self, function: FunctionId, index: usize) -> (Vec<&'r CallExpr>, bool) {
        let program = self.program();
        let (mut calls, mut passes_on) = (Vec::new(), false);
        let Some(value) = program
            .ids()
            .find(|id| matches!(program.expression(*id), Expr::Parameter(of, at) if (*of, *at) == (function, index)))
        else {
            return (calls, passes_on);
        };
        let is_parameter = |id: ExprId| program.binding(id).is_some_and(|binding| binding.definitions == [value]);
        for (_, call) in program.calls() {
            if is_parameter(call.callee) {
                calls.push(call);
            }
            passes_on |= call.arguments.iter().any(|argument| is_parameter(argument.value));
        }
        self.spend(program.expressions.len() / 100);
        (calls, passes_on)
    }

    /// What a library gives to a function that it is handed.
    pub fn given_by_library(&mut self, function: FunctionId, index: usize) -> ValueSet {
        let Some((id, place)) = self.reading.callers().handed_to(function) else { return ValueSet::unknown() };
        let Some(call) = self.program().call(id) else { return ValueSet::unknown() };
        let Expr::Member(object, method) = self.program().expression(call.callee) else { return ValueSet::unknown() };
        match (method.as_str(), place, index) {
            ("then", 0, 0) => self.values(*object),
            ("map" | "forEach" | "filter" | "find" | "some" | "every" | "flatMap", 0, 0) => {
                let lists = self.values(*object);
                lists.iter().flat_map(|list| self.elements(list)).collect()
            }
            // The callback of version 2 of the SDK: its error, and the answer.
            (_, 1, 1) => ValueSet::of(Value::Result { call: id, path: Vec::new() }),
            _ => ValueSet::unknown(),
        }
    }
}
