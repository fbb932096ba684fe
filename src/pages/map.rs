//! The map as a page of text: the things of each chapter below what leads to them, each with its state in a word and a mark.

mod svg;
mod web_page;

use crate::catalog;
use crate::map::{Branch, Map, NodeState, SeenNode, chapters, tree};
use crate::ui::{Line, Meaning, Span, blanks, lines, prefixed, wrap_all};

pub use svg::picture as svg;
pub use web_page::page as html;

/// The columns of a mark and a state.
const STATE: usize = 17;

/// A mark that is legible without colour, and how it is shown.
fn mark(state: NodeState) -> (&'static str, Meaning) {
    match state {
        NodeState::Stands => ("[x]", Meaning::Good),
        NodeState::Begun => ("[.]", Meaning::Waiting),
        NodeState::Waits => ("[~]", Meaning::Waiting),
        NodeState::Changed => ("[!]", Meaning::Bad),
        NodeState::Removed | NodeState::NoAccess => ("[-]", Meaning::Dim),
        NodeState::Unknown => ("[?]", Meaning::Unknown),
        NodeState::NotYet => ("[ ]", Meaning::Dim),
    }
}

/// The whole map. Of chapters without anything begun only a line is shown, unless one chapter is wanted, or it is the first and
/// nothing is begun at all.
pub fn page(map: &Map, wanted: Option<u8>, width: usize) -> Vec<Line> {
    let mut page = Vec::new();
    for (number, is_drawn) in shown(map, wanted) {
        page.push(Line::from(Span::new(&heading(map, number), Meaning::Heading)));
        if is_drawn {
            page.extend(chapter(map, number, width));
            page.push(Line::default());
        }
    }
    page
}

/// The chapters of the page, and whether each is drawn.
fn shown(map: &Map, wanted: Option<u8>) -> Vec<(u8, bool)> {
    let is_begun = chapters().into_iter().any(|number| map.has_begun(number));
    let first = chapters().first().copied().filter(|_| !is_begun);
    let shown = chapters().into_iter().filter(|chapter| wanted.is_none_or(|wanted| wanted == *chapter));
    shown.map(|number| (number, wanted.is_some() || map.has_begun(number) || first == Some(number))).collect()
}

/// The things of a chapter.
pub fn chapter(map: &Map, number: u8, width: usize) -> Vec<Line> {
    tree(map, number).iter().flat_map(|branch| row(branch, width)).collect()
}

/// A chapter with how much of it stands.
fn heading(map: &Map, number: u8) -> String {
    let title = catalog::chapter(number).map(catalog::Chapter::heading).unwrap_or_default();
    format!("{title}: {}", counted(map, number))
}

fn counted(map: &Map, number: u8) -> String {
    let (mut stand, mut all) = (0, 0);
    for (_, state) in map.of_chapter(number) {
        stand += usize::from(state == NodeState::Stands);
        all += usize::from(state != NodeState::NoAccess);
    }
    format!("{stand} of {all} {}", if stand == 1 { "stands" } else { "stand" })
}

fn row(branch: &Branch<'_>, width: usize) -> Vec<Line> {
    let (state, meaning) = match branch.seen.state {
        Some(state) => (format!("{} {}", mark(state).0, state.name()), mark(state).1),
        None => (String::new(), Meaning::Dim),
    };
    let (stem, rest) = stems(branch);
    let room = width.saturating_sub(STATE + stem.width()).max(1);
    let text = wrap_all(&[what(branch)], room);
    let below = prefixed(&stem, &rest, text);
    prefixed(&Span::new(&format!("{state:<STATE$}"), meaning), &blanks(STATE), below)
}

/// What is drawn before a thing, and before the further lines of its name.
fn stems(branch: &Branch<'_>) -> (Span, Span) {
    let Some((own, above)) = branch.more.split_last() else { return (Span::plain(""), Span::plain("")) };
    let bar = |more: &bool| if *more { "│  " } else { "   " };
    let above: String = above.iter().map(bar).collect();
    let corner = if *own { "├" } else { "└" };
    let (does, is_joined) = branch.arrow.unwrap_or_default();
    let (dash, tip) = if is_joined { ("─", "─▶") } else { ("╌", "╌▷") };
    let stem = Span::new(&format!("{above}{corner}{dash} {does} {tip} "), Meaning::Dim);
    let rest = format!("{above}{}", bar(own));
    let padding = stem.width().saturating_sub(crate::ui::width(&rest));
    (stem, Span::new(&format!("{rest}{}", " ".repeat(padding)), Meaning::Dim))
}

/// A thing's noun and names.
fn what(branch: &Branch<'_>) -> Line {
    let seen = branch.seen;
    let style = if stands(seen) && branch.elsewhere.is_none() { Meaning::Strong } else { Meaning::Dim };
    let line = Line::from(Span::new(&called(seen), style));
    match aside(branch) {
        Some(aside) => line.with(Span::new(&format!(" ({aside})"), Meaning::Dim)),
        None => line,
    }
}

/// Where it is drawn, if not here; what AWS calls it, if it stands; otherwise the exercises that make it.
fn aside(branch: &Branch<'_>) -> Option<String> {
    if branch.elsewhere.is_some() {
        return branch.elsewhere.clone();
    }
    if stands(branch.seen) { branch.seen.id.clone() } else { Some(branch.seen.node.exercises.join(", ")) }
}

fn called(seen: &SeenNode) -> String {
    format!("{} {}", seen.node.noun, seen.name).trim_end().to_owned()
}

fn stands(seen: &SeenNode) -> bool {
    matches!(seen.state, None | Some(NodeState::Stands))
}

/// What arrows and numbers mean, and how to see more, by what is on the page.
pub fn legend(map: &Map, wanted: Option<u8>, width: usize) -> Vec<Line> {
    let mut legend = "─▶ joined   ╌▷ not joined yet".to_owned();
    let made = made_later(map, wanted);
    if let Some(id) = made {
        legend.push_str(&format!("   ({id}) is made in exercise {id}"));
    }
    let read = made.map(|id| format!("`msl-learn read {id}` says how"));
    let hidden = shown(map, wanted).into_iter().find(|(_, is_drawn)| !is_drawn);
    let more = hidden.map(|(number, _)| format!("`msl-learn map {number}` shows all of chapter {number}"));
    let further = read.into_iter().chain(more).collect::<Vec<_>>().join("; ");
    if !further.is_empty() {
        legend.push_str(&format!("\n{further}."));
    }
    wrap_all(&lines(&legend, Meaning::Dim), width)
}

/// The exercise of the first thing that is drawn and does not stand; one that one exercise makes, if there is such a thing.
fn made_later(map: &Map, wanted: Option<u8>) -> Option<&'static str> {
    let drawn = shown(map, wanted).into_iter().filter(|(_, is_drawn)| *is_drawn);
    let branches = drawn.flat_map(|(number, _)| tree(map, number));
    let open = branches.filter(|branch| branch.elsewhere.is_none() && !stands(branch.seen));
    let made: Vec<&'static [&'static str]> = open.map(|branch| branch.seen.node.exercises).collect();
    made.iter().find(|ids| ids.len() == 1).or(made.first())?.first().copied()
}

#[cfg(test)]
mod tests;
