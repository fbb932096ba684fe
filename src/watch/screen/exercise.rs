//! The page of the step, above all of an exercise: its findings, its progress and what to do next.

use msl_learn_checks::{ClauseVerdict, Finding, Verdict};

use super::{chapter, findings, foot, progress};
use crate::catalog::{self, Chapter, Exercise, Plan, Step};
use crate::pages::findings::verdict as words;
use crate::progress::StepState;
use crate::ui::screen::{Page, cut};
use crate::ui::{Line, Meaning, Span, Style, hanging, lines, markdown, paragraph};
use crate::watch::session::Session;

pub fn whole(session: &Session) -> Page {
    Page {
        title: title(session),
        aside: verdict(session),
        below: Line::from(Span::new(&below(session), Meaning::Dim)),
        body: page(session),
        top: session.scroll.top(),
        status: foot::status(session),
        keys: foot::keys(session),
        ..Page::default()
    }
}

fn page(session: &Session) -> Vec<Line> {
    let width = session.size.page_width();
    let mut page = trouble(session, width);
    page.extend(session.account_notes.iter().flat_map(|note| paragraph(note, Meaning::Notice, width)));
    match session.step {
        Some(Step::Exercise(exercise)) => page.extend(of(exercise, session, width)),
        Some(step @ (Step::Read(of) | Step::Quiz(of))) => page.extend(chapter::page(step, of, session, width)),
        None => page.extend(paragraph(nothing_left(session), Meaning::Good, width)),
    }
    page
}

fn of(exercise: &'static Exercise, session: &Session, width: usize) -> Vec<Line> {
    let mut page = Vec::new();
    if let Some(note) = note(exercise, session) {
        page.extend(paragraph(note, Meaning::Strong, width));
        page.push(Line::default());
    }
    match session.checks.of(exercise) {
        Some(checked) => page.extend(findings::page(&checked.findings, width)),
        None if session.trouble.is_some() => {}
        None => page.extend(paragraph("Checking your account …", Meaning::Dim, width)),
    }
    if let Some(afterwards) = session.afterwards() {
        page.push(Line::default());
        page.extend(markdown::render(&afterwards, width));
        let is_last = catalog::chapter(exercise.chapter).is_ok_and(|chapter| is_last(exercise, chapter));
        page.extend(is_last.then(|| chapter::built(exercise.chapter, session, width)).into_iter().flatten());
    }
    page
}

fn is_last(exercise: &Exercise, chapter: &Chapter) -> bool {
    chapter.exercises.last().is_some_and(|last| last.slug == exercise.slug)
}

/// What the findings do not say.
fn note(exercise: &'static Exercise, session: &Session) -> Option<&'static str> {
    let state = session.progress.state(exercise);
    match (state, session.verdict()) {
        (StepState::Reopened, _) => Some("This was done, and something has changed in the account since."),
        (StepState::CleanedUp, _) => Some("Done, and then removed from the account. `n` goes on."),
        (StepState::Superseded, _) => Some("Done, and a later exercise undoes or replaces it. `n` goes on."),
        (StepState::NoAccess, _) => {
            Some("Not available to you, as you said: it counts neither as done nor as open. `n` goes on.")
        }
        (StepState::Brought, _) => {
            Some("The practice account was brought here: it does not count as done. `n` goes on.")
        }
        (StepState::Skipped, _) => Some("You skipped this exercise: it does not count as done. `n` goes on."),
        (StepState::Done, _) | (_, Some(Verdict::Done | Verdict::Asked)) => Some(match session.plan {
            Plan::All | Plan::Build => "Done. `n` goes on to the next step.",
            Plan::Exercises => "Done. `n` goes on to the next exercise.",
        }),
        (_, Some(Verdict::NotReady)) => Some("Nothing is wrong: AWS is still working."),
        (_, Some(Verdict::NotDone)) if !has_begun(exercise, session) => Some("New: `w` reads what to do."),
        _ if session.progress.entry(exercise).tried.is_none() => Some("New: `w` reads what to do."),
        _ => None,
    }
}

/// Whether something of the exercise stands already.
fn has_begun(exercise: &'static Exercise, session: &Session) -> bool {
    let holds = |finding: &Finding| finding.verdict == ClauseVerdict::Holds;
    session.checks.of(exercise).is_some_and(|checked| checked.findings.iter().any(holds))
}

fn nothing_left(session: &Session) -> &'static str {
    if session.progress.current().is_none() {
        "Congratulations: you have done all exercises so far. `a` checks all of them again."
    } else {
        "There is more to do: `l` lists what is open."
    }
}

fn trouble(session: &Session, width: usize) -> Vec<Line> {
    let Some(failure) = &session.trouble else { return Vec::new() };
    let label = |word, meaning| Span::new(word, Style::from(meaning).and(Meaning::Strong));
    let mut page = hanging(&label("error: ", Meaning::Bad), &lines(&failure.message, Style::default()), width);
    let hint = failure.hint.iter();
    page.extend(
        hint.flat_map(|hint| hanging(&label("hint: ", Meaning::Notice), &lines(hint, Style::default()), width)),
    );
    page.push(Line::default());
    page
}

fn title(session: &Session) -> Line {
    let heading = session.step.map_or_else(|| "Mastering AWS Serverless".to_owned(), Step::heading);
    let room = usize::from(session.size.columns).saturating_sub(verdict(session).width() + 1);
    cut(&Line::from(Span::new(&heading, Meaning::Heading)), room)
}

fn verdict(session: &Session) -> Line {
    let said = session.verdict().map(words).or_else(|| chapter::state(session));
    let (word, meaning) = said.unwrap_or(("", Meaning::Dim));
    Line::from(Span::new(word, Style::from(meaning).and(Meaning::Strong)))
}

fn below(session: &Session) -> String {
    let chapter = session.step.and_then(|step| catalog::chapter(step.chapter()).ok());
    let bars = progress::bars(chapter, session.plan, &session.progress, session.size.columns.into());
    let title = chapter.map(|chapter| chapter.title).unwrap_or_default();
    let room = usize::from(session.size.columns).saturating_sub(crate::ui::width(&bars));
    if room >= crate::ui::width(title) + 2 && !title.is_empty() { format!("{title}  {bars}") } else { bars }
}
