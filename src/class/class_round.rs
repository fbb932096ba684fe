//! A round: every learner's account is read once. A round that was killed goes on where it was.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use msl_learn_checks::{Aws, round};
use serde::{Deserialize, Serialize};

use super::folder::ClassFolder;
use super::random;
use super::reading::ClassReader;
use super::results::{ClassResults, ResultLine};
use super::roster::ClassLearner;
use crate::catalog::Exercise;
use crate::failure::{Failure, Result};
use crate::workspace::write_atomically;

const FILE: &str = "round.json";
/// After so many hours a round that was killed is old, and the next one reads everybody again.
const HOURS: i64 = 1;

/// A round that has begun and not ended.
#[derive(Debug, Serialize, Deserialize)]
struct OpenRound {
    id: String,
    chapter: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    section: Option<String>,
    begun: Timestamp,
}

/// What a round reads.
pub struct Round<'a> {
    /// One chapter; without it, all of the class.
    pub chapter: Option<u8>,
    /// One section; without it, everybody.
    pub section: Option<&'a str>,
    pub wanted: &'a [&'static Exercise],
}

/// Reads every learner of the round who was not read in it yet, and keeps each result at once. Returns what was read.
///
/// # Errors
/// If the results cannot be written.
pub fn run(class: &ClassFolder, aws: &Aws, asked: &Round<'_>, now: Timestamp) -> Result<Vec<ResultLine>> {
    let open = begin(&class.root, asked, now)?;
    let known = ClassResults::read(&class.root)?;
    let read: BTreeSet<_> = known.0.iter().filter(|line| line.round == open.id).map(|line| &line.learner).collect();
    let is_left = |one: &&ClassLearner| one.is_of(asked.section) && !read.contains(&one.pseudonym);
    let left: Vec<&ClassLearner> = class.roster.0.iter().filter(is_left).collect();
    let reader = &ClassReader::of(class, aws, asked.wanted, &open.id);
    let lines = round(&left, |&learner| async move {
        let line = reader.read(learner).await;
        ClassResults::add(&reader.class.root, std::slice::from_ref(&line)).map(|()| line)
    });
    let lines = lines.into_iter().collect::<Result<Vec<_>>>()?;
    end(&class.root)?;
    Ok(lines)
}

fn begin(root: &Path, asked: &Round<'_>, now: Timestamp) -> Result<OpenRound> {
    let file = file(root);
    let old = fs::read(&file).ok().and_then(|bytes| serde_json::from_slice::<OpenRound>(&bytes).ok());
    let (chapter, section) = (asked.chapter, asked.section.map(str::to_owned));
    let is_same = |old: &OpenRound| (old.chapter, &old.section) == (chapter, &section);
    let is_current = |old: &OpenRound| is_same(old) && now - SignedDuration::from_hours(HOURS) < old.begun;
    if let Some(old) = old.filter(is_current) {
        return Ok(old);
    }
    let open = OpenRound { id: random::name(10)?, chapter, section, begun: now };
    let text = serde_json::to_string(&open).unwrap_or_else(|_| unreachable!("texts and numbers alone"));
    write_atomically(&file, &text).map_err(|error| unwritten(&file, &error))?;
    Ok(open)
}

fn end(root: &Path) -> Result<()> {
    let file = file(root);
    fs::remove_file(&file).map_err(|error| unwritten(&file, &error))
}

fn file(root: &Path) -> PathBuf {
    root.join(FILE)
}

fn unwritten(file: &Path, error: &std::io::Error) -> Failure {
    Failure::environment(format!("{} cannot be written: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use msl_learn_checks::testing::{self, Answer, Answers, error, ok};

    use super::*;
    use crate::catalog;
    use crate::class::journal;
    use crate::class::kinds::ClassAccounts;
    use crate::class::results::RESULTS_FILE;
    use crate::class::trouble::ReadTrouble;

    /// Where each learner's account is: what it answers is told apart by that.
    const REGIONS: [&str; 6] = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-west-2"];

    fn account(at: usize) -> String {
        format!("{}", 111_111_111_111_u64 * (at as u64 + 1))
    }

    /// A class of so many learners, each of whom has said which account is theirs.
    fn class(learners: usize) -> (tempfile::TempDir, ClassFolder) {
        let names: Vec<String> = (0..learners).map(|at| format!("Learner {at}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (folder, mut class) = crate::class::testing::fixed(&names);
        class.settings.accounts = ClassAccounts::Own;
        fs::create_dir_all(folder.path().join("learners")).expect("a folder");
        for (at, learner) in class.roster.0.iter().enumerate() {
            let (region, account) = (REGIONS[at], account(at));
            let text = format!("domain = \"example.com\"\nregion = \"{region}\"\naccount = \"{account}\"\n");
            fs::write(class.learner_file(learner), text).expect("a file");
        }
        (folder, class)
    }

    /// A text for as long as the process lives, as doubles want them.
    fn kept(text: String) -> &'static str {
        Box::leak(text.into_boxed_str())
    }

    /// The instructor's account and those of the learners: each role lets in the learner's external id alone.
    fn world(class: &ClassFolder) -> Answers {
        const SESSION: &str = "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId>\
            <SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>\
            <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";
        let refused = error("sts:AssumeRole", (403, "AccessDenied"), "is not authorized to perform: sts:AssumeRole");
        let world = testing::account::done().answers("sts:AssumeRole", refused);
        class.roster.0.iter().enumerate().fold(world, |world, (at, learner)| {
            let caller = format!(
                "<GetCallerIdentityResponse><GetCallerIdentityResult><UserId>A</UserId><Account>{0}</Account>\
                 <Arn>arn:aws:sts::{0}:assumed-role/c/s</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>",
                account(at)
            );
            world
                .answers_to("sts:AssumeRole", kept(format!("ExternalId={}", learner.external_id)), ok(SESSION))
                .answers_to(CALLER, kept(format!("//sts.{}.", REGIONS[at])), ok(caller))
        })
    }

    const CALLER: &str = "sts:GetCallerIdentity";

    fn read(class: &ClassFolder, world: Answers) -> Vec<ResultLine> {
        read_of(class, world, None)
    }

    fn read_of(class: &ClassFolder, world: Answers, section: Option<&str>) -> Vec<ResultLine> {
        let wanted = [catalog::exercise("4.3").expect("an exercise")];
        let asked = Round { chapter: Some(4), section, wanted: &wanted };
        run(class, &testing::Account::of(world).open(), &asked, Timestamp::now()).expect("a round")
    }

    /// One silent, one broken and one expired account: each has a sentence of its own, and the others what they had.
    #[test]
    fn who_cannot_be_read_changes_nothing_for_the_others() {
        let (_folder, class) = class(6);
        let well = read(&class, world(&class));
        assert!(well.iter().all(|line| line.trouble.is_none() && line.exercises.len() == 1), "{well:#?}");
        let at = |number: usize| kept(format!("//sts.{}.", REGIONS[number]));
        let broken = Answer::Http { status: 500, headers: &[], body: "<html>something broke</html>".into() };
        let expired = error(CALLER, (403, "ExpiredToken"), "The security token included in the request is expired");
        let ill = world(&class)
            .answers_to(CALLER, at(1), Answer::Silence)
            .answers_to(CALLER, at(3), broken)
            .answers_to(CALLER, at(5), expired);
        let ill = read(&class, ill);
        for number in [0, 2, 4] {
            assert_eq!(ill[number].exercises, well[number].exercises);
        }
        let troubles = ill.iter().map(|line| line.trouble);
        use ReadTrouble::{Broken, Expired, Silent};
        assert_eq!(troubles.collect::<Vec<_>>(), [None, Some(Silent), None, Some(Broken), None, Some(Expired)]);
        let sentences: BTreeSet<_> = [Silent, Broken, Expired].map(ReadTrouble::words).into();
        assert_eq!(sentences.len(), 3);
    }

    /// What a program that was killed leaves: some learners read, a line cut off, and the round open.
    #[test]
    fn a_round_that_was_killed_loses_nobody_and_reads_nobody_twice() {
        let (folder, class) = class(6);
        let whole = read(&class, world(&class));
        let file = folder.path().join(RESULTS_FILE);
        for read_before in 0..=6 {
            fs::remove_file(&file).expect("results");
            let open = begin(folder.path(), &of_chapter(Some(4)), Timestamp::now()).expect("a round");
            let mut lines: Vec<_> = whole.iter().rev().take(read_before).cloned().collect();
            lines.iter_mut().for_each(|line| line.round.clone_from(&open.id));
            journal::add(&file, &lines).expect("written");
            let cut_off = fs::read_to_string(&file).expect("results") + "{\"schema\":1,\"rou";
            fs::write(&file, cut_off).expect("written");
            assert_eq!(read(&class, world(&class)).len(), 6 - read_before);
            let mut seen: Vec<_> = ClassResults::read(folder.path()).expect("results").0;
            assert!(seen.iter().all(|line| line.round == open.id), "{seen:#?}");
            seen.sort_by(|one, other| one.learner.cmp(&other.learner));
            let learners: Vec<_> = seen.iter().map(|line| line.learner.as_str()).collect();
            assert_eq!(learners, ["l-0", "l-1", "l-2", "l-3", "l-4", "l-5"]);
        }
    }

    fn of_chapter(chapter: Option<u8>) -> Round<'static> {
        Round { chapter, section: None, wanted: &[] }
    }

    /// A section is read alone, and an account that somebody of another section names, too, is read for neither.
    #[test]
    fn a_section_is_read_alone() {
        let (_folder, mut class) = class(3);
        for (learner, section) in class.roster.0.iter_mut().zip(["x", "y", "x"]) {
            section.clone_into(&mut learner.section);
        }
        let shared = fs::read(class.learner_file(&class.roster.0[1])).expect("a file");
        fs::write(class.learner_file(&class.roster.0[2]), shared).expect("a file");
        let lines = read_of(&class, world(&class), Some("x"));
        let mut seen: Vec<_> = lines.iter().map(|line| (line.learner.as_str(), line.trouble)).collect();
        seen.sort_by_key(|(learner, _)| *learner);
        assert_eq!(seen, [("l-0", None), ("l-2", Some(ReadTrouble::SharedAccount))]);
    }

    #[test]
    fn a_round_that_was_killed_goes_on_and_an_ended_one_does_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let now: Timestamp = "2026-11-30T10:00:00Z".parse().expect("a time");
        let id = |chapter, hours| {
            begin(folder.path(), &of_chapter(chapter), now + SignedDuration::from_hours(hours)).expect("a round").id
        };
        let first = id(Some(4), 0);
        assert_eq!(id(Some(4), 0), first);
        assert_ne!(id(Some(5), 0), first);
        let of_section = Round { section: Some("x"), ..of_chapter(Some(5)) };
        let id_of_section = begin(folder.path(), &of_section, now).expect("a round").id;
        assert_ne!(id_of_section, id(Some(5), 0));
        let second = id(Some(4), 0);
        assert_ne!(second, first);
        assert_ne!(id(Some(4), 2), second);
        end(folder.path()).expect("ended");
        assert!(!file(folder.path()).exists());
    }
}
