//! `msl-learn review`: reads the account and judges it by the Well-Architected Framework.

use std::collections::BTreeMap;
use std::path::Path;

use inquire::Confirm;
use jiff::Timestamp;
use msl_learn_checks::review::{self, Risk, Scope};
use msl_learn_checks::{Learner, LeftKind};

use super::check::warn;
use crate::check::{AccountSpec, EventLoop};
use crate::cli::{ReviewArgs, ReviewFormat};
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::left;
use crate::pages::review as page;
use crate::progress::Progress;
use crate::review::{Changed, LastReview, QUESTIONS, ReviewDocument, ReviewQuestion, Reviewed, read_answers};
use crate::ui::{Printer, prompt};
use crate::workspace::Workspace;

/// # Errors
/// If there is no workspace, the account is another one, the answers are invalid, or the progress cannot be written.
pub fn run(args: &ReviewArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let pillar = args.pillar.map(Into::into);
    let asked = QUESTIONS.iter().filter(|question| pillar.is_none_or(|pillar| question.pillar == pillar));
    let answers = match &args.answers {
        Some(file) => read_answers(file)?,
        None if args.ask => ask(asked)?,
        None => BTreeMap::new(),
    };
    let progress = keep(&workspace, answers)?;
    let earlier = LastReview::read(&workspace.root);
    let course = of_course(&workspace.learner())?;
    let scope = if args.all { Scope::Account } else { Scope::Course(&course) };
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    let (account, mut seen) = EventLoop::new()?.block_on(async {
        let account = spec.reach().await?.for_checking(usize::MAX);
        let learner = workspace.learner();
        let seen = match &account.caller {
            Ok(_) => review::review(&account.aws, &learner, scope, pillar).await,
            Err(fault) => review::unreadable(&learner, pillar, fault),
        };
        Ok((account, seen))
    })?;
    warn(&account, printer)?;
    if workspace.settings.practice {
        // A practice account has no console.
        seen.seen.iter_mut().for_each(|seen| seen.finding.console = None);
    }
    let changed = Changed::between(earlier.as_ref(), &seen);
    LastReview::after(earlier, &seen, Timestamp::now()).write(&workspace.root);
    let reviewed = Reviewed::new(&seen, pillar, &progress, changed);
    print(&reviewed, args.format, &workspace, printer)?;
    Ok(exit_code(&reviewed))
}

/// What the exercises of the book leave in the account, by its kind and name.
fn of_course(learner: &Learner) -> Result<Vec<(LeftKind, String)>> {
    Ok(left::things(learner)?.into_iter().map(|thing| (thing.kind, thing.name)).collect())
}

/// Keeps the answers in the progress; without any, it is only read.
fn keep(workspace: &Workspace, answers: BTreeMap<&'static str, bool>) -> Result<Progress> {
    if answers.is_empty() {
        return Progress::read(&workspace.root);
    }
    Progress::update(&workspace.root, |progress| {
        answers.into_iter().for_each(|(id, is_kept)| progress.answer_review(id, is_kept));
    })
}

fn ask(questions: impl Iterator<Item = &'static ReviewQuestion>) -> Result<BTreeMap<&'static str, bool>> {
    questions
        .map(|question| {
            let answer = prompt(|| Confirm::new(question.text).with_default(false).prompt(), "--answers FILE")?;
            Ok((question.id, answer))
        })
        .collect()
}

fn print(reviewed: &Reviewed, format: ReviewFormat, workspace: &Workspace, printer: &mut Printer) -> Result<()> {
    let account = &workspace.settings.account;
    match format {
        ReviewFormat::Json => printer.json(&ReviewDocument::new(reviewed, &workspace.settings)),
        ReviewFormat::Html => printer.generated(&page::html(reviewed, account)),
        ReviewFormat::Text => {
            printer.lines(&page::page(reviewed, account, printer.width()))?;
            let is_unanswered = |of: &crate::review::PillarReview| of.asked.iter().any(|(_, answer)| answer.is_none());
            match reviewed.pillars.iter().any(is_unanswered) {
                true => printer.note("`msl-learn review --ask` asks what configuration cannot show."),
                false => Ok(()),
            }
        }
    }
}

/// A risk outweighs what cannot be told.
fn exit_code(reviewed: &Reviewed) -> u8 {
    if reviewed.risks(Risk::High) + reviewed.risks(Risk::Medium) > 0 {
        return EXIT_NOT_DONE;
    }
    if reviewed.has_unknown() { EXIT_CANNOT_TELL } else { EXIT_DONE }
}
