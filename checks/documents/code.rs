//! Code that others wrote, in JavaScript or Python: what it calls, with which constants, and what it returns. It is
//! read, never run; what only running would show is unknown, and never guessed.

mod builder;
mod exports;
mod grammar;
mod javascript;
mod language;
mod python;
mod reading;
mod syntax;
mod value;
mod variables;

pub use exports::Exports;
pub use language::Language;
pub use reading::{Act, Clock, Entry, Fate, PageRequest, Run, Sending, SentRequest, SentRequests, StorageUse};
pub use value::{Text, Value, ValueSet};
pub use variables::Variables;

use builder::Builder;
pub use syntax::Refused;
use syntax::{ModuleId, Program};

/// The files of a function, or the scripts of a page.
#[derive(Debug)]
pub struct Code(Program);

/// How JavaScript is run: what may stand in it depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Module,
    /// A script of a page that is no module.
    Script,
    /// What a page does on an event: the body of a function.
    Handler,
    /// Not told, or of no matter.
    Any,
}

/// Whether code takes members of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Never,
    /// As `object.name` or `object["name"]`, wherever the name stands.
    Always,
    /// The name stands elsewhere as well: the code may look first whether it is there.
    Perhaps,
}

impl Code {
    /// The files of a package, by their paths in it; those in other languages are left out.
    pub fn of_package<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut builder = Builder::default();
        for (path, text) in files {
            if let Some(language) = Language::of(path) {
                let kind = if path.ends_with(".mjs") { Kind::Module } else { Kind::Any };
                builder.add(language, path, text, None, kind);
            }
        }
        Self(builder.finish())
    }

    /// The scripts of one page, by the paths of their files or of the page. They share their names.
    pub fn of_page<'a>(scripts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut builder = Builder::default();
        let scope = builder.scope(None);
        for (path, text) in scripts {
            builder.add(Language::JavaScript, path, text, Some(scope), Kind::Any);
        }
        Self(builder.finish())
    }

    /// Why no browser takes the script, if that is certain.
    pub fn refusal(text: &str, kind: Kind) -> Option<Refused> {
        let mut builder = Builder::default();
        builder.add(Language::JavaScript, "", text, None, kind);
        builder.finish().modules.into_iter().find_map(|file| file.refused)
    }

    pub fn comments(&self) -> &str {
        &self.0.comments
    }

    /// The modules that are imported, as they are named in the code.
    pub fn imports(&self) -> impl Iterator<Item = &str> {
        self.0.imports.iter().map(|(_, name)| name.as_str())
    }

    /// Every text that stands in the code.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.expressions.iter().filter_map(|expression| match expression {
            syntax::Expr::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Whether the code takes members of this name.
    pub fn takes(&self, name: &str) -> Taken {
        let is_text = |expression: &syntax::Expr| matches!(expression, syntax::Expr::Text(text) if text == name);
        let is_member = |expression: &syntax::Expr| matches!(expression, syntax::Expr::Member(_, of) if of == name);
        let all = &self.0.expressions;
        // The key of `object["name"]` stands right before the member.
        let keys = all.windows(2).filter(|pair| is_text(&pair[0]) && is_member(&pair[1])).count();
        match (all.iter().any(is_member), all.iter().filter(|expression| is_text(expression)).count() > keys) {
            (_, true) => Taken::Perhaps,
            (true, false) => Taken::Always,
            (false, false) => Taken::Never,
        }
    }

    /// The members that are taken of what has this name, such as `id` of `change.NewImage.id`; none if it is handed on whole, or
    /// asked in other ways.
    pub fn members_of(&self, name: &str) -> Option<Vec<String>> {
        let program = &self.0;
        let is_it = |id: syntax::ExprId| matches!(program.expression(id), syntax::Expr::Member(_, of) if of == name);
        let is_called =
            |id: syntax::ExprId| matches!(program.expression(id), syntax::Expr::Member(object, _) if is_it(*object));
        let (mut names, mut uses) = (Vec::new(), 0);
        for expression in &program.expressions {
            match expression {
                syntax::Expr::Member(object, member) if is_it(*object) => {
                    names.push(member.clone());
                    uses += 1;
                }
                syntax::Expr::Call(call) if is_called(call.callee) => return None,
                _ => {}
            }
        }
        let all = program.ids().filter(|id| is_it(*id)).count();
        // What stands once may be taken apart into several members.
        names.dedup();
        (uses >= all).then_some(names)
    }

    /// Whether the code speaks of a member of this name, such as `createElement`.
    pub fn names_member(&self, name: &str) -> bool {
        let is_it = |expression: &syntax::Expr| matches!(expression, syntax::Expr::Member(_, member) if member == name);
        self.0.expressions.iter().any(is_it)
    }

    /// What the file at a path exports; `None` if there is no such file.
    pub fn exports(&self, path: &str) -> Option<Exports<'_>> {
        self.0.paths.get(path).map(|module| Exports::new(&self.0, *module))
    }

    /// The code of a page, as a browser runs it.
    pub fn in_browser(&self) -> Run<'_> {
        Run::new(&self.0, Entry { modules: self.modules().collect(), name: None }, None)
    }

    /// The code of a function, as Lambda runs it: with this handler, such as `index.handler`, and these variables. If
    /// the code lacks the handler, anything that it exports may be called.
    pub fn in_lambda<'c>(&'c self, handler: Option<&str>, variables: &'c Variables) -> Run<'c> {
        let found = handler.and_then(|handler| self.handler(handler));
        let entry = match found {
            Some((module, name)) => Entry { modules: vec![module], name: Some(name) },
            None => Entry { modules: self.modules().collect(), name: None },
        };
        Run::new(&self.0, entry, Some(variables))
    }

    fn modules(&self) -> impl Iterator<Item = ModuleId> + use<> {
        (0..self.0.modules.len()).map(ModuleId::next)
    }

    /// The file that a handler names, and the name in it.
    fn handler(&self, handler: &str) -> Option<(ModuleId, String)> {
        [Language::JavaScript, Language::Python].iter().find_map(|language| {
            let (files, name) = language.handler(handler)?;
            let module = files.iter().find_map(|file| self.0.paths.get(file))?;
            Some((*module, name.to_owned()))
        })
    }
}
