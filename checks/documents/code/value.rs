//! What an expression may be when the code runs.

use super::syntax::{ClassId, ExprId, FunctionId, ModuleId};

/// Stands in a text for what is not known before the code runs.
pub const GAP: char = '\u{fffc}';
/// The longest text that is put together, in bytes; no address is longer.
const LONGEST: usize = 2000;
/// How many values of one expression are told apart.
const MOST: usize = 24;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(Text),
    Number(String),
    /// `true`, `false`, `null`, `undefined`: by its name in JavaScript.
    Constant(&'static str),
    /// Made where this expression stands.
    Object(ExprId),
    List(ExprId),
    Function(FunctionId),
    Class(ClassId),
    Instance(ClassId),
    /// A file of the code, as others import it.
    Module(ModuleId),
    /// Of a module that is not in the code, or, without one, of the language: what leads to it from there.
    Outside {
        module: String,
        path: Vec<String>,
    },
    /// What a call gives that is not followed, and the members taken of it.
    Result {
        call: ExprId,
        path: Vec<String>,
    },
    /// The object has no such member.
    Missing,
    Unknown,
}

impl Value {
    pub fn global(path: &[&str]) -> Self {
        Self::Outside { module: String::new(), path: path.iter().map(|name| (*name).to_owned()).collect() }
    }

    pub fn text(&self) -> Option<&Text> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether no other value is possible when the code runs.
    pub fn is_certain(&self) -> bool {
        match self {
            Value::Text(text) => text.is_whole(),
            Value::Outside { .. } | Value::Result { .. } | Value::Unknown => false,
            _ => true,
        }
    }

    /// Whether nothing is there, for certain.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Value::Missing | Value::Constant("null" | "undefined"))
    }
}

/// A text that the code puts together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// With a [`GAP`] for each part that is not known.
    text: String,
    /// The environment variables in it. Their values may be secrets: the text is compared, and not shown.
    variables: Vec<String>,
}

impl Text {
    pub fn known(text: impl Into<String>) -> Self {
        Self { text: text.into(), variables: Vec::new() }.within_bounds()
    }

    pub fn gap() -> Self {
        Self::known(GAP)
    }

    pub fn of_variable(name: &str, value: &str) -> Self {
        Self { text: value.to_owned(), variables: vec![name.to_owned()] }.within_bounds()
    }

    /// The text: to compare with, not to show.
    pub fn value(&self) -> &str {
        &self.text
    }

    /// The text up to its first gap.
    pub fn beginning(&self) -> &str {
        self.text.split(GAP).next().unwrap_or_default()
    }

    pub fn is_whole(&self) -> bool {
        !self.text.contains(GAP)
    }

    /// The text, or the names of the variables that it comes from.
    pub fn shown(&self) -> Result<&str, &[String]> {
        if self.variables.is_empty() { Ok(&self.text) } else { Err(&self.variables) }
    }

    pub fn then(&self, other: &Text) -> Self {
        let variables = self.variables.iter().chain(&other.variables).cloned().collect();
        Self { text: format!("{}{}", self.text, other.text), variables }.within_bounds()
    }

    pub fn changed(&self, change: impl FnOnce(&str) -> String) -> Self {
        Self { text: change(&self.text), variables: self.variables.clone() }.within_bounds()
    }

    fn within_bounds(mut self) -> Self {
        if self.text.len() > LONGEST {
            self.text.truncate(self.text.floor_char_boundary(LONGEST));
            self.text.push(GAP);
        }
        self
    }
}

/// All values that an expression may have, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueSet(Vec<Value>);

impl ValueSet {
    pub fn of(value: Value) -> Self {
        Self(vec![value])
    }

    pub fn unknown() -> Self {
        Self::of(Value::Unknown)
    }

    pub fn add(&mut self, value: Value) {
        if self.0.contains(&value) {
            return;
        }
        match self.0.len() {
            0..MOST => self.0.push(value),
            MOST => self.0.push(Value::Unknown),
            _ => {}
        }
    }

    pub fn extend(&mut self, values: impl IntoIterator<Item = Value>) {
        values.into_iter().for_each(|value| self.add(value));
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Value> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether these are all.
    pub fn are_certain(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(Value::is_certain)
    }

    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.0.iter().filter_map(Value::text)
    }

    pub fn any(&self, is: impl Fn(&Value) -> bool) -> bool {
        self.0.iter().any(is)
    }

    pub fn all(&self, is: impl Fn(&Value) -> bool) -> bool {
        !self.0.is_empty() && self.0.iter().all(is)
    }

    pub fn retain(&mut self, keep: impl Fn(&Value) -> bool) {
        self.0.retain(keep);
    }
}

impl IntoIterator for ValueSet {
    type Item = Value;
    type IntoIter = std::vec::IntoIter<Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Value> for ValueSet {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        let mut all = Self::default();
        all.extend(values);
        all
    }
}
