//! Writes the catalog of chapters and exercises as one static table; drift between the drawers ends the build.
//! Beside it a table of the tokens of all code, so that showing it needs no highlighter.

#[path = "build/code.rs"]
mod code;
#[path = "build/highlight.rs"]
mod highlight;
#[path = "build/join.rs"]
mod join;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let write = |name: &str, text: String| {
        let file = out.join(name);
        fs::write(&file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    };
    for drawer in ["chapters", "exercises", "checks", "build"] {
        println!("cargo::rerun-if-changed={drawer}");
    }
    match join::join(&root) {
        Ok(chapters) => {
            write("catalog.rs", table(&chapters) + &join::tables(&root));
            write("highlight.rs", codes(&chapters).table(&highlight::Highlighter::new()));
            ExitCode::SUCCESS
        }
        Err(drift) => {
            for message in drift {
                println!("cargo::error={}", message.replace('\n', " "));
            }
            ExitCode::FAILURE
        }
    }
}

fn codes(chapters: &[join::Chapter]) -> code::Codes {
    let mut codes = code::Codes::default();
    for chapter in chapters {
        codes.add_text(&chapter.introduction);
        chapter.sections.iter().for_each(|section| codes.add_text(&section.text));
        for exercise in &chapter.exercises {
            codes.add_text(&exercise.walkthrough);
            exercise.sheet.hints.iter().for_each(|hint| codes.add_text(hint));
            codes.add_file("solution.sh", &exercise.solution);
            exercise.files.iter().for_each(|(path, text)| codes.add_file(path, text));
        }
        for question in &chapter.quiz {
            codes.add_text(&question.text);
            let choices = question.choices.iter();
            choices.flat_map(|choice| [&choice.text, &choice.explanation]).for_each(|text| codes.add_text(text));
        }
    }
    codes
}

fn table(chapters: &[join::Chapter]) -> String {
    let mut code = String::from("pub static CHAPTERS: &[Chapter] = &[\n");
    for chapter in chapters {
        let _ = writeln!(
            code,
            "Chapter {{ number: {}, title: {:?}, introduction: {:?}, sections: &[",
            chapter.number, chapter.title, chapter.introduction
        );
        chapter.sections.iter().for_each(|section| code.push_str(&read(section)));
        code.push_str("], exercises: &[\n");
        for exercise in &chapter.exercises {
            code.push_str(&row(chapter.number, exercise));
        }
        code.push_str("], quiz: &[\n");
        chapter.quiz.iter().for_each(|question| code.push_str(&asked(question)));
        let _ = writeln!(code, "], teaching: {} }},", chapter.teaching.code());
    }
    code + "];\n"
}

fn read(section: &join::Section) -> String {
    let join::Section { anchor, title, text, after } = section;
    format!("Section {{ anchor: {anchor:?}, title: {title:?}, text: {text:?}, after: {after} }},\n")
}

fn asked(question: &join::quiz::Question) -> String {
    let choices = question.choices.iter().map(|choice| {
        let join::quiz::Choice { right, text, explanation } = choice;
        format!("ChoiceTemplate {{ right: {right}, text: {text:?}, explanation: {explanation:?} }}, ")
    });
    format!(
        "QuestionTemplate {{ id: {:?}, title: {:?}, read: {:?}, text: {:?}, choices: &[{}] }},\n",
        question.id,
        question.title,
        question.read,
        question.text,
        choices.collect::<String>()
    )
}

fn row(chapter: u8, exercise: &join::Exercise) -> String {
    let sheet = &exercise.sheet;
    let kind = match sheet.kind.as_str() {
        "example" => "ExerciseKind::Example",
        "independent" => "ExerciseKind::Independent",
        _ => "ExerciseKind::HandsOn",
    };
    format!(
        "Exercise {{ slug: {:?}, chapter: {chapter}, kind: {kind}, number: {}, title: {:?}, walkthrough: {:?}, cost: {:?}, stands: {:?}, \
         needs: &{:?}, superseded_by: {:?}, paused_by: {:?}, leaves: &[{}], cli: &{:?}, edits: &{:?}, hints: &{:?}, files: &{:?}, solution: {:?}, asks: {}, availability: {}, mistakes: {} }},\n",
        exercise.slug,
        sheet.number,
        exercise.title,
        exercise.walkthrough,
        sheet.cost,
        sheet.stands,
        sheet.needs,
        sheet.superseded_by,
        sheet.paused_by,
        sheet.left(),
        sheet.cli.iter().collect::<Vec<_>>(),
        sheet.edits.iter().collect::<Vec<_>>(),
        sheet.hints,
        exercise.files,
        exercise.solution,
        join::asks::code(sheet.asks.as_ref()),
        join::availability::code(sheet.availability.as_ref()),
        join::mistakes::code(&exercise.mistakes),
    )
}
