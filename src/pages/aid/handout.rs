//! A handout of a chapter for learners: the goal of each exercise, how to begin, and how to see that it worked. No solutions.

use msl_learn_checks::Learner;

use super::document::{Aid, AidBlock, AidTable};
use crate::catalog::{Chapter, Exercise, Section, fill, minutes_of};
use crate::failure::{Failure, Result};
use crate::ui::counted;

/// How a learner with a practice account sees what the addresses show.
const ADDRESSES: &str = "In your practice account, `msl-learn open site` opens the home page, and `msl-learn open api` what the \
    API answers to GET /chapters. In addresses, PORT stands for the number that `msl-learn practice status` names.";

/// # Errors
/// If a text of the catalog names a placeholder that does not exist.
pub fn page(chapter: &Chapter, learner: &Learner) -> Result<Aid> {
    let is_read = chapter.exercises.is_empty();
    let mut blocks = vec![AidBlock::Fields(if is_read { &["Name"] } else { &["Name", "Your domain"] })];
    if is_read {
        blocks.push(reading(chapter));
    } else {
        blocks.extend(building(chapter, learner)?);
    }
    blocks.push(AidBlock::Part("In the end".into()));
    blocks.push(AidBlock::Text(format!(
        "The quiz has {}: `msl-learn quiz {}`.",
        counted(chapter.quiz.len(), "question"),
        chapter.number
    )));
    Ok(Aid { title: chapter.heading(), blocks })
}

fn reading(chapter: &Chapter) -> AidBlock {
    let row = |section: &Section| {
        let read = format!("`msl-learn read {}.{}`", chapter.number, section.anchor);
        vec![section.title.to_owned(), minutes_of(section.text).to_string(), read]
    };
    AidBlock::Table(AidTable {
        caption: "What to read".into(),
        head: &["Section", "Minutes", "Read with"],
        rows: chapter.sections.iter().map(row).collect(),
    })
}

fn building(chapter: &Chapter, learner: &Learner) -> Result<Vec<AidBlock>> {
    let names = format!(
        "Write your own names where {}, {}, {} and {} stand. `msl-learn check EXERCISE` says what holds in your account, such \
         as `msl-learn check {}`. `msl-learn hint` helps.",
        learner.domain,
        learner.names.data_bucket,
        learner.account,
        learner.region,
        chapter.exercises.first().map(Exercise::id).unwrap_or_default()
    );
    let told = |template: &str| Ok::<_, Failure>(here(&fill(learner, template)?, learner));
    let row = |exercise: &Exercise| {
        let stands = told(exercise.stands)? + &instead(exercise, learner);
        Ok(vec![exercise.heading(), told(&goal(exercise))?, begin(exercise), stands])
    };
    let mut blocks = vec![
        AidBlock::Text(names),
        AidBlock::Table(AidTable {
            caption: "The exercises".into(),
            head: &["Exercise", "Goal", "Begin with", "It worked when"],
            rows: chapter.exercises.iter().map(row).collect::<Result<_>>()?,
        }),
        AidBlock::Part("What to remove afterwards".into()),
    ];
    if learner.practice {
        blocks.insert(1, AidBlock::Text(ADDRESSES.into()));
        blocks.push(AidBlock::Text("Nothing: the practice account is on your machine, and costs nothing.".into()));
        return Ok(blocks);
    }
    let left = chapter.exercises.iter().flat_map(|exercise| exercise.leaves);
    let left = left.map(|leaf| fill(learner, leaf.what)).collect::<Result<Vec<_>>>()?;
    blocks.push(AidBlock::Text(format!(
        "Nothing, in a practice account. In an account of AWS, `msl-learn cleanup --chapter {}` lists these things in the order \
         in which they can go, and writes a script that removes what no other chapter needs:",
        chapter.number
    )));
    blocks.push(AidBlock::List(left));
    Ok(blocks)
}

/// What tells in a practice account that it worked, where the sentence asks AWS or the internet.
fn instead(exercise: &Exercise, learner: &Learner) -> String {
    let asks_others = ["`dig ", "website_region_endpoint"].iter().any(|word| exercise.stands.contains(word));
    if learner.practice && asks_others && !exercise.stands.contains("in the practice account") {
        return format!(
            " Only AWS and the internet answer there: in the practice account, `msl-learn check {}` tells.",
            exercise.id()
        );
    }
    String::new()
}

/// The text with the addresses at which a browser on the learner's machine finds the names of a practice account.
fn here(text: &str, learner: &Learner) -> String {
    if !learner.practice {
        return text.to_owned();
    }
    let names = [&learner.names.api_domain, &learner.names.auth_domain, &learner.domain];
    let mut parts = text.split("://");
    let mut told = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = names.iter().find(|name| part.strip_prefix(name.as_str()).is_some_and(ends_name));
        let scheme = ["https", "http"].into_iter().find(|scheme| told.ends_with(scheme));
        match (name, scheme) {
            (Some(name), Some(scheme)) => {
                told.truncate(told.len() - scheme.len());
                told.push_str(&format!("http://{name}.localhost:PORT{}", &part[name.len()..]));
            }
            _ => told.push_str(&format!("://{part}")),
        }
    }
    told
}

/// Whether a host name ends before this.
fn ends_name(rest: &str) -> bool {
    let mut rest = rest.trim_start_matches('.').chars();
    rest.next().is_none_or(|next| !next.is_ascii_alphanumeric() && next != '-')
}

/// The paragraph that the walkthrough begins with, without saying that it is the goal.
fn goal(exercise: &Exercise) -> String {
    let mut paragraphs = exercise.walkthrough.split("\n\n").map(str::trim);
    let first = paragraphs.find(|text| !text.is_empty() && !text.starts_with('#')).unwrap_or_default();
    let said = ["The goal is that ", "The goal is ", "The goal: "].iter().find_map(|words| first.strip_prefix(words));
    let mut rest = said.unwrap_or(first).chars();
    let goal: String = rest.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(rest).collect());
    goal.replace('\n', " ")
}

/// The starter files if there are any, and otherwise the walkthrough.
fn begin(exercise: &Exercise) -> String {
    let verb = if exercise.files.is_empty() { "read" } else { "start" };
    format!("`msl-learn {verb} {}`", exercise.id())
}
