//! How far the learner is among all steps: what was read, what was skipped, and which step is next.

use jiff::Timestamp;

use super::event::whole_seconds;
use super::step_record::{EMPTY, StepRecord};
use super::{Progress, StepState};
use crate::catalog::{CHAPTERS, Chapter, Plan, Step};

impl Progress {
    /// The first step of the plan that is open. Where the practice account was brought to a place in the book, no chapter and no
    /// quiz from before it comes first.
    pub fn step(&self, plan: Plan) -> Option<Step> {
        let place = self.place(plan);
        let mut steps = plan.steps().enumerate();
        let is_next = |(at, step): &(usize, Step)| self.is_open(*step) && (*at >= place || step.exercise().is_some());
        steps.find(is_next).map(|(_, step)| step)
    }

    /// The step to which the account was brought: the exercise after the last that is brought.
    fn place(&self, plan: Plan) -> usize {
        let steps: Vec<Step> = plan.steps().collect();
        let is_brought = |step: &Step| step.exercise().is_some_and(|exercise| self.entry(exercise).is_brought());
        let Some(last) = steps.iter().rposition(is_brought) else { return 0 };
        let next = steps.iter().skip(last + 1).position(|step| step.exercise().is_some());
        last + 1 + next.unwrap_or(0)
    }

    /// Whether the step is neither done nor skipped.
    pub fn is_open(&self, step: Step) -> bool {
        match step {
            Step::Exercise(exercise) => self.entry(exercise).is_open(),
            Step::Read(_) | Step::Quiz(_) => !self.is_finished(step) && !self.is_passed_by(step),
        }
    }

    /// Whether a chapter was read, an exercise done, or each question of a quiz asked once.
    pub fn is_finished(&self, step: Step) -> bool {
        match step {
            Step::Read(_) => self.record(step).read.is_some(),
            Step::Exercise(exercise) => self.entry(exercise).is_done(),
            Step::Quiz(_) => self.record(step).taken.is_some(),
        }
    }

    /// The state of a step, as the list shows it to a learner with this plan.
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

    /// The number of these steps that are done, and of all that are available to the learner.
    pub fn done_of(&self, steps: impl Iterator<Item = Step>) -> (usize, usize) {
        let is_available =
            |step: &Step| step.exercise().is_none_or(|exercise| self.state(exercise) != StepState::NoAccess);
        steps
            .filter(is_available)
            .fold((0, 0), |(done, all), step| (done + usize::from(self.is_finished(step)), all + 1))
    }

    /// Whether the learner skipped the step.
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

    /// What is known of a chapter to read, or of a quiz.
    pub fn record(&self, step: Step) -> &StepRecord {
        self.steps.get(&step.slug()).unwrap_or(&EMPTY)
    }

    fn record_mut(&mut self, step: Step) -> &mut StepRecord {
        self.steps.entry(step.slug()).or_default()
    }

    /// Notes that the whole chapter was shown. A skipped chapter stays skipped.
    pub fn show_chapter(&mut self, chapter: &'static Chapter, at: Timestamp) {
        self.record_mut(Step::Read(chapter)).shown.get_or_insert(whole_seconds(at));
    }

    /// How many of the chapter's questions were asked, and of how many.
    pub fn asked_of(&self, chapter: &'static Chapter) -> (usize, usize) {
        let all = chapter.quiz.len();
        let record = self.record(Step::Quiz(chapter));
        (if record.taken.is_some() { all } else { record.asked.len().min(all) }, all)
    }

    /// Whether the chapter's quiz is taken and this question of it was asked.
    pub fn was_asked(&self, chapter: &'static Chapter, id: &str) -> bool {
        let record = self.record(Step::Quiz(chapter));
        record.taken.is_some() || record.asked.contains(id)
    }

    /// Notes that these questions were asked. With the last one of the chapter its quiz is taken.
    pub(super) fn note_asked<'a>(
        &mut self,
        chapter: &'static Chapter,
        ids: impl Iterator<Item = &'a str>,
        at: Timestamp,
    ) {
        let record = self.record_mut(Step::Quiz(chapter));
        if record.taken.is_some() {
            return;
        }
        record.asked.extend(ids.map(str::to_owned));
        if chapter.quiz.iter().all(|question| record.asked.contains(question.id)) {
            record.asked.clear();
            record.taken = Some(whole_seconds(at));
            (record.skipped, record.passed_over) = (None, false);
        }
    }

    /// Carries over what was written when a quiz was asked as a whole: it was taken.
    pub(super) fn close_quizzes(&mut self) {
        for chapter in CHAPTERS {
            let taken = self.quiz(chapter).last().map(|attempt| attempt.at);
            if let Some(at) = taken {
                self.record_mut(Step::Quiz(chapter)).taken = Some(at);
            }
        }
    }

    /// Notes that the learner has read the chapter.
    pub fn finish_reading(&mut self, chapter: &'static Chapter, at: Timestamp) {
        let record = self.record_mut(Step::Read(chapter));
        record.read.get_or_insert(whole_seconds(at));
        (record.skipped, record.passed_over) = (None, false);
    }

    /// Skips a step. Returns false if it was not open.
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

    /// Brings a skipped step back. Returns false if it was not skipped.
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

    /// Carries over what was written before readings and quizzes counted: nobody is sent back, and questions that the last
    /// quizzes missed come back.
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
