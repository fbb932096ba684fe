//! What makes a quiz's question one that nobody should be asked.

use std::ops::RangeInclusive;

use super::quiz::{Choice, Faults, Question};

/// How many choices a question may have: fewer are a guess, more are not read.
const CHOICES: RangeInclusive<usize> = 3..=8;
/// The learner's names, as `Learner::fill` knows them; a test holds the two equal.
pub const PLACEHOLDERS: [&str; 10] = [
    "domain",
    "region",
    "account",
    "partition",
    "website_bucket",
    "data_bucket",
    "api_domain",
    "auth_domain",
    "website_region_endpoint",
    "website_zone_id",
];
/// What begins other parts of a template than placeholders.
const TEMPLATE_MARKS: [&str; 2] = ["{%", "<#"];
/// Choices that say nothing of their own, and nothing at all once the choices are shuffled.
const EMPTY_WORDS: [&str; 4] = ["all of the above", "none of the above", "all of these", "none of these"];

/// What is wrong with a question that could be read.
pub fn of(question: &Question) -> Vec<String> {
    let choices = &question.choices;
    let right = choices.iter().filter(|choice| choice.right).count();
    let checks = [
        (question.text.is_empty(), "its text is missing, between the heading and the choices".to_owned()),
        (
            !CHOICES.contains(&choices.len()),
            format!("it has {} choices; {} to {} are asked for", choices.len(), CHOICES.start(), CHOICES.end()),
        ),
        (right == 0, "no choice is right: mark one with `- [x] `".to_owned()),
        (right > 0 && right == choices.len(), "every choice is right; at least one wrong one is asked for".to_owned()),
    ];
    let found = checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, flaw)| flaw);
    let of_choices = choices.iter().enumerate().flat_map(|(at, choice)| of_choice(choice, &choices[..at]));
    found.chain(of_choices).map(|flaw| format!("{}: {flaw}", question.id)).collect()
}

fn of_choice(choice: &Choice, earlier: &[Choice]) -> Vec<String> {
    let Choice { text, explanation, .. } = choice;
    let lower = text.to_lowercase();
    let twin = earlier.iter().any(|other| same(&other.text, text));
    let empty = EMPTY_WORDS.iter().any(|phrase| lower.contains(phrase));
    let checks = [
        (text.is_empty(), "a choice has no text".to_owned()),
        (twin, format!("the choice `{text}` is there twice")),
        (empty, format!("the choice `{text}` speaks of the others, which are shuffled")),
        (explanation.is_empty(), format!("the choice `{text}` has no explanation under it, indented by two blanks")),
    ];
    checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, flaw)| flaw).collect()
}

/// Whether the reader sees no difference.
fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| text.trim_end_matches('.').split_whitespace().collect::<Vec<_>>().join(" ");
    words(one) == words(other)
}

/// Placeholders that stand for nothing, and what else a template could do.
pub fn of_source(source: &str) -> Faults {
    source
        .lines()
        .enumerate()
        .flat_map(|(index, line)| of_line(line).into_iter().map(move |flaw| (index + 1, flaw)))
        .collect()
}

fn of_line(line: &str) -> Vec<String> {
    let marks = TEMPLATE_MARKS.iter().filter(|mark| line.contains(**mark));
    let mut flaws: Vec<String> = marks.map(|mark| format!("`{mark}` would be read as part of a template")).collect();
    let mut rest = line;
    while let Some((_, after)) = rest.split_once("{{") {
        let (name, behind) = after.split_once("}}").unwrap_or((after, ""));
        if !PLACEHOLDERS.contains(&name.trim()) {
            flaws.push(format!("`{}` is no placeholder; those are {}", name.trim(), PLACEHOLDERS.join(", ")));
        }
        rest = behind;
    }
    flaws
}
