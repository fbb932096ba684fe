//! Finds the code of the texts and writes the table of its tokens.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::highlight::{Highlighter, Token};

/// What the highlighter sees in place of a name of the learner's: a word in every language.
const STAND_IN: &str = "learnersname";
/// What stands for such a name in the table; no text can hold it.
const NAME: &str = "\0";
/// What a template may hold besides names, and tabs, whose width depends on the names before them: code with these
/// is in no table, and so is shown without highlighting.
const UNKNOWN: [&str; 3] = ["{%", "<#", "\t"];

/// What lets code stand where it stands; see the renderer's own extensions.
const EXTENSIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_GFM);

/// All code, each once, by its language and its number of lines, as the table is ordered.
#[derive(Default)]
pub struct Codes(BTreeSet<(String, usize, String)>);

impl Codes {
    /// Adds the fenced code of a text: Markdown, a template over the learner's names.
    pub fn add_text(&mut self, markdown: &str) {
        let markdown = with_stand_ins(markdown);
        let mut fenced = None;
        for event in Parser::new_ext(&markdown, EXTENSIONS) {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => fenced = Some((info, String::new())),
                Event::End(TagEnd::CodeBlock) => {
                    fenced.take().into_iter().for_each(|(info, code)| self.add(language(&info), &code));
                }
                Event::Text(text) => fenced.iter_mut().for_each(|(_, code)| code.push_str(&text)),
                _ => {}
            }
        }
    }

    /// Adds a file, a template too; its ending says the language.
    pub fn add_file(&mut self, path: &str, text: &str) {
        let language = Path::new(path).extension().unwrap_or_default().to_string_lossy();
        self.add(&language, &with_stand_ins(text));
    }

    fn add(&mut self, language: &str, code: &str) {
        let lines: Vec<&str> = code.lines().collect();
        if lines.is_empty() || UNKNOWN.iter().any(|mark| code.contains(mark)) {
            return;
        }
        self.0.insert((language.to_owned(), lines.len(), lines.join("\n")));
    }

    /// The table in Rust, without the code whose language the highlighter does not know.
    pub fn table(&self, highlighter: &Highlighter) -> String {
        let mut table = String::from("static BLOCKS: &[CodeBlock] = &[\n");
        for (language, lines, code) in &self.0 {
            let Some((template, tokens)) = highlighted(highlighter, language, code) else {
                continue;
            };
            let _ = writeln!(
                table,
                "CodeBlock {{ language: {language:?}, lines: {lines}, template: {template:?}, tokens: &[{tokens}] }},"
            );
        }
        table + "];\n"
    }
}

fn language(info: &str) -> &str {
    info.split_whitespace().next().unwrap_or_default()
}

fn with_stand_ins(template: &str) -> String {
    let mut parts = template.split("{{");
    let before = parts.next().unwrap_or_default().to_owned();
    parts.fold(before, |text, part| match part.split_once("}}") {
        Some((_, after)) => text + STAND_IN + after,
        None => text + "{{" + part,
    })
}

/// The template as the table has it, and its tokens; `None` where a token ends inside a name.
fn highlighted(highlighter: &Highlighter, language: &str, code: &str) -> Option<(String, String)> {
    let (mut template, mut tokens, mut rest) = (String::new(), String::new(), code);
    for (length, meaning) in highlighter.tokens(language, code)? {
        let (token, after) = rest.split_at(length);
        let token = token.replace(STAND_IN, NAME);
        tokens.push_str(&row((token.len(), meaning)));
        template.push_str(&token);
        rest = after;
    }
    (template == code.replace(STAND_IN, NAME)).then_some((template, tokens))
}

fn row((length, meaning): Token) -> String {
    match meaning {
        Some(meaning) => format!("({length}, Some(Meaning::{meaning})), "),
        None => format!("({length}, None), "),
    }
}
