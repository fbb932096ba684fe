//! `msl-learn class join`: joins a class, and says what it reads.

use std::path::Path;

use crate::class::join_code::JoinCode;
use crate::class::joined::{FOLDER, JoinedClass, TEMPLATE, deploy};
use crate::class::kinds::ClassAccounts;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// If the code is invalid, the workspace is not of the class's kind, or it cannot be written.
pub fn run(code: &str, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let code = JoinCode::read(code)?;
    let workspace = Workspace::open(directory)?;
    refuse_other_kind(&code, &workspace)?;
    refuse_other_class(&code, &workspace)?;
    let joined = JoinedClass::join(&workspace, code)?;
    describe(&joined, printer)?;
    if joined.code.accounts == ClassAccounts::Own {
        printer.text(&format!("Read {FOLDER}/{TEMPLATE}, then deploy it in {}:", workspace.root.display()))?;
        printer.script(&deploy())?;
        printer.text("Then say which account is yours, and hand in for the first time: `msl-learn class hand-in`.")?;
    } else {
        printer.text("`msl-learn class hand-in` writes the file for your instructor whenever you want to.")?;
    }
    printer.note("`msl-learn class show` prints exactly what your instructor gets.")?;
    Ok(EXIT_DONE)
}

/// What the class does with the learner's account.
pub fn describe(joined: &JoinedClass, printer: &mut Printer) -> Result<()> {
    let code = &joined.code;
    let chapters: Vec<String> = code.chapters.iter().map(u8::to_string).collect();
    let word = if chapters.len() == 1 { "chapter" } else { "chapters" };
    let who = format!("The class {}: {word} {}. It calls you {}.", code.name, chapters.join(", "), code.learner);
    printer.text(&who)?;
    let how = match (code.accounts, &code.instructor_account) {
        (ClassAccounts::Own, Some(account)) => format!(
            "Account {account} can read your account through a role that you deploy, and that nobody can use without your \
             external id {}. It cannot change anything. Each read is in your CloudTrail.",
            code.external_id
        ),
        _ => "It reads no account. It gets the files that you hand in, and nothing else.".to_owned(),
    };
    printer.text(&how)
}

fn refuse_other_kind(code: &JoinCode, workspace: &Workspace) -> Result<()> {
    let is_practice_class = code.accounts == ClassAccounts::Practice;
    if is_practice_class == workspace.settings.practice {
        return Ok(());
    }
    let (class, here) = if is_practice_class { ("practice", "a real") } else { ("real", "the practice") };
    Err(Failure::usage(format!("the class works in {class} accounts, and this workspace is about {here} account"))
        .hint(
            "Make the other kind of workspace with `msl-learn practice` or `msl-learn init`, or name it with -C DIR.",
        ))
}

fn refuse_other_class(code: &JoinCode, workspace: &Workspace) -> Result<()> {
    match JoinedClass::of(workspace) {
        Ok(joined) if (&joined.code.class, &joined.code.learner) != (&code.class, &code.learner) => {
            Err(Failure::usage(format!("this workspace is in the class {} already", joined.code.name))
                .hint("Leave it first: `msl-learn class leave`."))
        }
        _ => Ok(()),
    }
}
