//! The board of a class as HTML: one page that needs nothing else, live or as an export without scripts.

use jiff::Timestamp;

use super::{Called, counts, sentence, slowest, waited};
use crate::class::standing::{ClassStanding, Hurdle, Standing};
use crate::pages::web::escaped;
use crate::ui::time::minute;

const STYLE: &str = include_str!("board.css");
/// What keeps the page up to date.
pub const SCRIPT: &str = include_str!("board.js");

/// The page that keeps itself up to date; what changes of it is `fragment`.
pub fn live(class: &str, fragment: &str) -> String {
    let status = "<p id=\"live\" role=\"status\">Live</p>\n";
    document(class, status, fragment, "<script src=\"board.js\" defer></script>\n")
}

/// The page as it is now, without a script.
pub fn exported(class: &str, fragment: &str) -> String {
    document(class, "", fragment, "")
}

fn document(class: &str, status: &str, fragment: &str, script: &str) -> String {
    let class = escaped(class);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{class}</title>\n<style>\n{STYLE}</style>\n{script}</head>\n\
         <body>\n<a class=\"skip\" href=\"#learners\">Skip to the learners</a>\n<header>\n<h1>{class}</h1>\n{status}</header>\n\
         <main id=\"board\">\n{fragment}</main>\n</body>\n</html>\n"
    )
}

/// What changes of the page.
pub fn fragment(standing: &ClassStanding, called: Called, now: Timestamp) -> String {
    format!(
        "<p>{}. As of {}.</p>\n{}{}{}{}",
        escaped(&counts(standing)),
        minute(now),
        stuck(&standing.hurdles(), called, now),
        help(standing, called, now),
        unread(standing, called),
        learners(standing, called),
    )
}

fn stuck(hurdles: &[Hurdle], called: Called, now: Timestamp) -> String {
    let row = |(number, hurdle): (usize, &Hurdle)| {
        let names = hurdle
            .learners
            .iter()
            .map(|(learner, since)| format!("<li>{} ({})</li>", escaped(called.of(learner)), waited(*since, now)));
        format!(
            "<tr><td class=\"count\">{}</td><th scope=\"row\">{}</th><td>{}<details id=\"hurdle-{number}\">\
             <summary id=\"who-{number}\">Who</summary><ul>{}</ul></details></td></tr>\n",
            hurdle.learners.len(),
            escaped(&hurdle.exercise.heading()),
            escaped(&sentence(hurdle.exercise, &hurdle.clause)),
            names.collect::<String>(),
        )
    };
    let rows: String = hurdles.iter().enumerate().map(row).collect();
    let rows = if rows.is_empty() { "<tr><td colspan=\"3\">Nowhere</td></tr>\n".to_owned() } else { rows };
    format!(
        "<h2 id=\"stuck\">Where the class is stuck</h2>\n<table>\n<thead><tr><th scope=\"col\">Learners</th>\
         <th scope=\"col\">Exercise</th><th scope=\"col\">First clause that fails</th></tr></thead>\n<tbody>\n{rows}</tbody>\n\
         </table>\n"
    )
}

fn help(standing: &ClassStanding, called: Called, now: Timestamp) -> String {
    let row = |one: &&Standing| {
        let at = one.at.as_ref()?;
        let (name, since) = (escaped(called.of(one.learner)), waited(at.since, now));
        Some(format!("<li><b>{name}</b>, {since} at {}</li>\n", escaped(&at.exercise.heading())))
    };
    let rows: String = slowest(standing).iter().filter_map(row).collect();
    let rows = if rows.is_empty() { "<li>Nobody</li>\n".to_owned() } else { rows };
    format!("<h2 id=\"help\">Who needs help</h2>\n<ol>\n{rows}</ol>\n")
}

fn unread(standing: &ClassStanding, called: Called) -> String {
    let rows: String = standing
        .unread()
        .map(|(one, trouble)| {
            format!("<li><b>{}</b>: {}</li>\n", escaped(called.of(one.learner)), escaped(trouble.words()))
        })
        .collect();
    if rows.is_empty() {
        return rows;
    }
    format!("<h2 id=\"unread\">Who cannot be read</h2>\n<p>This is no grade.</p>\n<ul>\n{rows}</ul>\n")
}

fn learners(standing: &ClassStanding, called: Called) -> String {
    let row = |one: &Standing| {
        let at = one.at.as_ref().map_or_else(String::new, |at| escaped(&at.exercise.heading()));
        let last = one.last.map_or_else(|| "not yet".to_owned(), minute);
        let how = one.how.map_or("", |how| how.words());
        format!(
            "<tr><th scope=\"row\">{}</th><td>{} of {}</td><td>{at}</td><td>{last}</td><td>{how}</td></tr>\n",
            escaped(called.of(one.learner)),
            one.done,
            standing.exercises,
        )
    };
    let rows: String = standing.learners.iter().map(row).collect();
    format!(
        "<h2 id=\"learners\" tabindex=\"-1\">Learners</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" \
         aria-labelledby=\"learners\">\n<table>\n<thead><tr><th scope=\"col\">Learner</th><th scope=\"col\">Done</th>\
         <th scope=\"col\">Works on</th><th scope=\"col\">Last known</th><th scope=\"col\">How</th></tr></thead>\n<tbody>\n\
         {rows}</tbody>\n</table>\n</div>\n"
    )
}
