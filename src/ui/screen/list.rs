//! The page of all exercises.

use super::cut::cut;
use super::page::Page;
use super::{bars, foot};
use crate::session::{Filter, List, Row, Session};
use crate::ui::states::{CURRENT, mark};
use crate::ui::{Line, Meaning, Span};

pub fn whole(list: &List, session: &Session) -> Page {
    let rows = list.rows(&session.progress);
    let chosen = list.chosen(&session.progress);
    let is_chosen =
        |row: &Row| matches!((row, chosen), (Row::Exercise(this), Some(chosen)) if this.slug == chosen.slug);
    let columns = usize::from(session.size.columns);
    let place = rows.iter().position(is_chosen);
    let shown = rows.iter().skip(list.top).take(session.size.body());
    let body: Vec<Line> = shown.map(|row| cut(&line(row, session), columns)).collect();
    Page {
        title: Line::from(Span::new("All exercises", Meaning::Heading)),
        aside: Line::from(Span::new(filter(list), Meaning::Dim)),
        below: below(list, session),
        body: if body.is_empty() { vec![Line::from(Span::new("Nothing is like that.", Meaning::Dim))] } else { body },
        left: 0,
        chosen: place.map(|place| place - list.top),
        status: foot::status(session),
        keys: keys(list, session, columns),
    }
}

fn line(row: &Row, session: &Session) -> Line {
    match row {
        Row::Chapter(chapter) => {
            Line::from(Span::new(&format!("Chapter {}: {}", chapter.number, chapter.title), Meaning::Heading))
        }
        Row::Exercise(exercise) => {
            let here = session.exercise.is_some_and(|current| current.slug == exercise.slug);
            let state = session.progress.state(exercise);
            let (mark, meaning) = if session.progress.is_current(exercise) { CURRENT } else { mark(state) };
            let arrow = if here { ">" } else { " " };
            Line::from(Span::plain(&format!("{arrow} ")))
                .with(Span::new(&format!("{mark} {:<11}", state.name()), meaning))
                .with(Span::plain(&exercise.heading()))
        }
    }
}

fn filter(list: &List) -> &'static str {
    match list.filter {
        Filter::All => "",
        Filter::Done => "done only",
        Filter::Pending => "not done only",
    }
}

fn below(list: &List, session: &Session) -> Line {
    let search = &list.search;
    if search.typing || !search.text.is_empty() {
        let cursor = if search.typing { "_" } else { "" };
        return Line::from(Span::new(&format!("/{}{cursor}", search.text), Meaning::Strong));
    }
    let bars = bars::bars(None, &session.progress, session.size.columns.into());
    Line::from(Span::new(&bars, Meaning::Dim))
}

fn keys(list: &List, session: &Session, columns: usize) -> Line {
    if session.notice.is_some() {
        return foot::keys(session);
    }
    if list.search.typing {
        return foot::hinted(&[("Enter", "keep"), ("Esc", "give up")], &[], columns);
    }
    let first = [("c", "continue here"), ("Enter", "read"), ("/", "search"), ("d", "done"), ("p", "not done")];
    foot::hinted(&first, &[("Esc", "back")], columns)
}
