//! What the entered function answers: what it returns, what it hands to a callback.

use super::Run;
use crate::documents::code::syntax::{Expr, ExprId, FunctionId};
use crate::documents::code::value::{Value, ValueSet};

/// Where a handler finds the callback, and the context with its older methods.
const CONTEXT: usize = 1;
const CALLBACK: usize = 2;
/// How many functions are read if none is exported.
const MOST: usize = 200;

impl Run<'_> {
    /// All that the entered function may answer. Without one, what the functions return that nothing in the code calls.
    pub fn answers(&self) -> ValueSet {
        let mut answers = ValueSet::default();
        match self.entered() {
            Some(entered) if entered.any(|value| matches!(value, Value::Function(_))) => {
                for value in entered.iter() {
                    answers.extend(match value {
                        Value::Function(function) => self.answers_of(*function),
                        _ => ValueSet::unknown(),
                    });
                }
            }
            Some(entered) if entered.are_certain() => return self.answers_of_all(),
            Some(_) => answers.add(Value::Unknown),
            None => return self.answers_of_all(),
        }
        answers
    }

    fn answers_of_all(&self) -> ValueSet {
        let mut answers = ValueSet::default();
        let mut evaluation = self.evaluation();
        let tops = self.entry.modules.iter().map(|module| self.program.module(*module).top);
        for id in tops.flat_map(|top| &self.program.function(top).returns) {
            answers.extend(evaluation.values(*id));
        }
        let mut functions = self.entry_functions();
        if functions.is_empty() && answers.is_empty() {
            functions = self.named_functions();
        }
        let outer = functions.into_iter().filter(|function| self.callers().of(*function).is_empty());
        answers.extend(outer.flat_map(|function| self.answers_of(function)));
        if answers.is_empty() {
            answers.add(Value::Unknown);
        }
        answers
    }

    /// The functions at the top of the files, of which one was perhaps meant to be exported.
    fn named_functions(&self) -> Vec<FunctionId> {
        let definitions = self.program.modules.iter().flat_map(|file| self.program.at_top(file));
        let functions = definitions.filter_map(|(_, value)| match self.program.expression(value) {
            Expr::Function(function) => Some(*function),
            _ => None,
        });
        functions.take(MOST).collect()
    }

    fn answers_of(&self, function: FunctionId) -> ValueSet {
        let mut evaluation = self.evaluation();
        let (calls, passes_on) = evaluation.calls_of_parameter(function, CALLBACK);
        let mut answers: Vec<ExprId> = calls.iter().filter_map(|call| call.arguments.get(1)).map(|a| a.value).collect();
        answers.extend(self.succeeded(function));
        let mut values: ValueSet = answers.iter().flat_map(|answer| evaluation.values(*answer)).collect();
        if passes_on {
            values.add(Value::Unknown);
        }
        let returned = evaluation.returned(function);
        let is_more = |value: &Value| values.is_empty() || !value.is_nothing();
        let returned: Vec<Value> = returned.into_iter().filter(is_more).collect();
        values.extend(returned);
        values
    }

    /// `context.succeed(answer)` and `context.done(error, answer)`.
    fn succeeded(&self, function: FunctionId) -> Vec<ExprId> {
        let program = self.program;
        let is_context = |id: ExprId| {
            let definitions = program.binding(id).map(|binding| binding.definitions.as_slice());
            matches!(definitions, Some([value]) if matches!(program.expression(*value),
                Expr::Parameter(of, CONTEXT) if *of == function))
        };
        let answer = |callee: ExprId| match program.expression(callee) {
            Expr::Member(object, method) if is_context(*object) => match method.as_str() {
                "succeed" => Some(0),
                "done" => Some(1),
                _ => None,
            },
            _ => None,
        };
        let calls = program.calls().filter_map(|(_, call)| call.arguments.get(answer(call.callee)?));
        calls.map(|argument| argument.value).collect()
    }
}
