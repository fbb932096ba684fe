//! `msl-learn class join`: joins a class, and says what it reads.

use std::path::Path;

use crate::class::join_code::JoinCode;
use crate::class::joined::{FOLDER, JoinedClass, TEMPLATE, deploy};
use crate::class::kinds::ClassAccounts;
use crate::class::settings::of_chapters;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// If the code is invalid, the workspace is not of the class's kind, or it cannot be written.
pub fn run(code: &str, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let code = JoinCode::read(code)?;
    let workspace = workspace(&code, directory)?;
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
    let chapters = of_chapters(&code.chapters);
    printer.text(&format!("The class {}: {chapters}. It calls you {}.", code.name, code.learner))?;
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

/// The workspace that joins. Where there is none, the hint names the kind that the class works in.
fn workspace(code: &JoinCode, directory: Option<&Path>) -> Result<Workspace> {
    let found = Workspace::find(directory)?;
    let kind = |practice: bool| if practice { "practice accounts" } else { "real accounts" };
    let wants_practice = code.accounts == ClassAccounts::Practice;
    let message = match found {
        Some(workspace) if workspace.settings.practice == wants_practice => return Ok(workspace),
        Some(workspace) => format!(
            "the class works in {}, and the workspace {} is for {}",
            kind(wants_practice),
            workspace.root.display(),
            kind(!wants_practice)
        ),
        None => format!("there is no workspace here; the class works in {}", kind(wants_practice)),
    };
    let make = if wants_practice { "practice" } else { "init" };
    Err(Failure::usage(message)
        .hint(format!("Make one with `msl-learn {make} DIR`, or name yours: `msl-learn -C DIR class join CODE`.")))
}

/// What the workspace is in, where the code is of something else.
fn other_class(joined: &JoinCode, code: &JoinCode) -> String {
    let (name, learner) = (&joined.name, &joined.learner);
    if joined.class == code.class {
        return format!(
            "the class {name} as another learner: it calls you {learner}, and the code is of {}",
            code.learner
        );
    }
    if joined.name == code.name {
        format!("another class of the name {name}")
    } else {
        format!("another class: {name}")
    }
}

fn refuse_other_class(code: &JoinCode, workspace: &Workspace) -> Result<()> {
    match JoinedClass::of(workspace) {
        Ok(joined) if (&joined.code.class, &joined.code.learner) != (&code.class, &code.learner) => {
            Err(Failure::usage(format!("this workspace is in {}", other_class(&joined.code, code)))
                .hint("Leave it first: `msl-learn class leave`."))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::join_code::tests::example;

    #[test]
    fn what_the_workspace_is_in_is_told_apart() {
        let joined = JoinCode { name: "Evening".into(), ..example() };
        let said = |code: JoinCode| other_class(&joined, &code);
        let next = JoinCode { class: "c2".into(), ..joined.clone() };
        assert_eq!(said(next.clone()), "another class of the name Evening");
        assert_eq!(said(JoinCode { name: "Morning".into(), ..next }), "another class: Evening");
        let other = JoinCode { learner: "l-other".into(), ..joined.clone() };
        assert!(said(other).starts_with("the class Evening as another learner: it calls you l-ab12cd"));
    }
}
