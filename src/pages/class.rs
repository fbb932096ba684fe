//! How a class looks: where it is stuck, in the terminal and on its board.

pub mod board;

use jiff::Timestamp;
use msl_learn_checks::VERIFIERS;

use crate::catalog::Exercise;
use crate::class::kinds::ClassAccounts;
use crate::class::roster::ClassLearner;
use crate::class::standing::{ClassStanding, Hurdle, Standing};
use crate::ui::time::duration;
use crate::ui::{Line, Meaning, Span, Style, counted, hanging, lines};
use crate::workspace::Settings;

/// How many learners a hurdle names, and how many are named who need help.
const MOST_NAMED: usize = 8;

/// What learners are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    ByName,
    ByPseudonym,
}

impl Called {
    fn of(self, learner: &ClassLearner) -> &str {
        match self {
            Self::ByName => &learner.name,
            Self::ByPseudonym => &learner.pseudonym,
        }
    }
}

/// The sentence of a clause, with the names of the book's reader; the id if the exercise has no such clause.
pub fn sentence(exercise: &Exercise, clause: &str) -> String {
    let verifier = VERIFIERS.iter().find(|verifier| verifier.slug == exercise.slug);
    let known = verifier.and_then(|verifier| verifier.clauses.iter().find(|known| known.id() == clause));
    let text = known.and_then(|known| Settings::example().learner().fill(known.text).ok());
    text.unwrap_or_else(|| if exercise.asks.is_some() { "it is answered".into() } else { clause.to_owned() })
}

/// Where the class is stuck, who needs help, and who cannot be read.
pub fn stuck(standing: &ClassStanding, now: Timestamp, width: usize) -> Vec<Line> {
    let mut page = vec![heading("Where the class is stuck"), Line::default()];
    let hurdles = standing.hurdles();
    if hurdles.is_empty() {
        page.extend(hanging(&Span::plain("  "), &lines(&nowhere(standing), Style::default()), width));
    }
    page.extend(hurdles.iter().flat_map(|hurdle| hurdle_lines(hurdle, now, width)));
    page.extend([Line::default(), heading("Who needs help"), Line::default()]);
    let slow = slowest(standing);
    if slow.is_empty() {
        page.push(Line::from(Span::plain(&format!("  {}", nobody(standing)))));
    }
    for one in slow {
        let Some(at) = &one.at else { continue };
        let text = format!("{}, {} at {}", one.learner.name, waited(at.since, now), at.exercise.heading());
        page.extend(hanging(&Span::plain("  "), &lines(&text, Style::default()), width));
    }
    let unread: Vec<_> = standing.unread().collect();
    if !unread.is_empty() {
        page.extend([Line::default(), heading("Who cannot be read, which is no grade"), Line::default()]);
    }
    for (one, trouble) in unread {
        let text = format!("{}: {}", one.learner.name, trouble.words());
        page.extend(hanging(&Span::plain("  "), &lines(&text, Style::default()), width));
    }
    page.extend([Line::default(), Line::from(Span::plain(&counts(standing))), Line::default()]);
    page
}

/// Why no clause is named: only who was seen can be stuck.
pub fn nowhere(standing: &ClassStanding) -> String {
    let text = match standing.accounts {
        _ if standing.has_seen() => "nowhere",
        _ if standing.unread().next().is_some() => "nobody could be read yet: below is why",
        ClassAccounts::Own => "nobody has been seen yet: `msl-learn class check` reads the accounts",
        ClassAccounts::Practice | ClassAccounts::Lab => {
            "nobody has been seen yet: `msl-learn class collect FOLDER` takes the hand-ins"
        }
    };
    text.to_owned()
}

/// What is said if nobody is known to need help.
pub fn nobody(standing: &ClassStanding) -> &'static str {
    if standing.has_seen() { "nobody" } else { "not known yet" }
}

/// Those who have been longest at one clause.
pub fn slowest<'a, 'b>(standing: &'b ClassStanding<'a>) -> Vec<&'b Standing<'a>> {
    let mut held: Vec<_> = standing.learners.iter().filter(|one| one.at.is_some()).collect();
    held.sort_by_key(|one| one.at.as_ref().map(|at| at.since));
    held.truncate(MOST_NAMED);
    held
}

/// Such as `20 learners: 12 seen, 2 not readable, 6 not seen yet`.
pub fn counts(standing: &ClassStanding) -> String {
    let all = standing.learners.len();
    let (unread, silent) = (standing.unread().count(), standing.silent().count());
    let done = standing.learners.iter().filter(|one| one.done == standing.exercises && one.done > 0).count();
    let done = match standing.exercises {
        0 => String::new(),
        1 => format!("; {done} with the one exercise done"),
        exercises => format!("; {done} with all {exercises} exercises done"),
    };
    format!(
        "{}: {} seen, {unread} not readable, {silent} not seen yet{done}",
        counted(all, "learner"),
        all - unread - silent
    )
}

/// How long it has been.
pub fn waited(since: Timestamp, now: Timestamp) -> String {
    duration(u64::try_from(now.as_second() - since.as_second()).unwrap_or(0))
}

fn hurdle_lines(hurdle: &Hurdle, now: Timestamp, width: usize) -> Vec<Line> {
    let count = Span::new(&format!("{:>4}  ", hurdle.learners.len()), Meaning::Strong);
    let text = format!("{}: {}", hurdle.exercise.heading(), sentence(hurdle.exercise, &hurdle.clause));
    let mut page = hanging(&count, &lines(&text, Style::default()), width);
    let named: Vec<String> = hurdle
        .learners
        .iter()
        .take(MOST_NAMED)
        .map(|(learner, since)| format!("{} ({})", learner.name, waited(*since, now)))
        .collect();
    let more = hurdle.learners.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let names = lines(&format!("{}{more}", named.join(", ")), Meaning::Dim);
    page.extend(hanging(&Span::plain("      "), &names, width));
    page
}

fn heading(text: &str) -> Line {
    Line::from(Span::new(text, Meaning::Heading))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::decisions::Decisions;
    use crate::class::results::tests::line;
    use crate::class::results::{ClassResults, ResultLine, ResultVerdict};
    use crate::class::testing;
    use crate::class::trouble::ReadTrouble;

    /// What the board and the terminal show.
    pub fn with_example<T>(look: impl FnOnce(&ClassStanding, Timestamp) -> T) -> T {
        let (_folder, class) = testing::fixed(&["Doe, Jane", "John <b>Roe</b>", "Ann Lee", "Bo", "Cy"]);
        let at: Timestamp = "2026-11-30T11:30:00Z".parse().expect("a time");
        let results = ClassResults(vec![
            line("l-0", "2026-11-30T10:00:00Z", "4.3", ResultVerdict::NotDone, &["policy", "website"]),
            line("l-1", "2026-11-30T09:00:00Z", "4.3", ResultVerdict::NotDone, &["policy"]),
            line("l-2", "2026-11-30T10:30:00Z", "4.3", ResultVerdict::Done, &[]),
            line("l-2", "2026-11-30T11:00:00Z", "4.4", ResultVerdict::NotDone, &["record"]),
            ResultLine::unseen("r", at, "l-3", ReadTrouble::NoRole),
        ]);
        let wanted: Vec<_> = class.settings.exercises().collect();
        look(&ClassStanding::of(&class, &results, &Decisions::default(), &wanted), at)
    }

    #[test]
    fn the_ranking_in_the_terminal() {
        let page = with_example(|standing, now| stuck(standing, now, 80));
        let text: Vec<String> = page.iter().map(|line| line.clone().trim_end().text()).collect();
        insta::assert_snapshot!(text.join("\n"));
    }

    #[test]
    fn the_board_as_html() {
        let page = with_example(|standing, now| {
            let fragment = board::fragment(standing, Called::ByName, now);
            board::exported("Serverless", &fragment)
        });
        assert!(!page.contains("<script") && !page.contains("<b>Roe"), "{page}");
        let start = page.find("<body>").expect("a body");
        insta::assert_snapshot!(page[start..]);
    }

    #[test]
    fn one_is_counted_as_one() {
        let (_folder, class) = testing::fixed(&["Doe, Jane"]);
        let wanted: Vec<_> = class.settings.exercises().collect();
        let told = [0, 1, 2].map(|number| {
            counts(&ClassStanding::of(&class, &ClassResults(vec![]), &Decisions::default(), &wanted[..number]))
        });
        let seen = "1 learner: 0 seen, 0 not readable, 1 not seen yet";
        let expected = ["", "; 0 with the one exercise done", "; 0 with all 2 exercises done"];
        assert_eq!(told, expected.map(|rest| format!("{seen}{rest}")));
    }

    #[test]
    fn pseudonyms_name_nobody() {
        let fragment = with_example(|standing, now| board::fragment(standing, Called::ByPseudonym, now));
        assert!(fragment.contains("l-0") && !fragment.contains("Jane"), "{fragment}");
    }
}
