//! The format of `chapters/chNN.quiz.md`: what is written is read, and what is no good question is named by its line.

use proptest::prelude::*;

use crate::drift::join::flaws::PLACEHOLDERS;
use crate::drift::join::quiz::{Choice, Question, parse};
use crate::harness::workspace::Names;

const GOOD: &str = "\
# Quiz

For those who read the file.

## A title {#first}

Which of these, in `code`?

```sh
## no heading
- [ ] no choice
```

- [x] One
  that goes on

  Because it is.

  ```json
  - [ ] no choice
  ```

- [ ] Two

  It is not.

- [ ] Three

  Nor is it.
";

fn faults(source: &str) -> String {
    parse("ch04.quiz.md", source).expect_err("a fault").join("\n")
}

/// The messages about the good file with one thing in it changed.
fn changed(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    faults(&GOOD.replacen(from, to, 1))
}

#[test]
fn a_question_is_read_whole() {
    insta::assert_debug_snapshot!(parse("ch04.quiz.md", GOOD).unwrap());
}

#[test]
fn what_is_wrong_with_the_choices_is_named() {
    let changes = [
        ("- [x] One", "- [ ] One"),
        ("- [ ] Two\n\n  It is not.\n", ""),
        ("- [ ] Two", "-[ ] Two"),
        ("- [ ] Two", "- [y] Two"),
        ("- [ ] Two", "- [ ] Three."),
        ("- [ ] Two", "- [ ] All of the above"),
        ("- [ ] Two", "- [ ] Perhaps none of these"),
        ("  It is not.", ""),
        ("  It is not.", "It is not."),
    ];
    let pages = changes.map(|(from, to)| format!("{from:?} -> {to:?}\n{}\n", changed(from, to)));
    insta::assert_snapshot!(pages.join("\n"));
    assert!(
        changed("- [ ] Two\n\n  It is not.\n\n- [ ] Three", "- [x] Two\n\n  It is.\n\n- [x] Three").contains("every")
    );
}

#[test]
fn what_is_wrong_with_the_question_is_named() {
    let changes = [
        ("## A title {#first}", "## A title"),
        ("## A title {#first}", "## A title {#First}"),
        ("## A title {#first}", "## {#first}"),
        ("## A title {#first}", "## A title {#first 4.1}"),
        ("Which of these, in `code`?\n\n```sh\n## no heading\n- [ ] no choice\n```\n", ""),
        ("Which of these", "Which {{ bucket }} of {{domain}} and {{ region"),
        ("Which of these", "Which {% if %}"),
    ];
    let pages = changes.map(|(from, to)| format!("{from:?} -> {to:?}\n{}\n", changed(from, to)));
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn an_id_stands_once_and_a_file_has_a_question() {
    let twice = format!("{GOOD}\n{}", GOOD.replace("# Quiz\n\nFor those who read the file.\n\n", ""));
    insta::assert_snapshot!(format!("{}\n{}", faults(&twice), faults("# Quiz\n")), @"
    ch04.quiz.md:31: the id first is that of an earlier question
    ch04.quiz.md:1: there is no question such as `## Title {#id}`
    ");
}

/// The build cannot ask the crate that fills the templates, so it has a list of its own.
#[test]
fn the_placeholders_are_those_that_stand_for_something() {
    let names = serde_json::to_value(Names::of("123456789012")).unwrap();
    let mut known: Vec<_> = names.as_object().unwrap().keys().map(String::as_str).collect();
    let mut listed = PLACEHOLDERS.to_vec();
    // Text that no test fills yet.
    known.push("partition");
    known.sort_unstable();
    known.dedup();
    listed.sort_unstable();
    assert_eq!(listed, known);
}

/// The file that a question would be written as.
fn write(question: &Question) -> String {
    let choices = question.choices.iter().map(|choice| {
        let mark = if choice.right { 'x' } else { ' ' };
        let explanation: String = choice.explanation.lines().map(|line| format!("  {line}\n")).collect();
        format!("- [{mark}] {}\n\n{explanation}\n", choice.text)
    });
    let read = question.read.iter().map(|name| format!(" read={name}")).collect::<String>();
    let choices = choices.collect::<String>();
    format!("## {} {{#{}{read}}}\n\n{}\n\n{choices}", question.title, question.id, question.text)
}

/// One line of Markdown that is nothing else than text.
fn line() -> impl Strategy<Value = String> {
    let line = "[A-Za-z*`(][A-Za-z0-9 *`().,äß字-]{0,30}[A-Za-z0-9]";
    line.prop_filter("three backticks begin a block of code", |line| !line.starts_with("```"))
}

fn paragraphs() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 1..4).prop_map(|lines| lines.join("\n\n"))
}

fn question(number: usize) -> impl Strategy<Value = Question> {
    let choice = |at: usize| {
        (any::<bool>(), line(), paragraphs()).prop_map(move |(right, text, explanation)| Choice {
            // The first is right and the second wrong, whatever the others are.
            right: at == 0 || at > 1 && right,
            text: format!("{at} {text}"),
            explanation,
        })
    };
    let choices = (3..=8usize).prop_flat_map(move |count| (0..count).map(choice).collect::<Vec<_>>());
    let read = prop::option::of("[1-9][.][a-z0-9_]{1,9}");
    (line(), read, paragraphs(), choices).prop_map(move |(title, read, text, choices)| Question {
        id: format!("question_{number}"),
        title,
        read,
        text,
        choices,
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(questions in (1..4usize).prop_flat_map(|n| (0..n).map(question).collect::<Vec<_>>())) {
        let source: String = questions.iter().map(write).collect();
        prop_assert_eq!(parse("f", &source), Ok(questions));
    }

    #[test]
    fn any_text_gives_questions_or_faults(
        source in "(## T \\{#a\\}\n|- \\[x\\] |- \\[ \\] |- \\[|```|~~~~|\\{\\{|\\}\\}|\n|  |\\PC|\t)*",
    ) {
        match parse("f", &source) {
            Ok(questions) => prop_assert!(questions.iter().all(|q| q.choices.len() >= 3)),
            Err(faults) => prop_assert!(faults.iter().all(|fault| fault.starts_with("f:"))),
        }
    }
}
