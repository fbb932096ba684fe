//! The page of all steps.

use super::{foot, progress};
use crate::catalog::Plan;
use crate::pages::states::{CURRENT, mark};
use crate::ui::screen::{Page, cut};
use crate::ui::{Line, Meaning, Span};
use crate::watch::session::{Filter, ListRow, Session, StepList};

pub fn whole(list: &StepList, session: &Session) -> Page {
    let rows = list.rows(&session.progress);
    let chosen = list.chosen(&session.progress);
    let is_chosen = |row: &ListRow| matches!(row, ListRow::Step(step) if Some(*step) == chosen);
    let columns = usize::from(session.size.columns);
    let row = rows.iter().position(is_chosen);
    let shown = rows.iter().skip(list.top).take(session.size.body());
    let body: Vec<Line> = shown.map(|row| cut(&line(row, session), columns)).collect();
    Page {
        title: Line::from(Span::new(title(list), Meaning::Heading)),
        aside: Line::from(Span::new(filter(list), Meaning::Dim)),
        below: below(list, session),
        body: if body.is_empty() { vec![Line::from(Span::new("Nothing matches.", Meaning::Dim))] } else { body },
        chosen: row.and_then(|row| row.checked_sub(list.top)),
        status: foot::status(session),
        keys: keys(list, session, columns),
        takes_wheel: true,
        ..Page::default()
    }
}

fn line(row: &ListRow, session: &Session) -> Line {
    match row {
        ListRow::Chapter(chapter) => Line::from(Span::new(&chapter.heading(), Meaning::Heading)),
        ListRow::Step(step) => {
            let state = session.progress.step_state(*step, session.plan);
            let is_next = session.progress.step(session.plan) == Some(*step);
            let (mark, meaning) = if is_next { CURRENT } else { mark(state) };
            let arrow = if session.step == Some(*step) { ">" } else { " " };
            Line::from(Span::plain(&format!("{arrow} ")))
                .with(Span::new(&format!("{mark} {:<11}", state.name()), meaning))
                .with(Span::plain(&step.label()))
        }
    }
}

fn title(list: &StepList) -> &'static str {
    match list.plan {
        Plan::All | Plan::Build => "All steps",
        Plan::Exercises => "All exercises",
    }
}

fn filter(list: &StepList) -> &'static str {
    match list.filter {
        Filter::All => "",
        Filter::Done => "done only",
        Filter::Pending => "not done only",
    }
}

fn below(list: &StepList, session: &Session) -> Line {
    let search = &list.search;
    if search.typing || !search.text.is_empty() {
        let cursor = if search.typing { "_" } else { "" };
        return Line::from(Span::new(&format!("/{}{cursor}", search.text), Meaning::Strong));
    }
    let bars = progress::bars(None, session.plan, &session.progress, session.size.columns.into());
    Line::from(Span::new(&bars, Meaning::Dim))
}

fn keys(list: &StepList, session: &Session, columns: usize) -> Line {
    if session.notice.is_some() {
        return foot::keys(session);
    }
    if list.search.typing {
        return foot::hinted(&[("Enter", "keep"), ("Esc", "give up")], &[], columns);
    }
    let first = [("c", "continue here"), ("Enter", "read"), ("/", "search"), ("d", "done"), ("p", "not done")];
    foot::hinted(&first, &[("Esc", "back")], columns)
}
