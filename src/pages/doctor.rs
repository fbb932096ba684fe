//! A diagnosis as the learner reads it: how each thing is, what was found, and the cure.

use crate::doctor::{Condition, Observation};
use crate::ui::{Line, Meaning, Span, Style, hanging, lines};

/// The width of the longest word for a state, and the gap after it.
const LABEL: usize = 14;

pub fn diagnosis(observations: &[Observation], width: usize) -> Vec<Line> {
    observations.iter().flat_map(|observation| rows(observation, width)).collect()
}

/// How many warnings and problems there are.
pub fn summary(observations: &[Observation]) -> Line {
    let count = |state| observations.iter().filter(|observation| observation.state == state).count();
    match (count(Condition::Problem), count(Condition::Warning)) {
        (0, 0) => Line::from(Span::new("No problem was found.", Meaning::Good)),
        (0, warnings) => Line::from(Span::new(&format!("No problem; warnings: {warnings}."), Meaning::Waiting)),
        (problems, warnings) => {
            Line::from(Span::new(&format!("Problems: {problems}; warnings: {warnings}."), Meaning::Bad))
        }
    }
}

fn rows(observation: &Observation, width: usize) -> Vec<Line> {
    let (word, meaning) = match observation.state {
        Condition::Ok => ("ok", Meaning::Good),
        Condition::Warning => ("warning", Meaning::Waiting),
        Condition::Problem => ("problem", Meaning::Bad),
        Condition::NotLookedAt => ("not looked at", Meaning::Dim),
    };
    let label = Span::new(&format!("{word:<LABEL$}"), meaning);
    let found = format!("{}: {}", observation.topic, observation.found);
    let mut rows = hanging(&label, &lines(&found, Style::default()), width);
    let to_do = Span::new(&format!("{:LABEL$}to do: ", ""), Meaning::Notice);
    rows.extend(observation.cure.iter().flat_map(|cure| hanging(&to_do, &lines(cure, Style::default()), width)));
    rows
}
