//! Commands for authors; `cargo run -p xtask` names them.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it tells its author what it has done")]

use std::path::Path;
use std::process::ExitCode;

use xtask::{new, stations};

const USAGE: &str = "\
usage: cargo run -p xtask -- new NUMBER SLUG [TITLE] [--dry-run]
       cargo run -p xtask -- stations
       cargo run -p xtask -- pictures

new: lays out a new exercise: its section, its folder, its verifier and its tests, each with `Fill in:` where something is to
be written. NUMBER is the book's, such as 7.1, 8.e1 or 9.i2; SLUG names the exercise's files, such as user_pool. The title
is the book's, from tests/it/curriculum.tsv. With --dry-run, only lists the files.

stations: makes the stations of the practice account again, which a solution, a starter file, what an exercise needs or
another version of the emulator have made stale. Walks the book once, which takes a minute, and restores what it has kept.

pictures: draws the pictures of README.md again, from what the program shows now.";

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_dry = arguments.iter().any(|argument| argument == "--dry-run");
    arguments.retain(|argument| argument != "--dry-run");
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["new", number, slug] => lay_out(number, slug, None, is_dry),
        ["new", number, slug, title] => lay_out(number, slug, Some(title), is_dry),
        ["pictures"] if !is_dry => stations::draw(root()),
        ["stations"] if !is_dry => stations::make(root()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn lay_out(number: &str, slug: &str, title: Option<&str>, is_dry: bool) -> Result<(), String> {
    let root = root();
    let changes = new::plan(root, number, slug, title)?;
    changes.iter().for_each(|change| println!("{change}"));
    if is_dry {
        return Ok(());
    }
    changes.iter().try_for_each(|change| change.write(root))?;
    println!("\n{}", next(number));
    Ok(())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a crate of the workspace")
}

fn next(number: &str) -> String {
    format!(
        "It builds, and checks an object as an example. Next:\n\
         \x20 1. Fill in what is to be written: `grep -rn 'Fill in:' chapters exercises checks`.\n\
         \x20 2. Try it: `MSL_IT_ONLY={number} cargo test --workspace --test it -- golden mistakes content about_the`.\n\
         \x20 3. Read what it costs, and accept it: `INSTA_UPDATE=always cargo test --workspace --lib -- what_each_exercise_costs`."
    )
}
