//! Learners whose join code is older than a chapter of the class: they hand in nothing of it until they join with a new one.

use super::folder::ClassFolder;
use super::results::{ClassResults, ResultLine};
use super::roster::ClassLearner;
use super::settings::of_chapters;
use crate::ui::counted;

/// The most learners that are named.
const MOST: usize = 8;
/// What to do about it.
pub const NEW_CODES: &str = "`msl-learn class invite` writes codes with all chapters. The learners join again, over the old code: \
     nothing is lost.";

/// A learner with such a code.
pub struct OlderCode<'a> {
    pub learner: &'a ClassLearner,
    /// The chapters of the class that the code does not have.
    pub chapters: Vec<u8>,
}

impl<'a> OlderCode<'a> {
    /// Of all learners of the class, as their latest hand-ins say it.
    pub fn all(class: &'a ClassFolder, results: &ClassResults) -> Vec<Self> {
        let of = |learner: &'a ClassLearner| {
            let own = results.0.iter().filter(|line| line.learner == learner.pseudonym);
            let chapters = lacking(class, own);
            (!chapters.is_empty()).then_some(Self { learner, chapters })
        };
        class.roster.0.iter().filter_map(of).collect()
    }
}

/// The chapters of the class that the code does not have by which a learner handed in last; none if that is not known.
pub fn lacking<'a>(class: &ClassFolder, own: impl Iterator<Item = &'a ResultLine>) -> Vec<u8> {
    let latest = own.filter(|line| !line.chapters.is_empty()).max_by_key(|line| line.at);
    let Some(latest) = latest else { return Vec::new() };
    class.settings.chapters.iter().copied().filter(|number| !latest.chapters.contains(number)).collect()
}

/// Whom it is about, a sentence for each choice of chapters.
pub fn sentences<'a>(older: &[OlderCode<'a>], called: impl Fn(&'a ClassLearner) -> &'a str) -> Vec<String> {
    let mut all: Vec<(&[u8], Vec<&str>)> = Vec::new();
    for one in older {
        match all.iter_mut().find(|(chapters, _)| *chapters == one.chapters) {
            Some((_, names)) => names.push(called(one.learner)),
            None => all.push((&one.chapters, vec![called(one.learner)])),
        }
    }
    let sentence = |(chapters, names): &(&[u8], Vec<&str>)| {
        let more = names.len().saturating_sub(MOST);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let named = names.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
        let whose = counted(names.len(), "join code");
        let are = if names.len() == 1 { "is" } else { "are" };
        format!("{whose} {are} older than {}, of which nothing is handed in: {named}{more}", of_chapters(chapters))
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
            line(learner, &at, "4.3", ResultVerdict::Done, &[]).by_code(chapters)
        };
        let results = ClassResults(vec![
            handed_in("l-0", 9, &[4]),
            handed_in("l-1", 10, &[4, 5]),
            handed_in("l-1", 9, &[4]),
            handed_in("l-2", 9, &[]),
            handed_in("l-3", 9, &[4]),
        ]);
        let told = sentences(&OlderCode::all(&class, &results), |learner| &learner.name);
        assert_eq!(told, ["2 join codes are older than chapter 5, of which nothing is handed in: A, D"]);
    }
}
