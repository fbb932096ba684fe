//! Quizzes: enough questions, enough of them scenarios, and choices that are worth thinking about.

use std::collections::BTreeSet;

use super::Page;
use super::text::Kind;
use crate::drift::join::quiz::{Question, parse};

const QUESTIONS: usize = 20;
const SCENARIOS: usize = 6;
const CHOICES: std::ops::RangeInclusive<usize> = 4..=5;
/// What a choice says that speaks of other choices, beyond what the build refuses.
const OF_OTHERS: [&str; 6] =
    ["the above", "the other answers", "both of them", "both are", "neither of them", "any of them"];
/// Whoever a scenario is about.
const SOMEBODY: [&str; 20] = [
    "you",
    "your",
    "yours",
    "somebody",
    "someone",
    "visitor",
    "visitors",
    "colleague",
    "friend",
    "reader",
    "readers",
    "user",
    "users",
    "team",
    "company",
    "shop",
    "learner",
    "neighbor",
    "beginner",
    "administrator",
];

pub fn rule(pages: &[Page]) -> Vec<String> {
    pages.iter().filter(|page| page.text.kind == Kind::Quiz).flat_map(faults).collect()
}

fn faults(page: &Page) -> Vec<String> {
    // What cannot be read has ended the build, which names it.
    let Ok(questions) = parse(&page.text.file, &page.text.source) else { return Vec::new() };
    let scenarios = questions.iter().filter(|question| is_scenario(question)).count();
    let counts = [("questions", questions.len(), QUESTIONS), ("scenarios", scenarios, SCENARIOS)];
    let few = counts
        .into_iter()
        .filter(|(_, count, least)| count < least)
        .map(|(what, count, least)| page.text.fault(1, format!("{what}: {count}; at least {least} are asked for")));
    few.chain(questions.iter().flat_map(|question| of_question(page, question))).collect()
}

fn of_question(page: &Page, question: &Question) -> Vec<String> {
    let anchor = Some(question.id.as_str());
    let heading = page.document.headings.iter().find(|heading| heading.anchor.as_deref() == anchor);
    let line = heading.map_or(1, |heading| heading.line);
    let fault = |says: String| page.text.fault(line, format!("{}: {says}", question.id));
    let unread = question.read.is_none();
    let unread = unread.then(|| fault("name what tells about it in the heading, such as {#id read=4.1}".into()));
    let count = question.choices.len();
    let number = (!CHOICES.contains(&count))
        .then(|| fault(format!("it has {count} choices; {} or {} are asked for", CHOICES.start(), CHOICES.end())));
    let of_choices = question.choices.iter().enumerate().flat_map(|(at, choice)| {
        let earlier = &question.choices[..at];
        let text = normal(&choice.text);
        let explanation = normal(&choice.explanation);
        let other = OF_OTHERS.iter().find(|words| text.contains(**words) || text == "both");
        [
            earlier
                .iter()
                .any(|other| normal(&other.text) == text)
                .then(|| format!("the choice \"{}\" says the same as an earlier one", choice.text)),
            earlier.iter().any(|other| normal(&other.explanation) == explanation).then(|| {
                format!("the choice \"{}\" has the explanation of another: say what is about this one", choice.text)
            }),
            other.map(|words| {
                format!("the choice \"{}\" may speak of other choices (\"{words}\"), which are shuffled", choice.text)
            }),
        ]
    });
    unread.into_iter().chain(number).chain(of_choices.flatten().map(fault)).collect()
}

/// A scenario tells what happened to somebody, in a sentence or a piece of code, and then asks.
fn is_scenario(question: &Question) -> bool {
    let text = question.text.to_lowercase();
    let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let told = question.text.contains("```") || sentences(&question.text) >= 2;
    told && SOMEBODY.iter().any(|who| words.contains(who))
}

fn sentences(text: &str) -> usize {
    let ends = text.split_whitespace().filter(|word| {
        let word = word.trim_end_matches(['`', '"', ')', '*']);
        word.ends_with(['.', '?', '!', ':'])
    });
    ends.count()
}

/// As a reader compares texts: without capitals, emphasis, quotes and the last stop; in code each of these matters.
fn normal(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => part.to_lowercase().replace(['*', '"'], ""),
        _ => format!("`{part}`"),
    });
    let words = parts.collect::<String>();
    words.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(['.', '!', ',']).to_owned()
}

/// A question with these choices, each the text and the explanation; the first is right. `id` may say what to read.
fn question(id: &str, text: &str, choices: &[(&str, &str)]) -> String {
    let choices = choices.iter().enumerate().map(|(at, (choice, explanation))| {
        format!("- [{}] {choice}\n\n  {explanation}\n\n", if at == 0 { 'x' } else { ' ' })
    });
    format!("## Title {{#{id}}}\n\n{text}\n\n{}", choices.collect::<String>())
}

#[test]
fn a_quiz_that_is_short_and_lazy() {
    let plain = [("One", "a"), ("Two", "b"), ("Three", "c"), ("Four", "d")];
    let lazy = [("The *one* `a`", "Same."), ("the one `a`.", "No."), ("The one `A`", "Yes."), ("Both of them", "same")];
    let told = "Your page is gone. What do you do?";
    let source = [question("first read=1.s3", told, &plain), question("second", "Which?", &lazy)].concat();
    insta::assert_snapshot!(rule(&[Page::named("ch01.quiz.md", &source)]).join("\n"), @r#"
    chapters/ch01.quiz.md:1: questions: 2; at least 20 are asked for
    chapters/ch01.quiz.md:1: scenarios: 1; at least 6 are asked for
    chapters/ch01.quiz.md:21: second: name what tells about it in the heading, such as {#id read=4.1}
    chapters/ch01.quiz.md:21: second: the choice "the one `a`." says the same as an earlier one
    chapters/ch01.quiz.md:21: second: the choice "Both of them" has the explanation of another: say what is about this one
    chapters/ch01.quiz.md:21: second: the choice "Both of them" may speak of other choices ("both of them"), which are shuffled
    "#);
}

#[test]
fn a_scenario_tells_of_somebody_before_it_asks() {
    let text = |text: &str| Question { text: text.into(), ..Question::default() };
    for told in
        ["A visitor sees an error. What is wrong?", "You run this:\n\n```sh\nls\n```", "It is late. Do you wait?"]
    {
        assert!(is_scenario(&text(told)), "{told}");
    }
    for asked in ["What is a bucket?", "Which of these do you pay for?", "Buckets have names. Which is one?"] {
        assert!(!is_scenario(&text(asked)), "{asked}");
    }
}
