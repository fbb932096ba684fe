//! Source text in JavaScript or Python, as far as its words and texts tell what it does; comments are left out.

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

/// The pieces of `text`, in one walk and without recursion, whatever it holds.
pub fn tokens(language: Language, text: &str) -> Vec<Token> {
    let mut reader =
        Reader { language, text: text.chars().collect(), at: 0, tokens: Vec::new(), templates: Vec::new() };
    while reader.at < reader.text.len() {
        reader.step();
    }
    reader.tokens
}

/// Words after which a slash begins a pattern and divides nothing.
const BEFORE_PATTERN: &[&str] = &["return", "typeof", "case", "in", "of", "await", "yield", "else", "do", "void"];
/// What may stand before the quotes of a Python text.
const PREFIXES: &[&str] = &["r", "b", "f", "u", "rb", "br", "fr", "rf"];

struct Reader {
    language: Language,
    text: Vec<char>,
    at: usize,
    tokens: Vec<Token>,
    /// The templates that are open around this place: how many braces are open in the expression of each.
    templates: Vec<usize>,
}

impl Reader {
    fn step(&mut self) {
        let c = self.text[self.at];
        match (self.language, c) {
            _ if c.is_whitespace() => self.at += 1,
            (Language::Python, '#') => self.skip_line(),
            (Language::JavaScript, '#') if self.at == 0 => self.skip_line(),
            (Language::JavaScript, '/') if self.follows("//") => self.skip_line(),
            (Language::JavaScript, '/') if self.follows("/*") => self.skip_past("*/"),
            (Language::JavaScript, '/') if self.begins_pattern() => self.skip_pattern(),
            (Language::JavaScript, '`') => {
                self.at += 1;
                self.template(true);
            }
            (_, '"' | '\'') => self.quoted(c),
            _ if is_of_word(c) => self.word(),
            _ => self.mark(c),
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

    fn skip_past(&mut self, end: &str) {
        self.at += 2;
        while self.at < self.text.len() && !self.follows(end) {
            self.at += 1;
        }
        self.at += end.len();
    }

    fn begins_pattern(&self) -> bool {
        match self.tokens.last() {
            None => true,
            Some(Token::Word(word)) => BEFORE_PATTERN.contains(&word.as_str()),
            Some(Token::Text(_)) => false,
            Some(Token::Mark(mark)) => !matches!(mark, ')' | ']' | '}'),
        }
    }

    /// A pattern ends on its line; what does not was a division.
    fn skip_pattern(&mut self) {
        let (mut end, mut in_class) = (self.at + 1, false);
        while let Some(c) = self.text.get(end).filter(|c| **c != '\n') {
            match c {
                '\\' => end += 1,
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => {
                    self.at = end + 1;
                    return self.tokens.push(Token::Mark('/'));
                }
                _ => {}
            }
            end += 1;
        }
        self.mark('/');
    }

    fn quoted(&mut self, quote: char) {
        let triple: String = [quote; 3].iter().collect();
        if self.language == Language::Python && self.follows(&triple) {
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

    /// A template from here to its end or to its next expression.
    fn template(&mut self, is_begin: bool) {
        let mut text = String::new();
        while let Some(c) = self.text.get(self.at).copied() {
            if c == '`' {
                break;
            }
            if self.follows("${") {
                if is_begin {
                    self.tokens.push(Token::Mark('`'));
                }
                self.templates.push(0);
                self.at += 2;
                return self.tokens.push(Token::Text(text));
            }
            self.at += usize::from(c == '\\');
            text.extend(self.text.get(self.at));
            self.at += 1;
        }
        self.at += 1;
        self.tokens.push(Token::Text(text));
    }

    fn word(&mut self) {
        let start = self.at;
        while self.text.get(self.at).is_some_and(|c| is_of_word(*c)) {
            self.at += 1;
        }
        let word: String = self.text[start..self.at].iter().collect();
        let is_prefix = self.language == Language::Python
            && matches!(self.text.get(self.at), Some('"' | '\''))
            && PREFIXES.contains(&word.to_ascii_lowercase().as_str());
        if !is_prefix {
            self.tokens.push(Token::Word(word));
        } else if word.contains(['f', 'F']) {
            self.tokens.push(Token::Mark('`'));
        }
    }

    fn mark(&mut self, c: char) {
        self.at += 1;
        match (c, self.templates.last_mut()) {
            ('}', Some(0)) => {
                self.templates.pop();
                return self.template(false);
            }
            ('{', Some(open)) => *open += 1,
            ('}', Some(open)) => *open -= 1,
            _ => {}
        }
        self.tokens.push(Token::Mark(c));
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
    fn deeply_nested_templates_are_read_without_recursion() {
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
