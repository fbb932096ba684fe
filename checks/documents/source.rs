//! Source text in JavaScript or Python, as far as its words and texts tell what it does; comments are left out.

use crate::documents::javascript;
use crate::documents::javascript::Piece;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    JavaScript,
    Python,
}

impl Language {
    /// By the ending of a file's name.
    pub fn of(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1 {
            "py" => Some(Language::Python),
            "mjs" | "js" | "cjs" => Some(Language::JavaScript),
            _ => None,
        }
    }
}

/// One piece of source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name, a keyword or a number.
    Word(String),
    /// What stands between quotes.
    Text(String),
    /// Any other character; `` ` `` begins a text that is put together while the code runs.
    Mark(char),
}

impl Token {
    pub fn is_word(&self, word: &str) -> bool {
        matches!(self, Token::Word(own) if own == word)
    }

    pub fn is_mark(&self, mark: char) -> bool {
        matches!(self, Token::Mark(own) if *own == mark)
    }

    /// A name, written bare or between quotes.
    pub fn name(&self) -> Option<&str> {
        match self {
            Token::Word(name) | Token::Text(name) => Some(name),
            Token::Mark(_) => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Token::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The pieces of `text`, whatever it holds.
pub fn tokens(language: Language, text: &str) -> Vec<Token> {
    match language {
        Language::JavaScript => {
            let mut flat = Vec::new();
            flatten(javascript::pieces(text).tokens, &mut flat);
            flat
        }
        Language::Python => python(text),
    }
}

/// A template with code in it becomes a mark, its texts and the pieces of its code.
fn flatten(pieces: Vec<javascript::Token>, into: &mut Vec<Token>) {
    for piece in pieces {
        match piece {
            javascript::Token::Text(text) => into.push(Token::Text(text)),
            javascript::Token::Word(word) | javascript::Token::Number(word) => into.push(Token::Word(word)),
            javascript::Token::Regex => into.push(Token::Mark('/')),
            javascript::Token::Mark(mark) => into.push(Token::Mark(mark)),
            javascript::Token::Template(parts) => {
                into.extend((parts.len() > 1).then_some(Token::Mark('`')));
                parts.into_iter().for_each(|part| match part {
                    Piece::Text(text) => into.push(Token::Text(text)),
                    Piece::Code(code) => flatten(code, into),
                });
            }
        }
    }
}

/// What may stand before the quotes of a Python text.
const PREFIXES: &[&str] = &["r", "b", "f", "u", "rb", "br", "fr", "rf"];

/// In one walk and without recursion.
fn python(text: &str) -> Vec<Token> {
    let mut reader = Python { text: text.chars().collect(), at: 0, tokens: Vec::new() };
    while reader.at < reader.text.len() {
        reader.step();
    }
    reader.tokens
}

struct Python {
    text: Vec<char>,
    at: usize,
    tokens: Vec<Token>,
}

impl Python {
    fn step(&mut self) {
        match self.text[self.at] {
            c if c.is_whitespace() => self.at += 1,
            '#' => self.skip_line(),
            c @ ('"' | '\'') => self.quoted(c),
            c if is_of_word(c) => self.word(),
            c => {
                self.at += 1;
                self.tokens.push(Token::Mark(c));
            }
        }
    }

    fn follows(&self, what: &str) -> bool {
        what.chars().enumerate().all(|(n, c)| self.text.get(self.at + n) == Some(&c))
    }

    fn skip_line(&mut self) {
        while self.text.get(self.at).is_some_and(|c| *c != '\n') {
            self.at += 1;
        }
    }

    fn quoted(&mut self, quote: char) {
        let triple: String = [quote; 3].iter().collect();
        if self.follows(&triple) {
            self.at += 3;
            return self.text_until(&triple, true);
        }
        self.at += 1;
        self.text_until(&quote.to_string(), false);
    }

    fn text_until(&mut self, end: &str, over_lines: bool) {
        let mut text = String::new();
        while let Some(c) = self.text.get(self.at).copied() {
            if self.follows(end) || (c == '\n' && !over_lines) {
                break;
            }
            self.at += usize::from(c == '\\');
            text.extend(self.text.get(self.at));
            self.at += 1;
        }
        self.at += end.len();
        self.tokens.push(Token::Text(text));
    }

    fn word(&mut self) {
        let start = self.at;
        while self.text.get(self.at).is_some_and(|c| is_of_word(*c)) {
            self.at += 1;
        }
        let word: String = self.text[start..self.at].iter().collect();
        let is_prefix = matches!(self.text.get(self.at), Some('"' | '\''))
            && PREFIXES.contains(&word.to_ascii_lowercase().as_str());
        if !is_prefix {
            self.tokens.push(Token::Word(word));
        } else if word.contains(['f', 'F']) {
            self.tokens.push(Token::Mark('`'));
        }
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn js(text: &str) -> String {
        shown(Language::JavaScript, text)
    }

    fn shown(language: Language, text: &str) -> String {
        let show = |token: &Token| match token {
            Token::Word(word) => word.clone(),
            Token::Text(text) => format!("<{text}>"),
            Token::Mark(mark) => mark.to_string(),
        };
        tokens(language, text).iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_are_left_out_and_texts_are_whole() {
        assert_eq!(js("a // b\n/* c */ d: 'e // f', \"g\\\"h\""), "a d : <e // f> , <g\"h>");
        assert_eq!(js("#!/usr/bin/env node\nx"), "x");
        assert_eq!(
            shown(Language::Python, "a = 1 # b\n\"\"\"c 'd' \"\"\" r'e' f\"{g}\""),
            "a = 1 <c 'd' > <e> ` <{g}>"
        );
    }

    #[test]
    fn a_slash_divides_or_begins_a_pattern() {
        assert_eq!(js("a / b / 'c'"), "a / b / <c>");
        assert_eq!(js("a.replace(/['\"/]\\//g, 'b')"), "a . replace ( / g , <b> )");
        assert_eq!(js("return /'/.test(a)"), "return / . test ( a )");
    }

    #[test]
    fn a_template_is_one_text_or_is_put_together() {
        assert_eq!(js("`a 'b'`, c"), "<a 'b'> , c");
        assert_eq!(js("`a${ {b: `c${d}`} }e` f"), "` <a> { b : ` <c> d <> } <e> f");
    }

    #[test]
    fn deeply_nested_templates_do_not_exhaust_the_stack() {
        tokens(Language::JavaScript, &"`${".repeat(300_000));
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end(text in "(\\PC|[`'\"/\\\\{}$#\n]){0,200}") {
            for language in [Language::JavaScript, Language::Python] {
                let _ = tokens(language, &text);
            }
        }
    }
}
