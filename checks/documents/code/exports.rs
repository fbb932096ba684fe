//! What a file exports.

use super::reading::{Entry, Run};
use super::syntax::{ModuleId, Program, SourceFile};
use super::value::{Value, ValueSet};

#[derive(Clone, Copy)]
pub struct Exports<'c> {
    program: &'c Program,
    module: ModuleId,
}

impl<'c> Exports<'c> {
    pub(super) fn new(program: &'c Program, module: ModuleId) -> Self {
        Self { program, module }
    }

    fn file(&self) -> &'c SourceFile {
        self.program.module(self.module)
    }

    /// Whether it is written as an ES module.
    pub fn is_es(&self) -> bool {
        self.file().is_es
    }

    /// Whether it is written as a CommonJS module.
    pub fn is_common(&self) -> bool {
        self.file().is_common
    }

    /// Whether it exports the name, or passes on what another file exports.
    pub fn has(&self, name: &str) -> bool {
        let file = self.file();
        if file.language.is_python() {
            let binding = self.program.names.get(&(file.scope, name.to_owned()));
            return binding.is_some_and(|binding| !self.program.bindings[binding.at()].definitions.is_empty());
        }
        let in_whole = |value: &Value| {
            let members = self.run().member(&ValueSet::of(value.clone()), name);
            matches!(value, Value::Object(_)) && !members.all(|member| *member == Value::Missing)
        };
        file.exports.iter().any(|(known, _)| known == name) || !file.stars.is_empty() || self.whole().any(in_whole)
    }

    /// Whether it may export more than is seen.
    pub fn may_have_more(&self) -> bool {
        let is_known = |value: &Value| matches!(value, Value::Object(_));
        self.file().is_broken || !self.file().stars.is_empty() || self.whole().any(|value| !is_known(value))
    }

    /// What is exported as a whole: `module.exports = …`.
    fn whole(&self) -> ValueSet {
        self.file().whole.iter().flat_map(|whole| self.run().values(*whole)).collect()
    }

    fn run(&self) -> Run<'c> {
        Run::new(self.program, Entry::default(), None)
    }
}
