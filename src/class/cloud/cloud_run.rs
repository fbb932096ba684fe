//! Takes what a run in the cloud has put into the bucket into the class's results. Whoever has no result there has none, which is
//! neither done nor not done.

use std::collections::BTreeSet;

use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use jiff::{SignedDuration, Timestamp};
use msl_learn_checks::{Aws, Fault, Read};

use super::map_report::MapReport;
use super::stack::{MAPS_PREFIX, is_run, result_key, results_in, run_prefix};
use crate::catalog::Exercise;
use crate::class::folder::ClassFolder;
use crate::class::kinds::How;
use crate::class::notices::Notices;
use crate::class::reading::Seats;
use crate::class::results::{ClassResults, ExerciseResult, ResultLine, ResultVerdict};
use crate::class::roster::ClassLearner;
use crate::failure::{Failure, Result};

/// How many objects are asked for at once.
const AT_ONCE: usize = 16;

/// A run by its address, `s3://BUCKET/runs/RUN`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunAddress {
    bucket: String,
    run: String,
}

/// What came of reading a run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct CloudRun {
    /// How many results are new.
    pub new: usize,
    /// The names of those who have no result in the run, and of whom nothing else is known yet.
    pub pending: Vec<String>,
    /// The names of those whose worker failed, and why.
    pub failed: Vec<(String, String)>,
    /// The names of those whose worker was never started.
    pub unstarted: Vec<String>,
    /// The keys that are no results of the class's.
    pub refused: Vec<String>,
    /// What the state machine reports and could not be read, or not to its end.
    pub unreadable: Vec<String>,
}

/// What is said of a learner whose worker was never started.
pub const UNSTARTED: &str = "the run ended before the account's turn came";

impl CloudRun {
    /// Says of each who has no result what the state machine reports. Returns the pseudonyms of those whose result will not come
    /// by itself, with the reasons.
    fn tell(&mut self, missing: &[&ClassLearner], report: MapReport) -> Vec<(String, String)> {
        let mut unread = Vec::new();
        for learner in missing {
            let (name, own) = (learner.called.clone(), learner.pseudonym.clone());
            match report.failed.get(&own) {
                Some(why) => {
                    self.failed.push((name, why.clone()));
                    unread.push((own, why.clone()));
                }
                None if report.unstarted.contains(&own) => {
                    self.unstarted.push(name);
                    unread.push((own, UNSTARTED.to_owned()));
                }
                None => self.pending.push(name),
            }
        }
        self.unreadable.extend(report.cut_off);
        unread
    }
}

impl RunAddress {
    /// # Errors
    /// If it is none.
    pub fn read(text: &str) -> Result<Self> {
        let parts: Option<Vec<&str>> =
            text.strip_prefix("s3://").map(|rest| rest.trim_end_matches('/').split('/').collect());
        match parts.as_deref() {
            Some([bucket, "runs", run]) if !bucket.is_empty() && is_run(run) => {
                Ok(Self { bucket: (*bucket).to_owned(), run: (*run).to_owned() })
            }
            _ => Err(Failure::usage(format!("`{text}` is not the address of a run"))
                .hint("It looks like s3://BUCKET/runs/RUN; `msl-learn class cloud` prints it.")),
        }
    }

    /// Takes what is new into the class's results. Each result counts once, however often the run is read.
    ///
    /// # Errors
    /// If the bucket cannot be read, or the class cannot be written.
    pub async fn take(&self, class: &ClassFolder, aws: &Aws, now: Timestamp) -> Result<CloudRun> {
        let results = ClassResults::read(&class.root)?;
        let known: Vec<&ResultLine> = results.0.iter().filter(|line| line.round == self.run).collect();
        let (mut run, mut lines) = (CloudRun::default(), Vec::new());
        for (key, bytes) in self.objects(aws, &known).await.map_err(|fault| self.unreadable(&fault))? {
            match self.line(class, &key, &bytes, now) {
                Some(line) if known.iter().any(|known| **known == line) => {}
                Some(line) => lines.push(line),
                None => run.refused.push(key),
            }
        }
        run.new = lines.len();
        let (seats, mut missing) = (Seats::of(class), Vec::new());
        for learner in &class.roster.0 {
            let is_known = known.iter().copied().chain(&lines).any(|line| line.learner == learner.pseudonym);
            match seats.of_learner(learner) {
                _ if is_known => {}
                // Who was in no roster: a local round says the same.
                Err(trouble) => lines.push(ResultLine::unseen(&self.run, now, &learner.pseudonym, trouble)),
                Ok(_) => missing.push(learner),
            }
        }
        ClassResults::add(&class.root, &lines)?;
        let report = if missing.is_empty() { Ok(MapReport::default()) } else { self.report(aws).await };
        let report = report.unwrap_or_else(|fault| {
            run.unreadable.push(format!("{MAPS_PREFIX}: {}", fault.message()));
            MapReport::default()
        });
        let unread = run.tell(&missing, report);
        Notices::of_run(class, &self.run, &unread, now)?;
        Ok(run)
    }

    async fn report(&self, aws: &Aws) -> Read<MapReport> {
        MapReport::read(aws, &results_in(&self.bucket), &self.run).await
    }

    /// The objects of the run, but for those that are known and cannot become better: the worker tries again what was throttled.
    async fn objects(&self, aws: &Aws, known: &[&ResultLine]) -> Read<Vec<(String, Vec<u8>)>> {
        let place = &results_in(&self.bucket);
        let cannot_tell = |one: &ExerciseResult| one.verdict == ResultVerdict::CannotTell && !one.paused;
        let whole = known.iter().filter(|line| !line.exercises.iter().any(cannot_tell));
        let whole: BTreeSet<String> = whole.filter_map(|line| result_key(&self.run, &line.learner)).collect();
        let mut keys = aws.result_keys(place, &run_prefix(&self.run)).await?;
        keys.retain(|key| !whole.contains(key));
        let read = keys.into_iter().map(|key| async move {
            let bytes = aws.result_object(place, &key).await?;
            Ok((key, bytes.unwrap_or_default()))
        });
        stream::iter(read).buffered(AT_ONCE).try_collect().await
    }

    /// A result, if it is one of this class and run.
    fn line(&self, class: &ClassFolder, key: &str, bytes: &[u8], now: Timestamp) -> Option<ResultLine> {
        let mut line: ResultLine = serde_json::from_slice(bytes).ok()?;
        let how = if class.settings.endpoint.is_some() { How::Practice } else { How::Seen };
        let is_own = line.round == self.run && result_key(&self.run, &line.learner).as_deref() == Some(key);
        // The clocks of two machines differ a little.
        let is_past = line.at <= now + SignedDuration::from_hours(1);
        let is_known = class.roster.0.iter().any(|one| one.pseudonym == line.learner);
        let wanted: Vec<String> = class.settings.exercises().map(Exercise::id).collect();
        line.exercises.retain(|one| wanted.contains(&one.id));
        let is_seen = line.exercises.iter().all(|one| one.how == how);
        (is_own && is_past && is_known && is_seen).then_some(line)
    }

    fn unreadable(&self, fault: &Fault) -> Failure {
        let message = format!("s3://{}/{} cannot be read: {}", self.bucket, run_prefix(&self.run), fault.message());
        Failure::environment(message).hint(fault.advice())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use msl_learn_checks::testing::{Account, ok};

    use super::*;
    use crate::check::EventLoop;
    use crate::class::results::tests::line;
    use crate::class::testing;
    use crate::class::trouble::ReadTrouble;
    use crate::workspace::Settings;

    fn address() -> RunAddress {
        RunAddress::read("s3://msl-learn-cloud-c1a55-111122223333/runs/r1/").expect("an address")
    }

    #[test]
    fn an_address_names_a_bucket_and_a_run() {
        assert_eq!((address().bucket.as_str(), address().run.as_str()), ("msl-learn-cloud-c1a55-111122223333", "r1"));
        for wrong in ["runs/r1", "s3://b", "s3://b/runs", "s3://b/runs/r1/l-1.json", "s3://b/other/r1", "s3:///runs/r1"]
        {
            assert!(RunAddress::read(wrong).is_err(), "{wrong}");
        }
    }

    fn seen() -> ResultLine {
        let mut line = line("l-0", "2026-11-30T10:00:00Z", "4.3", ResultVerdict::NotDone, &["policy"]);
        line.round = "r1".into();
        line.exercises[0].how = How::Seen;
        line
    }

    /// Nothing is kept of who has no result: neither done nor not done.
    #[test]
    fn who_has_no_result_in_the_run_is_named_as_that() {
        let (_folder, class) = testing::fixed(&["A", "B", "C"]);
        fs::create_dir_all(class.root.join("learners")).expect("a folder");
        for (at, account) in [(0, "210987654321"), (1, "310987654321")] {
            let settings = Settings::new("example.com", account);
            fs::write(class.learner_file(&class.roster.0[at]), settings.text()).expect("a file");
        }
        let list = "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>runs/r1/l-0.json</Key>\
             <Size>2</Size></Contents></ListBucketResult>";
        let object = serde_json::to_string(&seen()).expect("JSON");
        let aws = Account::empty().answers("s3:ListObjectsV2", ok(list)).answers("s3:GetObject", ok(object)).open();
        let now: Timestamp = "2026-11-30T12:00:00Z".parse().expect("a time");
        let events = EventLoop::new().expect("an event loop");
        let take = || events.block_on(address().take(&class, &aws, now)).expect("taken");
        let pending = vec!["B".to_owned()];
        assert_eq!(take(), CloudRun { new: 1, pending: pending.clone(), ..CloudRun::default() });
        assert_eq!(take(), CloudRun { pending, ..CloudRun::default() });
        let kept = ClassResults::read(&class.root).expect("results").0;
        assert_eq!(kept, [seen(), ResultLine::unseen("r1", now, "l-2", ReadTrouble::NoAccount)]);
    }

    /// A worker that failed or never began is told from one that is at work; a result that is there counts whatever else is said.
    #[test]
    fn who_has_no_result_is_told_with_the_reason() {
        let (_folder, class) = testing::fixed(&["A", "B", "C", "D"]);
        let learners: Vec<&ClassLearner> = class.roster.0[1..].iter().collect();
        let why = "the worker failed (X: y)".to_owned();
        let report = MapReport {
            failed: [("l-0".to_owned(), why.clone()), ("l-1".to_owned(), why.clone())].into(),
            unstarted: ["l-2".to_owned()].into(),
            cut_off: vec!["maps/u/FAILED_0.json".into()],
        };
        let mut run = CloudRun::default();
        let unread = run.tell(&learners, report);
        assert_eq!(unread, [("l-1".to_owned(), why.clone()), ("l-2".to_owned(), UNSTARTED.to_owned())]);
        let expected = CloudRun {
            pending: vec!["D".into()],
            failed: vec![("B".into(), why)],
            unstarted: vec!["C".into()],
            unreadable: vec!["maps/u/FAILED_0.json".into()],
            ..CloudRun::default()
        };
        assert_eq!(run, expected);
    }

    /// Whoever can write into the bucket can write nothing about another class, run or learner, or of another kind.
    #[test]
    fn what_is_no_result_of_the_run_does_not_count() {
        let (_folder, mut class) = testing::fixed(&["A"]);
        let now: Timestamp = "2026-11-30T12:00:00Z".parse().expect("a time");
        let good = seen();
        let read = |class: &ClassFolder, key: &str, line: &ResultLine| {
            address().line(class, key, &serde_json::to_vec(line).expect("JSON"), now)
        };
        assert_eq!(read(&class, "runs/r1/l-0.json", &good), Some(good.clone()));
        let changed = |change: &dyn Fn(&mut ResultLine)| {
            let mut line = good.clone();
            change(&mut line);
            line
        };
        let wrong = [
            changed(&|line| line.round = "r2".into()),
            changed(&|line| line.learner = "l-9".into()),
            changed(&|line| line.exercises[0].how = How::HandedIn),
            changed(&|line| line.at = "2026-12-01T10:00:00Z".parse().expect("a time")),
        ];
        assert!(wrong.iter().all(|line| read(&class, "runs/r1/l-0.json", line).is_none()));
        assert!(read(&class, "runs/r1/l-9.json", &good).is_none());
        assert!(address().line(&class, "runs/r1/l-0.json", b"{}", now).is_none());
        class.settings.leave_out = vec!["4.3".into()];
        assert!(read(&class, "runs/r1/l-0.json", &good).expect("a line").exercises.is_empty());
    }
}
