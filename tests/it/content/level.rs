//! How long each section is and how hard to read: printed for whoever writes, and held within wide bounds.

use std::ops::RangeInclusive;

use super::document::{Block, BlockKind};
use super::readings::{Section, sections};
use super::text::Kind;
use super::{Page, pages};
use crate::about_the_repository::none;

/// Words of a section of a chapter to read, and of a walkthrough.
const READING: RangeInclusive<usize> = 150..=400;
const WALKTHROUGH: RangeInclusive<usize> = 250..=1500;
/// Words of a section's average sentence.
const SENTENCE: usize = 25;
/// Flesch's reading ease: 100 is easy, 60 is plain English, below 30 is for specialists.
const EASE: f64 = 40.0;

/// What is counted in a section: the prose, its lists and its tables, but neither code nor the line of sources.
struct Figures {
    words: usize,
    sentences: usize,
    syllables: usize,
}

impl Figures {
    fn of(section: &Section<'_>) -> Self {
        let mut figures = Self { words: 0, sentences: 0, syllables: 0 };
        let counted = section.blocks.iter().filter(|block| !block.text().starts_with("Source: "));
        counted.for_each(|block| figures.add(block));
        figures
    }

    fn add(&mut self, block: &Block) {
        let text = block.text();
        let words: Vec<&str> = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
        self.words += words.len();
        if block.kind == BlockKind::Prose {
            let ends =
                words.iter().filter(|word| word.trim_end_matches(['"', ')', '*']).ends_with(['.', '?', '!', ':', ';']));
            self.sentences += ends.count().max(1);
            self.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
        } else {
            // A cell of a table is no sentence: it counts as average.
            self.syllables += words.len() * 3 / 2;
        }
    }

    fn sentence(&self) -> f64 {
        ratio(self.words, self.sentences)
    }

    /// Flesch, "A new readability yardstick", 1948.
    fn ease(&self) -> f64 {
        206.835 - 1.015 * self.sentence() - 84.6 * ratio(self.syllables, self.words)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole.max(1))
}

/// Groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let vowel = |c: char| "aeiouy".contains(c);
    let starts = word.chars().scan(false, |before, c| {
        let starts = vowel(c) && !*before;
        *before = vowel(c);
        Some(starts)
    });
    let groups = starts.filter(|starts| *starts).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

fn faults(page: &Page, section: &Section<'_>) -> Vec<String> {
    let figures = Figures::of(section);
    let words = if section.is_reading() { READING } else { WALKTHROUGH };
    let checks = [
        (
            !words.contains(&figures.words),
            format!("has {} words; {} to {} are asked for", figures.words, words.start(), words.end()),
        ),
        (
            figures.sentence() > ratio(SENTENCE, 1),
            format!("has {:.0} words a sentence, more than {SENTENCE}: break some in two", figures.sentence()),
        ),
        (
            figures.ease() < EASE,
            format!("has a reading ease of {:.0}, below {EASE:.0}: use shorter words and sentences", figures.ease()),
        ),
    ];
    let wrong = checks.into_iter().filter(|(wrong, _)| *wrong);
    wrong.map(|(_, says)| page.text.fault(section.line, format!("the section \"{}\" {says}", section.title))).collect()
}

fn row(page: &Page, section: &Section<'_>) -> String {
    let figures = Figures::of(section);
    let news = if section.has_news() { "yes" } else { "" };
    format!(
        "{:<5} {:<52.52} {:>5} {:>8.1} {:>5.0}  {news}",
        page.text.chapter,
        section.title,
        figures.words,
        figures.sentence(),
        figures.ease()
    )
}

/// A beginner reads in the evening and in a second language; long sentences are where they give up.
#[test]
fn sections_are_of_a_length_and_a_level_that_beginners_read() {
    let pages = pages();
    let chapters: Vec<&Page> = pages.iter().filter(|page| page.text.kind == Kind::Chapter).collect();
    println!("{:<5} {:<52} {:>5} {:>8} {:>5}  since the book", "", "section", "words", "sentence", "ease");
    let mut wrong = Vec::new();
    for page in chapters {
        for section in sections(&page.document) {
            println!("{}", row(page, &section));
            wrong.extend(faults(page, &section));
        }
    }
    none(wrong);
}

#[test]
fn a_section_that_is_short_and_hard() {
    let hard = "Notwithstanding organizational considerations, architectural responsibilities necessitate \
                interdisciplinary collaboration, prioritization, documentation, standardization, experimentation, instrumentation, \
                modularization, virtualization, containerization, authentication, authorization, administration, \
                configuration, communication, transformation, interoperability, accountability and maintainability.";
    let page = Page::named("ch01.md", &format!("# T\n\n## One {{#one}}\n\n{hard}\n"));
    let faults: Vec<_> = sections(&page.document).iter().flat_map(|section| faults(&page, section)).collect();
    insta::assert_snapshot!(faults.join("\n"), @r#"
    chapters/ch01.md:3: the section "One" has 26 words; 150 to 400 are asked for
    chapters/ch01.md:3: the section "One" has 26 words a sentence, more than 25: break some in two
    chapters/ch01.md:3: the section "One" has a reading ease of -259, below 40: use shorter words and sentences
    "#);
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (word, count) in
        [("the", 1), ("bucket", 2), ("make", 1), ("table", 2), ("certificate", 4), ("a", 1), ("4.3", 1)]
    {
        assert_eq!(syllables(word), count, "{word}");
    }
}
