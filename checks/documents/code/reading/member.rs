//! The members of values: of objects as they are made and changed, of modules, of the environment.

use super::evaluation::Evaluation;
use crate::documents::code::syntax::{ClassId, Expr, ExprId, ModuleId, Property};
use crate::documents::code::value::{Text, Value, ValueSet};

/// How many members of members of a call's result are followed.
const LONGEST_PATH: usize = 8;

impl Evaluation<'_> {
    pub fn members(&mut self, values: &ValueSet, name: &str) -> ValueSet {
        values.iter().flat_map(|value| self.member(value, name)).collect()
    }

    pub fn member(&mut self, value: &Value, name: &str) -> ValueSet {
        ValueSet::of(match value {
            Value::Object(object) => return self.deeper(|evaluation| evaluation.of_object(*object, name)),
            Value::Instance(class) | Value::Class(class) => {
                return self.deeper(|evaluation| evaluation.of_class(*class, name));
            }
            Value::Module(module) => return self.exported(*module, name),
            Value::Outside { module, path } => return self.of_outside(module, path, name),
            Value::Result { call, path } if path.len() < LONGEST_PATH => {
                let path = path.iter().cloned().chain([name.to_owned()]).collect();
                Value::Result { call: *call, path }
            }
            // Addresses are texts here.
            Value::Text(text) if name == "href" => Value::Text(text.clone()),
            _ => Value::Unknown,
        })
    }

    /// What a module outside of the code has, the environment's variables among it.
    fn of_outside(&mut self, module: &str, path: &[String], name: &str) -> ValueSet {
        let path: Vec<String> =
            path.iter().filter(|name| *name != "default").cloned().chain([name.to_owned()]).collect();
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        match (module, names.as_slice()) {
            ("" | "process" | "node:process", ["process", "env", name]) => self.variable(name),
            ("process" | "node:process", ["env", name]) | ("os", ["environ", name]) => self.variable(name),
            ("" | "globalThis", ["window" | "globalThis" | "self", rest @ ..]) => ValueSet::of(Value::global(rest)),
            _ => ValueSet::of(Value::Outside { module: module.to_owned(), path }),
        }
    }

    /// The value of an environment variable; one that the function does not have may be set by Lambda.
    pub fn variable(&mut self, name: &str) -> ValueSet {
        match self.reading.variables.map(|variables| variables.value(name)) {
            Some(Some(value)) => ValueSet::of(Value::Text(Text::of_variable(name, value))),
            Some(None) if !name.starts_with("AWS_") => ValueSet::of(Value::Constant("undefined")),
            _ => ValueSet::unknown(),
        }
    }

    fn of_object(&mut self, object: ExprId, name: &str) -> ValueSet {
        let program = self.program();
        let Expr::Object(properties) = program.expression(object) else { return ValueSet::unknown() };
        let mut values = ValueSet::of(Value::Missing);
        for property in properties {
            self.spend(1);
            match property {
                Property::Named(key, value) if key == name => values = self.values(*value),
                Property::Named(..) => {}
                Property::Computed(key, value) => {
                    let keys = self.values(*key);
                    if keys.all(|key| key.text().is_some_and(|key| key.value() == name)) {
                        values = ValueSet::default();
                    }
                    values.extend(self.under_key(&keys, *value, name));
                }
                Property::Spread(whole) => {
                    let wholes = self.values(*whole);
                    let found = self.members(&wholes, name);
                    if found.any(|value| *value == Value::Missing || !value.is_certain()) {
                        values.extend(found.into_iter().filter(|value| *value != Value::Missing));
                    } else if !found.is_empty() {
                        values = found;
                    }
                }
            }
        }
        self.with_writes(values, &Value::Object(object), name)
    }

    fn under_key(&mut self, keys: &ValueSet, value: ExprId, name: &str) -> ValueSet {
        if keys.texts().any(|key| key.value() == name) {
            return self.values(value);
        }
        if keys.are_certain() { ValueSet::default() } else { ValueSet::unknown() }
    }

    /// And what was put there after the object was made.
    fn with_writes(&mut self, mut values: ValueSet, object: &Value, name: &str) -> ValueSet {
        let program = self.program();
        for write in program.writes.get(name).into_iter().flatten() {
            if !self.has_fuel() {
                return ValueSet::unknown();
            }
            if self.values(write.target).any(|target| target == object) {
                values.retain(|value| *value != Value::Missing);
                values.extend(self.values(write.value));
            }
        }
        for (key, write) in &program.computed_writes {
            if !self.has_fuel() {
                return ValueSet::unknown();
            }
            if self.values(write.target).any(|target| target == object) {
                let keys = self.values(*key);
                values.extend(self.under_key(&keys, write.value, name));
            }
        }
        for merge in &program.merges {
            if !self.has_fuel() {
                return ValueSet::unknown();
            }
            if self.values(merge.target).any(|target| target == object) {
                let sources = self.values(merge.value);
                let mut merged = self.members(&sources, name);
                merged.retain(|value| *value != Value::Missing);
                values.retain(|value| *value != Value::Missing || merged.is_empty());
                values.extend(merged);
            }
        }
        values
    }

    fn of_class(&mut self, class: ClassId, name: &str) -> ValueSet {
        let program = self.program();
        let class_of = &program.classes[class.at()];
        let members = class_of.members.iter().filter(|(known, _)| known == name);
        let mut values: ValueSet = members.flat_map(|(_, value)| self.values(*value)).collect();
        values = self.with_writes(values, &Value::Instance(class), name);
        if !values.is_empty() {
            return values;
        }
        match class_of.parent {
            Some(parent) => {
                let parents = self.values(parent);
                self.members(&parents, name)
            }
            None => ValueSet::unknown(),
        }
    }

    /// `object[index]`.
    pub fn indexed(&mut self, object: ExprId, index: ExprId) -> ValueSet {
        let (objects, indexes) = (self.values(object), self.values(index));
        let mut values = ValueSet::default();
        for object in objects.iter() {
            for index in indexes.iter() {
                match (object, index) {
                    (Value::List(list), Value::Number(number)) => values.extend(self.element_at(*list, number)),
                    (_, Value::Text(name)) if name.is_whole() => values.extend(self.member(object, name.value())),
                    (Value::List(_) | Value::Result { .. }, _) => values.extend(self.elements(object)),
                    _ => values.add(Value::Unknown),
                }
            }
        }
        values
    }

    fn element_at(&mut self, list: ExprId, number: &str) -> ValueSet {
        match self.program().expression(list) {
            Expr::List(elements) => match number.parse().ok().and_then(|index: usize| elements.get(index)) {
                Some(element) => self.values(*element),
                None => ValueSet::unknown(),
            },
            _ => ValueSet::unknown(),
        }
    }

    /// Any of the elements of a list.
    pub fn elements(&mut self, list: &Value) -> ValueSet {
        match list {
            Value::List(list) => match self.program().expression(*list) {
                Expr::List(elements) => elements.iter().flat_map(|element| self.values(*element)).collect(),
                _ => ValueSet::unknown(),
            },
            Value::Result { .. } => self.member(list, "[]"),
            _ => ValueSet::unknown(),
        }
    }

    pub fn imported(&mut self, from: ModuleId, module: &str, name: Option<&str>) -> ValueSet {
        let program = self.program();
        if let Some(file) = program.imported(from, module) {
            return match name {
                Some(name) => self.exported(file, name),
                None => ValueSet::of(Value::Module(file)),
            };
        }
        // `from package import module`, of which the package may have no file.
        let within = name.map(|name| format!("{}.{name}", module.trim_end_matches('.')));
        let within = within
            .map(|path| if module.ends_with('.') { format!("{module}{}", path.trim_start_matches('.')) } else { path });
        if let Some(file) = within.and_then(|path| program.imported(from, &path)) {
            return ValueSet::of(Value::Module(file));
        }
        let path = name.filter(|name| *name != "default").map(str::to_owned).into_iter().collect();
        ValueSet::of(Value::Outside { module: module.to_owned(), path })
    }

    /// What a file exports under the name.
    pub fn exported(&mut self, module: ModuleId, name: &str) -> ValueSet {
        self.deeper(|evaluation| evaluation.exported_by(module, name))
    }

    fn exported_by(&mut self, module: ModuleId, name: &str) -> ValueSet {
        let program = self.program();
        let file = program.module(module);
        let named = file.exports.iter().filter(|(known, _)| known == name);
        let mut values: ValueSet = named.flat_map(|(_, value)| self.values(*value)).collect();
        if file.language.is_python()
            && let Some(binding) = program.names.get(&(file.scope, name.to_owned()))
        {
            let definitions = &program.bindings[binding.at()].definitions;
            values.extend(definitions.iter().flat_map(|value| self.values(*value)));
        }
        for whole in &file.whole {
            let wholes = self.values(*whole);
            values.extend(if name == "default" { wholes } else { self.members(&wholes, name) });
        }
        if !values.is_empty() {
            return values;
        }
        for star in &file.stars {
            let found = match program.imported(module, star) {
                Some(file) => self.exported(file, name),
                None => ValueSet::unknown(),
            };
            values.extend(found);
        }
        if !values.is_empty() {
            return values;
        }
        ValueSet::of(match () {
            () if name == "default" && !file.exports.is_empty() => Value::Module(module),
            () if file.is_broken => Value::Unknown,
            () => Value::Missing,
        })
    }

    /// All that a file exports, by any name.
    pub fn all_exported(&mut self, module: ModuleId) -> Vec<ValueSet> {
        let program = self.program();
        let file = program.module(module);
        let mut exported: Vec<ValueSet> = file.exports.iter().map(|(_, value)| self.values(*value)).collect();
        for whole in file.whole.iter().flat_map(|whole| self.values(*whole)).collect::<ValueSet>().iter() {
            exported.push(ValueSet::of(whole.clone()));
            if let Value::Object(object) = whole
                && let Expr::Object(properties) = program.expression(*object)
            {
                let values = properties.iter().filter_map(|property| match property {
                    Property::Named(_, value) => Some(*value),
                    _ => None,
                });
                exported.extend(values.map(|value| self.values(value)));
            }
        }
        if file.language.is_python() {
            exported.extend(program.at_top(file).map(|(_, value)| self.values(value)));
        }
        exported
    }

    /// What stands under keys that `is` accepts, wherever an object gets one.
    pub fn under(&mut self, is: &impl Fn(&str) -> bool) -> Vec<ValueSet> {
        let program = self.program();
        let mut found = Vec::new();
        for id in program.ids() {
            let Expr::Object(properties) = program.expression(id) else { continue };
            for property in properties {
                match property {
                    Property::Named(key, value) if is(key) => found.push(self.values(*value)),
                    Property::Computed(key, value) if self.values(*key).texts().any(|key| is(key.value())) => {
                        found.push(self.values(*value));
                    }
                    _ => {}
                }
            }
        }
        let writes = program.writes.iter().filter(|(key, _)| is(key)).flat_map(|(_, writes)| writes);
        found.extend(writes.map(|write| self.values(write.value)));
        for (key, write) in &program.computed_writes {
            if self.values(*key).texts().any(|key| is(key.value())) {
                found.push(self.values(write.value));
            }
        }
        found
    }
}
