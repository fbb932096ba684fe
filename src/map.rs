//! The application as it is in the account: its things, what leads to what, and the state of each.

mod look;
mod table;
mod tree;

use msl_learn_checks::Learner;

use crate::catalog::{self, Exercise, fill};
use crate::failure::Result;
use crate::progress::{Progress, StepState};

pub use look::look;
pub use table::{ARROWS, Arrow, MapNode, NODES};
pub use tree::{Branch, tree};

/// The state of a thing of the map, or of an exercise that makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeState {
    /// All of it is done.
    Stands,
    /// Some of it is done.
    Begun,
    /// AWS is still working on it.
    Waits,
    /// It was done, and is not any more.
    Changed,
    /// It was done, and then removed on purpose.
    Removed,
    /// The learner cannot have it.
    NoAccess,
    /// It could not be read.
    Unknown,
    NotYet,
}

impl NodeState {
    pub fn name(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Begun => "begun",
            Self::Waits => "waits",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::NoAccess => "no access",
            Self::Unknown => "cannot tell",
            Self::NotYet => "not yet",
        }
    }

    /// The state of a thing, from those of the exercises that make it.
    fn of_all(states: &[Self]) -> Self {
        let all = |wanted: &[Self]| states.iter().all(|state| wanted.contains(state));
        let worst = [Self::Unknown, Self::Changed, Self::Waits].into_iter().find(|worst| states.contains(worst));
        match worst {
            Some(worst) => worst,
            None if all(&[Self::NoAccess]) => Self::NoAccess,
            None if all(&[Self::Stands, Self::NoAccess]) => Self::Stands,
            None if all(&[Self::Stands, Self::Removed, Self::NoAccess]) => Self::Removed,
            None if all(&[Self::NotYet, Self::NoAccess]) => Self::NotYet,
            None => Self::Begun,
        }
    }
}

/// A thing of the map as it is now.
pub struct SeenNode {
    pub node: &'static MapNode,
    /// Its name, as far as it is known.
    pub name: String,
    /// What AWS's operations call it, where that is another name.
    pub id: Option<String>,
    /// None for somebody who uses the application.
    pub state: Option<NodeState>,
}

/// The map as it is now.
pub struct Map {
    pub seen: Vec<SeenNode>,
    /// As [`ARROWS`]: whether both ends stand and are joined; none if a later exercise has replaced it.
    joined: Vec<Option<bool>>,
}

impl Map {
    /// The map that follows from the states of exercises, by number.
    ///
    /// # Errors
    /// If a name is no well-formed template, which a test rules out.
    fn new(learner: &Learner, state: &dyn Fn(&Exercise) -> NodeState) -> Result<Self> {
        let seen = NODES.iter().map(|node| {
            let states: Vec<NodeState> = exercises(node).map(state).collect();
            let state = (!states.is_empty()).then(|| NodeState::of_all(&states));
            Ok(SeenNode { node, name: fill(learner, node.name)?, id: None, state })
        });
        let mut map = Self { seen: seen.collect::<Result<_>>()?, joined: Vec::new() };
        map.joined = ARROWS.iter().map(|arrow| map.joined(arrow, state)).collect();
        Ok(map)
    }

    /// The map as the progress has it.
    ///
    /// # Errors
    /// As [`Map::new`].
    pub fn recorded(learner: &Learner, progress: &Progress) -> Result<Self> {
        Self::new(learner, &|exercise| recorded(exercise, progress))
    }

    /// The thing with that id.
    pub fn seen(&self, id: &str) -> Option<&SeenNode> {
        self.seen.iter().find(|seen| seen.node.id == id)
    }

    /// The things of a chapter that have a state.
    pub fn of_chapter(&self, chapter: u8) -> impl Iterator<Item = (&SeenNode, NodeState)> {
        let of = self.seen.iter().filter(move |seen| seen.node.chapter == chapter);
        of.filter_map(|seen| Some((seen, seen.state?)))
    }

    /// Whether anything of the chapter was begun. What the learner cannot have tells nothing of that.
    pub fn has_begun(&self, chapter: u8) -> bool {
        self.of_chapter(chapter).any(|(_, state)| !matches!(state, NodeState::NotYet | NodeState::NoAccess))
    }

    fn joined(&self, arrow: &Arrow, state: &dyn Fn(&Exercise) -> NodeState) -> Option<bool> {
        let stands = |id| self.seen(id).is_some_and(|seen| seen.state.is_none_or(|state| state == NodeState::Stands));
        let by = arrow.by.and_then(|number| catalog::exercise(number).ok());
        let is_replaced = by.is_some_and(|exercise| replaced(exercise, state));
        let is_joined = by.is_none_or(|exercise| state(exercise) == NodeState::Stands);
        (!is_replaced).then(|| is_joined && stands(arrow.from) && stands(arrow.to))
    }
}

/// The exercises that make the thing.
pub fn exercises(node: &MapNode) -> impl Iterator<Item = &'static Exercise> {
    node.exercises.iter().filter_map(|number| catalog::exercise(number).ok())
}

/// The chapters that have something on the map.
pub fn chapters() -> Vec<u8> {
    let mut chapters: Vec<u8> = NODES.iter().map(|node| node.chapter).collect();
    chapters.dedup();
    chapters
}

/// The state of an exercise as the progress has it.
fn recorded(exercise: &Exercise, progress: &Progress) -> NodeState {
    match progress.state(exercise) {
        StepState::Done | StepState::Superseded | StepState::Brought => NodeState::Stands,
        StepState::CleanedUp => NodeState::Removed,
        StepState::Reopened => NodeState::Changed,
        StepState::NoAccess => NodeState::NoAccess,
        StepState::Skipped | StepState::Current | StepState::Open => {
            match replaced(exercise, &|later| recorded(later, progress)) {
                true => NodeState::Stands,
                false => NodeState::NotYet,
            }
        }
    }
}

/// Whether a later exercise that replaces it is done.
fn replaced(exercise: &Exercise, state: &dyn Fn(&Exercise) -> NodeState) -> bool {
    exercise.successor().is_some_and(|later| state(later) == NodeState::Stands)
}

#[cfg(test)]
mod tests;
