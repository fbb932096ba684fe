//! Joins the three drawers: chapters/, exercises/ and checks/. What does not fit together is drift, and named.

pub mod asks;
pub mod availability;
pub mod flaws;
mod headings;
pub mod leaves;
pub mod mistakes;
pub mod quiz;
mod solutions;
pub mod teaching;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use headings::{Heading, Part};
use leaves::{Leaf, Prices, Removals};
use quiz::Question;
use serde::Deserialize;
use teaching::Teaching;

/// The fewest hints an exercise may have.
const HINTS: usize = 3;

/// What the learner reads and does in one chapter.
#[derive(Debug)]
pub struct Chapter {
    pub number: u8,
    pub title: String,
    /// What stands before the first section, the chapter's heading included.
    pub introduction: String,
    /// The sections that are only read.
    pub sections: Vec<Section>,
    pub exercises: Vec<Exercise>,
    /// From `chNN.quiz.md`; none where there is no such file.
    pub quiz: Vec<Question>,
    /// From `chNN.teach.toml`; nothing where there is no such file.
    pub teaching: Teaching,
}

/// A section without an exercise.
#[derive(Debug)]
pub struct Section {
    pub anchor: String,
    pub title: String,
    /// Its heading included.
    pub text: String,
    /// How many of the chapter's exercises stand before it.
    pub after: usize,
}

/// One exercise, from its heading and its folder.
#[derive(Debug)]
pub struct Exercise {
    pub slug: String,
    pub title: String,
    /// The section of the chapter, its heading included.
    pub walkthrough: String,
    pub sheet: Sheet,
    pub solution: String,
    /// Starter files: path in the workspace and template.
    pub files: Vec<(String, String)>,
    /// What a drill can break in it.
    pub mistakes: Vec<mistakes::Mistake>,
}

impl Exercise {
    /// The book's number, such as `4.3`, `8.e1` or `9.i2`.
    pub fn id(&self, chapter: u8) -> String {
        format!("{chapter}.{}{}", headings::mark(&self.sheet.kind), self.sheet.number)
    }
}

/// `exercise.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub kind: String,
    pub number: u8,
    pub needs: Vec<String>,
    #[serde(default)]
    pub superseded_by: Option<String>,
    #[serde(default)]
    pub paused_by: Option<String>,
    pub cost: String,
    /// What stays in the account.
    #[serde(default)]
    pub leaves: Vec<Leaf>,
    /// One sentence: what stands now, and the address that shows it.
    pub stands: String,
    /// What fixes a failing clause in a practice account, by the clause's id: one command of the `aws` CLI each.
    #[serde(default)]
    pub cli: BTreeMap<String, String>,
    /// By a clause's id, the file of the workspace that decides it: its commands upload that file as it is, so that a
    /// learner changes it before.
    #[serde(default)]
    pub edits: BTreeMap<String, String>,
    pub hints: Vec<String>,
    /// In place of a verifier.
    #[serde(default)]
    pub asks: Option<asks::Asks>,
    /// Asked before the account is checked.
    #[serde(default)]
    pub availability: Option<availability::Availability>,
}

/// What all exercises are read with.
struct Tree<'a> {
    root: &'a Path,
    prices: Prices,
    removals: Removals,
}

/// Ends the name of a chapter's quiz.
const QUIZ: &str = ".quiz.md";
/// Ends the name of what teaching a chapter takes.
const TEACHING: &str = ".teach.toml";

/// Reads the whole tree below `root`.
///
/// # Errors
/// Everything that does not fit together, one message each.
pub fn join(root: &Path) -> Result<Vec<Chapter>, Vec<String>> {
    let mut drift = Vec::new();
    let tree = Tree { root, prices: prices(root, &mut drift), removals: removals(root, &mut drift) };
    let mut chapters = Vec::new();
    let (quizzes, files): (Vec<_>, Vec<_>) =
        list(&root.join("chapters"), &mut drift).into_iter().partition(|file| name(file).ends_with(QUIZ));
    let (teachings, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| name(file).ends_with(TEACHING));
    for file in files {
        let Some(number) = chapter_number(&file) else {
            drift.push(format!("{}: a chapter is named chNN.md, such as ch04.md", file.display()));
            continue;
        };
        chapters.push(chapter(&tree, &file, number, &mut drift));
    }
    for file in quizzes {
        add_quiz(&file, &mut chapters, &mut drift);
    }
    for file in teachings {
        add_teaching(&file, &mut chapters, &mut drift);
    }
    solutions::guard(&mut chapters);
    find_strays(root, &chapters, &mut drift);
    find_backward_links(&chapters, &mut drift);
    if drift.is_empty() { Ok(chapters) } else { Err(drift) }
}

fn chapter(tree: &Tree<'_>, file: &Path, number: u8, drift: &mut Vec<String>) -> Chapter {
    let text = read(file, drift);
    let mut texts = headings::sections(&text).into_iter();
    let introduction = texts.next().unwrap_or_default();
    let title = introduction.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default().trim().to_owned();
    if title.is_empty() {
        drift.push(format!("{}: the chapter's title is missing: a first line `# Title`", file.display()));
    }
    let (mut sections, mut exercises) = (Vec::new(), Vec::new());
    for text in texts {
        match headings::part(&text) {
            Ok(Part::Exercise(heading)) => exercises.extend(exercise(tree, number, heading, text, drift)),
            Ok(Part::Reading { title, anchor }) => {
                sections.push(Section { anchor, title, text, after: exercises.len() });
            }
            Err(wrong) => drift.push(format!("{}: {wrong}", file.display())),
        }
    }
    drift.extend(twin_anchors(&sections, &exercises, number).map(|twin| format!("{}: {twin}", file.display())));
    Chapter { number, title, introduction, sections, exercises, quiz: Vec::new(), teaching: Teaching::default() }
}

/// Anchors that another section of the chapter has too; two exercises of one slug are found with their folders.
fn twin_anchors(sections: &[Section], exercises: &[Exercise], chapter: u8) -> impl Iterator<Item = String> {
    let anchors = sections.iter().enumerate().filter(move |(here, section)| {
        let slug = format!("ch{chapter:02}/{}", section.anchor);
        let of_section = sections[..*here].iter().any(|other| other.anchor == section.anchor);
        of_section || exercises.iter().any(|exercise| exercise.slug == slug)
    });
    anchors.map(|(_, section)| format!("the anchor {{#{}}} is that of another section", section.anchor))
}

fn add_quiz(file: &Path, chapters: &mut [Chapter], drift: &mut Vec<String>) {
    let chapter = name(file).trim_end_matches(QUIZ).to_owned();
    let Some(chapter) = chapters.iter_mut().find(|known| format!("ch{:02}", known.number) == chapter) else {
        drift.push(format!("{}: there is no chapters/{chapter}.md that it could be the quiz of", file.display()));
        return;
    };
    match quiz::parse(&file.display().to_string(), &read(file, drift)) {
        Ok(questions) => {
            let lost =
                questions.iter().filter(|question| !question.read.as_ref().is_none_or(|name| has(chapter, name)));
            drift.extend(
                lost.map(|question| {
                    format!("{}: {}: there is nothing of that name to read", file.display(), question.id)
                }),
            );
            chapter.quiz = questions;
        }
        Err(faults) => drift.extend(faults),
    }
}

fn add_teaching(file: &Path, chapters: &mut [Chapter], drift: &mut Vec<String>) {
    let of = name(file).trim_end_matches(TEACHING).to_owned();
    let Some(chapter) = chapters.iter_mut().find(|known| format!("ch{:02}", known.number) == of) else {
        drift.push(format!("{}: there is no chapters/{of}.md that it could be about", file.display()));
        return;
    };
    match toml::from_str::<Teaching>(&read(file, drift)) {
        Ok(teaching) => {
            drift.extend(teaching.wrong(chapter).into_iter().map(|wrong| format!("{}: {wrong}", file.display())));
            chapter.teaching = teaching;
        }
        Err(error) => drift.push(format!("{}: {error}", file.display())),
    }
}

/// Whether the chapter has an exercise such as `4.1`, an example such as `8.e4`, or a section such as `1.lambda`.
fn has(chapter: &Chapter, name: &str) -> bool {
    let Some(of_it) = name.strip_prefix(&format!("{}.", chapter.number)) else { return false };
    let is_it = |exercise: &Exercise| exercise.id(chapter.number) == name;
    chapter.sections.iter().any(|section| section.anchor == of_it) || chapter.exercises.iter().any(is_it)
}

fn exercise(
    tree: &Tree<'_>,
    chapter: u8,
    heading: Heading,
    walkthrough: String,
    drift: &mut Vec<String>,
) -> Option<Exercise> {
    let slug = format!("ch{chapter:02}/{}", heading.slug);
    let folder = tree.root.join("exercises").join(&slug);
    if !folder.is_dir() {
        drift.push(format!(
            "chapters/ch{chapter:02}.md has the exercise {slug}, but there is no folder exercises/{slug}"
        ));
        return None;
    }
    let sheet = sheet(&folder.join("exercise.toml"), &slug, drift)?;
    drift.extend(sheet.wrong(tree).into_iter().map(|wrong| format!("exercises/{slug}/exercise.toml: {wrong}")));
    drift.extend(wrong_proof(tree.root, &slug, sheet.asks.as_ref()));
    if (sheet.kind.as_str(), sheet.number) != (heading.kind, heading.number) {
        drift.push(format!(
            "exercises/{slug}/exercise.toml says {} {}, but its heading says {} {}",
            sheet.kind, sheet.number, heading.kind, heading.number
        ));
    }
    let script = folder.join("solution.sh");
    let needless = (sheet.asks.is_some() || sheet.availability.is_some()) && !script.exists();
    let solution = if needless { String::new() } else { read(&script, drift) };
    let files = starter_files(&folder.join("files"), drift);
    let walkthrough = heading.with_chapter(chapter, &walkthrough);
    let mistakes = mistakes::drills(&folder.join("mistakes"));
    Some(Exercise { slug, title: heading.title, walkthrough, sheet, solution, files, mistakes })
}

impl Sheet {
    /// What stays in the account, as values of the catalog.
    pub fn left(&self) -> String {
        self.leaves.iter().map(Leaf::code).collect()
    }

    /// What is wrong with the fields about what stands, what fixes it and what it leaves, one message each.
    fn wrong(&self, tree: &Tree<'_>) -> Vec<String> {
        let mut wrong = Vec::new();
        for (number, leaf) in (1..).zip(&self.leaves) {
            let flaws = leaf.wrong(&tree.removals, &tree.prices);
            wrong.extend(flaws.into_iter().map(|flaw| format!("[[leaves]] {number}: {flaw}")));
        }
        for (id, command) in &self.cli {
            // What leaves nothing in the account is fixed on the learner's own machine.
            let is_local = self.leaves.is_empty() && !command.trim().is_empty();
            if !is_local && !command.lines().any(|line| line.trim_start().starts_with("aws ")) {
                wrong.push(format!("[cli] {id} = \"{command}\" is no command of the aws CLI"));
            }
        }
        for (id, file) in &self.edits {
            if !self.cli.contains_key(id) {
                wrong.push(format!("[edits] {id} = \"{file}\" has no command in [cli]"));
            }
        }
        if self.asks.is_none() && self.availability.is_none() && self.cli.is_empty() {
            wrong.push("[cli] is missing: the commands that fix its clauses, by id".into());
        }
        wrong.extend(self.availability.iter().flat_map(|asked| asked.wrong(self.asks.is_some())));
        // An address, or a command that shows it.
        let is_seen = ["://", "`"].iter().any(|sight| self.stands.contains(sight));
        if !self.stands.ends_with('.') || self.stands.contains('\n') || !is_seen {
            wrong.push(
                "stands is one sentence on what stands now, with the address or the command that shows it".into(),
            );
        }
        wrong
    }
}

/// The price table; an empty one where there is no file.
fn prices(root: &Path, drift: &mut Vec<String>) -> Prices {
    let Ok(text) = fs::read_to_string(root.join("exercises/prices.toml")) else { return Prices::default() };
    Prices::parse(&text).unwrap_or_else(|flaws| {
        drift.extend(flaws.into_iter().map(|flaw| format!("exercises/prices.toml: {flaw}")));
        Prices::default()
    })
}

/// The table of removals; an empty one where there is no file.
fn removals(root: &Path, drift: &mut Vec<String>) -> Removals {
    let Ok(text) = fs::read_to_string(root.join("exercises/removals.toml")) else { return Removals::default() };
    Removals::parse(&text).unwrap_or_else(|flaws| {
        drift.extend(flaws.into_iter().map(|flaw| format!("exercises/removals.toml: {flaw}")));
        Removals::default()
    })
}

/// The tables of removals and prices as code. What is wrong with them, [`join`] has said.
pub fn tables(root: &Path) -> String {
    removals(root, &mut Vec::new()).code() + &prices(root, &mut Vec::new()).code()
}

/// An exercise shows that it was done in one way: a verifier looks at the account, or the learner is asked.
fn wrong_proof(root: &Path, slug: &str, asks: Option<&asks::Asks>) -> Vec<String> {
    let verifier = format!("checks/{slug}.rs");
    match (root.join(&verifier).is_file(), asks) {
        (true, None) => Vec::new(),
        (false, None) => vec![format!("exercises/{slug} has no verifier: {verifier} is missing, and so is [asks]")],
        (true, Some(_)) => {
            vec![format!("exercises/{slug} has a verifier, {verifier}, and [asks]: one of them is too many")]
        }
        (false, Some(asks)) => {
            asks.wrong().into_iter().map(|wrong| format!("exercises/{slug}/exercise.toml: [asks] {wrong}")).collect()
        }
    }
}

fn sheet(file: &Path, slug: &str, drift: &mut Vec<String>) -> Option<Sheet> {
    match toml::from_str::<Sheet>(&read(file, drift)) {
        Ok(sheet) if sheet.hints.len() < HINTS => {
            drift.push(format!(
                "exercises/{slug}/exercise.toml has {} hints; at least {HINTS} are asked for",
                sheet.hints.len()
            ));
            None
        }
        Ok(sheet) => Some(sheet),
        Err(error) => {
            drift.push(format!("exercises/{slug}/exercise.toml: {error}"));
            None
        }
    }
}

/// Folders and verifiers that no heading names.
fn find_strays(root: &Path, chapters: &[Chapter], drift: &mut Vec<String>) {
    let named: BTreeSet<&str> = chapters.iter().flat_map(|c| &c.exercises).map(|e| e.slug.as_str()).collect();
    for (drawer, ending) in [("exercises", ""), ("checks", ".rs")] {
        for folder in
            list(&root.join(drawer), drift).iter().filter(|path| path.is_dir() && chapter_number(path).is_some())
        {
            for entry in list(folder, drift) {
                let chapter = name(folder);
                let slug = format!("{chapter}/{}", name(&entry).trim_end_matches(ending));
                if !named.contains(slug.as_str()) && !drift.iter().any(|d| d.contains(&slug)) {
                    drift.push(format!(
                        "{drawer}/{chapter}/{} has no heading {{#{}}} in chapters/{chapter}.md",
                        name(&entry),
                        name(&entry).trim_end_matches(ending)
                    ));
                }
            }
        }
    }
}

/// A successor comes later and a need comes earlier, and both exist; no slug or number stands twice.
fn find_backward_links(chapters: &[Chapter], drift: &mut Vec<String>) {
    let exercises: Vec<&Exercise> = chapters.iter().flat_map(|chapter| &chapter.exercises).collect();
    let place = |slug: &str| exercises.iter().position(|exercise| exercise.slug == slug);
    for (here, exercise) in exercises.iter().enumerate() {
        let file = format!("exercises/{}/exercise.toml", exercise.slug);
        if let Some(successor) = &exercise.sheet.superseded_by
            && place(successor).is_none_or(|there| there <= here)
        {
            drift.push(format!("{file}: superseded_by = \"{successor}\" is no later exercise"));
        }
        if let Some(pause) = &exercise.sheet.paused_by
            && !(place(pause) > Some(here) && place(pause) < exercise.sheet.superseded_by.as_deref().and_then(place))
        {
            drift.push(format!("{file}: paused_by = \"{pause}\" is no exercise between this one and superseded_by"));
        }
        let shared = exercise.sheet.leaves.iter().flat_map(Leaf::shared_with);
        for sharer in shared.filter(|sharer| place(sharer).is_none_or(|there| there <= here)) {
            drift.push(format!("{file}: shared_with \"{sharer}\", which is no later exercise"));
        }
        for need in exercise.sheet.needs.iter().filter(|need| place(need).is_none_or(|there| there >= here)) {
            drift.push(format!("{file}: needs \"{need}\", which is no earlier exercise"));
        }
        let twin = |other: &&Exercise| {
            other.slug == exercise.slug
                || (other.sheet.kind == exercise.sheet.kind
                    && other.sheet.number == exercise.sheet.number
                    && other.slug.split('/').next() == exercise.slug.split('/').next())
        };
        if let Some(other) = exercises[..here].iter().copied().find(|other| twin(other)) {
            drift.push(format!("{} and {} are the same exercise by slug or number", other.slug, exercise.slug));
        }
    }
}

fn starter_files(folder: &Path, drift: &mut Vec<String>) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop().filter(|next| next.is_dir()) {
        for entry in list(&next, drift) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let path = entry.strip_prefix(folder).unwrap_or(&entry).to_string_lossy().into_owned();
            files.push((path, read(&entry, drift)));
        }
    }
    files.sort();
    files
}

fn chapter_number(path: &Path) -> Option<u8> {
    let digits = path.file_stem()?.to_str()?.strip_prefix("ch")?;
    (digits.len() == 2).then(|| digits.parse().ok())?
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(file: &Path, drift: &mut Vec<String>) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| {
        drift.push(format!("{}: {error}", file.display()));
        String::new()
    })
}

fn list(folder: &Path, drift: &mut Vec<String>) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>());
    let mut entries = entries.unwrap_or_else(|error| {
        drift.push(format!("{}: {error}", folder.display()));
        Vec::new()
    });
    entries.sort();
    entries
}
