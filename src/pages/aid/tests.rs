//! The pages of every chapter: whole, well formed, and without what learners should not see.

use msl_learn_checks::Learner;

use super::document::{Aid, AidBlock, AidTable};
use super::paper::PaperQuiz;
use super::{handout, teach};
use crate::catalog::{CHAPTERS, Chapter, Exercise, chapter, fill};
use crate::class::decisions::Decisions;
use crate::class::results::tests::line;
use crate::class::results::{ClassResults, ResultVerdict};
use crate::class::standing::ClassStanding;
use crate::class::testing;
use crate::quiz::{Question, questions, shuffle};
use crate::workspace::Settings;

/// How wide the text of the snapshots is.
const WIDTH: usize = 100;

fn learner() -> Learner {
    Settings::example().learner()
}

fn text(page: &Aid) -> String {
    page.lines(WIDTH).iter().map(|line| line.clone().trim_end().text() + "\n").collect()
}

fn body(page: &Aid) -> String {
    let html = page.html();
    html[html.find("<body>").expect("a body")..].to_owned()
}

fn shuffled(chapter: &Chapter, seed: u64) -> Vec<Question> {
    let mut questions = questions(chapter, &learner()).expect("questions");
    shuffle(&mut questions, Some(seed));
    questions
}

fn tables(page: &Aid) -> Vec<&AidTable> {
    fn table(block: &AidBlock) -> Option<&AidTable> {
        if let AidBlock::Table(table) = block { Some(table) } else { None }
    }
    page.blocks.iter().filter_map(table).collect()
}

fn choices(page: &Aid) -> Vec<&[String]> {
    fn lettered(block: &AidBlock) -> Option<&[String]> {
        if let AidBlock::Choices(choices) = block { Some(choices) } else { None }
    }
    page.blocks.iter().filter_map(lettered).collect()
}

/// Nothing is loaded, headings go down one level at a time, and tables say what they are about.
fn is_well_formed(page: &Aid) {
    let html = page.html();
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">") && html.ends_with("</html>\n"));
    for foreign in ["<script", "<link", "src=", "@import", "url(", "{{"] {
        assert!(!html.contains(foreign), "{}: {foreign}", page.title);
    }
    let count = |mark: &str| html.matches(mark).count();
    assert_eq!((count("<h1>"), count("<main>"), count("</main>")), (1, 1, 1), "{}", page.title);
    assert_eq!(count("<section>"), count("</section>"));
    assert_eq!((count("<table>"), count("<table>")), (count("<caption>"), tables(page).len()), "{}", page.title);
    assert_eq!((count("<th>"), count("<th ")), (0, count("<th scope=")), "{}", page.title);
    let first = |mark: &str| html.find(mark).unwrap_or(usize::MAX);
    assert!(first("<h1>") < first("<h2>") && (first("<h3>") == usize::MAX || first("<h2>") < first("<h3>")));
    for table in tables(page) {
        assert!(table.rows.iter().all(|row| row.len() == table.head.len() && !row[0].is_empty()), "{}", table.caption);
    }
}

#[test]
fn every_chapter_has_a_teachers_page_and_a_handout_with_each_exercise() {
    for chapter in CHAPTERS {
        let teach = teach::page(chapter, &learner(), None).expect("a page");
        let handout = handout::page(chapter, &learner()).expect("a handout");
        is_well_formed(&teach);
        is_well_formed(&handout);
        let (teach, handout) = (teach.text(), body(&handout));
        for part in [
            "Time",
            "What learners need beforehand",
            "What it costs",
            "What to demonstrate",
            "Usual slips",
            "What is left over",
        ] {
            assert!(teach.contains(part), "chapter {}: {part}", chapter.number);
        }
        for exercise in chapter.exercises {
            let row = format!("<tr><th scope=\"row\">{}</th>", exercise.heading());
            assert!(teach.contains(&exercise.id()) && handout.contains(&row), "{}", exercise.heading());
            assert!(!tells_solution(&handout, exercise, chapter), "{}", exercise.heading());
        }
    }
}

/// Whether a handout has a command of the solution, beyond those that show that something worked.
fn tells_solution(handout: &str, exercise: &Exercise, chapter: &Chapter) -> bool {
    let solution = fill(&learner(), exercise.solution).expect("a script");
    let stands = chapter.exercises.iter().map(|one| fill(&learner(), one.stands).expect("a sentence"));
    let stands: String = stands.collect();
    let shows = |command: &str| stands.contains(command);
    let mut commands = solution.lines().map(|line| line.trim().trim_end_matches('\\').trim());
    commands.any(|command| command.starts_with("aws ") && !shows(command) && handout.contains(command))
}

/// Nobody else's machine knows the names of a practice account.
#[test]
fn a_handout_for_practice_accounts_names_addresses_of_the_learners_machine() {
    let practice = Learner { practice: true, ..learner() };
    for chapter in CHAPTERS.iter().filter(|chapter| !chapter.exercises.is_empty()) {
        let page = text(&handout::page(chapter, &practice).expect("a handout"));
        let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("`msl-learn open site`") && words.contains("Nothing: the practice account"), "{page}");
        for name in ["example.com", "api.example.com", "auth.example.com"] {
            let abroad = |scheme: &str| {
                words.contains(&format!("{scheme}://{name}/")) || words.contains(&format!("{scheme}://{name} "))
            };
            assert!(!abroad("https") && !abroad("http"), "chapter {}: {page}", chapter.number);
        }
    }
    let four = handout::page(chapter(4).expect("chapter 4"), &practice).expect("a handout").html();
    let tells = |id: &str| four.contains(&format!("in the practice account, <code>msl-learn check {id}</code> tells"));
    assert_eq!(["4.2", "4.3", "4.5"].map(tells), [true, false, true], "{four}");
    let six = handout::page(chapter(6).expect("chapter 6"), &practice).expect("a handout");
    assert!(body(&six).contains("http://api.example.com.localhost:PORT/chapters answers with"), "{}", body(&six));
}

#[test]
fn a_sheet_asks_each_question_once_and_its_answers_are_those_of_the_same_sheet() {
    for chapter in CHAPTERS {
        let questions = shuffled(chapter, 7);
        let quiz = PaperQuiz { chapter, questions: &questions, seed: Some(7) };
        let (sheet, answers) = (quiz.sheet(), quiz.answers());
        is_well_formed(&sheet);
        is_well_formed(&answers);
        assert!(!text(&sheet).lines().any(|line| line.starts_with('#')), "chapter {}", chapter.number);
        let (asked, explained) = (choices(&sheet), choices(&answers));
        let key = &tables(&answers)[0].rows;
        assert_eq!([asked.len(), explained.len(), key.len()], [chapter.quiz.len(); 3]);
        for (at, template) in chapter.quiz.iter().enumerate() {
            let title = fill(&learner(), template.title).expect("a title");
            let heading =
                |block: &AidBlock| matches!(block, AidBlock::Entry(text) if text.ends_with(&format!(": {title}")));
            assert_eq!(
                sheet.blocks.iter().filter(|block| heading(block)).count(),
                1,
                "{} {at} {title}",
                chapter.number
            );
        }
        for (at, row) in key.iter().enumerate() {
            let right: Vec<&str> = row[1].split(", ").collect();
            for (letter, text) in ('a'..).zip(asked[at]) {
                let templates =
                    chapter.quiz.iter().find(|template| template.id == questions[at].id).expect("it").choices;
                let is_it = |text: &str, template: &str| fill(&learner(), template).is_ok_and(|filled| filled == text);
                let choice = templates.iter().find(|choice| is_it(text, choice.text)).expect("a choice of it");
                assert_eq!(right.contains(&letter.to_string().as_str()), choice.right, "{} {letter}", questions[at].id);
            }
        }
        assert!(key.iter().all(|row| !row[1].is_empty()));
    }
}

#[test]
fn a_sheet_without_answers_does_not_tell_them() {
    for chapter in CHAPTERS {
        let questions = questions(chapter, &learner()).expect("questions");
        let sheet = PaperQuiz { chapter, questions: &questions, seed: None }.sheet();
        let html = sheet.html();
        assert!(!html.contains("<strong>Right") && !html.contains("checked") && !html.contains("msl-learn read"));
        for (question, asked) in questions.iter().zip(choices(&sheet)) {
            let plain: Vec<&str> = question.choices.iter().map(|choice| choice.text.as_str()).collect();
            assert_eq!(asked, plain, "{}: a choice has its text and nothing else", question.id);
        }
    }
}

#[test]
fn sheets_of_two_seeds_differ_and_one_seed_repeats_its_sheet() {
    let four = chapter(4).expect("chapter 4");
    let sheet = |seed| {
        let questions = shuffled(four, seed);
        text(&PaperQuiz { chapter: four, questions: &questions, seed: Some(seed) }.sheet())
    };
    assert_eq!(sheet(3), sheet(3));
    assert_ne!(sheet(3).replace("Sheet 3", ""), sheet(4).replace("Sheet 4", ""));
}

#[test]
fn a_page_for_a_class_says_where_it_is_stuck_and_names_nobody() {
    let (_folder, class) = testing::fixed(&["Doe, Jane", "John Roe", "Ann Lee"]);
    let results = ClassResults(vec![
        line("l-0", "2026-11-30T10:00:00Z", "4.3", ResultVerdict::NotDone, &["policy"]),
        line("l-1", "2026-11-30T09:00:00Z", "4.3", ResultVerdict::NotDone, &["policy"]),
        line("l-2", "2026-11-30T11:00:00Z", "4.4", ResultVerdict::NotDone, &["record"]),
    ]);
    let wanted: Vec<_> = class.settings.exercises().collect();
    let standing = ClassStanding::of(&class, &results, &Decisions::default(), &wanted);
    let page = teach::page(chapter(4).expect("chapter 4"), &learner(), Some(&standing)).expect("a page");
    is_well_formed(&page);
    let stuck = tables(&page).into_iter().find(|table| table.caption.starts_with("Where your class")).expect("a table");
    assert_eq!(stuck.rows.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(), ["2", "1"]);
    let captions: Vec<&str> = tables(&page).iter().map(|table| table.caption.as_str()).collect();
    let has = |id: &str| captions.iter().any(|caption| caption.starts_with(id));
    assert!(!has("4.3 ") && !has("4.4 ") && has("4.5 "), "the class's own slips are shown instead: {captions:?}");
    assert!(!page.html().contains("Jane") && !page.html().contains("l-0"));
    insta::assert_snapshot!(stuck.rows.iter().map(|row| row.join("\n  ")).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_pages_of_one_chapter_as_text() {
    let six = chapter(6).expect("chapter 6");
    let questions = shuffled(six, 7);
    let quiz = PaperQuiz { chapter: six, questions: &questions[..3], seed: Some(7) };
    let pages = [
        teach::page(six, &learner(), None).expect("a page"),
        handout::page(six, &learner()).expect("a handout"),
        quiz.sheet(),
        quiz.answers(),
    ];
    insta::assert_snapshot!(pages.iter().map(text).collect::<Vec<_>>().join("=====\n"));
}

#[test]
fn the_pages_of_one_chapter_as_html() {
    let six = chapter(6).expect("chapter 6");
    let questions = shuffled(six, 7);
    let quiz = PaperQuiz { chapter: six, questions: &questions[..2], seed: Some(7) };
    let pages = [teach::page(six, &learner(), None).expect("a page"), quiz.sheet(), quiz.answers()];
    insta::assert_snapshot!(pages.iter().map(body).collect::<Vec<_>>().join("=====\n"));
}

#[test]
fn a_chapter_that_is_only_read_has_its_sections() {
    let one = chapter(1).expect("chapter 1");
    let pages =
        [teach::page(one, &learner(), None).expect("a page"), handout::page(one, &learner()).expect("a handout")];
    insta::assert_snapshot!(pages.iter().map(text).collect::<Vec<_>>().join("=====\n"));
}
