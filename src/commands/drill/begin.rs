//! Begins a drill: something is broken, and the learner is told what visitors see.

use std::io::{IsTerminal as _, stdin, stdout};

use fastrand::Rng;
use msl_learn_checks::Learner;

use super::account::{self, exercises};
use super::{choice, named, visitors};
use crate::catalog::drill::{Drill, drills_in};
use crate::catalog::fill;
use crate::commands::check::remind;
use crate::commands::running;
use crate::dialogue::menu;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Failure, Result};
use crate::pages::{dojo, drill as page};
use crate::progress::{CurrentDrill, Progress};
use crate::ui::{Printer, Reply, prompt_or_leave};
use crate::workspace::place::Place;
use crate::workspace::{Workspace, own};

/// The most drills that are tried; some mistakes do not show in a practice account.
const TRIES: usize = 6;
/// The choices of the first question.
const CHOICES: usize = 4;

/// Begins a drill, or shows the task of the one that is going on.
///
/// # Errors
/// As [`super::run`].
pub fn run(what: Option<&str>, seed: Option<u64>, workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    if let Some(current) = &progress.drills().current {
        if let Some(wanted) = wanted(what, seed) {
            return Err(still_on(current, &wanted));
        }
        printer.lines(&page::task(&visitors(&named(&current.broken), workspace)?, printer.width()))?;
        printer.note("This drill is still going on.")?;
        return Ok(EXIT_DONE);
    }
    let mut order = choice::order(what, seed, &progress)?;
    if let Some(making) = own::prepare(place_of(order[0]), workspace)? {
        // With a seed, that drill and no other is asked for.
        order.retain(|drill| seed.is_none() && place_of(*drill).reached <= making.made);
        if order.is_empty() {
            printer.lines(&dojo::making(making, printer.width()))?;
            return Ok(EXIT_NOT_DONE);
        }
    }
    let at_once = if seed.is_some() { 1 } else { progress.drills().at_once() };
    let broken = running::away(printer, |printer| {
        account::leave(workspace)?;
        begin(&order, at_once, workspace, printer)
    })?;
    ask(&broken, seed, workspace, printer)?;
    printer.lines(&page::task(&visitors(&broken, workspace)?, printer.width()))?;
    remind(workspace, printer)?;
    Ok(EXIT_DONE)
}

/// The drill that is asked for; `None` if it may as well be the one that is going on.
fn wanted(what: Option<&str>, seed: Option<u64>) -> Option<String> {
    let seed = seed.map(|seed| format!("--seed {seed}"));
    let words: Vec<&str> = what.into_iter().chain(seed.as_deref()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Another drill is asked for while one is going on.
fn still_on(current: &CurrentDrill, wanted: &str) -> Failure {
    let ids: Vec<String> = exercises(&named(&current.broken)).iter().map(|exercise| exercise.id()).collect();
    let of = if ids.is_empty() { String::new() } else { format!(" of {}", ids.join(" and ")) };
    Failure::usage(format!("a drill{of} is still going on, so `drill {wanted}` was not begun")).hint(
        "`msl-learn drill` shows its task; `msl-learn drill --give-up` ends it, and so does mending what is broken.",
    )
}

/// Where a drill of the exercise begins.
fn place_of(drill: Drill) -> Place {
    Place::of(drill.exercise, true)
}

fn begin(order: &[Drill], at_once: usize, workspace: &Workspace, printer: &mut Printer) -> Result<Vec<Drill>> {
    for first in order.iter().take(TRIES) {
        let second = if at_once > 1 { choice::second(*first, order) } else { None };
        if let Some(second) = second
            && account::broken(&[*first, second], workspace, printer)?
        {
            return Ok(vec![*first, second]);
        }
        if account::broken(&[*first], workspace, printer)? {
            return Ok(vec![*first]);
        }
    }
    Err(Failure::environment(format!("none of {TRIES} drills shows in this practice account; nothing was changed"))
        .hint("Run the command again, or name another exercise or chapter: `msl-learn drill 5`."))
}

/// Asks what visitors will see, on a terminal and where one thing is broken.
fn ask(broken: &[Drill], seed: Option<u64>, workspace: &Workspace, printer: &mut Printer) -> Result<()> {
    let ([drill], true) = (broken, stdin().is_terminal() && stdout().is_terminal()) else { return Ok(()) };
    let choices = choices(*drill, seed, &workspace.learner())?;
    if choices.len() < CHOICES {
        return Ok(());
    }
    printer.lines(&page::question(printer.width()))?;
    let labels: Vec<&str> = choices.iter().map(String::as_str).collect();
    let asked = menu::one(&labels, printer.width());
    // Who leaves the question has the drill all the same.
    if let Reply::Given(answer) = prompt_or_leave(|| asked.raw_prompt(), "`msl-learn drill --check`")? {
        let right = choices[answer.index] == fill(&workspace.learner(), drill.mistake.visitor)?;
        Progress::update(&workspace.root, |progress| progress.foresee(right))?;
        printer.lines(&page::foreseen(right, printer.width()))?;
    }
    Ok(())
}

/// What visitors see, among what they would see after other mistakes of the chapter. With a seed, their order follows from it.
fn choices(drill: Drill, seed: Option<u64>, learner: &Learner) -> Result<Vec<String>> {
    let mut random = seed.map_or_else(Rng::new, Rng::with_seed);
    let mut others: Vec<Drill> = drills_in(&drill.exercise.chapter.to_string())?;
    random.shuffle(&mut others);
    others.sort_by_key(|other| other.exercise.slug != drill.exercise.slug);
    let mut choices = vec![fill(learner, drill.mistake.visitor)?];
    for other in others {
        let seen = fill(learner, other.mistake.visitor)?;
        if choices.len() < CHOICES && !choices.contains(&seen) {
            choices.push(seen);
        }
    }
    random.shuffle(&mut choices);
    Ok(choices)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::workspace::Settings;

    #[test]
    fn another_drill_is_refused_while_one_is_going_on() {
        assert_eq!(wanted(None, None), None);
        let mut progress = Progress::default();
        progress.begin_drill(vec!["ch05/mock_integration/no_request_template".into()], 1, Timestamp::UNIX_EPOCH);
        let current = progress.drills().current.as_ref().expect("a drill");
        let refused = still_on(current, &wanted(Some("8"), Some(7)).expect("another"));
        assert_eq!(refused.message, "a drill of 5.5 is still going on, so `drill 8 --seed 7` was not begun");
        assert!(refused.hint.is_some_and(|hint| hint.contains("--give-up")));
    }

    #[test]
    fn a_seed_repeats_the_first_question_and_its_choices() {
        let (drill, learner) = (drills_in("5.12").expect("drills")[0], Settings::example().learner());
        let asked = |seed| choices(drill, Some(seed), &learner).expect("choices");
        assert_eq!(asked(1), asked(1));
        assert_eq!(asked(1).len(), CHOICES);
        assert!((2..20).any(|seed| asked(seed) != asked(1)), "another seed, another order");
    }
}
