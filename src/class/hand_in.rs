//! What a learner hands in: verdicts and clause ids, which account and names they are about, and a seal by the join code.

use jiff::{SignedDuration, Timestamp};
use ring::hmac::{self, HMAC_SHA256, Key};
use serde::{Deserialize, Serialize};

use super::folder::ClassFolder;
use super::join_code::JoinCode;
use super::kinds::How;
use super::place::LearnerPlace;
use super::results::{ExerciseResult, HAND_IN, ResultLine};
use super::roster::ClassLearner;
use super::sheet::Encoding;
use crate::catalog::{self, Exercise};
use crate::checked::Checked;
use crate::workspace::Settings;

/// How the name of a hand-in ends.
pub const ENDING: &str = ".msl-class.json";
const MARK: &str = ".msl-class";
/// The most bytes of a hand-in; the whole book takes some 30 kB.
pub const LARGEST: u64 = 1024 * 1024;
const SCHEMA: u32 = 1;

/// How the text of one begins, without its blanks: an LMS, a browser or a person may have given the file any other name.
const BEGINNING: &str = "{\"hand_in\":";
/// So many bytes have the whole beginning, in any encoding.
pub const HEAD: u64 = 256;

/// Whether a file that begins with these bytes is a hand-in, whatever its name.
pub fn begins_as_one(head: &[u8]) -> bool {
    let letters: String = head.iter().filter(|byte| byte.is_ascii_graphic()).map(|byte| char::from(*byte)).collect();
    letters.starts_with(BEGINNING)
}

/// What comes before the ending, if a file is named as a hand-in. LMSs and browsers number a second one of the same name:
/// `….msl-class-1.json`, `….msl-class (1).json`.
pub fn stem(name: &str) -> Option<&str> {
    let (stem, rest) = name.rsplit_once(MARK)?;
    let number = rest.strip_suffix(".json")?;
    number.chars().all(|one| one.is_ascii_digit() || " -_()".contains(one)).then_some(stem)
}

/// What a learner hands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandIn {
    schema: u32,
    class: String,
    /// The pseudonym.
    pub learner: String,
    pub at: Timestamp,
    /// The version of msl-learn.
    program: String,
    pub place: LearnerPlace,
    /// What the learner's join code says that the class does; empty if an older msl-learn wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    chapters: Vec<u8>,
    /// The exercises of these that it says that the class does not do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    leave_out: Vec<String>,
    /// The exercise to which the practice account was brought: what comes before and is left out was not done by the learner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    brought: Option<String>,
    pub exercises: Vec<ExerciseResult>,
}

/// A hand-in as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    hand_in: HandIn,
    /// Against mix-ups and other people's changes. Whoever owns the machine owns the program, so it proves no verdict.
    seal: String,
}

const DAMAGED: &str = "it is damaged, or was not copied to its end";

/// The id of the finding about an exercise that the learner says is out of reach.
const OUT_OF_REACH: &str = "unavailable";

impl HandIn {
    /// What a check found, to be handed in. Exercises that the learner cannot have are left out: the instructor excuses them.
    pub fn of(code: &JoinCode, settings: &Settings, checked: &[Checked], at: Timestamp) -> Self {
        let place = LearnerPlace::of(settings);
        let how = if place.practice { How::Practice } else { How::HandedIn };
        let is_open = |checked: &&Checked| checked.findings.iter().all(|finding| finding.id != OUT_OF_REACH);
        Self {
            schema: SCHEMA,
            class: code.class.clone(),
            learner: code.learner.clone(),
            at: whole_seconds(at),
            program: env!("CARGO_PKG_VERSION").into(),
            place,
            chapters: code.chapters.clone(),
            leave_out: code.leave_out.clone(),
            brought: None,
            exercises: checked.iter().filter(is_open).map(|checked| ExerciseResult::of(checked, how)).collect(),
        }
    }

    /// The same from an account that was brought to this exercise.
    #[must_use]
    pub fn brought_to(self, exercise: Option<&Exercise>) -> Self {
        Self { brought: exercise.map(Exercise::id), ..self }
    }

    /// The name of the file.
    pub fn file(&self) -> String {
        format!("{}{ENDING}", self.learner)
    }

    /// The whole file.
    pub fn sealed(&self, code: &JoinCode) -> String {
        let sealed = Sealed { hand_in: self.clone(), seal: seal(self, &code.external_id) };
        serde_json::to_string_pretty(&sealed).unwrap_or_else(|_| unreachable!("texts and numbers alone")) + "\n"
    }

    /// Reads a hand-in to the class.
    ///
    /// # Errors
    /// Why it does not count, in words for the instructor.
    pub fn read(bytes: &[u8], class: &ClassFolder, now: Timestamp) -> Result<Self, String> {
        let text = Encoding::of(bytes).text(bytes.to_vec()).ok_or_else(|| DAMAGED.to_owned())?;
        // An editor may have put the mark of its encoding before it.
        let sealed: Sealed = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            let why = if error.is_data() { "it is of another version of msl-learn, or no hand-in" } else { DAMAGED };
            why.to_owned()
        })?;
        let Sealed { hand_in, seal: found } = sealed;
        if hand_in.schema != SCHEMA {
            return Err("it is of a newer msl-learn: update this one".into());
        }
        if hand_in.class != class.settings.id {
            return Err("it is of another class".into());
        }
        let learner = class.roster.learner(&hand_in.learner);
        let learner = learner.map_err(|_| "nobody in the roster has its pseudonym".to_owned())?;
        if found != seal(&hand_in, &learner.external_id) {
            return Err(format!("its seal is not that of {}: it was changed, or is somebody else's", learner.called));
        }
        if hand_in.at > now + SignedDuration::from_hours(1) {
            return Err("it is from the future: the learner's clock is wrong".into());
        }
        Ok(hand_in.possible())
    }

    /// All of it that is about the book, each verdict as it can have come about in a hand-in. What the class does of it by
    /// now is asked when grades are computed, as the class may do more or less by then.
    fn possible(mut self) -> Self {
        let how = if self.place.practice { How::Practice } else { How::HandedIn };
        let of = |one: ExerciseResult| {
            let exercise = catalog::exercises().find(|exercise| exercise.id() == one.id)?;
            Some(ExerciseResult { how: if exercise.asks.is_some() { How::Answered } else { how }, ..one })
        };
        self.exercises = std::mem::take(&mut self.exercises).into_iter().filter_map(of).collect();
        self
    }

    /// The line that the results keep.
    pub fn line(&self) -> ResultLine {
        ResultLine::seen(HAND_IN, self.at, &self.learner, self.exercises.clone())
            .by_code(&self.chapters, &self.leave_out)
            .brought_to(self.brought.as_deref())
    }

    /// The settings of the learner, which the class keeps.
    pub fn settings(&self) -> Settings {
        self.place.settings()
    }

    /// Whose it is.
    ///
    /// # Errors
    /// If nobody's.
    pub fn of_learner<'a>(&self, class: &'a ClassFolder) -> crate::failure::Result<&'a ClassLearner> {
        class.roster.learner(&self.learner)
    }
}

fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

fn seal(hand_in: &HandIn, external_id: &str) -> String {
    let json = serde_json::to_vec(hand_in).unwrap_or_else(|_| unreachable!("texts and numbers alone"));
    let tag = hmac::sign(&Key::new(HMAC_SHA256, external_id.as_bytes()), &json);
    tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::testing;

    /// What an editor makes of a file that was opened and saved.
    #[test]
    fn the_encoding_of_an_editor_changes_nothing() {
        let (_folder, class) = testing::class(&["Doe, Jane"]);
        let code = JoinCode::of(&class, &class.roster.0[0]);
        let at = "2026-11-30T10:00:00Z".parse().expect("a time");
        let settings = Settings { practice: true, ..Settings::new("example.com", "000000000000") };
        let hand_in = HandIn::of(&code, &settings, &testing::checked("4.3", &["policy"]), at);
        let text = hand_in.sealed(&code);
        let read = |bytes: &[u8]| HandIn::read(bytes, &class, at);
        for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes = encoding.bytes(&format!("\u{feff}{}", text.replace('\n', "\r\n")));
            assert_eq!(read(&bytes).expect("a hand-in"), hand_in);
        }
        assert_eq!(read(&text.as_bytes()[..text.len() / 2]).expect_err("cut off"), DAMAGED);
        let other = text.replacen("\"learner\"", "\"pupil\"", 1);
        assert!(read(other.as_bytes()).expect_err("other fields").starts_with("it is of another version"));
        assert_eq!((hand_in.line().chapters, hand_in.line().brought), (vec![4], None));
        let further = hand_in.brought_to(catalog::exercise("4.3").ok());
        let read = read(further.sealed(&code).as_bytes()).expect("a hand-in");
        assert_eq!(read.line().brought.as_deref(), Some("4.3"));
    }

    #[test]
    fn a_second_hand_in_is_one_whatever_number_it_was_given() {
        let named = ["l-1.msl-class.json", "a/Doe_12_l-1.msl-class-1.json", "l-1.msl-class (2).json"];
        assert_eq!(named.map(stem), [Some("l-1"), Some("a/Doe_12_l-1"), Some("l-1")]);
        let others = ["l-1.json", "l-1.msl-class.json.txt", "l-1.msl-class", "l-1.msl-class-old.json"];
        assert_eq!(others.map(stem), [None; 4]);
        for text in ["{\n  \"hand_in\": {", "\u{feff}{\"hand_in\":{"] {
            for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
                assert!(begins_as_one(&encoding.bytes(text)), "{text}");
            }
        }
        assert!(!begins_as_one(b"{\"other\": 1}") && !begins_as_one(b""));
    }
}
