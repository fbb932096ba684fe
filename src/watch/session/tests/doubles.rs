//! A session without the world: the test plays its clock, its account and all that it asks for.

use jiff::{SignedDuration, Timestamp};
use msl_learn_checks::{ClauseVerdict, Finding, Findings, Learner, Reason};

use crate::catalog::{self, Exercise, Plan};
use crate::checked::Checked;
use crate::progress::{AccountSeen, Progress};
use crate::ui::screen::{Input, Key, Size};
use crate::watch::session::{Effect, Event, Note, Recorded, Session, TerminalTask};
use crate::workspace::Workspace;

pub const SIZE: Size = Size { columns: 80, rows: 24 };

/// So many seconds after the beginning.
pub fn at(seconds: i64) -> Timestamp {
    let start: Timestamp = "2026-05-04T12:00:00Z".parse().unwrap();
    start + SignedDuration::from_secs(seconds)
}

/// The book's reader.
pub fn learner() -> Learner {
    Workspace::learner_or_example(None)
}

pub fn exercise(id: &str) -> &'static Exercise {
    catalog::exercise(id).unwrap()
}

pub fn account() -> AccountSeen {
    AccountSeen { account: "123456789012".into(), practice: false, endpoint: None }
}

pub fn finding(clause: &str, verdict: ClauseVerdict) -> Finding {
    let text = |text: &str| Some(text.to_owned());
    let bad = verdict != ClauseVerdict::Holds;
    Finding {
        expected: text("text/html").filter(|_| verdict == ClauseVerdict::Fails),
        found: text("binary/octet-stream").filter(|_| bad),
        advice: text("Upload it again.").filter(|_| bad),
        console: text("https://console.aws.amazon.com/s3/buckets/example.com").filter(|_| bad),
        ..Finding::blank(clause.replace(' ', "_"), clause, verdict)
    }
}

pub fn reason(kind: &'static str) -> Reason {
    Reason { kind, cause: "rate", operation: "s3:ListBuckets".into(), resource: "*".into(), message: "no".into() }
}

pub fn checked(id: &str, findings: Vec<Finding>) -> Checked {
    let findings = Findings(findings);
    Checked { exercise: exercise(id), verdict: findings.verdict(), findings: findings.0 }
}

pub fn checked_as(id: &str, verdict: ClauseVerdict) -> Checked {
    checked(id, vec![finding("index.html has the content type text/html", verdict)])
}

/// The progress of somebody who has done the exercises before this one.
pub fn done_before(id: &str) -> Progress {
    let mut progress = Progress::default();
    for earlier in catalog::exercises().take_while(|earlier| earlier.id() != id) {
        let checked = checked_as(&earlier.id(), ClauseVerdict::Holds);
        progress.note(&checked, &account(), at(-3600));
    }
    progress
}

/// A session and the world around it.
pub struct World {
    pub session: Session,
    pub now: i64,
    /// What it asked for since the test last looked.
    wanted: Vec<String>,
}

impl World {
    /// Of a learner who wants the exercises alone.
    pub fn new(progress: Progress) -> Self {
        Self::of(Plan::Exercises, progress)
    }

    pub fn of(plan: Plan, progress: Progress) -> Self {
        Self::with(Session::new(learner(), progress, plan, SIZE, at(0)))
    }

    /// Where nobody presses keys.
    pub fn unattended(plan: Plan, progress: Progress) -> Self {
        Self::with(Session::unattended(learner(), progress, plan, SIZE, at(0)))
    }

    fn with((session, effects): (Session, Vec<Effect>)) -> Self {
        let mut world = Self { session, now: 0, wanted: Vec::new() };
        world.note(&effects);
        world
    }

    /// What it asked for.
    pub fn wants(&mut self) -> String {
        std::mem::take(&mut self.wanted).join(", ")
    }

    pub fn on(&mut self, event: Event) {
        let effects = self.session.on(event, at(self.now));
        self.note(&effects);
    }

    pub fn key(&mut self, key: Key) {
        self.on(Event::Input(Input::Key(key)));
    }

    /// Presses the keys of a text.
    pub fn press(&mut self, keys: &str) {
        keys.chars().for_each(|key| self.key(Key::Char(key)));
    }

    /// Lets so many seconds pass.
    pub fn wait(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.now += 1;
            self.on(Event::Tick);
        }
    }

    /// The account answers the check under way.
    pub fn answer(&mut self, all: Vec<Checked>) {
        self.on(Event::Reached { account: account(), notes: Vec::new() });
        for checked in all {
            self.on(Event::Checked(checked));
        }
        self.on(Event::CheckEnded);
    }

    /// The progress file takes in a result.
    pub fn record(&mut self, checked: &Checked) {
        let mut progress = self.session.progress.clone();
        let news = progress.note(checked, &account(), at(self.now));
        self.on(Event::Recorded(Recorded { progress, news: Some((checked.exercise, news)), added: Vec::new() }));
    }

    fn note(&mut self, effects: &[Effect]) {
        self.wanted.extend(effects.iter().map(describe));
    }
}

fn describe(effect: &Effect) -> String {
    match effect {
        Effect::Check(exercises) => {
            let ids: Vec<String> = exercises.iter().map(|exercise| exercise.id()).collect();
            format!("check {}", ids.join(" "))
        }
        Effect::Record(Note::Entered(exercise)) => format!("enter {}", exercise.id()),
        Effect::Record(Note::Checked(checked, _)) => format!("record {}", checked.exercise.id()),
        Effect::Record(Note::Hint(exercise)) => format!("hint {}", exercise.id()),
        Effect::Record(Note::Solution(exercise)) => format!("solution {}", exercise.id()),
        Effect::Record(Note::Shown(chapter)) => format!("shown {}", chapter.number),
        Effect::Record(Note::Read(chapter)) => format!("read {}", chapter.number),
        Effect::Record(Note::Skipped(step)) => format!("skipped {}", step.id()),
        Effect::Record(Note::Returned) => "returned".into(),
        Effect::Open(url) => format!("open {url}"),
        Effect::Copy(text) => format!("copy {text}"),
        Effect::Lend(TerminalTask::Quiz(chapter)) => format!("quiz {}", chapter.number),
        Effect::Lend(TerminalTask::Ask(exercise, _)) => format!("ask {}", exercise.id()),
        Effect::Lend(TerminalTask::Availability(exercise)) => format!("ask whether {} is available", exercise.id()),
        Effect::Stop => "stop".into(),
        Effect::Quit(code) => format!("quit {code}"),
    }
}
