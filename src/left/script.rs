//! The script that removes things: what goes and what stays, in the order in which it can go. The learner runs it.

use std::fmt::Write as _;

use msl_learn_checks::{Learner, LeftKind};

use super::removal::{Removal, removal};
use super::{Looked, Thing};
use crate::catalog::Exercise;
use crate::progress::{Entry, Progress};

/// Whether the script removes a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disposal {
    Goes,
    /// Exercises of other chapters need it, such as `4.7, 5.2`.
    Shared(String),
    /// None of its exercises was done in this workspace, so that it may be somebody else's.
    NotKnown(String),
    /// It is not the course's alone, or not known to be, for this reason.
    NotAlone(String),
    /// The learner signs in with it.
    Own,
}

/// One thing that stands, and how it goes or why it stays.
pub struct Removed<'a> {
    pub thing: &'a Thing,
    pub removal: Removal,
    pub state: Disposal,
}

/// The things that stand, each with what becomes of it. Things that a chapter shares with others stay; without a chapter,
/// everything goes.
pub fn steps<'a>(
    looked: &'a [Looked],
    chapter: Option<u8>,
    progress: &Progress,
    learner: &Learner,
) -> Vec<Removed<'a>> {
    let step = |one: &'a Looked| {
        let standing = one.standing()?;
        let thing = &one.thing;
        let state = match &standing.stays {
            Some(why) => Disposal::NotAlone(why.clone()),
            None => state(thing, chapter, progress),
        };
        Some(Removed { thing, removal: removal(thing, standing, learner), state })
    };
    looked.iter().filter_map(step).collect()
}

fn state(thing: &Thing, chapter: Option<u8>, progress: &Progress) -> Disposal {
    if thing.kind == LeftKind::User {
        return Disposal::Own;
    }
    let others = chapter.map(|number| thing.used_beyond(&[number])).unwrap_or_default();
    let needed: Vec<_> = others.into_iter().filter(|exercise| progress.entry(exercise).cleaned_up.is_none()).collect();
    if !needed.is_empty() {
        return Disposal::Shared(ids(&needed));
    }
    // What was tried and is not done may be somebody else's that is in the way; and what the program itself brought into a
    // practice account is nobody else's.
    let is_of_this = |entry: &Entry| entry.done.is_some() || entry.is_brought();
    let is_known = thing.of.iter().any(|exercise| is_of_this(progress.entry(exercise)));
    if is_known { Disposal::Goes } else { Disposal::NotKnown(ids(&thing.of)) }
}

/// The numbers of exercises, such as `6.2, 6.7`.
pub fn ids(exercises: &[&'static Exercise]) -> String {
    exercises.iter().map(|exercise| exercise.id()).collect::<Vec<_>>().join(", ")
}

impl Disposal {
    /// Why the thing stays; none if it goes.
    pub fn reason(&self) -> Option<String> {
        match self {
            Self::Goes => None,
            Self::Shared(ids) => Some(format!("it stays: other chapters need it ({ids})")),
            Self::NotKnown(ids) => {
                let verb = if ids.contains(',') { "were" } else { "was" };
                Some(format!("it stays: {ids} {verb} not done in this workspace, so look whose it is"))
            }
            Self::NotAlone(why) => Some(format!("it stays: {why}")),
            Self::Own => Some("it stays: you sign in with it".into()),
        }
    }
}

/// The whole script, for bash.
pub fn script(steps: &[Removed<'_>], learner: &Learner, profile: Option<&str>) -> String {
    let account = &learner.account;
    let mut text = format!(
        "#!/usr/bin/env bash\n\
         # Removes from account {account} what the exercises left in it. Read it, then run it: bash cleanup.sh\n\
         # What stays is a comment, with the reason. It may be run again: what is gone already is reported, and no harm.\n\n\
         export AWS_PAGER= AWS_REGION={region} AWS_DEFAULT_REGION={region}\n",
        region = learner.region
    );
    if let Some(profile) = profile {
        let _ = writeln!(text, "export AWS_PROFILE={}", shell_words::quote(profile));
    }
    let _ = write!(
        text,
        "if [ \"$(aws sts get-caller-identity --query Account --output text)\" != {account} ]; then\n  \
         echo 'error: the aws CLI is not signed in to account {account}' >&2\n  exit 1\nfi\n\
         FAILED=0\nfailed() {{ echo \"  it stays: $1\" >&2; FAILED=1; }}\n"
    );
    steps.iter().for_each(|step| text.push_str(&block(step)));
    text + "\necho 'See what is left: msl-learn cleanup --check'\nexit $FAILED\n"
}

fn block(step: &Removed<'_>) -> String {
    let what = format!("{} ({})", step.thing.what, ids(&step.thing.of));
    let mut text = format!("\n# {what}\n");
    if let Some(lost) = step.removal.lost {
        let _ = writeln!(text, "# Lost for good: {lost}");
    }
    let commands = &step.removal.commands;
    if let Some(reason) = step.state.reason() {
        let _ = writeln!(text, "# {reason}.");
        commands.lines().for_each(|line| {
            let _ = writeln!(text, "#   {line}");
        });
        return text;
    }
    let quoted = shell_words::quote(&what);
    let _ = write!(text, "echo {quoted}\n{{\n{commands}\n}} > /dev/null || failed {quoted}\n");
    text
}
