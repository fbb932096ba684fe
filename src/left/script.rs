//! The script that removes things: what goes and what stays, in the order in which it can go. The learner runs it.

use std::fmt::Write as _;

use msl_learn_checks::{Learner, LeftKind};

use super::removal::{Removal, removal};
use super::{Looked, Thing};
use crate::catalog::Exercise;
use crate::progress::Progress;

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
    if thing.was_made(progress) { Disposal::Goes } else { Disposal::NotKnown(ids(&thing.of)) }
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
            Self::Shared(ids) => Some(format!("other chapters need it ({ids})")),
            Self::NotKnown(ids) => {
                let verb = if ids.contains(',') { "were" } else { "was" };
                Some(format!("{ids} {verb} not done in this workspace, so look whose it is"))
            }
            Self::NotAlone(why) => Some(why.clone()),
            Self::Own => Some("you sign in with it".into()),
        }
    }
}

/// How the services say that there is no such thing.
const GONE: &str = "NoSuch|NotFound|NonExistent|DoesNotExist|does not exist|No such domain";
/// How the `aws` CLI says that a call has failed. What it says of words that an earlier failure left empty is none.
const TROUBLE: &str = "An error occurred|Could not connect|Unable to locate|timeout";
/// What a block has said decides about it: where the first command finds nothing and the last one neither, and no call between
/// them fails for another reason, the thing is gone. A loop ends as its last round does, and well if it has no round, so that
/// such a failure counts there, too.
const ENDED: &str = r#"FAILED=0
SAID=$(mktemp)
trap 'rm -f "$SAID"' EXIT
ended() {
  ERRORS=$(grep -v '^ *$' "$SAID")
  OTHER=$(printf '%s\n' "$ERRORS" | grep -E "$TROUBLE" | grep -Ev "$GONE")
  ENDS=$(printf '%s\n' "$ERRORS" | sed -n '1p;$p' | grep -Ec "$GONE")
  if [ -z "$OTHER" ] && [ "$ENDS" = 2 ]; then
    echo "  gone already"
    return
  fi
  [ -z "$ERRORS" ] || printf '%s\n' "$ERRORS" >&2
  if [ "$1" != 0 ]; then
    echo "  not removed: $2" >&2
    FAILED=1
  elif [ -n "$OTHER" ]; then
    echo "  perhaps not all removed: $2" >&2
    FAILED=1
  fi
}
"#;

/// The account for which a script is made, and how the `aws` CLI reaches it.
pub struct Target<'a> {
    pub learner: &'a Learner,
    pub profile: Option<&'a str>,
    /// The endpoint used instead of AWS: a practice account's.
    pub endpoint: Option<&'a str>,
}

/// The whole script, for bash.
pub fn script(steps: &[Removed<'_>], target: &Target<'_>) -> String {
    let region = &target.learner.region;
    let mut text = format!(
        "#!/usr/bin/env bash\n\
         # Removes what the exercises left in {place}. Read it, then run it: bash cleanup.sh\n\
         # What stays is a comment, with the reason. The script works on this account alone, and stops in any other.\n\
         # You can run it again: it then says what is gone already.\n\n\
         export AWS_PAGER= AWS_REGION={region} AWS_DEFAULT_REGION={region}\n",
        place = target.place(),
    );
    if let Some(profile) = target.profile {
        let _ = writeln!(text, "export AWS_PROFILE={}", shell_words::quote(profile));
    }
    text.push_str(&guard(target));
    let _ = writeln!(text, "GONE='{GONE}'\nTROUBLE='{TROUBLE}'");
    text.push_str(ENDED);
    steps.iter().for_each(|step| text.push_str(&block(step)));
    text + "\necho 'See what is left: msl-learn cleanup --check'\nexit $FAILED\n"
}

impl Target<'_> {
    fn place(&self) -> String {
        let account = &self.learner.account;
        match self.endpoint {
            Some(endpoint) if self.learner.practice => format!("the practice account at {endpoint}"),
            Some(endpoint) => format!("account {account} at {endpoint}"),
            None => format!("account {account}"),
        }
    }

    /// How the `aws` CLI of a terminal comes to work on the account.
    fn how(&self) -> &'static str {
        if self.learner.practice {
            "Point it there, in the folder of the workspace: eval \"$(msl-learn practice env)\" (or work in \
             `msl-learn practice shell`). If the practice account has another port now, make this script again: \
             msl-learn cleanup"
        } else if self.endpoint.is_some() {
            "Set AWS_ENDPOINT_URL to that address, and run this script again."
        } else if self.profile.is_some() {
            "Sign in with the profile that this script names, and run it again."
        } else {
            "Sign in to that account, or name its profile: AWS_PROFILE=NAME bash cleanup.sh"
        }
    }
}

/// What ends the script before it removes anything, unless the `aws` CLI works on the account that it was made for. All practice
/// accounts have one number, so there the address tells them apart.
fn guard(target: &Target<'_>) -> String {
    let (account, how) = (&target.learner.account, shell_words::quote(target.how()));
    let is_elsewhere = |test: &str, instead: &str| {
        let said = format!("error: this script is for {}, but the aws CLI of this terminal", target.place());
        let said = shell_words::quote(&said);
        format!("if [ {test} ]; then\n  echo {said} {instead} >&2\n  echo {how} >&2\n  exit 1\nfi\n")
    };
    let at = target.endpoint.map(|endpoint| {
        let other = format!("\"${{AWS_ENDPOINT_URL:-}}\" != {}", shell_words::quote(endpoint));
        is_elsewhere(&other, "\"works at ${AWS_ENDPOINT_URL:-AWS itself}. Nothing was removed.\"")
    });
    let asked = "CALLER=$(aws sts get-caller-identity --query Account --output text)\n";
    let other = is_elsewhere(
        &format!("\"$CALLER\" != {account}"),
        "\"is signed in to ${CALLER:-no account}. Nothing was removed.\"",
    );
    at.unwrap_or_default() + asked + &other
}

fn block(step: &Removed<'_>) -> String {
    let what = format!("{} ({})", step.thing.what, ids(&step.thing.of));
    let mut text = format!("\n# {what}\n");
    if let Some(lost) = step.removal.lost {
        let _ = writeln!(text, "# Lost for good: {lost}");
    }
    let commands = &step.removal.commands;
    if let Some(reason) = step.state.reason() {
        let _ = writeln!(text, "# It stays: {reason}.");
        commands.lines().for_each(|line| {
            let _ = writeln!(text, "#   {line}");
        });
        return text;
    }
    let quoted = shell_words::quote(&what);
    let _ = write!(text, "echo {quoted}\n{{\n{commands}\n}} > /dev/null 2> \"$SAID\"\nended $? {quoted}\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Settings;

    /// What the shell prints of a block that ended with this code and said this.
    fn printed(code: u8, said: &str) -> (Option<i32>, String, String) {
        let script = format!(
            "GONE='{GONE}'\nTROUBLE='{TROUBLE}'\n{ENDED}printf '{said}' > \"$SAID\"\nended {code} thing\nexit $FAILED\n"
        );
        let ran = std::process::Command::new("bash").args(["-c", &script]).output().expect("bash");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        (ran.status.code(), text(ran.stdout), text(ran.stderr))
    }

    /// A second run says what is gone in its own words, and what is not removed for another reason in AWS's.
    #[test]
    fn what_is_gone_is_no_failure() {
        let gone = "\\nAn error occurred (NoSuchBucket) when calling the DeleteBucket operation: no\\n";
        let denied = "\\nAn error occurred (AccessDenied) when calling the DeleteBucket operation: no\\n";
        assert_eq!(printed(254, gone), (Some(0), "  gone already\n".into(), String::new()));
        assert_eq!(printed(0, ""), (Some(0), String::new(), String::new()));
        let unparsed = "Error parsing parameter: Expected: =\\n";
        assert_eq!(printed(254, &format!("{gone}{unparsed}{gone}")).1, "  gone already\n");
        let between = format!("{gone}{denied}{gone}");
        for said in [denied.to_owned(), format!("{gone}{denied}"), format!("{denied}{gone}"), between] {
            let (code, out, err) = printed(254, &said);
            assert!(code == Some(1) && out.is_empty() && err.contains("AccessDenied"), "{said}: {out}{err}");
            assert!(err.ends_with("  not removed: thing\n"), "{err}");
        }
        // A list that may not be read leaves a loop without a round, which ends well.
        let (code, out, err) = printed(0, denied);
        assert!(code == Some(1) && out.is_empty() && err.ends_with("  perhaps not all removed: thing\n"), "{out}{err}");
    }

    /// Which account a script is for, and what ends it in another.
    #[test]
    fn a_script_says_whose_it_is_and_works_nowhere_else() {
        let learner = Settings::example().learner();
        let practice = Learner { practice: true, ..Settings::example().learner() };
        let real = script(&[], &Target { learner: &learner, profile: Some("my book"), endpoint: None });
        let own = script(&[], &Target { learner: &practice, profile: None, endpoint: Some("http://127.0.0.1:4566") });
        insta::assert_snapshot!(format!("{real}\n-- of a practice account --\n{own}"));
    }
}
