//! The names of a crate's types, read from its source.

use std::collections::BTreeMap;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Attribute, Ident, ItemEnum, ItemMod, ItemStruct, ItemTrait, ItemType};

use crate::about_the_repository::{files, read};

/// The name of each type, with the files that define one of that name. Tests have types of their own.
pub fn names(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let is_ours = |path: &Path| path.extension().is_some_and(|e| e == "rs") && !path.iter().any(|part| part == "tests");
    for file in files(folder).iter().filter(|file| is_ours(file) && !file.ends_with("tests.rs")) {
        let syntax = syn::parse_file(&read(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut types = Types(Vec::new());
        types.visit_file(&syntax);
        for name in types.0 {
            names.entry(name).or_default().push(file.display().to_string());
        }
    }
    names
}

struct Types(Vec<String>);

impl Types {
    fn add(&mut self, name: &Ident) {
        self.0.push(name.to_string());
    }
}

impl<'ast> Visit<'ast> for Types {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !item.attrs.iter().any(is_test_only) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        self.add(&item.ident);
    }

    fn visit_item_enum(&mut self, item: &'ast ItemEnum) {
        self.add(&item.ident);
    }

    fn visit_item_trait(&mut self, item: &'ast ItemTrait) {
        self.add(&item.ident);
    }

    fn visit_item_type(&mut self, item: &'ast ItemType) {
        self.add(&item.ident);
    }
}

/// Whether it is `#[cfg(test)]`.
pub fn is_test_only(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg") && attribute.parse_args::<Ident>().is_ok_and(|ident| ident == "test")
}
