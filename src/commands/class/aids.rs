//! `msl-learn class teach`, `class handout` and `class quiz`: what an instructor prints or shows.

use std::path::Path;

use crate::catalog::{self, Chapter};
use crate::class::decisions::Decisions;
use crate::class::folder::{ClassFolder, around};
use crate::class::kinds::ClassAccounts;
use crate::class::results::ClassResults;
use crate::class::settings::ClassSettings;
use crate::class::standing::ClassStanding;
use crate::cli::{ClassQuizArgs, ClassTeachArgs, PaperArgs, PaperFormat};
use crate::commands::output;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::pages::aid::document::Aid;
use crate::pages::aid::paper::PaperQuiz;
use crate::pages::aid::{handout as handouts, teach as teaching};
use crate::practice::ACCOUNT;
use crate::quiz::{questions, shuffle};
use crate::ui::Printer;
use crate::workspace::{Settings, start_of_search};

/// What the ending of a file's name means.
const ENDINGS: [(&str, PaperFormat); 3] =
    [("txt", PaperFormat::Text), ("html", PaperFormat::Html), ("htm", PaperFormat::Html)];

/// # Errors
/// If there is no such chapter, the class's results cannot be read, or the page cannot be written.
pub fn teach(args: &ClassTeachArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let chapter = catalog::chapter(args.chapter)?;
    let learner = Settings::example().learner();
    let class = class_around(directory, printer)?.filter(|class| class.settings.chapters.contains(&chapter.number));
    let page = match &class {
        Some(class) => of_class(chapter, class)?,
        None => teaching::page(chapter, &learner, None)?,
    };
    write(&page, &args.paper, printer)
}

/// The page needs no class: one that cannot be read is named and left out.
fn class_around(directory: Option<&Path>, printer: &mut Printer) -> Result<Option<ClassFolder>> {
    ClassFolder::find(directory).or_else(|failure| {
        let message = format!("the page is without what the class shows: {}", failure.message);
        printer.warning(&message, failure.hint.as_deref())?;
        Ok(None)
    })
}

/// The page with what the class's results show.
fn of_class(chapter: &'static Chapter, class: &ClassFolder) -> Result<Aid> {
    let wanted = class.settings.exercises_of(Some(chapter.number))?;
    let (results, decisions) = (ClassResults::read(&class.root)?, Decisions::read(&class.root)?);
    let standing = ClassStanding::of(class, &results, &decisions, &wanted);
    teaching::page(chapter, &Settings::example().learner(), Some(&standing))
}

/// # Errors
/// If there is no such chapter, or the page cannot be written.
pub fn handout(args: &ClassTeachArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let chapter = catalog::chapter(args.chapter)?;
    let practice = Settings { practice: true, ..Settings::new("example.com", ACCOUNT) };
    let settings = if is_practice(directory)? { practice } else { Settings::example() };
    let learner = settings.learner();
    write(&handouts::page(chapter, &learner)?, &args.paper, printer)
}

/// Whether the class around the folder, if there is one, works in practice accounts. What else is wrong with it is no matter.
fn is_practice(directory: Option<&Path>) -> Result<bool> {
    let start = start_of_search(directory)?;
    let settings = around(&start).and_then(|folder| ClassSettings::read(folder).ok());
    Ok(settings.is_some_and(|settings| settings.accounts == ClassAccounts::Practice))
}

/// # Errors
/// If the chapter has no quiz or fewer questions, or the page cannot be written.
pub fn quiz(args: &ClassQuizArgs, printer: &mut Printer) -> Result<u8> {
    let chapter = catalog::chapter_with_quiz(args.chapter)?;
    let mut questions = questions(chapter, &Settings::example().learner())?;
    if args.seed.is_some() {
        shuffle(&mut questions, args.seed);
    }
    let count = args.questions.map_or(questions.len(), usize::from);
    if count > questions.len() {
        return Err(Failure::usage(format!(
            "the quiz of chapter {} has {} questions",
            chapter.number,
            questions.len()
        ))
        .hint("Without --questions, the sheet has all of them."));
    }
    let quiz = PaperQuiz { chapter, questions: &questions[..count], seed: args.seed };
    write(&if args.answers { quiz.answers() } else { quiz.sheet() }, &args.paper, printer)
}

fn write(page: &Aid, args: &PaperArgs, printer: &mut Printer) -> Result<u8> {
    let format = output::format(args.format, args.output.as_deref(), &ENDINGS)?.unwrap_or(PaperFormat::Text);
    let Some(file) = &args.output else {
        match format {
            PaperFormat::Text => printer.lines(&page.lines(printer.width()))?,
            PaperFormat::Html => printer.generated(&page.html())?,
        }
        return Ok(EXIT_DONE);
    };
    let text = if format == PaperFormat::Html { page.html() } else { page.text() };
    output::write(file, &text)?;
    printer.text(&file.display().to_string())?;
    Ok(EXIT_DONE)
}
