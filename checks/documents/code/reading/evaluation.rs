//! The values of expressions: names are followed to what is assigned to them, parameters to what functions are called
//! with, calls to what functions return.

use std::collections::HashMap;

use super::Run;
use crate::documents::code::syntax::{BindingId, CallExpr, Expr, ExprId, FunctionId, Program};
use crate::documents::code::value::{Text, Value, ValueSet};

/// How far one value may be followed.
const DEEPEST: usize = 48;
/// What is assigned more often, or put together of more parts, is no constant.
const MOST_DEFINITIONS: usize = 50;
const MOST_PARTS: usize = 200;

/// The answer to one question, within bounds.
pub struct Evaluation<'r> {
    pub reading: &'r Run<'r>,
    fuel: usize,
    depth: usize,
    /// The expressions that are being followed: one that comes back to itself is unknown.
    trail: Vec<ExprId>,
    /// What an assignment says of its own name is what was assigned before it: `url = url + "/photos"`.
    limits: Vec<(BindingId, usize)>,
    names: HashMap<(BindingId, usize), ValueSet>,
    /// Whether parameters are followed, which takes the calls of all functions.
    pub follows_parameters: bool,
}

impl<'r> Evaluation<'r> {
    pub fn new(reading: &'r Run<'r>, fuel: usize) -> Self {
        let (trail, limits, names) = (Vec::new(), Vec::new(), HashMap::new());
        Self { reading, fuel, depth: 0, trail, limits, names, follows_parameters: true }
    }

    pub fn program(&self) -> &'r Program {
        self.reading.program
    }

    pub fn has_fuel(&self) -> bool {
        self.fuel > 0 && self.reading.fuel.get() > 0
    }

    /// Takes as many steps as there are still, at most.
    pub fn spend(&mut self, steps: usize) {
        self.fuel = self.fuel.saturating_sub(steps);
        self.reading.fuel.set(self.reading.fuel.get().saturating_sub(steps));
    }

    pub fn values(&mut self, id: ExprId) -> ValueSet {
        if self.trail.contains(&id) {
            return ValueSet::unknown();
        }
        self.deeper(|evaluation| {
            evaluation.trail.push(id);
            let values = evaluation.followed(id);
            evaluation.trail.pop();
            values
        })
    }

    /// Goes one step further, as long as there are steps left.
    pub fn deeper(&mut self, follow: impl FnOnce(&mut Self) -> ValueSet) -> ValueSet {
        if !self.has_fuel() || self.depth == DEEPEST {
            return ValueSet::unknown();
        }
        self.spend(1);
        self.depth += 1;
        let values = follow(self);
        self.depth -= 1;
        values
    }

    fn followed(&mut self, id: ExprId) -> ValueSet {
        let value = match self.program().expression(id) {
            Expr::Text(text) => Value::Text(Text::known(text)),
            Expr::Number(number) => Value::Number(number.clone()),
            Expr::Constant(name) => Value::Constant(name),
            Expr::Object(_) => Value::Object(id),
            Expr::List(_) => Value::List(id),
            Expr::Function(function) => Value::Function(*function),
            Expr::Class(class) => Value::Class(*class),
            Expr::This(class) => Value::Instance(*class),
            Expr::Unknown => Value::Unknown,
            Expr::Template(parts) => return self.joined(parts, true),
            Expr::Sum(terms) => return self.joined(terms, false),
            Expr::Name(name) => return self.name(id, name),
            Expr::Member(object, name) => {
                let objects = self.values(*object);
                return self.members(&objects, name);
            }
            Expr::Index(object, index) => return self.indexed(*object, *index),
            Expr::Element(list) => {
                let lists = self.values(*list);
                return lists.iter().flat_map(|list| self.elements(list)).collect();
            }
            Expr::Call(call) => return self.call(id, call),
            Expr::Either(arms) => return arms.iter().flat_map(|arm| self.values(*arm)).collect(),
            Expr::Fallback(first, second) => {
                let values = self.values(*first);
                return self.or_else(values, *second);
            }
            Expr::Parameter(function, index) => return self.parameter(*function, *index),
            Expr::Import(module, name) => {
                let from = self.program().function(self.program().place(id).function).module;
                return self.imported(from, module, name.as_deref());
            }
            Expr::Await(awaited) => return self.values(*awaited),
        };
        ValueSet::of(value)
    }

    /// Texts and other terms one after the other; a sum without a text is no text.
    fn joined(&mut self, parts: &[ExprId], is_text: bool) -> ValueSet {
        let mut texts = vec![(Text::default(), is_text)];
        for part in parts.iter().take(MOST_PARTS) {
            let values = self.values(*part);
            let terms: Vec<(Text, bool)> = values.iter().map(as_term).collect();
            texts = texts
                .iter()
                .flat_map(|(text, is_text)| terms.iter().map(|(term, also)| (text.then(term), *is_text || *also)))
                .take(24)
                .collect();
            if values.iter().count() > 1 && texts.len() == 24 {
                return ValueSet::of(Value::Text(Text::gap()));
            }
        }
        if parts.len() > MOST_PARTS {
            texts.iter_mut().for_each(|(text, _)| *text = text.then(&Text::gap()));
        }
        texts.into_iter().map(|(text, is_text)| if is_text { Value::Text(text) } else { Value::Unknown }).collect()
    }

    fn name(&mut self, id: ExprId, name: &str) -> ValueSet {
        let program = self.program();
        let Some(binding) = program.resolved.get(&id).copied() else { return ValueSet::of(Value::global(&[name])) };
        let definitions = &program.bindings[binding.at()].definitions;
        match definitions.len() {
            0 => return ValueSet::of(Value::Constant("undefined")),
            1..=MOST_DEFINITIONS => {}
            _ => return ValueSet::unknown(),
        }
        let limit = self.limits.iter().rev().find(|(limited, _)| *limited == binding);
        let limit = limit.map_or(definitions.len(), |(_, limit)| *limit);
        if limit == 0 {
            return ValueSet::unknown();
        }
        if let Some(values) = self.names.get(&(binding, limit)) {
            return values.clone();
        }
        let mut values = ValueSet::default();
        for (index, definition) in definitions[..limit].iter().enumerate() {
            self.limits.push((binding, index));
            values.extend(self.values(*definition));
            self.limits.pop();
        }
        self.names.insert((binding, limit), values.clone());
        values
    }

    /// Adds the second expression if the values may be nothing.
    pub fn or_else(&mut self, mut values: ValueSet, second: ExprId) -> ValueSet {
        let is_empty = |value: &Value| match value {
            Value::Text(text) => text.value().is_empty(),
            Value::Constant(name) => *name != "true",
            value => value.is_nothing(),
        };
        let may_lack = values.is_empty() || values.any(|value| is_empty(value) || !value.is_certain());
        values.retain(|value| !is_empty(value));
        if may_lack {
            values.extend(self.values(second));
        }
        values
    }

    fn call(&mut self, id: ExprId, call: &CallExpr) -> ValueSet {
        if let Expr::Member(object, method) = self.program().expression(call.callee) {
            let objects = self.values(*object);
            return objects.iter().flat_map(|object| self.method(id, call, object, method)).collect();
        }
        let callees = self.values(call.callee);
        callees.iter().flat_map(|callee| self.called(id, call, callee)).collect()
    }

    /// What calling a value gives.
    pub fn called(&mut self, id: ExprId, call: &CallExpr, callee: &Value) -> ValueSet {
        match callee {
            Value::Function(function) => self.returned(*function),
            Value::Class(class) => ValueSet::of(Value::Instance(*class)),
            Value::Outside { module, path } => self.called_outside(id, call, module, path),
            _ => ValueSet::of(Value::Result { call: id, path: Vec::new() }),
        }
    }

    /// What the function returns; of a promise, what it is of.
    pub fn returned(&mut self, function: FunctionId) -> ValueSet {
        let function = self.program().function(function);
        let mut values: ValueSet = function.returns.iter().flat_map(|value| self.values(*value)).collect();
        if function.is_wrapped {
            values.add(Value::Unknown);
        }
        if values.is_empty() {
            values.add(Value::Constant("undefined"));
        }
        values
    }

    fn parameter(&mut self, function: FunctionId, index: usize) -> ValueSet {
        if !self.follows_parameters {
            return ValueSet::unknown();
        }
        let reading = self.reading;
        let mut values = ValueSet::default();
        for call in reading.callers().of(function) {
            self.spend(1);
            match self.program().call(*call).and_then(|call| self.passed(call, function, index)) {
                Some(value) => values.extend(self.values(value)),
                None => values.add(Value::Missing),
            }
        }
        if values.is_empty() || reading.callers().is_open(function) {
            values.extend(self.given_by_library(function, index));
        }
        match self.program().function(function).parameters[index].default {
            Some(default) => self.or_else(values, default),
            None => values,
        }
    }

    /// The argument for the parameter, by its name or its place.
    fn passed(&self, call: &CallExpr, function: FunctionId, index: usize) -> Option<ExprId> {
        let function = self.program().function(function);
        let name = function.parameters[index].name.as_deref();
        let by_name =
            call.arguments.iter().find(|argument| argument.name.is_some() && argument.name.as_deref() == name);
        let is_python = self.program().module(function.module).language.is_python();
        let place = index.checked_sub(usize::from(is_python && function.class.is_some()))?;
        let by_place = || call.arguments.iter().filter(|argument| argument.name.is_none()).nth(place);
        by_name.or_else(by_place).map(|argument| argument.value)
    }
}

/// A value within a text, and whether it is a text itself.
fn as_term(value: &Value) -> (Text, bool) {
    match value {
        Value::Text(text) => (text.clone(), true),
        Value::Number(number) => (Text::known(number), false),
        Value::Constant(name) => (Text::known(*name), false),
        _ => (Text::gap(), false),
    }
}
