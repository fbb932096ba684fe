//! class.toml: the class, whose accounts it reads, what counts, and until when.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use serde::Deserialize;

use super::by_role::ways;
use super::kinds::{ClassAccounts, How};
use super::zone::{ClassZone, is_by_zone, moment};
use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::workspace::settings_text;

/// The settings file of a class.
pub const CLASS_FILE: &str = "class.toml";
/// A whole settings file, with what each setting says.
pub const EXAMPLE: &str = include_str!("class.example.toml");

/// The content of the settings file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassSettings {
    pub name: String,
    pub id: String,
    pub accounts: ClassAccounts,
    /// Twelve digits: the account from which the class reads, if it reads any.
    #[serde(default)]
    pub instructor_account: Option<String>,
    /// The instructor's profile in the AWS configuration.
    #[serde(default)]
    pub profile: Option<String>,
    /// What answers instead of AWS; then nothing is *seen*, and all is *practice*.
    #[serde(default)]
    pub endpoint: Option<String>,
    pub chapters: Vec<u8>,
    /// Exercises that the class does not do.
    #[serde(default)]
    pub leave_out: Vec<String>,
    /// How a verdict must have come about to count.
    #[serde(default)]
    pub counts: Option<Vec<How>>,
    /// After how many days results are deleted.
    #[serde(default = "half_a_year")]
    pub keep_days: u16,
    /// Whether an exercise that is not done is worth the share of its clauses that hold.
    #[serde(default)]
    pub partial: bool,
    /// The offset from UTC, such as `+01:00`, by which times without one of their own are meant.
    #[serde(default)]
    pub zone: Option<String>,
    /// What an exercise (`4.3`) or each exercise of a chapter (`4`) is worth; one point otherwise.
    #[serde(default)]
    pub points: BTreeMap<String, f64>,
    /// By exercise or chapter: a time such as `2026-12-10T18:00`, or a day, which counts to its end.
    #[serde(default)]
    pub deadlines: BTreeMap<String, String>,
    /// When all that was kept of its learners was deleted.
    #[serde(default)]
    pub closed: Option<Timestamp>,
}

fn half_a_year() -> u16 {
    180
}

impl ClassSettings {
    /// A new class, in which everything else is as it usually is: its times are those of this machine.
    ///
    /// # Errors
    /// If a value is invalid.
    pub fn new(
        name: &str,
        id: &str,
        accounts: ClassAccounts,
        chapters: &[u8],
        instructor_account: Option<String>,
    ) -> Result<Self> {
        let settings = Self {
            name: name.to_owned(),
            id: id.to_owned(),
            accounts,
            instructor_account,
            profile: None,
            endpoint: None,
            chapters: chapters.to_vec(),
            leave_out: Vec::new(),
            counts: None,
            keep_days: half_a_year(),
            partial: false,
            zone: Some(ClassZone::here(Timestamp::now()).text()),
            points: BTreeMap::new(),
            deadlines: BTreeMap::new(),
            closed: None,
        };
        settings.validate()?;
        Ok(settings)
    }

    /// Reads the settings of the class in `root`.
    ///
    /// # Errors
    /// If the file cannot be read, or a value is invalid.
    pub fn read(root: &Path) -> Result<Self> {
        let file = root.join(CLASS_FILE);
        let text = fs::read_to_string(&file)
            .map_err(|error| Failure::environment(format!("{} cannot be read: {error}", file.display())))?;
        let settings: Self = settings_text::read(&text).map_err(|fault| {
            Failure::usage(format!("{}: {fault}", file.display())).hint(
                "Correct it, and run the command again; nothing was changed. `msl-learn class init --example` shows all that \
                 class.toml can say.",
            )
        })?;
        settings.refuse_misfits().map_err(|Misfit { setting, item, failure }| {
            let line = settings_text::line_of(&text, setting, item.as_deref());
            let line = line.map_or_else(String::new, |line| format!("line {line}: "));
            Failure { message: format!("{}: {line}{}", file.display(), failure.message), ..failure }
        })?;
        Ok(settings)
    }

    /// # Errors
    /// At the first value that is invalid.
    pub fn validate(&self) -> Result<()> {
        self.refuse_misfits().map_err(|misfit| misfit.failure)
    }

    fn refuse_misfits(&self) -> std::result::Result<(), Misfit> {
        for (setting, value) in [("name", &self.name), ("id", &self.id)] {
            if value.trim().is_empty() {
                let failure = Failure::usage(format!("{setting} is empty")).hint(
                    "The name is what your learners read; the id is that of the first hand-ins and join codes, which has to stay.",
                );
                return Err(Misfit::of(setting, failure));
            }
        }
        if self.keep_days == 0 {
            let failure = Failure::usage("keep_days: 0 would keep nothing").hint("Write at least 1, such as 180.");
            return Err(Misfit::of("keep_days", failure));
        }
        for number in &self.chapters {
            catalog::chapter(*number).map_err(|failure| Misfit::in_list("chapters", &number.to_string(), failure))?;
        }
        for (setting, name) in self.by_exercise() {
            self.refuse_foreign(name).map_err(|failure| Misfit::in_list(setting, name, failure))?;
        }
        let is_none = |(_, points): &(&String, &f64)| !points.is_finite() || **points < 0.0;
        if let Some((name, points)) = self.points.iter().find(is_none) {
            let failure = Failure::usage(format!("\"{name}\" is {points}; expected a number such as 1 or 0.5"))
                .hint("Points are 0 or more. An exercise that the class does not do stands in leave_out.");
            return Err(Misfit::in_list("points", name, failure));
        }
        let zone = self.zone.as_deref().map(ClassZone::read).transpose();
        let zone = zone.map_err(|failure| Misfit::of("zone", in_setting("zone", failure)))?;
        for (name, text) in &self.deadlines {
            moment(text, zone).map_err(|failure| Misfit::in_list("deadlines", name, failure))?;
        }
        if self.exercises().next().is_none() {
            let failure = Failure::usage("chapters: the class has no exercise to check")
                .hint("Write chapters with exercises, such as [4, 5], and leave some of them in.");
            return Err(Misfit::of("chapters", failure));
        }
        self.refuse_uncounted().map_err(|failure| Misfit::of("counts", failure))?;
        self.validate_account().map_err(|failure| Misfit::of("instructor_account", failure))
    }

    /// # Errors
    /// If no verdict of the class can count: all grades would be zero or blank.
    fn refuse_uncounted(&self) -> Result<()> {
        let Some(counts) = self.counts.as_ref().filter(|_| !self.exercises().any(|one| self.is_counted(one))) else {
            return Ok(());
        };
        let named = |all: &[How]| all.iter().map(|how| format!("\"{}\"", how.name())).collect::<Vec<_>>().join(", ");
        let possible: BTreeSet<How> = self.exercises().flat_map(|one| ways(self.accounts, one)).copied().collect();
        let possible: Vec<How> = possible.into_iter().collect();
        let accounts = self.accounts.name();
        Err(Failure::usage(format!("counts: with [{}] no verdict of this class can count", named(counts))).hint(format!(
            "With accounts = \"{accounts}\", verdicts on its exercises can come about as {}. Without the line, what suits the \
             accounts counts: {}.",
            named(&possible),
            named(&self.accounts.counts())
        )))
    }

    fn validate_account(&self) -> Result<()> {
        let is_account = |id: &str| id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_digit());
        match (&self.instructor_account, self.accounts) {
            (None, ClassAccounts::Own) => Err(Failure::usage("instructor_account is missing")
                .hint("Write the twelve digits of the account from which the class reads.")),
            (Some(id), _) if !is_account(id) => {
                Err(Failure::usage(format!("instructor_account: `{id}` is not the twelve digits of an account")))
            }
            _ => Ok(()),
        }
    }

    /// What is said of exercises and chapters, by the setting that says it.
    fn by_exercise(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let left_out = self.leave_out.iter().map(|name| ("leave_out", name));
        let points = self.points.keys().map(|name| ("points", name));
        left_out.chain(points).chain(self.deadlines.keys().map(|name| ("deadlines", name)))
    }

    /// # Errors
    /// If it is neither a chapter nor an exercise that the class does.
    fn refuse_foreign(&self, name: &str) -> Result<()> {
        let number = match name.parse() {
            Ok(number) => catalog::chapter(number)?.number,
            Err(_) => catalog::exercise(name)?.chapter,
        };
        if self.chapters.contains(&number) {
            return Ok(());
        }
        Err(Failure::usage(format!("\"{name}\" is of chapter {number}, which the class does not do"))
            .hint(format!("Take out \"{name}\", or write {number} into chapters.")))
    }

    /// The offset by which times without one are meant.
    pub fn zone(&self) -> Option<ClassZone> {
        self.zone.as_deref().and_then(|text| ClassZone::read(text).ok())
    }

    /// Whether a deadline ends by that offset.
    pub fn has_deadline_by_zone(&self) -> bool {
        self.deadlines.values().any(|text| is_by_zone(text))
    }

    /// What the class does, in the book's order.
    pub fn exercises(&self) -> impl Iterator<Item = &'static Exercise> {
        let left_out = |exercise: &Exercise| self.leave_out.iter().any(|name| *name == exercise.id());
        catalog::exercises().filter(move |exercise| self.chapters.contains(&exercise.chapter) && !left_out(exercise))
    }

    /// The exercises of one chapter of the class; without one, all of them.
    ///
    /// # Errors
    /// If the class does not do the chapter.
    pub fn exercises_of(&self, chapter: Option<u8>) -> Result<Vec<&'static Exercise>> {
        let Some(number) = chapter else { return Ok(self.exercises().collect()) };
        if self.chapters.contains(&number) {
            return Ok(self.exercises().filter(|exercise| exercise.chapter == number).collect());
        }
        Err(Failure::usage(format!("the class does not do chapter {number}"))
            .hint(format!("It does {}: `chapters` in {CLASS_FILE}.", of_chapters(&self.chapters))))
    }

    /// Whether a verdict that came about so counts.
    pub fn has_counted(&self, how: How) -> bool {
        self.counts.as_ref().map_or_else(|| self.accounts.counts().contains(&how), |counts| counts.contains(&how))
    }

    /// Whether a verdict on the exercise can count: otherwise it is in no grade.
    pub fn is_counted(&self, exercise: &Exercise) -> bool {
        ways(self.accounts, exercise).iter().any(|how| self.has_counted(*how))
    }

    /// What the exercise is worth.
    pub fn points_of(&self, exercise: &Exercise) -> f64 {
        of_exercise(&self.points, exercise).copied().unwrap_or(1.0)
    }

    /// Until when the exercise counts.
    pub fn deadline_of(&self, exercise: &Exercise) -> Option<Timestamp> {
        of_exercise(&self.deadlines, exercise).and_then(|text| moment(text, self.zone()).ok())
    }

    /// The whole file, with a comment on what an instructor may want to change.
    pub fn text(&self) -> String {
        let value = |text: &str| toml::Value::from(text).to_string();
        let chapters: Vec<String> = self.chapters.iter().map(u8::to_string).collect();
        let account = self.instructor_account.as_deref();
        let account = account.map_or_else(String::new, |id| {
            format!(
                "\n# The account from which the class reads, by a profile of your AWS configuration.\n\
                 instructor_account = {}\n# profile = \"default\"\n",
                value(id)
            )
        });
        format!(
            "# A class of msl-learn.\n\nname = {}\nid = {}\n\n\
             # own: accounts in which learners may make a role; lab: no roles, learners hand in; practice: no AWS at all.\n\
             accounts = {}\n{account}\n# What the class does.\nchapters = [{}]\nleave_out = []\n\n\
             # Which verdicts count: \"seen\", \"handed_in\", \"practice\", \"answered\". Without this line: what suits the accounts.\n\
             # counts = [\"seen\", \"answered\"]\n\n\
             # Results are deleted after so many days.\nkeep_days = {}\n\n\
             # Whether an exercise that is not done is worth the share of its clauses that hold.\npartial = {}\n\n\
             # Your offset from UTC: by it a deadline without one ends. It does not follow summer time.\nzone = {}\n\n\
             # What an exercise is worth, and what each exercise of a chapter is worth; otherwise one point.\n[points]\n\
             # \"4.3\" = 5\n\n\
             # Until when a chapter or an exercise counts: a day, which counts to its end, or a time.\n[deadlines]\n\
             # \"4\" = \"2026-12-10\"\n# \"4.3\" = \"2026-12-10T18:00\"\n",
            value(&self.name),
            value(&self.id),
            value(self.accounts.name()),
            chapters.join(", "),
            self.keep_days,
            self.partial,
            value(self.zone.as_deref().unwrap_or("+00:00")),
        )
    }
}

/// A setting that is invalid for what it means.
struct Misfit {
    setting: &'static str,
    /// Which of its values it is, by the key or, in a list, as it is there.
    item: Option<String>,
    failure: Failure,
}

impl Misfit {
    fn of(setting: &'static str, failure: Failure) -> Self {
        Self { setting, item: None, failure }
    }

    /// The same of one of several values, in words that do not name the setting yet.
    fn in_list(setting: &'static str, item: &str, failure: Failure) -> Self {
        Self { setting, item: Some(item.to_owned()), failure: in_setting(setting, failure) }
    }
}

fn in_setting(setting: &str, failure: Failure) -> Failure {
    Failure { message: format!("{setting}: {}", failure.message), ..failure }
}

/// Such as `chapter 4`, or `chapters 4, 5`.
pub fn of_chapters(chapters: &[u8]) -> String {
    let numbers: Vec<String> = chapters.iter().map(u8::to_string).collect();
    format!("chapter{} {}", if chapters.len() == 1 { "" } else { "s" }, numbers.join(", "))
}

/// What is said of an exercise, or else of its chapter.
fn of_exercise<'a, T>(all: &'a BTreeMap<String, T>, exercise: &Exercise) -> Option<&'a T> {
    all.get(&exercise.id()).or_else(|| all.get(&exercise.chapter.to_string()))
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A practice class that does chapter 4.
    pub fn example() -> ClassSettings {
        ClassSettings::new("Serverless", "c1a55", ClassAccounts::Practice, &[4], None).expect("valid")
    }

    #[test]
    fn what_is_written_is_read_again() {
        let own = ClassSettings {
            name: "A \"B\"".into(),
            accounts: ClassAccounts::Own,
            instructor_account: Some("111122223333".into()),
            ..example()
        };
        for settings in [example(), own] {
            let text = settings.text();
            let read: ClassSettings = toml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
            read.validate().expect("valid");
            assert_eq!(format!("{read:?}"), format!("{settings:?}"));
        }
    }

    #[test]
    fn an_exercise_goes_before_its_chapter() {
        let points = BTreeMap::from([("4".to_owned(), 2.0), ("4.3".to_owned(), 5.0)]);
        let deadlines = BTreeMap::from([("4".to_owned(), "2026-12-10T18:00:00Z".to_owned())]);
        let settings = ClassSettings { points, deadlines, leave_out: vec!["4.2".into()], ..example() };
        let of = |id: &str| catalog::exercise(id).expect("an exercise");
        assert_eq!((settings.points_of(of("4.3")), settings.points_of(of("4.4"))), (5.0, 2.0));
        assert_eq!(settings.deadline_of(of("4.3")).expect("one").to_string(), "2026-12-10T18:00:00Z");
        assert!(settings.deadline_of(of("5.3")).is_none() && !settings.has_deadline_by_zone());
        assert!(settings.exercises().all(|exercise| exercise.chapter == 4 && exercise.id() != "4.2"));
    }

    /// The example is one, and says all that there is to say; what closing and emulators write aside.
    #[test]
    fn the_example_is_a_whole_class() {
        let settings: ClassSettings = toml::from_str(EXAMPLE).expect("settings");
        settings.validate().expect("valid");
        let said: toml::Table = EXAMPLE.parse().expect("a table");
        let known = serde::de::value::MapDeserializer::<_, serde::de::value::Error>::new(std::iter::once(("?", "")));
        let message = ClassSettings::deserialize(known).expect_err("an unknown field").to_string();
        let fields = message.split('`').skip(3).step_by(2).filter(|field| !["endpoint", "closed"].contains(field));
        assert_eq!(
            fields.filter(|field| !said.contains_key(*field)).collect::<Vec<_>>(),
            Vec::<&str>::new(),
            "{message}"
        );
        let manual = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/class.md");
        assert!(fs::read_to_string(manual).expect("the manual").contains(EXAMPLE), "docs/class.md has it whole");
    }

    /// What is wrong by its meaning has a line, too, as it is in the file.
    #[test]
    fn what_is_invalid_is_named_by_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = example().text();
        let line = |needle: &str| text.lines().position(|line| line.starts_with(needle)).expect("a line") + 1;
        for (from, to, expected) in [
            ("keep_days = 180", "keep_days = 0", (line("keep_days"), "keep_days: 0")),
            ("chapters = [4]", "chapters = [\n  4,\n  99,\n]", (line("chapters") + 2, "chapters: ")),
            ("leave_out = []", "leave_out = [\"9.1\"]", (line("leave_out"), "leave_out: \"9.1\"")),
            ("# \"4.3\" = 5", "\"4.1\" = 1\n\"4.3\" = -5", (line("# \"4.3\" = 5") + 1, "points: \"4.3\" is -5")),
            ("# \"4\" = \"2026-12-10\"", "'4' = \"soon\"", (line("# \"4\" ="), "deadlines: ")),
            ("accounts = \"practice\"", "accounts = \"own\"", (0, "instructor_account is missing")),
        ] {
            assert!(text.contains(from), "{from}: {text}");
            fs::write(folder.path().join(CLASS_FILE), text.replacen(from, to, 1)).expect("a file");
            let message = ClassSettings::read(folder.path()).expect_err("invalid").message;
            let (at, said) = expected;
            let place = if at == 0 { String::new() } else { format!("line {at}: ") };
            assert!(message.contains(&format!("class.toml: {place}{said}")), "{message}");
        }
    }

    #[test]
    fn what_does_not_exist_is_refused() {
        let invalid = |settings: ClassSettings| settings.validate().expect_err("invalid").message;
        assert!(invalid(ClassSettings { chapters: vec![99], ..example() }).contains("chapter 99"));
        for counts in [vec![], vec![How::Seen, How::HandedIn]] {
            let message = invalid(ClassSettings { counts: Some(counts), ..example() });
            assert!(message.ends_with("no verdict of this class can count"), "{message}");
        }
        let lab = ClassSettings { accounts: ClassAccounts::Lab, counts: Some(vec![How::Practice]), ..example() };
        assert!(lab.validate().is_ok());
        assert_eq!(invalid(ClassSettings { keep_days: 0, ..example() }), "keep_days: 0 would keep nothing");
        assert_eq!(invalid(ClassSettings { id: " ".into(), ..example() }), "id is empty");
        let points = BTreeMap::from([("4.99".to_owned(), 1.0)]);
        assert!(invalid(ClassSettings { points, ..example() }).contains("4.99"));
        let deadlines = BTreeMap::from([("5".to_owned(), "2026-12-10".to_owned())]);
        assert_eq!(
            invalid(ClassSettings { deadlines, ..example() }),
            "deadlines: \"5\" is of chapter 5, which the class does not do"
        );
        assert!(
            invalid(ClassSettings { leave_out: vec!["9.1".into()], ..example() }).starts_with("leave_out: \"9.1\"")
        );
        let deadlines = BTreeMap::from([("4".to_owned(), "2026-12-10".to_owned())]);
        assert!(invalid(ClassSettings { zone: None, deadlines, ..example() }).contains("in which zone"));
        assert!(invalid(ClassSettings { zone: Some("Berlin".into()), ..example() }).starts_with("zone: `Berlin`"));
        let deadlines = BTreeMap::from([("4".to_owned(), "soon".to_owned())]);
        assert!(invalid(ClassSettings { deadlines, ..example() }).contains("`soon`"));
        assert!(invalid(ClassSettings { accounts: ClassAccounts::Own, ..example() }).contains("instructor_account"));
        assert!(invalid(ClassSettings { chapters: vec![1], ..example() }).contains("no exercise to check"));
    }
}
