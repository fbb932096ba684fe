//! Judgements of a CDK application in the workspace: its program, its library, and its stack.

use crate::aws::fault::Read;
use crate::judgement::Judgement;
use crate::outside::cdk::CdkApplication;
use crate::outside::tree::{Tree, ends_in, join, split};

/// The endings of programs that the CDK has languages for.
const SOURCES: [&str; 8] = ["ts", "mts", "js", "mjs", "py", "java", "go", "cs"];

/// The file that the command runs is there.
pub fn runs(tree: &Tree, of: &CdkApplication) -> Judgement {
    let words = of.app.split_whitespace().map(|word| word.trim_matches(['"', '\'']));
    let named: Vec<_> = words.filter(|word| SOURCES.iter().any(|ending| ends_in(word, ending))).collect();
    let missing = named.iter().map(|word| join(&of.folder, word)).find(|path| !tree.has(path) && !is_made(path));
    match missing {
        Some(path) if is_compiled(tree, &path) => Judgement::holds(&of.app)
            .advising(format!("{path} is made of TypeScript: run `npm run build` before you deploy.")),
        Some(path) => Judgement::absent(format!("the file {path}, which the app runs"), "no such file")
            .advising("Paths in cdk.json begin in its folder. Write the file, or mend the member app."),
        None => Judgement::holds(&of.app),
    }
}

/// What a compiler writes first.
fn is_made(path: &str) -> bool {
    ["dist/", "build/", "lib-js/", "target/"].iter().any(|folder| path.contains(folder))
}

/// What TypeScript's compiler writes beside its source.
fn is_compiled(tree: &Tree, path: &str) -> bool {
    path.strip_suffix(".js").is_some_and(|stem| tree.has(&format!("{stem}.ts")))
}

/// What names the library in each language: a file, the name in version 2, and that in version 1.
const MANIFESTS: [(&str, &str, &str); 10] = [
    ("package.json", "\"aws-cdk-lib\"", "\"@aws-cdk/core\""),
    ("requirements.txt", "aws-cdk-lib", "aws-cdk.core"),
    ("pyproject.toml", "aws-cdk-lib", "aws-cdk.core"),
    ("setup.py", "aws-cdk-lib", "aws-cdk.core"),
    ("setup.cfg", "aws-cdk-lib", "aws-cdk.core"),
    ("Pipfile", "aws-cdk-lib", "aws-cdk.core"),
    ("pom.xml", "aws-cdk-lib", "<artifactId>core</artifactId>"),
    ("build.gradle", "aws-cdk-lib", "software.amazon.awscdk:core"),
    ("build.gradle.kts", "aws-cdk-lib", "software.amazon.awscdk:core"),
    ("go.mod", "aws-cdk-go/awscdk/v2", "aws-cdk-go/awscdk "),
];
/// The same in a project of .NET, whose file has any name.
const OF_NET: (&str, &str) = ("Amazon.CDK.Lib", "Amazon.CDK\"");

/// It is built on version 2 of the library; version 1 ended in 2023 (AWS CDK Developer Guide, "AWS CDK versioning").
pub fn library(tree: &Tree, of: &CdkApplication) -> Read<Judgement> {
    let expected = "aws-cdk-lib, version 2 of the library";
    let mut old = None;
    for (path, second, first) in manifests(tree, of) {
        let Some(text) = tree.text(&path)? else { continue };
        if text.contains(second) {
            return Ok(installed(tree, of, &path));
        }
        if text.contains(first) {
            old = Some(path);
        }
    }
    Ok(match old {
        Some(path) => Judgement::fails(expected, format!("version 1 of the library in {path}"))
            .advising("Version 1 ended in June 2023. Make a new application with `cdk init`, and move your code."),
        None => Judgement::absent(expected, "no file that names it")
            .advising("In TypeScript and JavaScript, package.json names it: `npm install aws-cdk-lib constructs`."),
    })
}

/// The files that may name it, in the folder and, for several applications in one project, above it.
fn manifests(tree: &Tree, of: &CdkApplication) -> Vec<(String, &'static str, &'static str)> {
    let folders = [of.folder.as_str(), split(&of.folder).0, ""];
    let known =
        folders.iter().flat_map(|folder| MANIFESTS.map(|(name, second, first)| (join(folder, name), second, first)));
    let projects =
        tree.own_files(&of.folder).into_iter().filter(|path| ends_in(path, "csproj") || ends_in(path, "fsproj"));
    known.chain(projects.map(|path| (path, OF_NET.0, OF_NET.1))).collect()
}

fn installed(tree: &Tree, of: &CdkApplication, manifest: &str) -> Judgement {
    let held = Judgement::holds(format!("aws-cdk-lib in {manifest}"));
    let is_there = |folder: &str| tree.has(&join(folder, "node_modules/aws-cdk-lib"));
    match manifest.ends_with("package.json") && !is_there(&of.folder) && !is_there("") {
        true => held.advising("It is named and not installed yet: run `npm install` in the folder of the application."),
        false => held,
    }
}

/// Its code defines a stack; without one there is nothing to deploy.
pub fn stack(tree: &Tree, of: &CdkApplication) -> Read<Judgement> {
    for path in tree.own_files(&of.folder) {
        let is_source = SOURCES.iter().any(|ending| ends_in(&path, ending));
        if is_source && !path.contains("test/") && tree.text(&path)?.is_some_and(|text| names_stack(&text)) {
            return Ok(Judgement::holds(path));
        }
    }
    Ok(Judgement::absent("a class that extends Stack", "no code that names one")
        .advising("Write one in a file of its own, and make it in the file that the app runs."))
}

/// The class is called Stack in every language; `NewStack` makes one in Go.
fn names_stack(text: &str) -> bool {
    let is_name = |at: usize| {
        let (before, after) = (&text[..at], &text[at + "Stack".len()..]);
        let goes_on = |c: char| c.is_alphanumeric() || c == '_';
        (!before.ends_with(goes_on) || before.ends_with("New")) && !after.starts_with(goes_on)
    };
    text.match_indices("Stack").any(|(at, _)| is_name(at))
}
