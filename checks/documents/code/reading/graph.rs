//! Which functions are called from where, and which of them run at all.

use std::collections::{HashMap, HashSet};

use super::evaluation::Evaluation;
use super::{FUEL_OF_ALL, Run};
use crate::documents::code::syntax::{BindingId, Expr, ExprId, FunctionId, ModuleId, Program};
use crate::documents::code::value::Value;

/// How many steps one callee takes at most.
const FUEL_OF_CALLEE: usize = 200;

/// The calls of each function.
#[derive(Debug, Default)]
pub struct Callers {
    calls: HashMap<FunctionId, Vec<ExprId>>,
    /// Functions that something outside of the code may call.
    open: HashSet<FunctionId>,
    /// Functions that are written as an argument: the call, and the argument's place.
    handed: HashMap<FunctionId, (ExprId, usize)>,
    /// Whether not all calls were read.
    is_cut: bool,
}

impl Callers {
    pub fn new(reading: &Run<'_>) -> Self {
        let mut callers = Self::default();
        let program = reading.program;
        for (id, call) in program.calls() {
            if reading.fuel.get() < FUEL_OF_ALL / 2 {
                callers.is_cut = true;
                break;
            }
            for function in functions(reading, call.callee) {
                callers.calls.entry(function).or_default().push(id);
            }
            for (place, argument) in call.arguments.iter().enumerate() {
                if let Expr::Function(function) = program.expression(argument.value) {
                    callers.handed.insert(*function, (id, place));
                }
                callers.open.extend(functions(reading, argument.value));
            }
        }
        // Where it is not known which function is entered, it is one that nothing else calls.
        let is_open = |function: &FunctionId| reading.entry.name.is_some() || callers.of(*function).is_empty();
        let open: Vec<FunctionId> = reading.entry_functions().into_iter().filter(is_open).collect();
        callers.open.extend(open);
        callers
    }

    pub fn of(&self, function: FunctionId) -> &[ExprId] {
        self.calls.get(&function).map_or(&[], Vec::as_slice)
    }

    pub fn is_open(&self, function: FunctionId) -> bool {
        self.is_cut || self.open.contains(&function)
    }

    pub fn handed_to(&self, function: FunctionId) -> Option<(ExprId, usize)> {
        self.handed.get(&function).copied()
    }
}

/// The functions that an expression may be; only of names and members, since others are not called.
fn functions(reading: &Run<'_>, id: ExprId) -> Vec<FunctionId> {
    if !matches!(
        reading.program.expression(id),
        Expr::Name(_) | Expr::Member(..) | Expr::Function(_) | Expr::Import(..)
    ) {
        return Vec::new();
    }
    let mut evaluation = Evaluation::new(reading, FUEL_OF_CALLEE);
    evaluation.follows_parameters = false;
    let values = evaluation.values(id);
    let mut functions = Vec::new();
    for value in values.iter() {
        match value {
            Value::Function(function) => functions.push(*function),
            Value::Class(class) => {
                let members = &reading.program.classes[class.at()].members;
                let makers = members.iter().filter(|(name, _)| matches!(name.as_str(), "constructor" | "__init__"));
                functions.extend(makers.filter_map(|(_, value)| function_of(reading.program, *value)));
            }
            _ => {}
        }
    }
    functions
}

fn function_of(program: &Program, id: ExprId) -> Option<FunctionId> {
    match program.expression(id) {
        Expr::Function(function) => Some(*function),
        _ => None,
    }
}

/// The functions that run when the code is entered, as far as they are named somewhere in what runs.
#[derive(Debug)]
pub struct Reached(Vec<bool>);

impl Reached {
    pub fn new(reading: &Run<'_>) -> Self {
        let mut search = Search::new(reading.program);
        for module in &reading.entry.modules {
            search.reach(reading.program.module(*module).top);
        }
        reading.entry_functions().into_iter().for_each(|function| search.reach(function));
        search.run();
        Self(search.reached)
    }

    pub fn contains(&self, function: FunctionId) -> bool {
        self.0[function.at()]
    }
}

struct Search<'p> {
    program: &'p Program,
    reached: Vec<bool>,
    /// Functions whose expressions are still to be gone through, and expressions that are to be followed.
    functions: Vec<FunctionId>,
    values: Vec<ExprId>,
    /// What was followed: expressions, and names of members and of modules' exports.
    followed: HashSet<ExprId>,
    bindings: HashSet<BindingId>,
    members: HashSet<&'p str>,
    exports: HashSet<(ModuleId, &'p str)>,
    /// The expressions in each function.
    expressions: Vec<Vec<ExprId>>,
    /// Functions and classes that have a name, by which they run.
    named: HashSet<ExprId>,
    exported: HashMap<&'p str, Vec<ExprId>>,
    /// What is exported: it runs by its name alone.
    of_exports: HashSet<ExprId>,
}

impl<'p> Search<'p> {
    fn new(program: &'p Program) -> Self {
        let mut expressions = vec![Vec::new(); program.functions.len()];
        for id in program.ids() {
            expressions[program.place(id).function.at()].push(id);
        }
        let definitions = program.bindings.iter().flat_map(|binding| &binding.definitions);
        let members = program.classes.iter().flat_map(|class| &class.members).map(|(_, value)| value);
        let exports = program.modules.iter().flat_map(|module| &module.exports);
        let named = definitions.chain(members).chain(exports.clone().map(|(_, value)| value)).copied().collect();
        let of_exports = exports.clone().map(|(_, value)| *value).collect();
        let mut exported: HashMap<&str, Vec<ExprId>> = HashMap::new();
        for (name, value) in exports {
            exported.entry(name).or_default().push(*value);
        }
        for module in program.modules.iter().filter(|module| module.language.is_python()) {
            for (name, value) in program.at_top(module) {
                exported.entry(name).or_default().push(value);
            }
        }
        Self {
            program,
            reached: vec![false; program.functions.len()],
            functions: Vec::new(),
            values: Vec::new(),
            followed: HashSet::new(),
            bindings: HashSet::new(),
            members: HashSet::new(),
            exports: HashSet::new(),
            expressions,
            named,
            exported,
            of_exports,
        }
    }

    fn run(&mut self) {
        loop {
            if let Some(value) = self.values.pop() {
                self.follow(value);
            } else if let Some(function) = self.functions.pop() {
                for id in std::mem::take(&mut self.expressions[function.at()]) {
                    self.through(id);
                }
            } else {
                return;
            }
        }
    }

    fn reach(&mut self, function: FunctionId) {
        if !std::mem::replace(&mut self.reached[function.at()], true) {
            self.functions.push(function);
        }
    }

    /// What an expression of code that runs makes run: all but what has a name and is not called by it.
    fn through(&mut self, id: ExprId) {
        match self.program.expression(id) {
            Expr::Function(_) | Expr::Class(_) if self.named.contains(&id) => {}
            Expr::Name(_) if self.of_exports.contains(&id) => {}
            Expr::Function(_) | Expr::Class(_) | Expr::Name(_) | Expr::Import(..) => self.values.push(id),
            Expr::Member(_, name) if self.members.insert(name) => {
                self.values.extend(self.exported.get(name.as_str()).into_iter().flatten());
            }
            _ => {}
        }
    }

    fn follow(&mut self, id: ExprId) {
        let program = self.program;
        if !self.followed.insert(id) {
            return;
        }
        match program.expression(id) {
            Expr::Function(function) => self.reach(*function),
            Expr::Class(class) => {
                let members = program.classes[class.at()].members.iter();
                members.filter_map(|(_, value)| function_of(program, *value)).for_each(|function| self.reach(function));
            }
            Expr::Import(module, name) => {
                let from = program.function(program.place(id).function).module;
                if let Some(file) = program.imported(from, module) {
                    self.reach(program.module(file).top);
                    name.as_deref().into_iter().for_each(|name| self.export(file, name));
                }
            }
            Expr::Name(_) => {
                let binding = program.resolved.get(&id).filter(|binding| self.bindings.insert(**binding));
                let definitions = binding.map(|binding| &program.bindings[binding.at()].definitions);
                self.values.extend(definitions.into_iter().flatten());
            }
            _ => {}
        }
    }

    /// What a file exports under a name, and what it passes on from others.
    fn export(&mut self, file: ModuleId, name: &'p str) {
        let mut files = vec![file];
        while let Some(file) = files.pop() {
            if !self.exports.insert((file, name)) {
                continue;
            }
            let module = self.program.module(file);
            self.reach(module.top);
            self.values.extend(self.exported.get(name).into_iter().flatten());
            files.extend(module.stars.iter().filter_map(|star| self.program.imported(file, star)));
        }
    }
}
