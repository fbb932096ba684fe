//! JavaScript in pieces: strings, templates, words and marks. Comments and regular expressions are told apart from them
//! (ECMAScript Language Specification, "Lexical Grammar").

use std::iter::Peekable;
use std::str::Chars;

/// How deep templates may stand in one another.
const DEEPEST: usize = 32;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A string literal, without its quotes and escapes.
    Text(String),
    Template(Vec<Piece>),
    Word(String),
    Number(String),
    Regex,
    Mark(char),
}

/// A part of a template literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Code(Vec<Token>),
}

/// The tokens of a script, and its comments.
#[derive(Debug, Default)]
pub struct Pieces {
    pub tokens: Vec<Token>,
    pub comments: String,
}

/// Reads a script as far as it can be read; a first line that names the program for it is none of it.
pub fn pieces(source: &str) -> Pieces {
    let source = if source.starts_with("#!") { source.trim_start_matches(|c| c != '\n') } else { source };
    let mut reader = Reader { rest: source.chars().peekable(), comments: String::new(), depth: 0 };
    let tokens = reader.tokens();
    Pieces { tokens, comments: reader.comments }
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    comments: String,
    depth: usize,
}

impl Reader<'_> {
    /// Up to the end, or to the brace that closes a template's code.
    fn tokens(&mut self) -> Vec<Token> {
        let (mut tokens, mut braces) = (Vec::new(), 0_usize);
        while let Some(c) = self.rest.next() {
            match c {
                '"' | '\'' => tokens.extend(self.text(c).map(Token::Text)),
                '`' => tokens.push(Token::Template(self.template())),
                '/' if self.rest.next_if_eq(&'/').is_some() => self.comment_of_line(),
                '/' if self.rest.next_if_eq(&'*').is_some() => self.comment(),
                '/' if !ends_value(tokens.last()) => tokens.push(self.regex()),
                '<' if self.follows("!--") => self.comment_of_line(),
                '{' => {
                    braces += 1;
                    tokens.push(Token::Mark(c));
                }
                '}' if braces == 0 && self.depth > 0 => return tokens,
                '}' => {
                    braces = braces.saturating_sub(1);
                    tokens.push(Token::Mark(c));
                }
                c if is_word(c) => {
                    let word = self.word(c);
                    tokens.push(if c.is_ascii_digit() { Token::Number(word) } else { Token::Word(word) });
                }
                c if c.is_whitespace() => {}
                c => tokens.push(Token::Mark(c)),
            }
        }
        tokens
    }

    fn word(&mut self, first: char) -> String {
        let mut word = String::from(first);
        while let Some(c) = self.rest.next_if(|c| is_word(*c)) {
            word.push(c);
        }
        word
    }

    /// `None` for a string that its line ends: such a script does not run.
    fn text(&mut self, quote: char) -> Option<String> {
        let mut text = String::new();
        while let Some(c) = self.rest.next() {
            match c {
                c if c == quote => return Some(text),
                '\n' => return None,
                '\\' => text.extend(self.escaped()),
                c => text.push(c),
            }
        }
        None
    }

    fn template(&mut self) -> Vec<Piece> {
        let (mut pieces, mut text) = (Vec::new(), String::new());
        while let Some(c) = self.rest.next() {
            match c {
                '`' => break,
                '\\' => text.extend(self.escaped()),
                '$' if self.depth < DEEPEST && self.rest.next_if_eq(&'{').is_some() => {
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                    self.depth += 1;
                    pieces.push(Piece::Code(self.tokens()));
                    self.depth -= 1;
                }
                c => text.push(c),
            }
        }
        pieces.push(Piece::Text(text));
        pieces
    }

    /// What stands after a backslash; an escaped line break is nothing.
    fn escaped(&mut self) -> Option<char> {
        match self.rest.next()? {
            '\n' => None,
            'n' => Some('\n'),
            't' => Some('\t'),
            'x' => self.code(2),
            'u' if self.rest.next_if_eq(&'{').is_some() => {
                let c = self.code(6);
                self.rest.next_if_eq(&'}');
                c
            }
            'u' => self.code(4),
            c => Some(c),
        }
    }

    fn code(&mut self, digits: usize) -> Option<char> {
        let mut code = 0;
        for _ in 0..digits {
            let Some(digit) = self.rest.next_if(char::is_ascii_hexdigit).and_then(|c| c.to_digit(16)) else { break };
            code = code * 16 + digit;
        }
        char::from_u32(code)
    }

    fn comment_of_line(&mut self) {
        while let Some(c) = self.rest.next_if(|c| *c != '\n') {
            self.comments.push(c);
        }
        self.comments.push('\n');
    }

    fn comment(&mut self) {
        while let Some(c) = self.rest.next() {
            if c == '*' && self.rest.next_if_eq(&'/').is_some() {
                break;
            }
            self.comments.push(c);
        }
        self.comments.push('\n');
    }

    /// A slash where no value ends begins a regular expression; its classes may hold slashes.
    fn regex(&mut self) -> Token {
        let mut in_class = false;
        while let Some(c) = self.rest.next_if(|c| *c != '\n') {
            match c {
                '\\' => drop(self.rest.next_if(|c| *c != '\n')),
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => break,
                _ => {}
            }
        }
        Token::Regex
    }

    fn follows(&mut self, text: &str) -> bool {
        let mut ahead = self.rest.clone();
        let same = text.chars().all(|c| ahead.next() == Some(c));
        if same {
            self.rest = ahead;
        }
        same
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '#')
}

/// Whether a value ends here, so that a slash divides it.
fn ends_value(last: Option<&Token>) -> bool {
    const BEFORE_VALUES: [&str; 10] = ["return", "typeof", "case", "in", "of", "do", "else", "await", "yield", "void"];
    match last {
        None => false,
        Some(Token::Mark(c)) => matches!(c, ')' | ']' | '}'),
        Some(Token::Word(word)) => !BEFORE_VALUES.contains(&word.as_str()),
        Some(_) => true,
    }
}
