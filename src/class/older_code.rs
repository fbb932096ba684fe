//! Learners whose join code is older than a chapter or an exercise of the class: they hand in nothing of it until they join with a
//! new one.

use super::folder::ClassFolder;
use super::results::{ClassResults, ResultLine};
use super::roster::ClassLearner;
use super::settings::of_chapters;
use crate::catalog::Exercise;
use crate::ui::counted;

/// The most learners that are named.
const MOST: usize = 8;
/// What to do about it.
pub const NEW_CODES: &str = "`msl-learn class invite` writes codes with all that the class does. The learners join again, over the old code: \
     nothing is lost.";

/// A learner with such a code.
pub struct OlderCode<'a> {
    pub learner: &'a ClassLearner,
    pub lacking: Lacking,
}

/// What the class does and a code does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lacking {
    pub chapters: Vec<u8>,
    /// Exercises of other chapters, such as `4.3`.
    pub exercises: Vec<String>,
}

impl Lacking {
    /// Whether it is nothing.
    pub fn is_empty(&self) -> bool {
        self.chapters.is_empty() && self.exercises.is_empty()
    }

    /// Whether the exercise is in it.
    pub fn has(&self, exercise: &Exercise) -> bool {
        self.chapters.contains(&exercise.chapter) || self.exercises.contains(&exercise.id())
    }

    /// Such as `chapter 5 and exercises 4.1, 4.4`.
    fn words(&self) -> String {
        let chapters = (!self.chapters.is_empty()).then(|| of_chapters(&self.chapters));
        let plural = if self.exercises.len() == 1 { "" } else { "s" };
        let exercises = (!self.exercises.is_empty()).then(|| format!("exercise{plural} {}", self.exercises.join(", ")));
        [chapters, exercises].into_iter().flatten().collect::<Vec<_>>().join(" and ")
    }
}

impl<'a> OlderCode<'a> {
    /// Of all learners of the class, as their latest hand-ins say it.
    pub fn all(class: &'a ClassFolder, results: &ClassResults) -> Vec<Self> {
        let of = |learner: &'a ClassLearner| {
            let own = results.0.iter().filter(|line| line.learner == learner.pseudonym);
            let lacking = lacking(class, own);
            (!lacking.is_empty()).then_some(Self { learner, lacking })
        };
        class.roster.0.iter().filter_map(of).collect()
    }
}

/// What of the class the code does not have by which a learner handed in last; nothing if that is not known.
pub fn lacking<'a>(class: &ClassFolder, own: impl Iterator<Item = &'a ResultLine>) -> Lacking {
    let latest = own.filter(|line| !line.chapters.is_empty()).max_by_key(|line| line.at);
    let Some(latest) = latest else { return Lacking::default() };
    let has = |number: &u8| latest.chapters.contains(number);
    let left_out = class.settings.exercises().filter(|exercise| has(&exercise.chapter)).map(Exercise::id);
    Lacking {
        chapters: class.settings.chapters.iter().copied().filter(|number| !has(number)).collect(),
        exercises: left_out.filter(|id| latest.leave_out.contains(id)).collect(),
    }
}

/// Whom it is about, a sentence for each choice of chapters and exercises.
pub fn sentences<'a>(older: &[OlderCode<'a>], called: impl Fn(&'a ClassLearner) -> &'a str) -> Vec<String> {
    let mut all: Vec<(&Lacking, Vec<&str>)> = Vec::new();
    for one in older {
        match all.iter_mut().find(|(lacking, _)| **lacking == one.lacking) {
            Some((_, names)) => names.push(called(one.learner)),
            None => all.push((&one.lacking, vec![called(one.learner)])),
        }
    }
    let sentence = |(lacking, names): &(&Lacking, Vec<&str>)| {
        let more = names.len().saturating_sub(MOST);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let named = names.iter().take(MOST).copied().collect::<Vec<_>>().join("; ");
        let whose = counted(names.len(), "join code");
        let are = if names.len() == 1 { "is" } else { "are" };
        format!("{whose} {are} older than {}, of which nothing is handed in: {named}{more}", lacking.words())
    };
    all.iter().map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::results::ResultVerdict;
    use crate::class::results::tests::line;
    use crate::class::testing;

    #[test]
    fn the_latest_hand_in_says_which_chapters_a_code_has() {
        let (_folder, mut class) = testing::fixed(&["A", "B", "C", "D"]);
        class.settings.chapters = vec![4, 5];
        let handed_in = |learner: &str, hour: u8, chapters: &[u8]| {
            let at = format!("2026-11-30T{hour:02}:00:00Z");
            line(learner, &at, "4.3", ResultVerdict::Done, &[]).by_code(chapters, &[])
        };
        let results = ClassResults(vec![
            handed_in("l-0", 9, &[4]),
            handed_in("l-1", 10, &[4, 5]),
            handed_in("l-1", 9, &[4]),
            handed_in("l-2", 9, &[]),
            handed_in("l-3", 9, &[4]),
        ]);
        let told = |results: &ClassResults| sentences(&OlderCode::all(&class, results), |learner| &learner.name);
        assert_eq!(told(&results), ["2 join codes are older than chapter 5, of which nothing is handed in: A; D"]);
        let mut left_out = results.clone();
        left_out.0[0].leave_out = vec!["4.1".into(), "5.2".into()];
        left_out.0[1].leave_out = vec!["4.1".into(), "4.4".into()];
        assert_eq!(
            told(&left_out)[..2],
            [
                "1 join code is older than chapter 5 and exercise 4.1, of which nothing is handed in: A",
                "1 join code is older than exercises 4.1, 4.4, of which nothing is handed in: B"
            ]
        );
    }
}
