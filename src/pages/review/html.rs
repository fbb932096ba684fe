//! A review as a page of HTML that needs nothing else: to keep, to print, or to show somebody.

use msl_learn_checks::review::Risk;

use super::{HOW_TO_READ, NEXT, advice, found, kept, not_reviewed, resources, sources, why};
use crate::pages::web::{document, escaped};
use crate::review::{Changed, PillarReview, PracticeGroup, Reviewed, name, slug};
use crate::ui::counted;
use crate::ui::time::minute;

const STYLE: &str = include_str!("review.css");

/// The whole page.
pub fn page(reviewed: &Reviewed, account: &str) -> String {
    let title = format!("Review of account {account}");
    let (high, medium) = (reviewed.risks(Risk::High), reviewed.risks(Risk::Medium));
    let pillars: String = reviewed.pillars.iter().map(pillar).collect();
    let body = format!(
        "<h1>{}</h1>\n<p>{}, {}. {HOW_TO_READ}</p>\n{}{}{pillars}{}",
        escaped(&title),
        counted(high, "high risk"),
        counted(medium, "medium risk"),
        changed(reviewed),
        next(reviewed),
        left_out(reviewed),
    );
    document(&title, STYLE, &body)
}

fn changed(reviewed: &Reviewed) -> String {
    let Some(since) = reviewed.changed.since else { return String::new() };
    let row = |word: &str, text: &String| format!("<li class=\"{word}\"><b>{word}</b> {}</li>\n", escaped(text));
    let Changed { better, worse, new, .. } = &reviewed.changed;
    let kinds = [("worse", worse), ("new", new), ("better", better)];
    let rows: String = kinds.iter().flat_map(|(word, all)| all.iter().map(move |text| row(word, text))).collect();
    let when = minute(since);
    match rows.is_empty() {
        true => format!("<p>Nothing has become better or worse since {when}.</p>\n"),
        false => format!("<h2 id=\"changed\">Since {when}</h2>\n<ul>\n{rows}</ul>\n"),
    }
}

fn next(reviewed: &Reviewed) -> String {
    let row = |group: &&PracticeGroup| {
        format!(
            "<li><b>{}</b> ({})<br>{}<br>Costs: {}</li>\n",
            escaped(group.practice.text()),
            escaped(&resources(group)),
            escaped(advice(group)),
            escaped(group.practice.cost)
        )
    };
    let rows: String = reviewed.next().iter().map(row).collect();
    if rows.is_empty() { rows } else { format!("<h2 id=\"next\">{NEXT}</h2>\n<ol>\n{rows}</ol>\n") }
}

fn pillar(of: &PillarReview) -> String {
    let risks: String = of.risks.iter().map(risk).collect();
    let unknown = of.unknown.iter().map(|group| {
        let why = group.seen.first().map(why).unwrap_or_default();
        row("unknown", "cannot tell", &with_resources(group), &escaped(&why))
    });
    let kept = kept(of).into_iter().map(|text| row("kept", "kept", &escaped(&text), ""));
    let asked = of.asked.iter().map(|(question, answer)| {
        let (class, word) = match answer {
            Some(true) => ("kept", "yes"),
            Some(false) => ("high", "no"),
            None => ("unknown", "not answered"),
        };
        row(class, word, &escaped(question.text), &escaped(question.framework))
    });
    let rest: String = unknown.chain(kept).chain(asked).collect();
    let unneeded = match of.unneeded {
        0 => String::new(),
        count => format!("<p>{} about what is not there, or what does not apply.</p>\n", counted(count, "practice")),
    };
    format!(
        "<h2 id=\"{}\">{}</h2>\n<p>{}, {}.</p>\n<table>\n{risks}{rest}</table>\n{unneeded}",
        slug(of.pillar),
        name(of.pillar),
        counted(of.count(Risk::High), "high risk"),
        counted(of.count(Risk::Medium), "medium risk"),
    )
}

fn risk(group: &PracticeGroup) -> String {
    let word = match group.practice.risk {
        Risk::High => "high",
        Risk::Medium => "medium",
    };
    let seen: String = group
        .seen
        .iter()
        .map(|seen| format!("<li>{}: {}</li>", escaped(&seen.resource), escaped(&found(seen))))
        .collect();
    let more = format!(
        "<ul>{seen}</ul><p>{}</p><p>Costs: {}</p><p class=\"sources\">{}</p>",
        escaped(advice(group)),
        escaped(group.practice.cost),
        escaped(&sources(group.practice))
    );
    row(word, word, &escaped(group.practice.text()), &more)
}

fn with_resources(group: &PracticeGroup) -> String {
    format!("{} ({})", escaped(group.practice.text()), escaped(&resources(group)))
}

/// A row of what is HTML already.
fn row(class: &str, word: &str, text: &str, more: &str) -> String {
    format!("<tr class=\"{class}\"><th scope=\"row\">{word}</th><td><b>{text}</b> {more}</td></tr>\n")
}

fn left_out(reviewed: &Reviewed) -> String {
    if reviewed.left_out.is_empty() {
        return String::new();
    }
    format!("<p>{}</p>\n", escaped(&not_reviewed(reviewed)))
}
