//! How far the learner is among all steps: what was read, what was skipped, and which step is next.

use jiff::Timestamp;

use super::event::whole_seconds;
use super::step_record::{EMPTY, StepRecord};
use super::{Progress, StepState};
use crate::catalog::{Chapter, Plan, Step};

impl Progress {
    /// The first step of the plan that is to be done.
    pub fn step(&self, plan: Plan) -> Option<Step> {
        plan.steps().find(|step| self.is_open(*step))
    }

    /// Whether it is neither done nor passed by.
    pub fn is_open(&self, step: Step) -> bool {
        match step {
            Step::Exercise(exercise) => self.entry(exercise).is_open(),
            Step::Read(_) | Step::Quiz(_) => !self.is_finished(step) && !self.is_passed_by(step),
        }
    }

    /// Whether a chapter was read, an exercise done or a quiz answered to its end.
    pub fn is_finished(&self, step: Step) -> bool {
        match step {
            Step::Read(_) => self.record(step).read.is_some(),
            Step::Exercise(exercise) => self.entry(exercise).is_done(),
            Step::Quiz(chapter) => self.quiz(chapter).last().is_some(),
        }
    }

    /// How far a step is, as the list shows it to a learner with this plan.
    pub fn step_state(&self, step: Step, plan: Plan) -> StepState {
        let is_next = self.step(plan) == Some(step);
        match step {
            Step::Exercise(exercise) => match self.state(exercise) {
                StepState::Current | StepState::Open if is_next => StepState::Current,
                StepState::Current => StepState::Open,
                state => state,
            },
            _ if self.is_finished(step) => StepState::Done,
            _ if self.is_passed_by(step) => StepState::Skipped,
            _ if is_next => StepState::Current,
            _ => StepState::Open,
        }
    }

    /// How many of these steps are done, and how many there are.
    pub fn done_of(&self, steps: impl Iterator<Item = Step>) -> (usize, usize) {
        steps.fold((0, 0), |(done, all), step| (done + usize::from(self.is_finished(step)), all + 1))
    }

    /// Whether the learner chose to go past it.
    pub fn was_skipped(&self, step: Step) -> bool {
        match step {
            Step::Exercise(exercise) => self.entry(exercise).skipped.is_some(),
            Step::Read(_) | Step::Quiz(_) => !self.is_finished(step) && self.record(step).skipped.is_some(),
        }
    }

    fn is_passed_by(&self, step: Step) -> bool {
        let record = self.record(step);
        record.skipped.is_some() || record.passed_over
    }

    /// EventKind is known of a chapter to read, or of a quiz.
    pub fn record(&self, step: Step) -> &StepRecord {
        self.steps.get(&step.slug()).unwrap_or(&EMPTY)
    }

    fn record_mut(&mut self, step: Step) -> &mut StepRecord {
        self.steps.entry(step.slug()).or_default()
    }

    /// The whole chapter was shown. One that was passed by is read with that: no step comes to it any more.
    pub fn show_chapter(&mut self, chapter: &'static Chapter, at: Timestamp) {
        let step = Step::Read(chapter);
        let was_passed_by = self.is_passed_by(step);
        self.record_mut(step).shown.get_or_insert(whole_seconds(at));
        if was_passed_by {
            self.finish_reading(chapter, at);
        }
    }

    /// The learner has read the chapter.
    pub fn finish_reading(&mut self, chapter: &'static Chapter, at: Timestamp) {
        let record = self.record_mut(Step::Read(chapter));
        record.read.get_or_insert(whole_seconds(at));
        (record.skipped, record.passed_over) = (None, false);
    }

    /// The learner goes past a step. Whether that was new.
    pub fn skip_step(&mut self, step: Step, at: Timestamp) -> bool {
        match step {
            Step::Exercise(exercise) => self.skip(exercise, at),
            _ if !self.is_open(step) => false,
            _ => {
                self.record_mut(step).skipped = Some(whole_seconds(at));
                true
            }
        }
    }

    /// The learner comes back to what was skipped or passed over. Whether it was.
    pub fn unskip_step(&mut self, step: Step, at: Timestamp) -> bool {
        match step {
            Step::Exercise(exercise) => self.unskip(exercise, at),
            _ if self.is_finished(step) || !self.is_passed_by(step) => false,
            _ => {
                let record = self.record_mut(step);
                (record.skipped, record.passed_over) = (None, false);
                true
            }
        }
    }

    /// Brings over what was written before readings and quizzes counted: whoever has begun is not sent back, and what the
    /// last quizzes missed comes back.
    pub(super) fn carry_over(&mut self) {
        let here = self.current().map(Step::Exercise);
        if !self.exercises.is_empty() {
            let before = Plan::All.steps().take_while(|step| Some(*step) != here);
            let open: Vec<Step> = before.filter(|step| self.is_open(*step)).collect();
            open.into_iter().for_each(|step| self.record_mut(step).passed_over = true);
        }
        let missed = self.quizzes.iter().filter_map(|(chapter, attempts)| Some((chapter, attempts.last()?)));
        let missed = missed.flat_map(|(chapter, last)| last.missed.iter().map(move |id| format!("{chapter}/{id}")));
        self.boxes.begin(missed.collect());
    }
}
