//! The words of a text: what a line break may not split, by Unicode's rules and ours.

use std::ops::Range;

use textwrap::WordSeparator;
use textwrap::core::Fragment;

use super::width::width;

const JOINER: char = '\u{200d}';

/// A part of a text that stays on one line.
#[derive(Debug)]
pub struct Word {
    pub range: Range<usize>,
    pub width: usize,
    blanks: usize,
}

/// From the start of the first word to the end of the last.
pub fn extent(words: &[Word]) -> Range<usize> {
    match words {
        [first, .., last] => first.range.start..last.range.end,
        [only] => only.range.clone(),
        [] => 0..0,
    }
}

/// The words of `text`, none wider than `columns` if possible. Code between backticks is one word if it is not too wide, so
/// that a command can be copied.
pub fn words(text: &str, columns: usize) -> Vec<Word> {
    let (pieces, codes) = (pieces(text), codes(text));
    let is_one_code = |left: &Word, right: &Word| {
        codes.iter().any(|code| code.start < left.range.end && right.range.start < code.end)
    };
    let wholes = pieces.chunk_by(|left, right| is_glued(text, left, right) || is_one_code(left, right));
    wholes.flat_map(|pieces| whole_or_parts(text, pieces, columns)).collect()
}

/// The columns of the longest word of `text`, where code may be broken between its words.
pub fn longest(text: &str) -> usize {
    let pieces = pieces(text);
    let words = pieces.chunk_by(|left, right| is_glued(text, left, right));
    words.map(|pieces| width(&text[extent(pieces)])).max().unwrap_or(0)
}

/// The ranges of code, backticks included.
fn codes(text: &str) -> Vec<Range<usize>> {
    let ticks: Vec<usize> = text.match_indices('`').map(|(at, _)| at).collect();
    ticks.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1).collect()
}

/// The pieces as one word, or as those of a text that is not code.
fn whole_or_parts(text: &str, pieces: &[Word], columns: usize) -> Vec<Word> {
    let whole = Word::new(text, extent(pieces), pieces.last().map_or(0, |piece| piece.blanks));
    if whole.width <= columns {
        return vec![whole];
    }
    let parts = pieces.chunk_by(|left, right| is_glued(text, left, right));
    parts.flat_map(|pieces| fit(text, pieces, columns)).collect()
}

/// Splits `text` wherever Unicode allows a line break.
fn pieces(text: &str) -> Vec<Word> {
    let mut start = 0;
    let found = WordSeparator::UnicodeBreakProperties.find_words(text);
    let pieces = found.map(|word| {
        let end = start + word.word.len();
        let piece = Word::new(text, start..end, word.whitespace.len());
        start = end + word.whitespace.len();
        piece
    });
    pieces.collect()
}

/// Unicode allows a break inside a path or an ARN, but a command is easier to copy without one.
fn is_glued(text: &str, left: &Word, right: &Word) -> bool {
    let ends_in_ascii = text[..left.range.end].ends_with(|c: char| c.is_ascii());
    let starts_in_ascii = text[right.range.start..].starts_with(|c: char| c.is_ascii());
    left.blanks == 0 && ends_in_ascii && starts_in_ascii
}

/// The pieces as one word. If that is too wide, the single pieces, broken where they are still too wide.
fn fit(text: &str, pieces: &[Word], columns: usize) -> Vec<Word> {
    let blanks = pieces.last().map_or(0, |piece| piece.blanks);
    let whole = Word::new(text, extent(pieces), blanks);
    if whole.width <= columns {
        return vec![whole];
    }
    pieces.iter().flat_map(|piece| broken(text, piece, columns)).collect()
}

fn broken(text: &str, piece: &Word, columns: usize) -> Vec<Word> {
    let mut parts = vec![Word { range: piece.range.start..piece.range.start, width: 0, blanks: 0 }];
    for cluster in clusters(text, piece.range.clone()) {
        let columns_taken = width(&text[cluster.clone()]);
        match parts.last_mut() {
            Some(part) if part.width + columns_taken <= columns || part.width == 0 => {
                part.range.end = cluster.end;
                part.width += columns_taken;
            }
            _ => parts.push(Word { range: cluster, width: columns_taken, blanks: 0 }),
        }
    }
    if let Some(last) = parts.last_mut() {
        last.blanks = piece.blanks;
    }
    parts
}

/// Ranges of characters that belong together: accents stay with their letter, joined emoji with each other.
pub fn clusters(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut clusters: Vec<Range<usize>> = Vec::new();
    let mut joined = false;
    for (offset, c) in text[range.clone()].char_indices() {
        let start = range.start + offset;
        let end = start + c.len_utf8();
        match clusters.last_mut() {
            Some(cluster) if joined || width(&text[start..end]) == 0 => cluster.end = end,
            _ => clusters.push(start..end),
        }
        joined = c == JOINER;
    }
    clusters
}

impl Word {
    fn new(text: &str, range: Range<usize>, blanks: usize) -> Self {
        let width = width(&text[range.clone()]);
        Self { range, width, blanks }
    }
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.blanks as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}
