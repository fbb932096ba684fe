//! The board of a class as HTML: one page that needs nothing else, live or as an export without scripts.

use jiff::Timestamp;

use super::{Called, OLDER_CODES, counts, learners, nobody, nowhere, refusals, sentence, slowest, waited};
use crate::class::board_view::BoardView;
use crate::class::notices::Notice;
use crate::class::older_code::{NEW_CODES, sentences};
use crate::class::standing::{ClassStanding, ExerciseTally, Hurdle, LearnerGroup, Standing};
use crate::pages::web::escaped;
use crate::ui::time::minute;

const STYLE: &str = include_str!("board.css");
/// What keeps the page up to date.
pub const SCRIPT: &str = include_str!("board.js");
/// The most learners that a list names at a time.
const PAGE: usize = 100;

/// What a board is drawn of, as it is now.
#[derive(Clone)]
pub struct BoardContent {
    /// What the class is called.
    pub name: String,
    /// The whole class.
    pub standing: ClassStanding,
    pub notices: Vec<Notice>,
    pub called: Called,
    pub now: Timestamp,
    /// What keeps the page from showing how things are.
    pub troubles: Vec<String>,
}

/// What a board is drawn of for somebody who asked for this view.
pub struct BoardRequest<'a> {
    /// The whole class.
    pub class: &'a ClassStanding,
    /// Of whom the board speaks: the class, or a section of it.
    pub standing: &'a ClassStanding,
    pub notices: &'a [Notice],
    pub called: Called,
    pub now: Timestamp,
    pub view: &'a BoardView,
    /// How many learners each list names.
    pub most: usize,
}

/// The page that keeps itself up to date; what changes of it is its fragment.
pub fn live(content: &BoardContent, view: &BoardView) -> String {
    let class = &content.name;
    let is_live = if content.troubles.is_empty() { "Live." } else { "Not up to date." };
    // The script shows the button that it works.
    let status = format!(
        "<div class=\"now\"><p id=\"live\" role=\"status\">{is_live}</p>\
         <button id=\"pause\" type=\"button\" hidden>Pause</button></div>\n"
    );
    let status = format!("{status}{}", learners::filter(&content.standing, view));
    let script = "<script src=\"board.js\" defer></script>\n";
    document(&named(class, view), class, &status, &fragment(content, view), script)
}

/// The page as it is now, without a script. There is nobody to ask for another page of it, and it is searched and printed as a
/// whole: it names every learner.
pub fn exported(content: &BoardContent, view: &BoardView) -> String {
    let class = &content.name;
    document(&named(class, view), class, "", &drawn(content, view, usize::MAX), "")
}

/// What changes of the page. What tells how long ago something was is of the class `ago`.
pub fn fragment(content: &BoardContent, view: &BoardView) -> String {
    drawn(content, view, PAGE)
}

/// The title of the window: the class, and what of it.
fn named(class: &str, view: &BoardView) -> String {
    let section = view.section.as_ref().map_or_else(String::new, |section| format!(", section {section}"));
    let page = if view.page > 1 { format!(", page {}", view.page) } else { String::new() };
    format!("{class}{section}{page}")
}

fn document(title: &str, class: &str, status: &str, fragment: &str, script: &str) -> String {
    let (title, class) = (escaped(title), escaped(class));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n{script}</head>\n\
         <body>\n<a class=\"skip\" href=\"#learners\">Skip to the learners</a>\n<header>\n<h1>{class}</h1>\n{status}</header>\n\
         <main id=\"board\">\n{fragment}</main>\n</body>\n</html>\n"
    )
}

fn drawn(content: &BoardContent, view: &BoardView, most: usize) -> String {
    let section = view.section.as_deref().map(|section| content.standing.of_section(section));
    let standing = section.as_ref().unwrap_or(&content.standing);
    let BoardContent { standing: class, notices, called, now, troubles, .. } = content;
    let board = BoardRequest { class, standing, notices, called: *called, now: *now, view, most };
    trouble(troubles) + &board.fragment()
}

impl BoardRequest<'_> {
    fn fragment(&self) -> String {
        format!(
            "<p>{}. <span class=\"ago\">As of {}.</span></p>\n{}{}{}{}{}{}{}",
            escaped(&counts(self.standing)),
            minute(self.now),
            self.stuck(),
            exercises(&self.standing.tallies),
            self.help(),
            refusals::unread(self),
            refusals::hand_ins(self),
            older_codes(self),
            learners::list(self),
        )
    }

    /// Where those are listed whom a list of this page leaves out.
    pub fn rest(&self, left: usize, group: LearnerGroup) -> String {
        if left == 0 {
            return String::new();
        }
        let view = BoardView { group: Some(group), page: 1, ..self.view.clone() };
        let query = escaped(&view.query());
        format!("<li>and {left} more: <a href=\"{query}#learners\">all learners {}</a></li>\n", group.words())
    }

    fn stuck(&self) -> String {
        let rows: String = self.standing.hurdles().iter().map(|hurdle| self.hurdle_row(hurdle)).collect();
        let rows = if rows.is_empty() {
            format!(
                "<tr id=\"nowhere\" role=\"row\"><td colspan=\"3\" role=\"cell\">{}</td></tr>\n",
                escaped(&nowhere(self.standing))
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

    fn hurdle_row(&self, hurdle: &Hurdle) -> String {
        let id = escaped(&format!("{}-{}", hurdle.exercise.id(), hurdle.clause));
        let names = hurdle.learners.iter().take(self.most).map(|(learner, since)| {
            let (name, since) = (escaped(self.called.of(learner)), waited(*since, self.now));
            format!("<li>{name} <span class=\"ago\">({since})</span></li>")
        });
        format!(
            "<tr id=\"row-{id}\" role=\"row\"><td class=\"count\" role=\"cell\">{}</td><th scope=\"row\" role=\"rowheader\">{}</th>\
             <td role=\"cell\">{}<details id=\"who-{id}\">\
             <summary id=\"show-{id}\">Who</summary><ul>{}{}</ul></details></td></tr>\n",
            hurdle.learners.len(),
            escaped(&hurdle.exercise.heading()),
            escaped(&sentence(hurdle.exercise, &hurdle.clause)),
            names.collect::<String>(),
            self.rest(hurdle.learners.len().saturating_sub(self.most), LearnerGroup::Stuck),
        )
    }

    fn help(&self) -> String {
        let row = |one: &&Standing| {
            let at = one.at.as_ref()?;
            let (name, since) = (escaped(self.called.of(&one.learner)), waited(at.since, self.now));
            let heading = escaped(&at.exercise.heading());
            Some(format!("<li><b>{name}</b> at {heading}<span class=\"ago\">, for {since}</span></li>\n"))
        };
        let rows: String = slowest(self.standing).iter().filter_map(row).collect();
        let body = if rows.is_empty() {
            format!("<p>{}</p>\n", nobody(self.standing))
        } else {
            format!("<ol>\n{rows}</ol>\n")
        };
        format!("<h2 id=\"help\">Who needs help</h2>\n{body}")
    }
}

/// What the script knows a page by that is not up to date.
fn trouble(troubles: &[String]) -> String {
    let lines: String = troubles.iter().map(|text| format!("<li>{}</li>\n", escaped(text))).collect();
    if lines.is_empty() {
        return lines;
    }
    format!("<div id=\"trouble\">\n<p><b>This page is not up to date.</b></p>\n<ul>\n{lines}</ul>\n</div>\n")
}

/// Whose join code is older than the class.
fn older_codes(asked: &BoardRequest) -> String {
    let told = sentences(&asked.standing.older_codes(), |learner| asked.called.of(learner));
    if told.is_empty() {
        return String::new();
    }
    let lines: String = told.iter().map(|text| format!("<li>{}</li>\n", escaped(text))).collect();
    format!("<h2 id=\"older\">{OLDER_CODES}</h2>\n<ul>\n{lines}</ul>\n<p>{}</p>\n", escaped(NEW_CODES))
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
