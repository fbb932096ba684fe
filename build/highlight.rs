//! Highlights code while the program is built: a highlighter starts too slowly to do it while somebody reads.

use syntect::parsing::{ParseState, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// What the names of scopes begin with, by the token that a reader sees in them; the innermost scope that is here
/// decides. Names by the guide of Sublime Text, "Scope Naming"; the variants are those of `Meaning`.
const TOKENS: [(&str, Option<&str>); 27] = [
    ("comment", Some("Comment")),
    ("constant.character.escape", Some("String")),
    ("constant", Some("Number")),
    ("entity.name.function", Some("Command")),
    ("entity.name.tag", Some("Key")),
    ("entity.name.table", Some("Keyword")),
    ("entity.other.attribute-name", Some("Key")),
    ("keyword.operator.word", Some("Keyword")),
    ("keyword.operator", None),
    ("keyword.other.http-header", Some("Key")),
    ("keyword", Some("Keyword")),
    // What a shell's `$(…)` holds is a command of its own, even inside of a string.
    ("meta.group.expansion.command", None),
    ("meta.interpolation", None),
    ("meta.group.expansion.parameter", Some("Variable")),
    ("meta.mapping.key", Some("Key")),
    ("punctuation.definition.parameter", Some("Key")),
    ("punctuation.separator.continuation", None),
    ("storage.type.tag-handle", Some("Keyword")),
    ("storage", Some("Keyword")),
    ("string", Some("String")),
    ("support.function", Some("Command")),
    ("support.type.property-name", Some("Key")),
    ("variable.function", Some("Command")),
    ("variable.parameter.option", Some("Key")),
    ("variable.language", Some("Keyword")),
    ("variable.other.readwrite.assignment.shell", Some("Variable")),
    ("variable.other.readwrite.shell", Some("Variable")),
];

/// A string in this scope is the name of a property.
const KEY: &str = "meta.mapping.key";

/// Languages that their texts call otherwise than the syntaxes do.
const ALIASES: [(&str, &str); 3] = [("console", "sh"), ("mjs", "js"), ("shell", "sh")];

/// A transcript of a shell: what follows one of these is a command, every other line is an answer.
const TRANSCRIPT: &str = "console";
const PROMPTS: [&str; 2] = ["$ ", "> "];

/// Bytes of the code, and the variant of `Meaning` that they have; none for what is plain.
pub type Token = (usize, Option<&'static str>);

/// Knows the syntaxes; loading them takes its time.
pub struct Highlighter(SyntaxSet);

impl Highlighter {
    pub fn new() -> Self {
        Self(two_face::syntax::extra_newlines())
    }

    /// The tokens of `code`, all of it; `None` where the language has no syntax.
    pub fn tokens(&self, language: &str, code: &str) -> Option<Vec<Token>> {
        let name = ALIASES.iter().find(|(alias, _)| *alias == language).map_or(language, |(_, name)| name);
        let syntax = self.0.find_syntax_by_token(name).filter(|syntax| syntax.name != "Plain Text")?;
        let mut reader = Reader { set: &self.0, state: ParseState::new(syntax), scopes: ScopeStack::new() };
        let mut tokens = Vec::new();
        for line in LinesWithEndings::from(code) {
            if language == TRANSCRIPT {
                transcript(&mut reader, syntax, line, &mut tokens)?;
            } else {
                reader.line(line, &mut tokens)?;
            }
        }
        Some(tokens)
    }
}

fn transcript(reader: &mut Reader, syntax: &SyntaxReference, line: &str, tokens: &mut Vec<Token>) -> Option<()> {
    let Some(prompt) = PROMPTS.iter().find(|prompt| line.starts_with(**prompt)) else {
        // An answer ends whatever the command left open.
        reader.state = ParseState::new(syntax);
        reader.scopes = ScopeStack::new();
        push(tokens, line.len(), None);
        return Some(());
    };
    push(tokens, prompt.len(), Some("Comment"));
    reader.line(&line[prompt.len()..], tokens)
}

struct Reader<'a> {
    set: &'a SyntaxSet,
    state: ParseState,
    scopes: ScopeStack,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, tokens: &mut Vec<Token>) -> Option<()> {
        let mut start = 0;
        for (end, change) in self.state.parse_line(line, self.set).ok()? {
            push(tokens, end - start, meaning(&self.scopes));
            start = end;
            self.scopes.apply(&change).ok()?;
        }
        push(tokens, line.len() - start, meaning(&self.scopes));
        Some(())
    }
}

fn push(tokens: &mut Vec<Token>, length: usize, meaning: Option<&'static str>) {
    match tokens.last_mut() {
        _ if length == 0 => {}
        Some((last, same)) if *same == meaning => *last += length,
        _ => tokens.push((length, meaning)),
    }
}

fn meaning(scopes: &ScopeStack) -> Option<&'static str> {
    let scopes: Vec<String> = scopes.as_slice().iter().map(|scope| scope.build_string()).collect();
    match scopes.iter().rev().find_map(|scope| named(scope))? {
        Some("String") if scopes.iter().any(|scope| begins_with(scope, KEY)) => Some("Key"),
        meaning => meaning,
    }
}

/// The longest beginning of `scope` decides; outer `None`: the scope says nothing.
fn named(scope: &str) -> Option<Option<&'static str>> {
    let known = TOKENS.iter().filter(|(name, _)| begins_with(scope, name));
    known.max_by_key(|(name, _)| name.len()).map(|(_, meaning)| *meaning)
}

fn begins_with(scope: &str, name: &str) -> bool {
    scope.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
