//! The exercises as the repository's files describe them, in the book's order.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::harness::tools::repository;

/// One exercise, from its heading in `chapters/` and its folder in `exercises/`.
pub struct Exercise {
    /// The book's number, such as `4.3` or `8.e1`.
    pub id: String,
    pub chapter: u32,
    pub slug: String,
    pub title: String,
    pub folder: PathBuf,
    pub about: About,
}

/// What `exercise.toml` says, as far as the tests need it: that its keys are complete and known is the build's business.
#[derive(Deserialize)]
pub struct About {
    pub kind: String,
    pub number: u32,
    pub needs: Vec<String>,
    pub superseded_by: Option<String>,
    pub cost: String,
    #[serde(default)]
    pub leaves: Vec<Leaf>,
    pub stands: String,
    /// The command that fixes a clause, by the clause's id.
    #[serde(default)]
    pub cli: BTreeMap<String, String>,
    /// The file of the workspace that decides a clause, by the clause's id.
    #[serde(default)]
    pub edits: BTreeMap<String, String>,
    pub hints: Vec<String>,
    /// What is asked instead of looking at the account.
    #[serde(default)]
    pub asks: Option<toml::Table>,
    /// What is asked before looking at the account, if not every account can have the exercise.
    #[serde(default)]
    pub availability: Option<toml::Table>,
}

/// What an exercise leaves in the account.
#[derive(Deserialize)]
pub struct Leaf {
    pub what: String,
    pub name: String,
}

/// How a kind of thing is removed, as `exercises/removals.toml` says.
#[derive(Deserialize)]
pub struct Removal {
    pub commands: String,
}

/// All rows of `exercises/removals.toml`, by their kinds.
pub fn removals() -> BTreeMap<String, Removal> {
    let text = std::fs::read_to_string(repository().join("exercises/removals.toml")).expect("the table of removals");
    toml::from_str(&text).unwrap_or_else(|error| panic!("exercises/removals.toml: {error}"))
}

/// The exercises that are done on the learner's machine, and seen there.
const OF_WORKSPACE: [&str; 4] = ["12.e1", "12.e11", "12.e12", "12.e16"];

/// The exercises that nobody has to do who left the defaults as they were.
const BY_DEFAULT: [&str; 1] = ["9.e5"];

pub fn all() -> &'static [Exercise] {
    static ALL: OnceLock<Vec<Exercise>> = OnceLock::new();
    ALL.get_or_init(|| chapters().iter().flat_map(|path| exercises_of(path)).collect())
}

/// All exercises, or those that the environment variable MSL_IT_ONLY names: numbers or slugs, with commas between.
pub fn chosen() -> Vec<&'static Exercise> {
    let Ok(only) = std::env::var("MSL_IT_ONLY") else { return all().iter().collect() };
    let chosen = only.split(',').map(|name| {
        let named = all().iter().find(|exercise| exercise.id == name || exercise.slug == name);
        named.unwrap_or_else(|| panic!("MSL_IT_ONLY names {name}, which is no exercise"))
    });
    chosen.collect()
}

/// The way from the book's beginning to the last of the chosen exercises. Exercises build on one another, so that choosing some
/// shortens it and leaves no gap in it.
pub fn way() -> &'static [Exercise] {
    let ends = chosen().into_iter().map(|exercise| exercise.so_far());
    ends.max_by_key(|way| way.len()).expect("an exercise to walk to")
}

/// The chapters' files in the book's order, without their quizzes.
pub fn chapters() -> Vec<PathBuf> {
    let chapters = files(&repository().join("chapters"));
    let is_chapter = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".md") && !name.ends_with(".quiz.md")
    };
    chapters.into_iter().filter(is_chapter).collect()
}

fn exercises_of(chapter: &Path) -> Vec<Exercise> {
    let text = fs::read_to_string(chapter).unwrap_or_else(|error| panic!("{}: {error}", chapter.display()));
    text.lines().filter_map(heading).map(|(title, name)| Exercise::read(chapter, title, name)).collect()
}

/// Title and folder of an exercise's heading, such as `## Exercise 3: Enabling S3 website hosting {#s3_website_hosting}`;
/// none of a section that is only read.
fn heading(line: &str) -> Option<(&str, &str)> {
    let (kind, rest) = line.strip_prefix("## ")?.split_once(": ")?;
    let (kind, number) = kind.rsplit_once(' ')?;
    let is_exercise = ["Exercise", "Example", "Independent exercise"].contains(&kind) && number.parse::<u32>().is_ok();
    let rest = is_exercise.then_some(rest)?;
    let (title, anchor) = rest.split_once(" {#")?;
    Some((title, anchor.trim_end().strip_suffix('}')?))
}

impl Exercise {
    fn read(chapter: &Path, title: &str, name: &str) -> Self {
        let chapter = chapter.file_stem().and_then(|stem| stem.to_str()).expect("a chapter's name is plain");
        let slug = format!("{chapter}/{name}");
        let chapter = chapter.trim_start_matches("ch").parse().expect("a chapter's file is named chNN.md");
        let folder = repository().join("exercises").join(&slug);
        let toml = folder.join("exercise.toml");
        let text = fs::read_to_string(&toml).unwrap_or_else(|error| panic!("{}: {error}", toml.display()));
        let about: About = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", toml.display()));
        Self { id: about.id(chapter), chapter, slug, title: title.into(), folder, about }
    }

    /// Whether the defaults of what came before are all that it asks for.
    pub fn is_met_by_default(&self) -> bool {
        BY_DEFAULT.contains(&self.id.as_str())
    }

    /// Whether it is told by files of the workspace alone, without any account.
    pub fn is_of_workspace(&self) -> bool {
        OF_WORKSPACE.contains(&&*self.id)
    }

    /// Whether no emulator can have it: the learner says so, and nothing in the account shows it.
    pub fn is_out_of_reach(&self) -> bool {
        self.about.availability.is_some()
    }

    /// What solves it; an exercise that asks leaves nothing in the account, and has none.
    pub fn solution(&self) -> Option<PathBuf> {
        let path = self.folder.join("solution.sh");
        (!self.is_asked() || path.exists()).then_some(path)
    }

    /// Whether the learner is asked about it.
    pub fn is_asked(&self) -> bool {
        self.about.asks.is_some() || self.is_out_of_reach()
    }

    /// Its wrong and unusual states, by name.
    pub fn mistakes(&self) -> Vec<PathBuf> {
        files(&self.folder.join("mistakes"))
    }

    /// Its starter files: the name in the workspace, and the file.
    pub fn starter_files(&self) -> Vec<(String, PathBuf)> {
        let folder = self.folder.join("files");
        let name = |path: &Path| path.strip_prefix(&folder).expect("a file of the folder").to_str().map(String::from);
        let named = |path: PathBuf| (name(&path).expect("a starter file's name is plain"), path);
        files(&folder).into_iter().map(named).collect()
    }

    /// The later exercise that undoes or replaces what this one made.
    pub fn successor(&self) -> Option<&'static Exercise> {
        let slug = self.about.superseded_by.as_ref()?;
        all().iter().find(|exercise| exercise.slug == *slug)
    }

    /// The exercises after this one, up to and including its successor; none without one.
    pub fn way_to_successor(&self) -> &'static [Exercise] {
        let place = |slug: &str| all().iter().position(|other| other.slug == slug);
        match self.successor().and_then(|successor| place(&successor.slug)).zip(place(&self.slug)) {
            Some((last, own)) => &all()[own + 1..=last],
            None => &[],
        }
    }

    /// This exercise and all before it.
    pub fn so_far(&self) -> &'static [Exercise] {
        let end = all().iter().position(|other| other.slug == self.slug).expect("an exercise of the catalogue");
        &all()[..=end]
    }

    /// The exercises on whose state this one builds, and those that they build on, in the book's order.
    pub fn needs(&self) -> Vec<&'static Exercise> {
        let mut needed: BTreeSet<&str> = self.about.needs.iter().map(String::as_str).collect();
        let earlier = self.so_far().iter().rev().skip(1);
        let mut chain: Vec<_> = earlier
            .filter(|exercise| {
                let is_needed = needed.remove(&*exercise.slug);
                needed.extend(exercise.about.needs.iter().filter(|_| is_needed).map(String::as_str));
                is_needed
            })
            .collect();
        assert!(needed.is_empty(), "{} needs {needed:?}, which no earlier exercise is", self.slug);
        chain.reverse();
        chain
    }
}

impl About {
    fn id(&self, chapter: u32) -> String {
        let mark = match self.kind.as_str() {
            "hands-on" => "",
            "example" => "e",
            "independent" => "i",
            other => panic!("chapter {chapter} has an exercise of an unknown kind: {other}"),
        };
        format!("{chapter}.{mark}{}", self.number)
    }
}

/// All files below a folder in the order of their names; none when there is no such folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
