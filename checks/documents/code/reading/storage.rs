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

    /// The store that an expression is.
    fn store(&self, object: ExprId) -> Option<&'static str> {
        let objects = self.looked_at(object);
        STORES.into_iter().find(|store| objects.any(|object| *object == Value::global(&[store])))
    }
}
