//! The board of a class as HTML: one page that needs nothing else, live or as an export without scripts.

use jiff::Timestamp;

use super::{Called, counts, nobody, nowhere, sentence, slowest, waited};
use crate::class::standing::{ClassStanding, ExerciseTally, Hurdle, Standing};
use crate::pages::web::escaped;
use crate::ui::time::minute;

const STYLE: &str = include_str!("board.css");
/// What keeps the page up to date.
pub const SCRIPT: &str = include_str!("board.js");

/// The page that keeps itself up to date; what changes of it is `fragment`.
pub fn live(class: &str, fragment: &str) -> String {
    // The script shows the button that it works.
    let status = "<div class=\"now\"><p id=\"live\" role=\"status\">Live.</p>\
                  <button id=\"pause\" type=\"button\" hidden>Pause</button></div>\n";
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

/// What changes of the page. What tells how long ago something was is of the class `ago`.
pub fn fragment(standing: &ClassStanding, called: Called, now: Timestamp) -> String {
    format!(
        "<p>{}. <span class=\"ago\">As of {}.</span></p>\n{}{}{}{}{}",
        escaped(&counts(standing)),
        minute(now),
        stuck(standing, called, now),
        exercises(&standing.tallies),
        help(standing, called, now),
        unread(standing, called),
        learners(standing, called),
    )
}

fn stuck(standing: &ClassStanding, called: Called, now: Timestamp) -> String {
    let rows: String = standing.hurdles().iter().map(|hurdle| hurdle_row(hurdle, called, now)).collect();
    let rows = if rows.is_empty() {
        format!(
            "<tr id=\"nowhere\" role=\"row\"><td colspan=\"3\" role=\"cell\">{}</td></tr>\n",
            escaped(&nowhere(standing))
        )
    } else {
        rows
    };
    // The roles are those that the elements have until a narrow page lays them out otherwise.
    let heads = ["Learners", "Exercise", "First clause that fails"]
        .map(|head| format!("<th scope=\"col\" role=\"columnheader\">{head}</th>"))
        .concat();
    format!(
        "<h2 id=\"stuck\" tabindex=\"-1\">Where the class is stuck</h2>\n<table class=\"hurdles\" role=\"table\" \
         aria-labelledby=\"stuck\">\n<thead role=\"rowgroup\"><tr role=\"row\">{heads}</tr></thead>\n<tbody id=\"hurdles\" role=\"rowgroup\">\n{rows}</tbody>\n</table>\n"
    )
}

fn hurdle_row(hurdle: &Hurdle, called: Called, now: Timestamp) -> String {
    let id = escaped(&format!("{}-{}", hurdle.exercise.id(), hurdle.clause));
    let names = hurdle.learners.iter().map(|(learner, since)| {
        format!("<li>{} <span class=\"ago\">({})</span></li>", escaped(called.of(learner)), waited(*since, now))
    });
    format!(
        "<tr id=\"row-{id}\" role=\"row\"><td class=\"count\" role=\"cell\">{}</td><th scope=\"row\" role=\"rowheader\">{}</th>\
         <td role=\"cell\">{}<details id=\"who-{id}\">\
         <summary id=\"show-{id}\">Who</summary><ul>{}</ul></details></td></tr>\n",
        hurdle.learners.len(),
        escaped(&hurdle.exercise.heading()),
        escaped(&sentence(hurdle.exercise, &hurdle.clause)),
        names.collect::<String>(),
    )
}

/// Each exercise in numbers, on demand: there may be many.
fn exercises(tallies: &[ExerciseTally]) -> String {
    let row = |tally: &ExerciseTally| {
        let numbers = [tally.done, tally.not_done, tally.not_ready, tally.cannot_tell, tally.unseen];
        let cells: String = numbers.iter().map(|number| format!("<td class=\"number\">{number}</td>")).collect();
        let (id, heading) = (tally.exercise.id(), escaped(&tally.exercise.heading()));
        format!("<tr id=\"sum-{id}\"><th scope=\"row\">{heading}</th>{cells}</tr>\n")
    };
    let rows: String = tallies.iter().map(row).collect();
    let heads: String = ["Exercise", "Done", "Not done", "Not ready", "Cannot tell", "Not seen"]
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .concat();
    format!(
        "<h2 id=\"exercises\">Exercises</h2>\n<details id=\"sums\"><summary id=\"show-sums\">Each in numbers</summary>\n\
         <div class=\"wide\" id=\"wide-sums\" tabindex=\"0\" role=\"region\" aria-label=\"Each exercise in numbers\">\n\
         <table aria-labelledby=\"exercises\">\n<thead><tr>{heads}</tr></thead>\n<tbody id=\"sum-rows\">\n{rows}</tbody>\n\
         </table>\n</div></details>\n"
    )
}

fn help(standing: &ClassStanding, called: Called, now: Timestamp) -> String {
    let row = |one: &&Standing| {
        let at = one.at.as_ref()?;
        let (name, since) = (escaped(called.of(one.learner)), waited(at.since, now));
        let heading = escaped(&at.exercise.heading());
        Some(format!("<li><b>{name}</b> at {heading}<span class=\"ago\">, for {since}</span></li>\n"))
    };
    let rows: String = slowest(standing).iter().filter_map(row).collect();
    let body = if rows.is_empty() { format!("<p>{}</p>\n", nobody(standing)) } else { format!("<ol>\n{rows}</ol>\n") };
    format!("<h2 id=\"help\">Who needs help</h2>\n{body}")
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
            "<tr id=\"{}\"><th scope=\"row\">{}</th><td>{} of {}</td><td>{at}</td><td class=\"time\">{last}</td><td>{how}</td></tr>\n",
            escaped(&one.learner.pseudonym),
            escaped(called.of(one.learner)),
            one.done,
            standing.exercises,
        )
    };
    let rows: String = standing.learners.iter().map(row).collect();
    format!(
        "<h2 id=\"learners\" tabindex=\"-1\">Learners</h2>\n<div class=\"wide\" id=\"wide-learners\" tabindex=\"0\" role=\"region\" \
         aria-labelledby=\"learners\">\n<table aria-labelledby=\"learners\">\n<thead><tr><th scope=\"col\">Learner</th><th scope=\"col\">Done</th>\
         <th scope=\"col\">Works on</th><th scope=\"col\">Last known</th><th scope=\"col\">How</th></tr></thead>\n<tbody id=\"rows\">\n\
         {rows}</tbody>\n</table>\n</div>\n"
    )
}
