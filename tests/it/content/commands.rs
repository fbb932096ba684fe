//! Commands of the `aws` CLI, in texts and in scripts: each is one that the CLI takes, by its own parsers and models.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use msl_learn_checks::commands::{Told, with_found};
use serde::Deserialize;
use serde_json::{Value, json};

use super::document::Document;
use super::text::fill;
use super::{Page, pages};
use crate::about_the_repository::{none, read};
use crate::harness::catalog;
use crate::harness::tools::{self, AWSCLI, repository};

/// Shell code of a file, from some line on.
struct Code {
    file: String,
    line: usize,
    shell: String,
    /// Named in a sentence, where it may leave out its options.
    mention: bool,
}

#[derive(Deserialize)]
struct Answer {
    checked: usize,
    faults: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    question: usize,
    line: usize,
    command: String,
    fault: String,
}

/// A command that the CLI refuses costs a beginner an evening, since the fault is looked for everywhere else.
#[test]
fn commands_are_those_of_the_cli() {
    let texts: Vec<Code> = pages().iter().flat_map(of_page).collect();
    let (checked, faults) =
        ask(texts.into_iter().chain(of_scripts()).chain(of_sheets()).chain(of_removals()).collect());
    println!("{checked} commands were held against the CLI's models");
    assert!(checked > 100, "only {checked} commands were found");
    none(faults);
}

/// The shell code of a text, and the commands that its sentences name.
fn of_page(page: &Page) -> Vec<Code> {
    let Document { fences, blocks, .. } = &page.document;
    let code = |line: usize, shell: String, mention: bool| Code { file: page.text.file.clone(), line, shell, mention };
    let fenced = fences.iter().filter_map(|fence| match fence.language.as_str() {
        "sh" => Some(code(fence.line + 1, fence.code.clone(), false)),
        "console" => Some(code(fence.line + 1, typed(&fence.code), false)),
        _ => None,
    });
    let spans = blocks.iter().flat_map(|block| &block.spans);
    let named = spans.filter(|span| span.code && span.text.starts_with("aws "));
    fenced.chain(named.map(|span| code(span.line, span.text.clone(), true))).collect()
}

/// What is typed in a console, without what is answered; each line stays where it is.
fn typed(console: &str) -> String {
    let mut goes_on = false;
    let line = |line: &str| {
        let command = if goes_on { Some(line) } else { line.strip_prefix("$ ") };
        goes_on = command.is_some_and(|command| command.ends_with('\\'));
        format!("{}\n", command.unwrap_or_default())
    };
    console.lines().map(line).collect()
}

/// What stands for the parts of a thing in the table of removals.
const THING: [(&str, &str); 6] = [
    ("{id}", "arn:aws:iam::123456789012:policy/website"),
    ("{name}", "website"),
    ("{raw}", "website"),
    ("{bucket}", "website"),
    ("{key}", "index.html"),
    ("{whole}", "s3://website"),
];

/// The commands that remove what is left.
fn of_removals() -> impl Iterator<Item = Code> {
    catalog::removals().into_iter().map(|(kind, removal)| Code {
        file: format!("exercises/removals.toml, {kind}"),
        line: 1,
        shell: THING.iter().fold(removal.commands, |text, (mark, value)| text.replace(mark, value)),
        mention: false,
    })
}

/// The commands of `exercise.toml` that fix a clause.
fn of_sheets() -> impl Iterator<Item = Code> {
    catalog::all().iter().flat_map(|exercise| {
        let about = &exercise.about;
        let file = format!("exercises/{}/exercise.toml", exercise.slug);
        about.cli.values().map(move |command| Code {
            file: file.clone(),
            line: 1,
            shell: fill(&with_found(command, |_| Told::default())),
            mention: false,
        })
    })
}

/// Solutions and mistakes: what they do is tried on emulators, which take many a wrong option.
fn of_scripts() -> impl Iterator<Item = Code> {
    let scripts = catalog::all().iter().flat_map(|exercise| exercise.solution().into_iter().chain(exercise.mistakes()));
    let helpers = repository().join("exercises/mistakes.sh");
    scripts.chain([helpers]).map(|path| Code {
        file: path.strip_prefix(repository()).expect("a file of the repository").display().to_string(),
        line: 1,
        shell: fill(&read(&path)),
        mention: false,
    })
}

/// How many commands there are, and what is wrong with them.
fn ask(codes: Vec<Code>) -> (usize, Vec<String>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    put_starter_files(folder.path());
    let questions: Vec<Value> =
        codes.iter().map(|code| json!({"script": code.shell, "line": code.line, "mention": code.mention})).collect();
    let answer = run(folder.path(), &Value::from(questions).to_string());
    let faults = answer.faults.into_iter().map(|fault| {
        let Fault { question, line, command, fault } = fault;
        format!("{}:{line}: `{command} …`: {fault}", codes[question].file)
    });
    (answer.checked, faults.collect())
}

/// Commands name starter files as file://…, which are held against the models as well.
fn put_starter_files(folder: &Path) {
    for (name, path) in catalog::all().iter().flat_map(catalog::Exercise::starter_files) {
        let target = folder.join(name);
        fs::create_dir_all(target.parent().expect("a file is in a folder")).expect("a writable temporary folder");
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let filled = String::from_utf8(bytes).map(|text| fill(&text).into_bytes());
        fs::write(target, filled.unwrap_or_else(|picture| picture.into_bytes())).expect("a writable temporary folder");
    }
}

fn run(folder: &Path, questions: &str) -> Answer {
    let mut command = Command::new(AWSCLI.program("python"));
    command.arg(tools::helper("check_commands.py")).arg(folder).env_clear().env("HOME", folder).env("LANG", "C.UTF-8");
    command.env("PYTHONDONTWRITEBYTECODE", "1").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = command.spawn().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let mut input = process.stdin.take().expect("a piped stream");
    // It reads all before it answers.
    input.write_all(questions.as_bytes()).expect("a process that reads");
    drop(input);
    let output = process.wait_with_output().expect("a process that ends");
    let answer = serde_json::from_slice(&output.stdout);
    answer.unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Commands that are wrong, each in another way, and what is said of them.
const WRONG: &str = include_str!("wrong_commands.sh");

#[test]
fn commands_that_the_cli_would_refuse() {
    let wrong = Code { file: "wrong.sh".into(), line: 1, shell: WRONG.into(), mention: false };
    let source = "# T\n\n`aws iam lisst-users`, `aws s3api put-object`, `aws s3api put-object --bucket b`\n\n\
                  ```console\n$ aws sts get-caller-identity \\\n  --versio 2\naws is an answer\n```\n";
    let texts = of_page(&Page::named("ch01.md", source));
    let (checked, faults) = ask([wrong].into_iter().chain(texts).collect());
    insta::assert_snapshot!(format!("{checked} commands\n{}", faults.join("\n")));
}

#[test]
fn commands_that_the_cli_takes() {
    let right =
        Code { file: "right.sh".into(), line: 1, shell: include_str!("right_commands.sh").into(), mention: false };
    let (checked, faults) = ask(vec![right]);
    assert_eq!(faults, [""; 0]);
    assert_eq!(checked, 39, "commands were not found, or what is none was taken for one");
}
