//! Shows code by its tokens, which the build found: see build/highlight.rs.

use super::clean::clean_lines;
use super::style::{Meaning, Style};
use super::text::{Line, Span, lines};

/// The placeholder of a learner's name in a template.
const NAME: char = '\0';

/// A piece of code in a text, a solution or a starter file, without the learner's names.
struct CodeBlock {
    language: &'static str,
    lines: usize,
    template: &'static str,
    /// The lengths of all tokens in bytes, and their meanings.
    tokens: &'static [(usize, Option<Meaning>)],
}

// The blocks by language and number of lines.
include!(concat!(env!("OUT_DIR"), "/highlight.rs"));

/// The lines of `source`, never folded. Code that the build knows is highlighted; other code is plain.
///
/// `language` is the first word after the fence, or the extension of the file.
pub fn code(language: &str, source: &str) -> Vec<Line> {
    let source = clean_lines(source).join("\n");
    highlighted(BLOCKS, language, &source).unwrap_or_else(|| lines(&source, Meaning::Code))
}

fn highlighted(blocks: &[CodeBlock], language: &str, source: &str) -> Option<Vec<Line>> {
    let wanted = (language, source.lines().count());
    let first = blocks.partition_point(|block| (block.language, block.lines) < wanted);
    let mut alike = blocks[first..].iter().take_while(|block| (block.language, block.lines) == wanted);
    alike.find_map(|block| Some(show(block, &names(block.template, source)?)))
}

/// The names that `source` has at the placeholders of `template`; `None` if it is another text.
///
/// If the text after a name could belong to the name, the split may differ from what was filled in. Then only colours
/// differ.
fn names<'a>(template: &str, source: &'a str) -> Option<Vec<&'a str>> {
    let mut literals = template.split(NAME);
    let mut rest = source.strip_prefix(literals.next()?)?;
    let literals: Vec<&str> = literals.collect();
    let Some((last, between)) = literals.split_last() else {
        return rest.is_empty().then(Vec::new);
    };
    let mut names = Vec::new();
    for literal in between {
        let (name, after) = rest.split_once(literal)?;
        names.push(name);
        rest = after;
    }
    names.push(rest.strip_suffix(last)?);
    names.iter().all(|name| name.bytes().all(is_of_a_name)).then_some(names)
}

/// Names hold nothing else: the settings refuse it.
fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.')
}

fn show(block: &CodeBlock, names: &[&str]) -> Vec<Line> {
    let (mut done, mut line) = (Vec::new(), Line::default());
    let (mut names, mut rest) = (names.iter(), block.template);
    for (length, meaning) in block.tokens {
        let (token, after) = rest.split_at(*length);
        let style = meaning.map_or_else(Style::default, Style::from);
        for (index, part) in filled(token, &mut names).split('\n').enumerate() {
            if index > 0 {
                done.push(std::mem::take(&mut line));
            }
            line.push(Span::new(part, style));
        }
        rest = after;
    }
    done.push(line);
    done
}

fn filled<'a>(token: &str, names: &mut impl Iterator<Item = &'a &'a str>) -> String {
    let mut parts = token.split(NAME);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.zip(names).fold(first, |text, (part, name)| text + name + part)
}

#[cfg(test)]
mod tests;
