//! The texts that a script puts together from constants: what is only known when it runs is a gap in them.

use std::collections::HashMap;

use crate::documents::address::Address;
use crate::documents::javascript::{Piece, Token};

/// Stands in a text for what is not known before the script runs.
pub const GAP: char = '\u{fffc}';
/// No address is longer, in bytes.
const LONGEST: usize = 2000;
/// How many terms of one expression are read, and how deep they may stand in one another.
const MOST_TERMS: usize = 60;
const DEEPEST: usize = 20;

/// The texts that names stand for, in whatever scope.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// Takes in every assignment and property, in the order of the script.
    pub fn learn(&mut self, tokens: &[Token]) {
        for at in 0..tokens.len() {
            if let Some((name, text)) = self.assignment(tokens, at) {
                self.0.insert(name.to_owned(), text);
            }
        }
    }

    pub fn get(&self, name: &str) -> Option<&String> {
        self.0.get(name)
    }

    /// Every text in the script that begins here or there, as long as it goes.
    pub fn texts(&mut self, tokens: &[Token]) -> Vec<String> {
        let mut texts = Vec::new();
        for at in 0..tokens.len() {
            if let Some((name, text)) = self.assignment(tokens, at) {
                self.0.insert(name.to_owned(), text);
            }
            if let Token::Template(pieces) = &tokens[at] {
                let code =
                    pieces.iter().filter_map(|piece| if let Piece::Code(code) = piece { Some(code) } else { None });
                code.for_each(|code| texts.extend(self.texts(code)));
            }
            if begins(tokens, at) {
                let text = self.expression(&mut Cursor { tokens, at, terms: 0, depth: 0 });
                texts.extend(text.filter(|text| text.chars().any(|c| c != GAP)));
            }
        }
        texts
    }

    /// `name = …`, `name += …` and `name: …`.
    fn assignment<'a>(&self, tokens: &'a [Token], at: usize) -> Option<(&'a str, String)> {
        let (Token::Word(name) | Token::Text(name)) = &tokens[at] else { return None };
        let mark = |ahead: usize| if let Some(Token::Mark(c)) = tokens.get(at + ahead) { *c } else { ' ' };
        let (value, adds) = match (mark(1), mark(2)) {
            ('=', '=' | '>') => return None,
            ('=' | ':', _) => (at + 2, false),
            ('+', '=') => (at + 3, true),
            _ => return None,
        };
        let text = self.expression(&mut Cursor { tokens, at: value, terms: 0, depth: 0 })?;
        let before = if adds { self.0.get(name).cloned().unwrap_or_default() } else { String::new() };
        Some((name, within_bounds(before + &text)))
    }

    /// Terms with `+` between them; `None` when nothing of it is known.
    fn expression(&self, cursor: &mut Cursor<'_>) -> Option<String> {
        let mut text = self.term(cursor);
        while cursor.terms < MOST_TERMS && cursor.is_mark('+') && !cursor.is_mark_ahead(1, '=') {
            cursor.at += 1;
            let more = self.term(cursor).unwrap_or_else(|| GAP.into());
            text = Some(within_bounds(text.unwrap_or_else(|| GAP.into()) + &more));
        }
        text
    }

    fn term(&self, cursor: &mut Cursor<'_>) -> Option<String> {
        cursor.terms += 1;
        if cursor.depth > DEEPEST || cursor.terms > MOST_TERMS {
            return None;
        }
        let token = cursor.tokens.get(cursor.at)?;
        cursor.at += 1;
        let text = match token {
            Token::Text(text) | Token::Number(text) => Some(text.clone()),
            Token::Template(pieces) => Some(self.template(pieces, cursor.depth)),
            Token::Mark('(') => {
                cursor.depth += 1;
                let text = self.expression(cursor);
                cursor.depth -= 1;
                if !cursor.is_mark(')') {
                    return None;
                }
                cursor.at += 1;
                text
            }
            Token::Word(word) if word == "new" && cursor.is_word("URL") => {
                cursor.at += 1;
                self.url(cursor)
            }
            Token::Word(word) if word == "await" => return self.term(cursor),
            Token::Word(word) if matches!(word.as_str(), "String" | "encodeURI") && cursor.is_mark('(') => {
                return self.term(cursor);
            }
            Token::Word(word) => self.0.get(word).cloned(),
            Token::Regex | Token::Mark(_) => None,
        };
        self.members(text, cursor)
    }

    /// What follows a value: `.href` and the like leave a text as it is, another name stands for itself.
    fn members(&self, mut text: Option<String>, cursor: &mut Cursor<'_>) -> Option<String> {
        while cursor.is_mark('.') || (cursor.is_mark('?') && cursor.is_mark_ahead(1, '.')) {
            cursor.at += if cursor.is_mark('?') { 2 } else { 1 };
            let Some(Token::Word(name)) = cursor.tokens.get(cursor.at) else { return None };
            cursor.at += 1;
            match (name.as_str(), cursor.is_mark('(')) {
                ("href", false) => {}
                ("toString" | "trim" | "toLowerCase", true) if cursor.is_mark_ahead(1, ')') => cursor.at += 2,
                ("concat", true) => {
                    let more = self.term(cursor).unwrap_or_else(|| GAP.into());
                    text = text.map(|text| within_bounds(text + &more));
                }
                (_, true) => return None,
                (name, false) => text = self.0.get(name).cloned(),
            }
        }
        if cursor.is_mark('(') { None } else { text }
    }

    fn template(&self, pieces: &[Piece], depth: usize) -> String {
        let parts = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Code(tokens) => {
                let mut cursor = Cursor { tokens, at: 0, terms: 0, depth: depth + 1 };
                let text = self.expression(&mut cursor).filter(|_| cursor.at == tokens.len());
                text.unwrap_or_else(|| GAP.into())
            }
        });
        within_bounds(parts.collect())
    }

    /// `new URL(reference)` and `new URL(reference, base)`.
    fn url(&self, cursor: &mut Cursor<'_>) -> Option<String> {
        if !cursor.is_mark('(') {
            return None;
        }
        cursor.at += 1;
        cursor.depth += 1;
        let reference = self.expression(cursor);
        let base = cursor.is_mark(',').then(|| {
            cursor.at += 1;
            self.expression(cursor)
        });
        cursor.depth -= 1;
        if cursor.is_mark(')') {
            cursor.at += 1;
        }
        match base {
            None => reference,
            Some(base) => Some(Address::parse(&base?)?.resolve(&reference?)?.to_string()),
        }
    }
}

/// A place in a list of tokens.
struct Cursor<'a> {
    tokens: &'a [Token],
    at: usize,
    terms: usize,
    depth: usize,
}

impl Cursor<'_> {
    fn is_mark(&self, mark: char) -> bool {
        self.is_mark_ahead(0, mark)
    }

    fn is_mark_ahead(&self, ahead: usize, mark: char) -> bool {
        self.tokens.get(self.at + ahead) == Some(&Token::Mark(mark))
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.tokens.get(self.at), Some(Token::Word(found)) if found == word)
    }
}

/// Whether an expression may begin here: not in the middle of a sum or behind a dot.
fn begins(tokens: &[Token], at: usize) -> bool {
    let goes_on = at > 0 && matches!(tokens[at - 1], Token::Mark('+' | '.'));
    !goes_on && matches!(tokens[at], Token::Text(_) | Token::Template(_) | Token::Word(_) | Token::Mark('('))
}

fn within_bounds(mut text: String) -> String {
    text.truncate(text.floor_char_boundary(LONGEST));
    text
}
