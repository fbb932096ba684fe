//! What does not fit together between chapters, exercises and checks is named, and ends the build.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

#[path = "../../build/join.rs"]
#[allow(dead_code, reason = "the build script reads the fields that these tests do not")]
pub mod join;
#[path = "../../checks/build.rs"]
#[allow(dead_code, reason = "the build script has a `main`")]
pub mod verifiers;

const SHEET: &str = r#"
kind = "hands-on"
number = 1
needs = []
cost = "Nothing."
stands = "`aws s3 ls` shows it."
hints = ["one", "two", "three"]
[cli]
bucket = "aws s3 mb s3://b"
"#;

/// A tree of two exercises that fit together.
fn tree() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "chapters/ch04.md", "# Title\n\n## Exercise 1: One {#one}\n\n## Exercise 2: Two {#two}\n");
    for (slug, number) in [("one", "1"), ("two", "2")] {
        let sheet = SHEET.replace("number = 1", &format!("number = {number}"));
        write(root.path(), &format!("exercises/ch04/{slug}/exercise.toml"), &sheet);
        write(root.path(), &format!("exercises/ch04/{slug}/solution.sh"), "# Nothing.\n");
        write(root.path(), &format!("checks/ch04/{slug}.rs"), "");
    }
    root
}

fn write(root: &Path, file: &str, text: &str) {
    let file = root.join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// The messages about a tree that was changed by `change`, with the tree's own path left out.
fn drift(change: impl FnOnce(&Path)) -> String {
    let root = tree();
    change(root.path());
    let place = format!("{}/", root.path().display());
    let messages = join::join(root.path()).expect_err("drift").join("\n");
    messages.replace(&place, "")
}

#[test]
fn a_tree_that_fits_together_is_joined_in_the_chapters_order() {
    let chapters = join::join(tree().path()).unwrap();
    let slugs: Vec<&str> = chapters[0].exercises.iter().map(|exercise| exercise.slug.as_str()).collect();
    assert_eq!((chapters[0].title.as_str(), slugs), ("Title", vec!["ch04/one", "ch04/two"]));
    let second = &chapters[0].exercises[1].walkthrough;
    assert!(second.starts_with("## Exercise 4.2: Two {#two}"), "the heading lacks the book's number: {second}");
}

#[test]
fn a_heading_in_a_code_block_is_none() {
    let root = tree();
    write(
        root.path(),
        "chapters/ch04.md",
        "# T\n\n## Exercise 1: One {#one}\n```\n## no\n```\n## Exercise 2: Two {#two}\n",
    );
    assert!(join::join(root.path()).unwrap()[0].exercises[0].walkthrough.contains("## no"));
}

#[test]
fn a_missing_folder() {
    insta::assert_snapshot!(drift(|root| fs::remove_dir_all(root.join("exercises/ch04/two")).unwrap()));
}

#[test]
fn a_missing_heading() {
    insta::assert_snapshot!(drift(|root| write(root, "chapters/ch04.md", "# T\n\n## Exercise 1: One {#one}\n")));
}

#[test]
fn a_missing_verifier() {
    insta::assert_snapshot!(drift(|root| fs::remove_file(root.join("checks/ch04/one.rs")).unwrap()));
}

/// The messages about a crate whose chapter 4 has the verifiers `one` and `two`, and these lines for them.
fn unnamed(lines: &str, chapter: &str) -> Vec<String> {
    let root = tree();
    write(root.path(), "checks/lib.rs", lines);
    write(root.path(), "checks/ch04.rs", chapter);
    verifiers::table(&root.path().join("checks")).err().unwrap_or_default()
}

#[test]
fn a_verifier_without_a_line_and_a_line_without_a_verifier() {
    assert_eq!(unnamed("mod ch04;\n", "pub mod one;\npub mod two;\n"), [""; 0]);
    assert_eq!(
        unnamed("", "pub mod one;\npub mod three;\n"),
        [
            "checks/ch04/ is no part of the crate: add the line `mod ch04;` to checks/lib.rs",
            "checks/ch04/two.rs is no part of the crate: add the line `pub mod two;` to checks/ch04.rs",
            "checks/ch04.rs:2: there is no verifier checks/ch04/three.rs",
        ]
    );
}

#[test]
fn a_missing_solution() {
    insta::assert_snapshot!(drift(|root| fs::remove_file(root.join("exercises/ch04/one/solution.sh")).unwrap()));
}

#[test]
fn an_unknown_key() {
    insta::assert_snapshot!(drift(|root| {
        write(root, "exercises/ch04/one/exercise.toml", &SHEET.replace("[cli]", "price = \"free\"\n[cli]"));
    }));
}

#[test]
fn a_missing_key() {
    insta::assert_snapshot!(drift(|root| {
        write(root, "exercises/ch04/one/exercise.toml", &SHEET.replace("cost = \"Nothing.\"\n", ""));
    }));
}

#[test]
fn too_few_hints() {
    insta::assert_snapshot!(drift(|root| {
        write(root, "exercises/ch04/one/exercise.toml", &SHEET.replace(", \"three\"", ""));
    }));
}

#[test]
fn a_backward_successor() {
    insta::assert_snapshot!(drift(|root| {
        let sheet = SHEET.replace("number = 1", "number = 2\nsuperseded_by = \"ch04/one\"");
        write(root, "exercises/ch04/two/exercise.toml", &sheet);
    }));
}

#[test]
fn a_pause_that_is_none() {
    insta::assert_snapshot!(drift(|root| {
        let sheet = SHEET.replace("number = 1", "number = 1\npaused_by = \"ch04/one\"");
        write(root, "exercises/ch04/one/exercise.toml", &sheet);
    }));
}

#[test]
fn a_forward_need() {
    insta::assert_snapshot!(drift(|root| {
        write(root, "exercises/ch04/one/exercise.toml", &SHEET.replace("needs = []", "needs = [\"ch04/two\"]"));
    }));
}

#[test]
fn a_number_that_the_heading_does_not_have() {
    insta::assert_snapshot!(drift(|root| {
        write(root, "exercises/ch04/one/exercise.toml", &SHEET.replace("number = 1", "number = 3"));
    }));
}

#[test]
fn a_heading_that_is_none() {
    insta::assert_snapshot!(drift(|root| write(
        root,
        "chapters/ch04.md",
        "# T\n\n## Exercise one: One {#one}\n\n## Exercise 2: Two {#two}\n"
    )));
}

/// Sections without exercises, as the chapters have them that lead to no exercise.
const READ: &str = "# T\n\nWords.\n\n## One thing {#one_thing}\n\nMore.\n\n## Examples: two of them {#examples}\n";

#[test]
fn a_chapter_may_have_sections_without_exercises() {
    let root = tree();
    write(root.path(), "chapters/ch01.md", READ);
    let chapters = join::join(root.path()).unwrap();
    let sections: Vec<(&str, &str)> =
        chapters[0].sections.iter().map(|section| (section.anchor.as_str(), section.title.as_str())).collect();
    assert_eq!(sections, [("one_thing", "One thing"), ("examples", "Examples: two of them")]);
    assert_eq!(chapters[0].introduction, "# T\n\nWords.\n\n");
    assert!(chapters[0].exercises.is_empty() && chapters[0].sections[0].text.ends_with("More.\n\n"));
}

#[test]
fn a_section_without_an_exercise_keeps_its_place_among_the_exercises() {
    let root = tree();
    let exercises = fs::read_to_string(root.path().join("chapters/ch04.md")).unwrap();
    write(
        root.path(),
        "chapters/ch04.md",
        &exercises.replace("## Exercise 2", "## Between {#between}\n\n## Exercise 2"),
    );
    let chapters = join::join(root.path()).unwrap();
    assert_eq!((chapters[0].sections[0].after, chapters[0].exercises.len()), (1, 2));
}

/// What teaching a chapter takes, with everything wrong that the build knows.
const TEACHING: &str = r#"
beforehand = []
minutes = { "4.1" = 10, "4.9" = 5 }
slips = { "4.2" = ["nothing"] }
demonstrate = [{ say = "One.", commands = ["msl-learn map", "rm -r x"] }]
"#;

#[test]
fn what_teaching_takes_names_what_is_there() {
    insta::assert_snapshot!(drift(|root| {
        write(root, "chapters/ch04.teach.toml", TEACHING);
        write(root, "chapters/ch05.teach.toml", "beforehand = []\ndemonstrate = []\n");
    }));
}

#[test]
fn sections_that_are_not_right() {
    let wrong = ["## No anchor", "## Space {#a b}", "## {#untitled}", "## Twice {#one_thing}", "## Upper {#Upper}"];
    let pages = wrong.map(|line| drift(|root| write(root, "chapters/ch01.md", &format!("{READ}\n{line}\n"))));
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn a_section_that_has_the_name_of_an_exercise() {
    insta::assert_snapshot!(drift(|root| {
        let exercises = fs::read_to_string(root.join("chapters/ch04.md")).unwrap();
        write(root, "chapters/ch04.md", &(exercises + "\n## Again {#two}\n"));
    }));
}

#[test]
fn headings_that_were_meant_for_an_exercise() {
    let wrong =
        ["Exercise 1 One", "Example: One", "Exercise 1a: One", "exercise 1: One", "Independent exercise x: One"];
    let pages = wrong.map(|title| {
        drift(|root| {
            write(root, "chapters/ch04.md", &format!("# T\n\n## {title} {{#one}}\n\n## Exercise 2: Two {{#two}}\n"))
        })
    });
    insta::assert_snapshot!(pages.join("\n\n"));
}

/// A sheet whose exercise is asked, without a verifier.
fn asks(root: &Path, text: &str) {
    fs::remove_file(root.join("checks/ch04/one.rs")).unwrap();
    fs::remove_file(root.join("exercises/ch04/one/solution.sh")).unwrap();
    write(root, "exercises/ch04/one/exercise.toml", &format!("{SHEET}[asks]\n{text}"));
}

const CHOICES: &str = r#"
choices = [
  { text = "a", explanation = "not that" },
  { text = "b", explanation = "that", right = true },
  { text = "c", explanation = "not that either" },
]
"#;

#[test]
fn an_exercise_that_is_asked_needs_no_verifier_and_no_solution() {
    let right = [
        (
            format!("question = \"Which?\"{CHOICES}"),
            "Asks::Question { question: \"Which?\", choices: &[ChoiceTemplate { text: \"a\", right: false",
        ),
        ("confirm = \"Is it done?\"\n".into(), "Asks::Confirmation { question: \"Is it done?\" }"),
        (
            "file = { path = \"a/b.html\", holds = [\"x\"] }\n".into(),
            "Asks::File { path: \"a/b.html\", holds: &[\"x\"] }",
        ),
        (
            "command = { run = [\"sam\", \"--version\"], holds = [\"1.\"], install = \"Get it.\" }\n".into(),
            "Asks::Command { run: &[\"sam\", \"--version\"], holds: &[\"1.\"], install: \"Get it.\" }",
        ),
    ];
    for (text, code) in right {
        let root = tree();
        asks(root.path(), &text);
        let chapters = join::join(root.path()).unwrap_or_else(|drift| panic!("{text}: {drift:?}"));
        let written = join::asks::code(chapters[0].exercises[0].sheet.asks.as_ref());
        assert!(written.contains(code), "{written}");
    }
}

#[test]
fn a_verifier_and_asks() {
    insta::assert_snapshot!(drift(|root| {
        write(root, "exercises/ch04/one/exercise.toml", &format!("{SHEET}[asks]\nconfirm = \"Done?\"\n"));
    }));
}

#[test]
fn asks_that_are_not_right() {
    let wrong = [
        "",
        "confirm = \"Done?\"\nquestion = \"Which?\"\n",
        "confirm = \" \"\n",
        "confirm = \"Done?\"\nchoices = [{ text = \"a\", explanation = \"b\" }]\n",
        "question = \"Which?\"\nchoices = [{ text = \"a\", explanation = \"\" }, { text = \"a\", explanation = \"b\" }]\n",
        "file = { path = \"../secret\", holds = [] }\n",
        "file = { path = \"/etc/passwd\", holds = [\"\"] }\n",
        "command = { run = [], holds = [\"1\"], install = \"Get it.\" }\n",
        "command = { run = [\"bash\", \"-c\", \"date\"], holds = [\"1\"], install = \"Get it.\" }\n",
        "command = { run = [\"./evil\"], holds = [\"1\"], install = \"Get it.\" }\n",
        "command = { run = [\"sam --version\"], holds = [\"1\"], install = \"\" }\n",
        "shell = \"date\"\n",
    ];
    let pages = wrong.map(|text| format!("[asks]\n{text}\n{}\n", drift(|root| asks(root, text))));
    insta::assert_snapshot!(pages.join("\n"));
}

/// What is asked about the account stands beside a verifier, whose place it does not take.
#[test]
fn an_exercise_that_not_every_account_can_have() {
    let sheet = |text: &str| format!("{}[availability]\n{text}", SHEET.split("[cli]").next().unwrap_or_default());
    let root = tree();
    let right = "question = \"Can you?\"\nwithout = \"Go on.\"\n";
    write(root.path(), "exercises/ch04/one/exercise.toml", &sheet(right));
    fs::remove_file(root.path().join("exercises/ch04/one/solution.sh")).unwrap();
    let chapters = join::join(root.path()).unwrap_or_else(|drift| panic!("{drift:?}"));
    let written = join::availability::code(chapters[0].exercises[0].sheet.availability.as_ref());
    assert_eq!(written, "Some(Availability { question: \"Can you?\", without: \"Go on.\" })");
    let wrong = [
        "question = \"You cannot.\"\nwithout = \"Go on\"\n".to_owned(),
        format!("{right}[asks]\nconfirm = \"Done?\"\n"),
    ];
    let pages = wrong.map(|text| drift(|root| write(root, "exercises/ch04/one/exercise.toml", &sheet(&text))));
    insta::assert_snapshot!(pages.join("\n"));
}

/// A leaf that is complete.
const LEAF: &str = "[[leaves]]\nwhat = \"the bucket\"\nkind = \"rest_api\"\nname = \"website\"\nshared_with = [\"ch04/two\"]\nprice = \"s3.storage\"\n";
const PRICES: &str = "[\"s3.storage\"]\nusd = 0.023\nper = \"GB and month\"\nregion = \"us-east-1\"\n\
    date = 2026-11-01\nsource = \"Amazon S3 pricing\"\nconfirmed = true\n";

const REMOVALS: &str = "[rest_api]\ncommands = \"aws x\"\nconsole = \"https://console.aws.amazon.com/\"\n";

/// The first exercise of the tree with more in its sheet, beside the tables of removals and prices.
fn with_sheet(root: &Path, more: &str) {
    write(root, "exercises/removals.toml", REMOVALS);
    write(root, "exercises/prices.toml", PRICES);
    write(root, "exercises/ch04/one/exercise.toml", &format!("{SHEET}{more}"));
}

#[test]
fn what_an_exercise_leaves_stands_and_fixes_is_read() {
    let root = tree();
    with_sheet(root.path(), LEAF);
    let chapters = join::join(root.path()).unwrap();
    let sheet = &chapters[0].exercises[0].sheet;
    assert_eq!(sheet.stands, "`aws s3 ls` shows it.");
    assert_eq!(
        sheet.left(),
        "Leaf { what: \"the bucket\", kind: LeftKind::RestApi, name: \"website\", shared_with: &[\"ch04/two\"], \
         price: \"s3.storage\" }, "
    );
    assert_eq!(sheet.cli["bucket"], "aws s3 mb s3://b");
    let root = tree();
    with_sheet(root.path(), "[edits]\nbucket = \"policy.json\"\n");
    let chapters = join::join(root.path()).unwrap();
    assert_eq!(chapters[0].exercises[0].sheet.edits["bucket"], "policy.json");
}

/// The solutions of a tree whose first exercise lays out two files, and whose second has this solution.
fn solution(script: &str) -> String {
    let root = tree();
    write(root.path(), "exercises/ch04/one/files/website/index.html", "<p>");
    write(root.path(), "exercises/ch04/one/files/functions/f/index.mjs", "");
    write(root.path(), "exercises/ch04/two/solution.sh", script);
    let chapters = join::join(root.path()).unwrap();
    chapters[0].exercises[1].solution.clone()
}

#[test]
fn a_solution_stops_without_the_starter_files_that_it_reads() {
    let run = |script: &str, folder: &Path| {
        let output = std::process::Command::new("bash").args(["-c", script]).current_dir(folder).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let folder = tempfile::tempdir().unwrap();
    for script in [
        "# Uploads it.\n(\n  cat website/index.html\n)\n",
        "cat website/index.html\n",
        "cd functions/f\ncat index.mjs\n",
    ] {
        let guarded = solution(script);
        let (code, said, why) = run(&guarded, folder.path());
        assert_eq!((code, said.as_str()), (Some(1), ""), "{guarded}\n{why}");
        assert!(why.contains("is not here") && why.contains("`msl-learn start 4.1`"), "{why}");
    }
    write(folder.path(), "website/index.html", "<p>");
    let (code, said, _) = run(&solution("cat website/index.html\n"), folder.path());
    assert_eq!((code, said.as_str()), (Some(0), "<p>"));
    assert_eq!(solution("echo website/other.html\n"), "echo website/other.html\n");
}

#[test]
fn leaves_prices_and_commands_that_are_wrong() {
    insta::assert_snapshot!(drift(|root| with_sheet(
        root,
        &format!(
            "other = \"rm -r /\"\n[edits]\nnothing = \"a.html\"\n{}",
            LEAF.replace("rest_api", "nothing")
                .replace("the bucket", " ")
                .replace("ch04/two", "ch04/one")
                .replace("s3.storage", "s3.nothing")
        )
    )));
    insta::assert_snapshot!(drift(|root| {
        with_sheet(root, "");
        let prices = PRICES.replace("0.023", "-1.0").replace("Amazon S3 pricing", "a blog").replace("us-east-1", " ");
        write(root, "exercises/prices.toml", &prices);
    }));
}

#[test]
fn removals_that_are_wrong() {
    insta::assert_snapshot!(drift(|root| {
        with_sheet(root, "");
        write(root, "exercises/removals.toml", &REMOVALS.replace("aws x", "rm -r /").replace("https", "http"));
    }));
}

#[test]
fn a_sheet_that_is_incomplete() {
    insta::assert_snapshot!(drift(|root| {
        let sheet = SHEET.split("[cli]").next().unwrap().replace("shows it.", "shows it");
        write(root, "exercises/ch04/one/exercise.toml", &sheet);
    }));
}
