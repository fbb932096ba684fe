//! A diagnosis as the learner reads it: the condition of each thing, what was found, and the fix.

use crate::doctor::{Condition, Observation};
use crate::ui::{Line, Meaning, Span, Style, hanging, lines};

/// The width of the longest word for a condition, and the gap after it.
const LABEL: usize = 12;

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
        Condition::NotChecked => ("not checked", Meaning::Dim),
    };
    let label = Span::new(&format!("{word:<LABEL$}"), meaning);
    let found = format!("{}: {}", observation.topic, observation.found);
    let mut rows = hanging(&label, &lines(&found, Style::default()), width);
    let to_do = Span::new(&format!("{:LABEL$}to do: ", ""), Meaning::Notice);
    rows.extend(observation.fix.iter().flat_map(|fix| hanging(&to_do, &lines(fix, Style::default()), width)));
    rows
}
