//! What a page's scripts keep in the browser (HTML Standard, "Web storage").

use super::Run;
use crate::documents::code::syntax::{Expr, ExprId};
use crate::documents::code::value::{Text, Value, ValueSet};

/// What is kept from visit to visit, and what is kept until the tab is closed.
const STORES: [&str; 2] = ["localStorage", "sessionStorage"];
/// The members of a store that are not what is kept in it.
const OWN: [&str; 6] = ["getItem", "setItem", "removeItem", "clear", "key", "length"];

/// What a script does with a store.
#[derive(Clone, Debug)]
pub struct StorageUse {
    /// `localStorage` or `sessionStorage`.
    pub store: &'static str,
    /// Under which name; without one that is known, whatever is there.
    pub name: ValueSet,
    pub act: Act,
}

#[derive(Clone, Debug)]
pub enum Act {
    Gets,
    /// Names a member of the store: it is read, or deleted, which is not told apart.
    Names,
    Sets(ValueSet),
    Removes,
    /// Removes all that is there.
    Clears,
}

impl StorageUse {
    /// Whether it is of this name, for certain.
    pub fn is_of(&self, store: &str, name: &str) -> bool {
        self.store == store && self.name.texts().any(|text| text.value() == name)
    }
}

impl Run<'_> {
    /// What the scripts that run do with the browser's stores, in their order.
    pub fn storage(&self) -> Vec<StorageUse> {
        let ids = self.program.ids().filter(|id| self.runs(*id));
        let mut uses: Vec<StorageUse> = ids.filter_map(|id| self.use_at(id)).collect();
        let named = self.program.writes.iter().flat_map(|(name, writes)| writes.iter().map(move |write| (name, write)));
        for (name, write) in named.filter(|(_, write)| self.runs(write.value)) {
            let name = || ValueSet::of(Value::Text(Text::known(name.as_str())));
            let sets = |store| StorageUse { store, name: name(), act: Act::Sets(self.values(write.value)) };
            uses.extend(self.store(write.target).map(sets));
        }
        for (key, write) in self.program.computed_writes.iter().filter(|(key, _)| self.runs(*key)) {
            let sets = |store| StorageUse { store, name: self.values(*key), act: Act::Sets(self.values(write.value)) };
            uses.extend(self.store(write.target).map(sets));
        }
        uses
    }

    fn use_at(&self, id: ExprId) -> Option<StorageUse> {
        match self.program.expression(id) {
            Expr::Member(object, name) if !OWN.contains(&name.as_str()) => {
                let name = ValueSet::of(Value::Text(Text::known(name.as_str())));
                self.store(*object).map(|store| StorageUse { store, name, act: Act::Names })
            }
            Expr::Index(object, index) => {
                self.store(*object).map(|store| StorageUse { store, name: self.values(*index), act: Act::Names })
            }
            Expr::Call(call) => {
                let Expr::Member(object, method) = self.program.expression(call.callee) else { return None };
                let store = self.store(*object)?;
                let argument = |place: usize| match call.arguments.get(place) {
                    Some(argument) => self.values(argument.value),
                    None => ValueSet::unknown(),
                };
                let act = match method.as_str() {
                    "getItem" => Act::Gets,
                    "setItem" => Act::Sets(argument(1)),
                    "removeItem" => Act::Removes,
                    "clear" => Act::Clears,
                    _ => return None,
                };
                Some(StorageUse { store, name: argument(0), act })
            }
            _ => None,
        }
    }

    /// What is read of a store, if a value is that: `localStorage.getItem("jwt")`, `localStorage.jwt`.
    pub fn read_of_store(&self, value: &Value) -> Option<StorageUse> {
        match value {
            Value::Result { call, path } if path.is_empty() => {
                self.use_at(*call).filter(|one| matches!(one.act, Act::Gets))
            }
            Value::Outside { module, path } if module.is_empty() => {
                let [of, name] = path.as_slice() else { return None };
                let store = STORES.into_iter().find(|store| *store == of.as_str())?;
                Some(StorageUse { store, name: ValueSet::of(Value::Text(Text::known(name.as_str()))), act: Act::Names })
            }
            _ => None,
        }
    }

    /// Whether all that is kept under a name is a promise, or the JSON of one: nothing waits for what it is of.
    pub fn keeps_promise(&self, store: &str, name: &str) -> bool {
        let calls = self.program.calls().filter(|(id, _)| self.runs(*id)).filter_map(|(id, call)| {
            self.use_at(id).filter(|one| matches!(one.act, Act::Sets(_)) && one.is_of(store, name))?;
            Some(call.arguments.get(1)?.value)
        });
        let written = self.program.writes.get(name).into_iter().flatten();
        let written = written.filter(|write| self.store(write.target).is_some_and(|of| of == store));
        let mut kept = calls.chain(written.map(|write| write.value)).peekable();
        kept.peek().is_some() && kept.all(|value| self.is_promise(value) || self.is_json_of_promise(value))
    }

    fn is_json_of_promise(&self, id: ExprId) -> bool {
        let Expr::Call(call) = self.program.expression(id) else { return false };
        let is_json = self.is_given_by(&Value::Result { call: id, path: Vec::new() }, &["JSON", "stringify"]);
        is_json && call.arguments.first().is_some_and(|first| self.is_promise(first.value))
    }

    /// The store that an expression is.
    fn store(&self, object: ExprId) -> Option<&'static str> {
        let objects = self.looked_at(object);
        STORES.into_iter().find(|store| objects.any(|object| *object == Value::global(&[store])))
    }
}
