//! `msl-learn class hand-in` and `class show`: what a learner's instructor gets.

use std::env;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::join::describe;
use crate::catalog::{self, Exercise};
use crate::check::{AccountSpec, Check, EventLoop, LastLook};
use crate::checked::Checked;
use crate::class::hand_in::HandIn;
use crate::class::joined::JoinedClass;
use crate::class::settings::of_chapters;
use crate::commands::check::warn;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::progress::Progress;
use crate::ui::Printer;
use crate::workspace::{Workspace, write_atomically};

/// # Errors
/// If the workspace is in no class, the account is another one, or the file cannot be written.
pub fn run(folder: Option<&Path>, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let joined = JoinedClass::of(&workspace)?;
    let here = || env::current_dir().map_err(|error| Failure::environment(format!("the current folder: {error}")));
    let folder: PathBuf = folder.map_or_else(here, |folder| Ok(folder.to_owned()))?;
    refuse_no_folder(&folder)?;
    let hand_in = check(&workspace, &joined, printer)?;
    let file = folder.join(hand_in.file());
    let failed = |error: std::io::Error| Failure::environment(format!("{} cannot be written: {error}", file.display()));
    write_atomically(&file, &hand_in.sealed(&joined.code)).map_err(failed)?;
    printer.text(&file.display().to_string())?;
    printer.note("Give this file to your instructor as it is; a changed one is refused. Nothing was sent.")?;
    printer.note(&format!(
        "It is about {}{}, as your join code says. If the class does more by now, your instructor has a new code for you: `msl-learn \
         class join CODE`.",
        of_chapters(&joined.code.chapters),
        without(&joined.code.leave_out)
    ))?;
    Ok(EXIT_DONE)
}

/// What a code leaves out.
fn without(left_out: &[String]) -> String {
    if left_out.is_empty() { String::new() } else { format!(", without {}", left_out.join(", ")) }
}

/// A share that is not there would be taken for one that is.
fn refuse_no_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let named = folder.display();
    let message = if folder.exists() {
        format!("{named} is a file, and --folder names a folder")
    } else {
        format!("there is no folder {named}")
    };
    Err(Failure::usage(message)
        .hint("Ask your instructor for its name, or leave --folder out: then the file is written here."))
}

/// What is in no hand-in.
const KEPT: &str = "Your instructor keeps of this the verdicts, the ids of clauses, which account it is, its domain and the names \
     of its resources, and to which exercise `practice goto` brought it. In no hand-in, and kept as well: your name, your id in the \
     LMS and your section, as your instructor's list has them; each exercise that you were excused from or given points for, with \
     the reason in your instructor's words; and which of your hand-ins were refused, and why. Ask for what is written there of you.";

/// # Errors
/// If the workspace is in no class, or the account is another one.
pub fn show(directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let joined = JoinedClass::of(&workspace)?;
    describe(&joined, printer)?;
    if let Some(template) = joined.template(&workspace)? {
        printer.text("The role, with all that it allows:")?;
        printer.script(&template)?;
    }
    let hand_in = check(&workspace, &joined, printer)?;
    printer.text("What a hand-in says:")?;
    printer.script(hand_in.sealed(&joined.code).trim_end())?;
    printer.text(KEPT)?;
    Ok(EXIT_DONE)
}

fn check(workspace: &Workspace, joined: &JoinedClass, printer: &mut Printer) -> Result<HandIn> {
    let code = &joined.code;
    let left_out = |exercise: &Exercise| code.leave_out.iter().any(|name| *name == exercise.id());
    let wanted = catalog::exercises().filter(|one| code.chapters.contains(&one.chapter) && !left_out(one));
    let (progress, last) = (Progress::read(&workspace.root)?, LastLook::read(&workspace.root));
    let (brought, wanted): (Vec<_>, Vec<_>) = wanted.partition(|one| progress.entry(one).is_brought());
    if !brought.is_empty() {
        let ids: Vec<String> = brought.iter().map(|one| one.id()).collect();
        printer.note(&format!(
            "The account was brought to where these are done, so they are not handed in: {}.",
            ids.join(", ")
        ))?;
    }
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    let (account, checked) = EventLoop::new()?.block_on(async {
        let account = spec.reach().await?.for_checking(wanted.len());
        account.caller.as_ref().map_err(|fault| {
            Failure::environment(format!("the account cannot be reached: {}", fault.message())).hint(fault.advice())
        })?;
        let learner = workspace.learner();
        let check = Check { account: &account, learner: &learner, progress: &progress, last_look: Some(&last) };
        let checked = check.run(&wanted).await;
        Ok::<_, Failure>((account, checked))
    })?;
    warn(&account, printer)?;
    refuse_ended_session(&checked)?;
    Ok(HandIn::of(code, &workspace.settings, &checked, Timestamp::now()).brought_to(progress.brought_to()))
}

/// A lab whose session has ended denies everything by this policy, which is no failure of the learner's.
const LAB_ENDED: &str = "voc-cancel-cred";

fn refuse_ended_session(checked: &[Checked]) -> Result<()> {
    let reasons = checked.iter().flat_map(|one| &one.findings).filter_map(|finding| finding.reason.as_ref());
    if reasons.into_iter().any(|reason| reason.message.contains(LAB_ENDED)) {
        return Err(Failure::environment("the lab's session has ended, and it denies every read")
            .hint("Start the lab again, take its new credentials, and hand in then. Nothing is lost."));
    }
    Ok(())
}
