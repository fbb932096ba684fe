//! How a class looks: where it is stuck, in the terminal and on its board.

pub mod board;
mod learners;
mod refusals;

use jiff::Timestamp;
use msl_learn_checks::VERIFIERS;

use crate::catalog::Exercise;
use crate::class::kinds::ClassAccounts;
use crate::class::notices::Notice;
use crate::class::older_code::{NEW_CODES, sentences};
use crate::class::roster::ClassLearner;
use crate::class::standing::{ClassStanding, Hurdle, LearnerGroup, Standing};
use crate::ui::time::duration;
use crate::ui::{Line, Meaning, Span, Style, counted, hanging, lines};
use crate::workspace::Settings;

/// How many learners a hurdle names, and how many are named who need help.
const MOST_NAMED: usize = 8;
/// Learners who hand in nothing of something that the class does by now.
pub const OLDER_CODES: &str = "Join codes that are older than the class";

/// What learners are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    ByName,
    ByPseudonym,
}

impl Called {
    fn of(self, learner: &ClassLearner) -> &str {
        match self {
            Self::ByName => &learner.called,
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

/// Where the class is stuck, who needs help, who cannot be read, and what was refused.
pub fn stuck(standing: &ClassStanding, notices: &[Notice], now: Timestamp, width: usize) -> Vec<Line> {
    let mut page = vec![heading("Where the class is stuck"), Line::default()];
    let hurdles = standing.hurdles();
    if hurdles.is_empty() {
        page.extend(hanging(&Span::plain("  "), &lines(&nowhere(standing), Style::default()), width));
    }
    page.extend(hurdles.iter().flat_map(|hurdle| hurdle_lines(hurdle, now, width)));
    let slow = slowest(standing).into_iter().filter_map(|one| {
        let at = one.at.as_ref()?;
        Some(format!("{}, {} at {}", one.learner.called, waited(at.since, now), at.exercise.heading()))
    });
    let slow: Vec<String> = slow.collect();
    let slow = if slow.is_empty() { vec![nobody(standing).to_owned()] } else { slow };
    let mut older = sentences(&standing.older_codes(), |learner| &learner.called);
    older.extend((!older.is_empty()).then(|| NEW_CODES.to_owned()));
    let parts = [
        ("Who needs help", slow),
        ("Whose practice account was brought further", brought(standing)),
        ("Who cannot be read, which is no grade", refusals::unread_lines(standing, notices)),
        (refusals::REFUSED, refusals::refused_lines(standing, notices)),
        (OLDER_CODES, older),
        ("Who was not seen yet", not_seen(standing)),
    ];
    for (title, texts) in parts.iter().filter(|(_, texts)| !texts.is_empty()) {
        page.extend([Line::default(), heading(title), Line::default()]);
        let hung = |text: &String| hanging(&Span::plain("  "), &lines(text, Style::default()), width);
        page.extend(texts.iter().flat_map(hung));
    }
    page.extend([Line::default(), Line::from(Span::plain(&counts(standing))), Line::default()]);
    page
}

/// Where accounts were brought, beside what their learners have done.
fn brought(standing: &ClassStanding) -> Vec<String> {
    let brought = standing.learners.iter().filter_map(|one| Some((one, one.brought?)));
    let mut told: Vec<String> = brought
        .map(|(one, exercise)| {
            let done = format!("{} of {}", one.done, counted(standing.exercises, "exercise"));
            format!("{}: brought to {}, with {done} done", one.learner.called, exercise.heading())
        })
        .collect();
    let more = told.len().saturating_sub(MOST_NAMED);
    told.truncate(MOST_NAMED);
    told.extend((more > 0).then(|| format!("and {more} more")));
    told
}

/// The names of those of whom nothing is known, in one line; there is none to name before anybody was seen.
fn not_seen(standing: &ClassStanding) -> Vec<String> {
    let names: Vec<&str> = standing.silent().map(|one| one.learner.called.as_str()).collect();
    if names.is_empty() || names.len() == standing.learners.len() {
        return Vec::new();
    }
    vec![first_few(names.iter().copied(), "; ")]
}

/// The first of them, and how many there are beside these.
fn first_few<T: AsRef<str>>(all: impl ExactSizeIterator<Item = T>, separator: &str) -> String {
    let more = all.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let named: Vec<T> = all.take(MOST_NAMED).collect();
    named.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(separator) + &more
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
pub fn slowest(standing: &ClassStanding) -> Vec<&Standing> {
    let mut held: Vec<_> = standing.learners.iter().filter(|one| one.at.is_some()).collect();
    held.sort_by_key(|one| one.at.as_ref().map(|at| at.since));
    held.truncate(MOST_NAMED);
    held
}

/// Such as `20 learners: 12 seen, 2 not readable, 6 not seen yet`.
pub fn counts(standing: &ClassStanding) -> String {
    let all = standing.learners.len();
    let (unread, silent) = (standing.unread().count(), standing.silent().count());
    let done = standing.learners.iter().filter(|one| standing.is_in(one, LearnerGroup::Done)).count();
    let whose = standing.section.as_ref().map_or_else(String::new, |section| format!(" in section {section}"));
    let done = match standing.exercises {
        0 => String::new(),
        1 => format!("; {done} with the one exercise done"),
        exercises => format!("; {done} with all {exercises} exercises done"),
    };
    format!(
        "{}{whose}: {} seen, {unread} not readable, {silent} not seen yet{done}",
        counted(all, "learner"),
        all - unread - silent
    )
}

/// How long it has been.
pub fn waited(since: Timestamp, now: Timestamp) -> String {
    let seconds = u64::try_from(now.as_second() - since.as_second()).unwrap_or(0);
    if seconds < 60 { "less than a minute".into() } else { duration(seconds) }
}

fn hurdle_lines(hurdle: &Hurdle, now: Timestamp, width: usize) -> Vec<Line> {
    let count = Span::new(&format!("{:>4}  ", hurdle.learners.len()), Meaning::Strong);
    let text = format!("{}: {}", hurdle.exercise.heading(), sentence(hurdle.exercise, &hurdle.clause));
    let mut page = hanging(&count, &lines(&text, Style::default()), width);
    let named = hurdle.learners.iter().map(|(learner, since)| format!("{} ({})", learner.called, waited(*since, now)));
    let names = lines(&first_few(named, ", "), Meaning::Dim);
    page.extend(hanging(&Span::plain("      "), &names, width));
    page
}

fn heading(text: &str) -> Line {
    Line::from(Span::new(text, Meaning::Heading))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::board::BoardContent;
    use super::*;
    use crate::class::board_view::BoardView;
    use crate::class::collect::Collected;
    use crate::class::decisions::Decisions;
    use crate::class::folder::ClassFolder;
    use crate::class::notices::Notices;
    use crate::class::results::tests::line;
    use crate::class::results::{ClassResults, ResultLine, ResultVerdict};
    use crate::class::testing;
    use crate::class::trouble::ReadTrouble;

    /// What the board and the terminal show: two sections, of which one has refused hand-ins and a worker that failed.
    fn example() -> BoardContent {
        let (_folder, mut class) = testing::fixed(&["Doe, Jane", "John <b>Roe</b>", "Ann Lee", "Bo", "Cy"]);
        for (learner, section) in class.roster.0.iter_mut().zip(["A & B", "A & B", "A & B", "evening", ""]) {
            section.clone_into(&mut learner.section);
        }
        let now: Timestamp = "2026-11-30T11:30:00Z".parse().expect("a time");
        let results = ClassResults(vec![
            line("l-0", "2026-11-30T10:00:00Z", "4.3", ResultVerdict::NotDone, &["policy", "website"]),
            line("l-1", "2026-11-30T09:00:00Z", "4.3", ResultVerdict::NotDone, &["policy"]),
            line("l-2", "2026-11-30T10:30:00Z", "4.3", ResultVerdict::Done, &[]),
            line("l-2", "2026-11-30T11:00:00Z", "4.4", ResultVerdict::NotDone, &["record"]),
            ResultLine::unseen("r", now, "l-3", ReadTrouble::NoRole),
        ]);
        BoardContent { notices: notices(&class), ..content(&class, &results, now) }
    }

    /// The same of what was seen alone.
    fn content(class: &ClassFolder, results: &ClassResults, now: Timestamp) -> BoardContent {
        let wanted: Vec<_> = class.settings.exercises().collect();
        BoardContent {
            name: "Serverless".into(),
            standing: ClassStanding::of(class, results, &Decisions::default(), &wanted),
            notices: Vec::new(),
            called: Called::ByName,
            now,
            troubles: Vec::new(),
        }
    }

    fn notices(class: &ClassFolder) -> Vec<Notice> {
        let at = |hour: u8| format!("2026-11-30T{hour:02}:00:00Z").parse().expect("a time");
        let files = [
            (
                "inbox/jane_l-0.msl-class.json",
                "its seal is not that of Doe, Jane: it was changed, or is somebody else's",
            ),
            ("inbox/<i>x</i>.msl-class.json", "it is damaged, or was not copied to its end"),
        ];
        let refused = files.map(|(file, why)| (file.to_owned(), why.to_owned())).to_vec();
        let collected = Collected { refused, ..Collected::default() };
        Notices::of_hand_ins(class, Path::new("inbox"), &collected, at(11)).expect("kept");
        // What a later hand-in has made up for.
        let old = Collected {
            refused: vec![("old/l-2.msl-class.json".into(), "it is damaged".into())],
            ..Collected::default()
        };
        Notices::of_hand_ins(class, Path::new("old"), &old, at(8)).expect("kept");
        let unread = [("l-4".to_owned(), "reading the account took too long, at each try (States.Timeout)".to_owned())];
        Notices::of_run(class, "r1", &unread, at(10)).expect("kept");
        Notices::read(&class.root).expect("notices").0
    }

    fn asked(query: &str) -> BoardView {
        BoardView::of_query(query)
    }

    /// The part of a page from one id to the next.
    fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
        let start = page.find(&format!("id=\"{from}\"")).unwrap_or_else(|| panic!("no {from}: {page}"));
        page[start..].split(&format!("id=\"{to}\"")).next().unwrap_or_default()
    }

    #[test]
    fn the_ranking_in_the_terminal() {
        let content = example();
        let page = stuck(&content.standing, &content.notices, content.now, 80);
        let text: Vec<String> = page.iter().map(|line| line.clone().trim_end().text()).collect();
        insta::assert_snapshot!(text.join("\n"));
    }

    #[test]
    fn the_board_as_html() {
        let page = board::exported(&example(), &asked(""));
        assert!(!page.contains("<script") && !page.contains("<b>Roe") && !page.contains("<i>x"), "{page}");
        let start = page.find("<body>").expect("a body");
        insta::assert_snapshot!(page[start..]);
    }

    /// The counts, the ranking and the list speak of the section, and the list of a group in it.
    #[test]
    fn a_section_of_the_class() {
        let page = board::live(&example(), &asked("section=A%20%26%20B&state=help"));
        let form = &page[page.find("<form").expect("a form")..page.find("</header>").expect("its end")];
        let list = part(&page, "learners", "page-next");
        let counts = &page[page.find("<main").expect("a board")..page.find("<h2").expect("a heading")];
        insta::assert_snapshot!([form, counts, part(&page, "refused", "learners"), list].join("\n"));
        let nobody = board::fragment(&example(), &asked("section=none"));
        assert!(
            nobody.contains("0 learners in section none") && nobody.contains("No learners in section none."),
            "{nobody}"
        );
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

    /// Who is there by `practice goto` is not stuck there, and what is own work is said.
    #[test]
    fn whose_account_was_brought_further_is_named_apart() {
        let (_folder, class) = testing::fixed(&["Doe, Jane", "Bo"]);
        let now: Timestamp = "2026-11-30T11:30:00Z".parse().expect("a time");
        let brought = line("l-0", "2026-11-30T11:00:00Z", "4.6", ResultVerdict::NotDone, &["certificate"]);
        let results = ClassResults(vec![
            line("l-0", "2026-11-30T10:00:00Z", "4.1", ResultVerdict::Done, &[]),
            brought.brought_to(Some("4.6")),
        ]);
        let content = content(&class, &results, now);
        let page = stuck(&content.standing, &[], now, 80);
        let text: Vec<String> = page.iter().map(|line| line.clone().trim_end().text()).collect();
        let board = board::exported(&content, &asked(""));
        insta::assert_snapshot!([text.join("\n").as_str(), part(&board, "l-0", "l-1")].join("\n"));
    }

    /// The page does not call itself live when it is not, and who has an older code is named.
    #[test]
    fn what_is_not_up_to_date_says_so() {
        let mut content = BoardContent { troubles: vec!["nothing comes in: <x>".into()], ..example() };
        content.standing.learners[0].lacking.chapters = vec![5, 6];
        let page = board::live(&content, &asked(""));
        assert!(
            page.contains("role=\"status\">Not up to date.</p>")
                && page.contains("<li>nothing comes in: &lt;x&gt;</li>")
        );
        let older = part(&page, "older", "learners");
        assert!(
            older.contains("1 join code is older than chapters 5, 6, of which nothing is handed in: Doe, Jane"),
            "{older}"
        );
        let page = stuck(&content.standing, &[], content.now, 200);
        let text: Vec<String> = page.iter().map(|line| line.clone().trim_end().text()).collect();
        assert!(text.join("\n").contains("class invite` writes codes with all that the class does"), "{text:?}");
        assert_eq!(waited(content.now, content.now), "less than a minute");
    }

    #[test]
    fn pseudonyms_name_nobody() {
        let content = BoardContent { called: Called::ByPseudonym, ..example() };
        let page = board::exported(&content, &asked(""));
        for name in ["Jane", "Roe", "Ann", "jane_", "Cy<"] {
            assert!(!page.contains(name), "{name}: {page}");
        }
        assert!(page.contains("its seal is not that of l-0: it was changed"), "{page}");
    }

    /// A thousand learners, of whom 350 are stuck at one clause and 300 cannot be read.
    fn thousand() -> BoardContent {
        let names: Vec<String> = (0..1000).map(|number| format!("Learner {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (_folder, class) = testing::fixed(&names);
        let now: Timestamp = "2026-11-30T11:30:00Z".parse().expect("a time");
        let stuck = (0..350).map(|number| {
            let (learner, at) = (format!("l-{number}"), format!("2026-11-30T10:{:02}:00Z", 59 - number / 10));
            line(&learner, &at, "4.3", ResultVerdict::NotDone, &["policy"])
        });
        let unread = (350..650).map(|number| ResultLine::unseen("r", now, &format!("l-{number}"), ReadTrouble::NoRole));
        content(&class, &ClassResults(stuck.chain(unread).collect()), now)
    }

    /// However large the class is, a page names a hundred learners a list, and all pages together name each once.
    #[test]
    fn a_page_of_a_thousand_learners_has_a_hundred_rows() {
        let content = thousand();
        let rows = |page: &str| -> Vec<String> {
            let list = part(page, "rows", "page-next");
            list.split("<tr id=\"").skip(1).map(|row| row[..row.find('"').expect("an id")].to_owned()).collect()
        };
        let first = board::fragment(&content, &asked(""));
        assert_eq!(first.matches("<tr id=\"l-").count(), 100);
        // Who is stuck, and who cannot be read below their reason; those who need help first; and the pages.
        assert!(first.matches("<li>").count() <= 101 + 102 + 8 + 10, "{}", first.matches("<li>").count());
        assert_eq!(rows(&first)[0], "l-340", "who has been stuck longest, over all pages");
        assert!(part(&first, "unread", "learners").contains("<b>300 learners</b>: there is no role"), "{first}");
        insta::assert_snapshot!([part(&first, "learners", "rows"), "…", part(&first, "page-next", "none")].join("\n"));
        let all: BTreeSet<String> =
            (1..=10).flat_map(|page| rows(&board::fragment(&content, &asked(&format!("page={page}"))))).collect();
        assert_eq!(all.len(), 1000);
        let last = board::fragment(&content, &asked("page=99"));
        assert!(last.contains("901 to 1000 of 1000 learners") && !last.contains("page-next"), "the last one there is");
        assert!(last.contains("<tr id=\"l-999\" aria-rowindex=\"1001\">"), "below the heads");
        let unread = board::fragment(&content, &asked("state=unread&page=3"));
        assert!(unread.contains("201 to 300 of 300 learners not readable"), "{unread}");
        assert_eq!(rows(&board::exported(&content, &asked(""))).len(), 1000, "an export asks nobody for more");
    }
}
