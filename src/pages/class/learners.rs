//! The list of learners on the board: a page of it, links to the others, and the form that asks for some of them.

use std::collections::BTreeSet;

use super::board::BoardRequest;
use crate::class::board_view::BoardView;
use crate::class::standing::{ClassStanding, LearnerGroup, Standing};
use crate::pages::web::escaped;
use crate::ui::counted;
use crate::ui::time::minute;

/// A page of the list.
struct LearnerPage<'a> {
    asked: &'a BoardRequest<'a>,
    learners: &'a [&'a Standing],
    /// How many are on the pages before.
    before: usize,
    all: usize,
    page: usize,
    pages: usize,
}

/// The form that asks for a section and for a group of learners. It works without scripts.
pub fn filter(standing: &ClassStanding, view: &BoardView) -> String {
    let sections: BTreeSet<&str> = standing.learners.iter().map(|one| one.learner.section.as_str()).collect();
    // One that nobody is in stays chosen, as the page is about it.
    let sections: BTreeSet<&str> =
        sections.into_iter().chain(view.section.as_deref()).filter(|one| !one.is_empty()).collect();
    let sections: Vec<(&str, &str)> = sections.into_iter().map(|section| (section, section)).collect();
    let groups = LearnerGroup::ALL.map(|group| (group.name(), group.words()));
    let by_section = select("section", "Section", "the whole class", &sections, view.section.as_deref());
    let by_group = select("state", "Learners in the list", "all", &groups, view.group.map(LearnerGroup::name));
    let by_section = if sections.is_empty() { String::new() } else { by_section };
    format!(
        "<form class=\"filter\" method=\"get\" action=\"./\">\n{by_section}{by_group}\
         <button id=\"filter\" type=\"submit\">Show</button>\n</form>\n"
    )
}

fn select(name: &str, label: &str, any: &str, options: &[(&str, &str)], chosen: Option<&str>) -> String {
    let option = |(value, text): (&str, &str)| {
        let is_chosen = if chosen.unwrap_or_default() == value { " selected" } else { "" };
        format!("<option value=\"{}\"{is_chosen}>{}</option>", escaped(value), escaped(text))
    };
    let options: String = std::iter::once(("", any)).chain(options.iter().copied()).map(option).collect();
    format!("<label for=\"{name}\">{label} <select id=\"{name}\" name=\"{name}\">{options}</select></label>\n")
}

/// The learners who were asked for, as many as the page has. Who needs help first stands first, over all pages.
pub fn list(asked: &BoardRequest) -> String {
    let is_wanted = |one: &&Standing| asked.view.group.is_none_or(|group| asked.standing.is_in(one, group));
    let learners: Vec<&Standing> = asked.standing.by_need().into_iter().filter(is_wanted).collect();
    let pages = learners.len().div_ceil(asked.most).max(1);
    // The class may have become smaller since the page was opened.
    let page = asked.view.page.clamp(1, pages);
    let before = (page - 1).saturating_mul(asked.most);
    let end = before.saturating_add(asked.most).min(learners.len());
    LearnerPage { asked, learners: &learners[before..end], before, all: learners.len(), page, pages }.html()
}

impl LearnerPage<'_> {
    fn html(&self) -> String {
        let rows: String = self.learners.iter().enumerate().map(|(at, one)| self.row(self.before + at, one)).collect();
        let heads = ["Learner", "Done", "Works on", "Last known", "How"]
            .map(|head| format!("<th scope=\"col\">{head}</th>"))
            .concat();
        // Beside the heads there are as many rows as learners, of which this page has some.
        format!(
            "<h2 id=\"learners\" tabindex=\"-1\">Learners</h2>\n<p id=\"which\">{}</p>\n{}\
             <div class=\"wide\" id=\"wide-learners\" tabindex=\"0\" role=\"region\" aria-labelledby=\"learners\">\n\
             <table aria-labelledby=\"learners\" aria-describedby=\"which\" aria-rowcount=\"{}\">\n\
             <thead><tr aria-rowindex=\"1\">{heads}</tr></thead>\n<tbody id=\"rows\">\n{rows}</tbody>\n</table>\n</div>\n{}",
            escaped(&self.which()),
            self.links(),
            self.all + 1,
            self.next(),
        )
    }

    /// Which learners of how many, in words.
    fn which(&self) -> String {
        let section =
            self.asked.standing.section.as_ref().map_or_else(String::new, |name| format!(" in section {name}"));
        let group = self.asked.view.group.map_or_else(String::new, |group| format!(" {}", group.words()));
        match (self.all, self.pages) {
            (0, _) => format!("No learners{section}{group}."),
            (all, 1) => format!("{}{section}{group}. Who needs help first stands first.", counted(all, "learner")),
            (all, _) => format!(
                "{} to {} of {all} learners{section}{group}. Who needs help first stands first, over all pages.",
                self.before + 1,
                self.before + self.learners.len()
            ),
        }
    }

    fn row(&self, number: usize, one: &Standing) -> String {
        let works_on = match (&one.at, one.trouble) {
            (Some(at), _) => at.exercise.heading(),
            (None, Some(trouble)) => trouble.words().to_owned(),
            (None, None) => {
                one.brought.map_or_else(String::new, |exercise| format!("brought to {}", exercise.heading()))
            }
        };
        // Of whom nothing is known, it is not known either that nothing is done.
        let all = self.asked.standing.exercises;
        let done = if one.last.is_none() { String::new() } else { format!("{} of {all}", one.done) };
        let last = one.last.map_or_else(|| "not yet".to_owned(), minute);
        format!(
            "<tr id=\"{}\" aria-rowindex=\"{}\"><th scope=\"row\">{}</th><td>{done}</td><td>{}</td><td class=\"time\">{last}</td><td>{}</td></tr>\n",
            escaped(&one.learner.pseudonym),
            number + 2,
            escaped(self.asked.called.of(&one.learner)),
            escaped(&works_on),
            one.how.map_or("", |how| how.words()),
        )
    }

    fn address(&self, page: usize) -> String {
        escaped(&BoardView { page, ..self.asked.view.clone() }.query()) + "#learners"
    }

    fn links(&self) -> String {
        if self.pages == 1 {
            return String::new();
        }
        let link = |page: usize| {
            let current = if page == self.page { " aria-current=\"page\"" } else { "" };
            format!("<li><a id=\"page-{page}\" href=\"{}\"{current}>{page}</a></li>", self.address(page))
        };
        let links: String = (1..=self.pages).map(link).collect();
        format!("<nav aria-label=\"Pages of the learners\"><p>Page</p><ul class=\"pages\">{links}</ul></nav>\n")
    }

    /// The way on for whoever has read the page to its end.
    fn next(&self) -> String {
        if self.page == self.pages {
            return String::new();
        }
        format!("<p><a id=\"page-next\" href=\"{}\">Next page of the learners</a></p>\n", self.address(self.page + 1))
    }
}
