//! Takes hand-ins from a folder, or from the zip that an LMS makes of them. Everything is read within bounds, and nothing unpacked.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use jiff::Timestamp;
use zip::ZipArchive;

use super::folder::ClassFolder;
use super::hand_in::{HEAD, HandIn, LARGEST, begins_as_one, stem};
use super::results::{ClassResults, HAND_IN};
use super::roster::ClassLearner;
use crate::failure::{Failure, Result};
use crate::workspace::{Settings, write_atomically};

/// The most files or entries of which the names are read.
const MOST_NAMES: usize = 50_000;
/// How deep folders are walked: an LMS's zip that was unpacked has two.
const DEEPEST: usize = 4;

/// A file that may be a hand-in.
pub struct FoundFile {
    pub name: String,
    /// `None` if it is larger than any hand-in.
    bytes: Option<Vec<u8>>,
}

/// What was found where hand-ins are looked for.
#[derive(Default)]
pub struct Searched {
    pub files: Vec<FoundFile>,
    /// The names of other files, which count for nothing.
    pub others: Vec<String>,
}

/// What came of a collection.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// The names of learners whose hand-ins are new.
    pub taken: Vec<String>,
    /// How many were known already.
    pub known: usize,
    /// Files that do not count, and why.
    pub refused: Vec<(String, String)>,
}

/// The hand-ins in a folder and the folders in it, or in a zip; or the one that is named.
///
/// # Errors
/// If it cannot be read, or holds more than a class hands in.
pub fn files(place: &Path) -> Result<Searched> {
    let mut found = Searched::default();
    if place.is_dir() {
        let mut names = 0;
        walk(place, DEEPEST, &mut names, &mut found)?;
    } else if !place.exists() {
        return Err(Failure::usage(format!("there is no folder and no file {}", place.display())).hint(PLACE));
    } else if !look(&place.display().to_string(), open(place)?, &mut found) {
        found.others.clear();
        unzip(place, &mut found)?;
    }
    found.files.sort_by(|one, other| one.name.cmp(&other.name));
    found.others.sort();
    Ok(found)
}

/// What `class collect` takes.
const PLACE: &str = "Name the folder of the hand-ins, the zip that your LMS gave you, or one hand-in.";

fn open(file: &Path) -> Result<File> {
    File::open(file).map_err(|error| Failure::environment(format!("{} cannot be read: {error}", file.display())))
}

/// Takes the file if it is named as a hand-in or begins as one, and says whether.
fn look(name: &str, mut reader: impl Read, found: &mut Searched) -> bool {
    if is_of_the_system(name) {
        return false;
    }
    let mut head = Vec::new();
    let is_read = (&mut reader).take(HEAD).read_to_end(&mut head).is_ok();
    let is_one = stem(name).is_some() || begins_as_one(&head);
    if is_one {
        let bytes = is_read.then(|| bounded(head, reader)).flatten();
        found.files.push(FoundFile { name: name.to_owned(), bytes });
    } else {
        found.others.push(name.to_owned());
    }
    is_one
}

/// Whether systems leave such a file where somebody has looked: nobody has put it there.
fn is_of_the_system(name: &str) -> bool {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.starts_with("._") || [".DS_Store", "desktop.ini", "Thumbs.db"].contains(&name)
}

fn walk(folder: &Path, depth: usize, names: &mut usize, found: &mut Searched) -> Result<()> {
    let failed = |error: std::io::Error| Failure::environment(format!("{} cannot be read: {error}", folder.display()));
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        *names += 1;
        if *names > MOST_NAMES {
            return Err(too_many(folder));
        }
        // A link may lead anywhere, and round in circles.
        let (path, kind) = (entry.path(), entry.file_type().map_err(failed)?);
        if kind.is_dir() && depth > 0 {
            walk(&path, depth - 1, names, found)?;
        } else if kind.is_file() {
            let name = path.display().to_string();
            match open(&path) {
                Ok(open) => _ = look(&name, open, found),
                // What may not be read and is not named as a hand-in holds up no other.
                Err(failure) if stem(&name).is_some() => return Err(failure),
                Err(_) => found.others.push(name),
            }
        }
    }
    Ok(())
}

/// How every zip begins (PKWARE, APPNOTE.TXT, 4.3.6).
const ZIP: [u8; 2] = *b"PK";

fn unzip(file: &Path, found: &mut Searched) -> Result<()> {
    let unread = |error: std::io::Error| Failure::environment(format!("{} cannot be read: {error}", file.display()));
    let mut beginning = Vec::new();
    let mut open = File::open(file).map_err(unread)?;
    (&mut open).take(ZIP.len() as u64).read_to_end(&mut beginning).map_err(unread)?;
    if beginning != ZIP {
        return Err(Failure::usage(format!("{} is neither a folder, nor a zip, nor a hand-in", file.display()))
            .hint(format!("{PLACE} `msl-learn class hand-in` writes it.")));
    }
    let damaged = |_| {
        Failure::usage(format!("{} is a zip that is damaged, or was not copied to its end", file.display()))
            .hint("Download it again, or unpack it and name the folder.")
    };
    let mut archive = ZipArchive::new(open).map_err(damaged)?;
    if archive.len() > MOST_NAMES {
        return Err(too_many(file));
    }
    for number in 0..archive.len() {
        let entry = archive.by_index(number).map_err(damaged)?;
        // A name that is no text is no hand-in's.
        let Ok(name) = entry.name().map(|name| name.into_owned()) else { continue };
        if entry.is_file() {
            look(&name, entry, found);
        }
    }
    Ok(())
}

/// All of a file of which the first bytes were read, whatever size it says that it has.
fn bounded(mut bytes: Vec<u8>, reader: impl Read) -> Option<Vec<u8>> {
    reader.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= LARGEST).then_some(bytes)
}

fn too_many(place: &Path) -> Failure {
    Failure::usage(format!("{} holds more than {MOST_NAMES} files", place.display()))
        .hint("Name the folder or the zip of this class's hand-ins alone.")
}

/// Takes what is new into the class's results, and keeps which account is whose.
///
/// # Errors
/// If the class cannot be written.
pub fn take(class: &ClassFolder, files: &[FoundFile], now: Timestamp) -> Result<Collected> {
    let (mut collected, mut lines) = (Collected::default(), Vec::new());
    // Read once, and only where something is new: a board collects every second.
    let mut said = None;
    let known = ClassResults::read(&class.root)?;
    let handed_in = known.0.iter().filter(|line| line.round == HAND_IN);
    // An older msl-learn kept of a hand-in what the class did then: the file is taken again, as a whole.
    let mut known: BTreeMap<_, _> =
        handed_in.map(|line| ((line.learner.clone(), line.at), line.exercises.len())).collect();
    for file in files {
        let read = file.bytes.as_ref().ok_or_else(|| "it is larger than any hand-in".to_owned());
        let hand_in = match read.and_then(|bytes| HandIn::read(bytes, class, now)) {
            Ok(hand_in) => hand_in,
            Err(why) => {
                collected.refused.push((file.name.clone(), why));
                continue;
            }
        };
        let learner = hand_in.of_learner(class)?;
        let key = (hand_in.learner.clone(), hand_in.at);
        if known.get(&key).is_some_and(|kept| *kept >= hand_in.exercises.len()) {
            collected.known += 1;
            continue;
        }
        let said = match &mut said {
            Some(said) => said,
            unread => unread.insert(all_settings(class)?),
        };
        if let Err(why) = pin(class, learner, &hand_in, said)? {
            collected.refused.push((file.name.clone(), why));
            continue;
        }
        known.insert(key, hand_in.exercises.len());
        lines.push(hand_in.line());
        if !collected.taken.contains(&learner.called) {
            collected.taken.push(learner.called.clone());
        }
    }
    ClassResults::add(&class.root, &lines)?;
    Ok(collected)
}

/// Which account, domain and names are whose, by pseudonym.
type Said = BTreeMap<String, Settings>;

fn all_settings(class: &ClassFolder) -> Result<Said> {
    let of = |learner: &ClassLearner| Ok(class.settings_of(learner)?.map(|said| (learner.pseudonym.clone(), said)));
    class.roster.0.iter().filter_map(|learner| of(learner).transpose()).collect()
}

/// Keeps which account is the learner's, at the first hand-in. A later one cannot change it.
fn pin(
    class: &ClassFolder,
    learner: &ClassLearner,
    hand_in: &HandIn,
    said: &mut Said,
) -> Result<std::result::Result<(), String>> {
    let settings = hand_in.settings();
    let file = class.learner_file(learner);
    if let Err(failure) = settings.validate(&file) {
        return Ok(Err(format!("its settings are invalid: {}", failure.message)));
    }
    if let Some(kept) = said.get(&learner.pseudonym) {
        let place = |settings: &Settings| (settings.account.clone(), settings.practice);
        if place(kept) != place(&settings) {
            let message = format!(
                "it is about account {}, and {} has worked in {} so far; if that is right, delete {}",
                settings.account,
                learner.called,
                kept.account,
                file.display()
            );
            return Ok(Err(message));
        }
    }
    for other in class.roster.0.iter().filter(|other| other.pseudonym != learner.pseudonym) {
        let is_same = |kept: &Settings| !kept.practice && !settings.practice && kept.account == settings.account;
        if said.get(&other.pseudonym).is_some_and(is_same) {
            return Ok(Err(format!("it is about account {}, which is that of {}", settings.account, other.called)));
        }
    }
    let failed = |error: std::io::Error| Failure::environment(format!("{} cannot be written: {error}", file.display()));
    fs::create_dir_all(file.parent().unwrap_or(&class.root)).map_err(failed)?;
    write_atomically(&file, &settings.text()).map_err(failed)?;
    said.insert(learner.pseudonym.clone(), settings);
    Ok(Ok(()))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use tempfile::TempDir;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::class::join_code::JoinCode;
    use crate::class::testing;

    /// A class, and a hand-in of each of its learners, with the time of day.
    fn class() -> (TempDir, ClassFolder) {
        testing::class(&["Doe, Jane", "John Roe"])
    }

    fn hand_in(class: &ClassFolder, who: usize, hour: u8, account: &str) -> (String, String) {
        let code = JoinCode::of(class, &class.roster.0[who]);
        let settings = Settings { practice: account == "000000000000", ..Settings::new("example.com", account) };
        let at = format!("2026-11-30T{hour:02}:00:00Z").parse().expect("a time");
        let hand_in = HandIn::of(&code, &settings, &testing::checked("4.3", &["policy"]), at);
        (hand_in.file(), hand_in.sealed(&code))
    }

    fn found(name: &str, text: &str) -> FoundFile {
        FoundFile { name: name.into(), bytes: Some(text.into()) }
    }

    fn now() -> Timestamp {
        "2026-11-30T12:00:00Z".parse().expect("a time")
    }

    #[test]
    fn each_hand_in_is_taken_once_whatever_the_order() {
        let (_folder, class) = class();
        let (name, later) = hand_in(&class, 0, 11, "000000000000");
        let (_, earlier) = hand_in(&class, 0, 9, "000000000000");
        let files = [found(&name, &later), found("old", &earlier), found("copy", &later)];
        let collected = take(&class, &files, now()).expect("taken");
        assert_eq!(collected, Collected { taken: vec!["Doe, Jane".into()], known: 1, refused: vec![] });
        assert_eq!(take(&class, &files, now()).expect("taken").known, 3);
        assert_eq!(ClassResults::read(&class.root).expect("results").0.len(), 2);
    }

    /// What the class does not do now, it may do when grades are computed.
    #[test]
    fn a_hand_in_is_kept_whole_whatever_the_class_does() {
        let (_folder, mut class) = class();
        let (_, text) = hand_in(&class, 0, 9, "000000000000");
        class.settings.leave_out = vec!["4.3".into()];
        take(&class, &[found("a", &text)], now()).expect("taken");
        assert_eq!(ClassResults::read(&class.root).expect("results").0[0].exercises[0].id, "4.3");
        // As an older msl-learn kept it.
        let cut = ClassResults::read(&class.root).expect("results").0.remove(0);
        fs::remove_file(class.root.join("results.jsonl")).expect("results");
        ClassResults::add(
            &class.root,
            &[crate::class::results::ResultLine::seen(HAND_IN, cut.at, &cut.learner, Vec::new())],
        )
        .expect("written");
        assert_eq!(take(&class, &[found("a", &text)], now()).expect("taken").taken, ["Doe, Jane"]);
        assert_eq!(take(&class, &[found("a", &text)], now()).expect("taken").known, 1);
    }

    /// Whatever a browser, an LMS or a person has made of its name.
    #[test]
    fn a_hand_in_is_one_by_what_it_says() {
        let (folder, class) = class();
        let (name, text) = hand_in(&class, 0, 9, "000000000000");
        let inbox = folder.path().join("inbox");
        fs::create_dir(&inbox).expect("a folder");
        let names = [format!("{name} - Copy.json"), name.to_uppercase(), format!("{name}.txt"), "hand-in".into()];
        names.iter().for_each(|name| fs::write(inbox.join(name), &text).expect("written"));
        for other in ["notes.txt", ".DS_Store", &format!("._{name}")] {
            fs::write(inbox.join(other), "other").expect("written");
        }
        let searched = files(&inbox).expect("read");
        assert_eq!((searched.files.len(), searched.others.len()), (4, 1));
        assert!(searched.others[0].ends_with("notes.txt"));
        let collected = take(&class, &searched.files, now()).expect("taken");
        assert_eq!((collected.taken.len(), collected.known, collected.refused.len()), (1, 3, 0));
        assert_eq!(files(&inbox.join("hand-in")).expect("one alone").files.len(), 1);
    }

    #[test]
    fn what_was_changed_or_is_another_learners_is_refused() {
        let (_folder, class) = class();
        let (_, jane) = hand_in(&class, 0, 9, "000000000000");
        let changed = jane.replace("not_done", "done");
        let own = class.roster.0[0].pseudonym.clone();
        let as_john = jane.replace(&own, &class.roster.0[1].pseudonym);
        let (_, early) = hand_in(&class, 0, 23, "000000000000");
        let files = [found("changed", &changed), found("john", &as_john), found("future", &early), found("none", "{}")];
        let refused = take(&class, &files, now()).expect("refused").refused;
        let why: Vec<&str> = refused.iter().map(|(_, why)| why.as_str()).collect();
        assert!(why[0].starts_with("its seal is not that of Doe, Jane"), "{why:?}");
        assert!(why[1].starts_with("its seal is not that of John Roe"), "{why:?}");
        assert!(why[2].contains("future") && why[3].contains("another version"), "{why:?}");
        assert!(ClassResults::read(&class.root).expect("results").0.is_empty());
    }

    #[test]
    fn one_account_is_one_learners() {
        let (_folder, class) = class();
        let (_, jane) = hand_in(&class, 0, 9, "111122223333");
        let (_, john) = hand_in(&class, 1, 9, "111122223333");
        let (_, moved) = hand_in(&class, 0, 10, "444455556666");
        let collected =
            take(&class, &[found("a", &jane), found("b", &john), found("c", &moved)], now()).expect("taken");
        assert_eq!(collected.taken, ["Doe, Jane"]);
        assert!(collected.refused[0].1.contains("which is that of Doe, Jane"), "{collected:?}");
        assert!(collected.refused[1].1.contains("has worked in 111122223333"), "{collected:?}");
    }

    #[test]
    fn an_lmss_zip_is_read_in_place_and_within_bounds() {
        let (folder, class) = class();
        let (name, text) = hand_in(&class, 0, 9, "000000000000");
        let place = folder.path().join("all.zip");
        let mut zip = ZipWriter::new(File::create(&place).expect("a file"));
        let large = "x".repeat(usize::try_from(LARGEST).expect("small") + 1);
        let entries = [
            (format!("Jane Doe_12_assignsubmission_file_/{name}"), &text),
            ("../../.msl-class.json".to_owned(), &large),
        ];
        for (name, text) in entries {
            zip.start_file(name, SimpleFileOptions::default()).expect("an entry");
            zip.write_all(text.as_bytes()).expect("written");
        }
        zip.finish().expect("a zip");
        let collected = take(&class, &files(&place).expect("read").files, now()).expect("taken");
        assert_eq!(collected.taken, ["Doe, Jane"]);
        assert_eq!(collected.refused[0].1, "it is larger than any hand-in");
        let alone = folder.path().join(&name);
        fs::write(&alone, &text).expect("written");
        assert_eq!(take(&class, &files(&alone).expect("read").files, now()).expect("taken").known, 1);
    }

    #[test]
    fn what_holds_no_hand_ins_is_told_in_plain_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let told = |name: &str, text: Option<&str>| {
            let file = folder.path().join(name);
            text.into_iter().for_each(|text| fs::write(&file, text).expect("written"));
            let message = files(&file).err().expect("refused").message;
            message.replace(&file.display().to_string(), "FILE")
        };
        assert_eq!(told("none", None), "there is no folder and no file FILE");
        assert_eq!(told("no.zip", Some("text")), "FILE is neither a folder, nor a zip, nor a hand-in");
        assert_eq!(
            told("cut.zip", Some("PK\u{3}\u{4}")),
            "FILE is a zip that is damaged, or was not copied to its end"
        );
    }

    /// Nothing that a class keeps of a hand-in names a person or a secret.
    #[test]
    fn the_results_hold_ids_and_verdicts_alone() {
        let (_folder, class) = class();
        let (_, text) = hand_in(&class, 0, 9, "000000000000");
        take(&class, &[found("a", &text)], now()).expect("taken");
        let kept = fs::read_to_string(class.root.join("results.jsonl")).expect("results");
        for foreign in ["Doe", "example.com", "arn:", "@", &class.roster.0[0].external_id] {
            assert!(!kept.contains(foreign), "{foreign}: {kept}");
        }
        let line = ClassResults::read(&class.root).expect("results").0.remove(0);
        assert_eq!(line.exercises[0].failed, ["policy"]);
    }
}
