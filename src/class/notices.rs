//! notices.jsonl: hand-ins that were refused and learners whom a run in the cloud did not read, each with the reason. What is
//! read again replaces what was noticed of it before, so the file says how things are and not how they were.

use std::fs;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::collect::Collected;
use super::folder::ClassFolder;
use super::hand_in::stem;
use super::journal;
use super::roster::Roster;
use crate::failure::Result;

/// The notices of a class.
pub const NOTICES_FILE: &str = "notices.jsonl";
/// Of a file, so many folders are named: an LMS's says whose it is.
const FOLDERS_NAMED: usize = 1;

/// Something that did not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// When it was first so.
    pub at: Timestamp,
    /// The folder or zip of the hand-ins, or the address of the run.
    source: String,
    pub about: NoticeAbout,
    /// The pseudonym of the learner. Of a hand-in that was refused it is what its name says, which proves nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learner: Option<String>,
    pub why: String,
}

/// What did not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeAbout {
    /// The hand-in in this file, which has its folder before it.
    HandIn(String),
    /// The learner, whom the run did not read.
    Run,
}

/// The notices of a class, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Notices(pub Vec<Notice>);

impl Notices {
    /// # Errors
    /// As [`journal::read`].
    pub fn read(root: &Path) -> Result<Self> {
        journal::read(&root.join(NOTICES_FILE)).map(Self)
    }

    /// Keeps which hand-ins of a folder or zip were refused, as of now.
    ///
    /// # Errors
    /// If the class cannot be written.
    pub fn of_hand_ins(class: &ClassFolder, place: &Path, collected: &Collected, now: Timestamp) -> Result<()> {
        let whole = fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let source = whole.display().to_string();
        let notice = |(file, why): &(String, String)| Notice {
            at: now,
            source: source.clone(),
            about: NoticeAbout::HandIn(short(file)),
            learner: named_in(file, &class.roster),
            why: why.clone(),
        };
        let found = collected.refused.iter().map(notice).collect();
        keep(class, now, found, |known| known.source == source)
    }

    /// Keeps whom a run did not read, by pseudonym and with the reason. What other runs did not read is told by them no longer.
    ///
    /// # Errors
    /// If the class cannot be written.
    pub fn of_run(class: &ClassFolder, run: &str, unread: &[(String, String)], now: Timestamp) -> Result<()> {
        let notice = |(learner, why): &(String, String)| Notice {
            at: now,
            source: run.to_owned(),
            about: NoticeAbout::Run,
            learner: Some(learner.clone()),
            why: why.clone(),
        };
        keep(class, now, unread.iter().map(notice).collect(), |known| known.about == NoticeAbout::Run)
    }
}

/// Puts what is so now into the place of what was so before.
fn keep(
    class: &ClassFolder,
    now: Timestamp,
    mut found: Vec<Notice>,
    is_replaced: impl Fn(&Notice) -> bool,
) -> Result<()> {
    let file = class.root.join(NOTICES_FILE);
    // A board collects every second, and most folders hold nothing to refuse.
    if found.is_empty() && !file.exists() {
        return Ok(());
    }
    let oldest = now - SignedDuration::from_hours(24 * i64::from(class.settings.keep_days));
    journal::change(&file, |mut known: Vec<Notice>| {
        for notice in &mut found {
            let is_same = |old: &&Notice| Notice { at: notice.at, ..(*old).clone() } == *notice;
            notice.at = known.iter().find(is_same).map_or(notice.at, |old| old.at);
        }
        known.retain(|notice| !is_replaced(notice) && notice.at >= oldest);
        known.append(&mut found);
        known
    })
}

/// The file with the folder that it is in.
fn short(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).filter(|part| !part.is_empty()).collect();
    parts[parts.len().saturating_sub(FOLDERS_NAMED + 1)..].join("/")
}

/// The pseudonym at the end of a file's name: LMSs put names and numbers of their own before it. Of another name, the one
/// pseudonym that is in it.
fn named_in(file: &str, roster: &Roster) -> Option<String> {
    let mut all = roster.0.iter().map(|learner| &learner.pseudonym);
    if let Some(name) = stem(file) {
        return all.find(|own| name.ends_with(own.as_str())).cloned();
    }
    let name = file.rsplit(['/', '\\']).next()?.to_lowercase();
    let mut named = all.filter(|own| name.contains(own.as_str()));
    named.next().filter(|_| named.next().is_none()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::testing;

    fn at(hour: u8) -> Timestamp {
        format!("2026-11-30T{hour:02}:00:00Z").parse().expect("a time")
    }

    fn refused(files: &[&str]) -> Collected {
        let refused = files.iter().map(|file| ((*file).to_owned(), "it is damaged".to_owned())).collect();
        Collected { refused, ..Collected::default() }
    }

    fn told(class: &ClassFolder) -> Vec<(u8, String, Option<String>)> {
        let told = |notice: &Notice| {
            let what = match &notice.about {
                NoticeAbout::HandIn(file) => file.clone(),
                NoticeAbout::Run => "run".into(),
            };
            let hour = notice.at.to_string()[11..13].parse().expect("an hour");
            (hour, what, notice.learner.clone())
        };
        Notices::read(&class.root).expect("notices").0.iter().map(told).collect()
    }

    #[test]
    fn what_is_looked_at_again_is_as_it_is_now() {
        let (folder, class) = testing::fixed(&["A", "B"]);
        let keep = |place: &str, files: &[&str], hour| {
            Notices::of_hand_ins(&class, Path::new(place), &refused(files), at(hour)).expect("kept");
        };
        keep("inbox", &[], 8);
        assert!(!folder.path().join(NOTICES_FILE).exists(), "nothing is kept of nothing");
        keep("inbox", &["inbox/ab_12_l-1.msl-class.json", "x/inbox/y.msl-class.json"], 9);
        keep("all.zip", &["B B_12_file_/l-1.msl-class.json"], 10);
        keep("inbox", &["inbox/ab_12_l-1.msl-class.json"], 11);
        let (b, other) = (Some("l-1".to_owned()), "B B_12_file_/l-1.msl-class.json".to_owned());
        assert_eq!(
            told(&class),
            [(10, other.clone(), b.clone()), (9, "inbox/ab_12_l-1.msl-class.json".into(), b.clone())]
        );
        keep("inbox", &[], 12);
        assert_eq!(told(&class), [(10, other, b)]);
    }

    #[test]
    fn a_later_run_replaces_an_earlier_one_and_no_hand_in() {
        let (_folder, class) = testing::fixed(&["A", "B"]);
        Notices::of_hand_ins(&class, Path::new("inbox"), &refused(&["y"]), at(9)).expect("kept");
        let run = |run: &str, learners: &[&str], hour| {
            let unread: Vec<_> = learners.iter().map(|one| ((*one).to_owned(), "it ran out of time".into())).collect();
            Notices::of_run(&class, run, &unread, at(hour)).expect("kept");
        };
        run("r1", &["l-0", "l-1"], 10);
        run("r1", &["l-1"], 11);
        let (file, b) = ((9, "y".to_owned(), None), Some("l-1".to_owned()));
        assert_eq!(told(&class), [file.clone(), (10, "run".into(), b)]);
        run("r2", &[], 12);
        assert_eq!(told(&class), [file]);
    }
}
