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

/// Its code makes a stack; without one there is nothing to deploy.
pub fn stack(tree: &Tree, of: &CdkApplication) -> Read<Judgement> {
    let mut sources = Vec::new();
    for path in tree.own_files(&of.folder) {
        let is_source = SOURCES.iter().any(|ending| ends_in(&path, ending));
        if !is_source || path.contains("test/") || path.contains("tests/") {
            continue;
        }
        let Some(text) = tree.text(&path)? else { continue };
        sources.push(Source::read(path, &text));
    }
    let Some(named) = sources.iter().find(|source| source.has_stack()) else {
        return Ok(Judgement::absent("a class that extends Stack", "no code that names one")
            .advising("Write one in a file of its own, and make it in the file that the app runs."));
    };
    if let Some(class) = unmade(&sources) {
        let found = format!("{class} in {}, and nothing that makes one", named.path);
        return Ok(Judgement::absent("a stack that the app makes", found).advising(format!(
            "The application would have no stacks. Make one in the file that the app runs, such as new {class}(app, \"{class}\"); \
             in Python without the word new."
        )));
    }
    Ok(Judgement::holds(&named.path))
}

/// A file of the program, without comments and without what it takes in from others or hands to them.
struct Source {
    path: String,
    text: String,
    /// It takes a class called Stack in under another name, or hands its own on without one, so that others may name it as they like.
    renames: bool,
    whole: String,
}

impl Source {
    fn read(path: String, text: &str) -> Self {
        let is_python = ends_in(&path, "py");
        let comments: &[_] = if is_python { &[("#", "\n")] } else { &[("//", "\n"), ("/*", "*/")] };
        let whole = without_comments(text, comments);
        let renames = whole.contains("Stack as ") || whole.lines().any(hands_on_unnamed);
        let brackets = if is_python { ('(', ')') } else { ('{', '}') };
        Self { path, text: without_imports(&whole, brackets), renames, whole }
    }

    /// It declares a stack or makes one, which may be of a library of the learner's own.
    fn has_stack(&self) -> bool {
        self.renames || names_stack(&self.text) || self.text.contains("new ") && self.text.contains("Stack(")
    }

    /// Languages of which all ways to make an object are known here.
    fn is_told(&self) -> bool {
        ["ts", "mts", "js", "mjs", "py"].iter().any(|ending| ends_in(&self.path, ending))
    }

    /// The classes that it declares as stacks, with what each extends.
    fn classes(&self) -> impl Iterator<Item = &str> {
        let after = self.text.match_indices("class ").map(|(at, word)| &self.text[at + word.len()..]);
        after.filter_map(|rest| {
            let line = rest.split(['{', ':', '\n']).next().unwrap_or_default();
            let name = word_at(rest);
            names_stack(&line[name.len()..]).then_some(name)
        })
    }

    /// Whether the word stands in it otherwise than where a class of that name is declared.
    fn uses(&self, name: &str) -> bool {
        self.text.match_indices(name).any(|(at, _)| {
            let (before, after) = (&self.text[..at], &self.text[at + name.len()..]);
            !before.ends_with(goes_on) && !after.starts_with(goes_on) && !before.trim_end().ends_with("class")
        })
    }
}

/// The first of the stacks that are declared, if it is certain that none is made.
fn unmade(sources: &[Source]) -> Option<&str> {
    // Stack itself is made, or taken for something that is not followed here.
    let is_made = |line: &str| names_stack(line) && !line.contains("class ");
    if sources.iter().any(|source| !source.is_told() || source.renames)
        || sources.iter().any(|source| source.text.lines().any(is_made))
    {
        return None;
    }
    let classes: Vec<&str> = sources.iter().flat_map(Source::classes).collect();
    let is_renamed = |source: &Source, name: &str| source.whole.contains(&format!("{name} as "));
    let is_used = |name: &&str| sources.iter().any(|source| source.uses(name) || is_renamed(source, name));
    if classes.iter().any(is_used) { None } else { classes.first().copied() }
}

fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word_at(text: &str) -> &str {
    &text[..text.find(|c| !goes_on(c)).unwrap_or(text.len())]
}

/// What stands between these marks is left out, but for marks in a text such as that of an address.
fn without_comments(text: &str, marks: &[(&str, &str)]) -> String {
    let (mut rest, mut kept) = (text, String::new());
    loop {
        let first =
            marks.iter().filter_map(|(begin, end)| Some((rest.find(begin)?, *begin, *end))).min_by_key(|found| found.0);
        let Some((at, begin, end)) = first else { break };
        let line = rest[..at].rsplit('\n').next().unwrap_or_default();
        let is_quoted = ['"', '\'', '`'].iter().any(|quote| line.matches(*quote).count() % 2 == 1);
        if is_quoted {
            kept.push_str(&rest[..at + begin.len()]);
            rest = &rest[at + begin.len()..];
            continue;
        }
        let after = &rest[at + begin.len()..];
        match after.find(end) {
            // The end of a line stays.
            Some(length) if end == "\n" => {
                kept.push_str(&rest[..at]);
                rest = &after[length..];
            }
            Some(length) => {
                kept.push_str(&rest[..at]);
                rest = &after[length + end.len()..];
            }
            // The last line; what only looks like the beginning of a comment, stays.
            None => {
                kept.push_str(if end == "\n" { &rest[..at] } else { rest });
                return kept;
            }
        }
    }
    kept.push_str(rest);
    kept
}

/// What each statement begins with that only takes names from another file, or hands them on.
const PASSES_ON: [&str; 5] = ["import ", "from ", "export {", "export *", "__all__"];

fn without_imports(text: &str, (open, close): (char, char)) -> String {
    let (mut kept, mut is_within) = (String::new(), false);
    for line in text.lines() {
        if is_within {
            is_within = !line.contains(close);
        } else if passes_on(line.trim_start()) {
            is_within = line.contains(open) && !line.contains(close);
            // What follows on the same line is a statement of its own.
            kept.push_str(line.split_once(';').map_or("", |(_, after)| after));
        } else {
            kept.push_str(line);
        }
        kept.push('\n');
    }
    kept
}

fn passes_on(line: &str) -> bool {
    let is_required = ["const ", "let ", "var "].iter().any(|word| line.starts_with(word)) && line.contains("require(");
    let is_passed = PASSES_ON.iter().any(|begin| line.starts_with(begin));
    is_required || is_exported(line) || is_passed && !line.contains("class ") && !line.contains("new ")
}

/// `export default A;`, `export = A;` or `module.exports = A;`: one thing, which each file that takes it in may call as it likes.
fn hands_on_unnamed(line: &str) -> bool {
    let line = line.trim_start();
    let value = line.strip_prefix("module.exports").and_then(|rest| rest.trim_start().strip_prefix('='));
    line.starts_with("export default ")
        || line.starts_with("export = ")
        || value.is_some_and(|value| !value.trim_start().starts_with('{'))
}

/// `module.exports = { A, B };` or `exports.A = A;`, with names alone.
fn is_exported(line: &str) -> bool {
    let Some((to, value)) = line.split_once('=') else { return false };
    let is_to = to.trim() == "module.exports" || to.starts_with("exports.");
    let value = value.trim().trim_end_matches(';').trim();
    let inner = value.strip_prefix('{').map_or(Some(value), |inner| inner.strip_suffix('}'));
    is_to && inner.is_some_and(|names| names.split(',').all(|name| name.trim().chars().all(goes_on)))
}

/// The class is called Stack in every language; `NewStack` makes one in Go.
fn names_stack(text: &str) -> bool {
    let is_name = |at: usize| {
        let (before, after) = (&text[..at], &text[at + "Stack".len()..]);
        (!before.ends_with(goes_on) || before.ends_with("New")) && !after.starts_with(goes_on)
    };
    text.match_indices("Stack").any(|(at, _)| is_name(at))
}
