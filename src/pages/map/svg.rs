//! The map as a picture that needs nothing else: the same trees as the page of text, with boxes and arrows.

use super::{aside, called, heading, mark};
use crate::map::{Branch, Map, chapters, tree};
use crate::pages::web::escaped;

const STYLE: &str = include_str!("map.css");

/// The size of a box, the height of a line, where an arrow leaves a box, and how long it is.
const BOX: (usize, usize) = (400, 40);
const LINE: usize = 52;
const LEVEL: usize = 18;
const ARROW: usize = 120;
const EDGE: usize = 16;
/// The most characters of a name in a box; a browser shows the whole one as its title.
const MOST: usize = 46;

/// The whole map, or one chapter of it.
pub fn picture(map: &Map, wanted: Option<u8>) -> String {
    let shown = chapters().into_iter().filter(|chapter| wanted.is_none_or(|wanted| wanted == *chapter));
    let (mut body, mut top, mut right) = (String::new(), EDGE, 0);
    for number in shown {
        let branches = tree(map, number);
        body.push_str(&format!(
            "<text class=\"heading\" x=\"{EDGE}\" y=\"{}\">{}</text>\n",
            top + 20,
            escaped(&heading(map, number))
        ));
        top += LINE - EDGE;
        for (at, branch) in branches.iter().enumerate() {
            body.push_str(&drawn(branch, top + at * LINE, parent(&branches, at).map(|parent| top + parent * LINE)));
            right = right.max(left(branch) + BOX.0);
        }
        top += branches.len() * LINE + EDGE;
    }
    let width = right + EDGE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{top}\" viewBox=\"0 0 {width} {top}\">\n\
         <title>The application of Mastering AWS Serverless</title>\n<style>\n{STYLE}</style>\n{body}</svg>\n"
    )
}

/// The line of the thing above.
fn parent(branches: &[Branch<'_>], at: usize) -> Option<usize> {
    let depth = branches[at].more.len();
    branches[..at].iter().rposition(|above| above.more.len() + 1 == depth)
}

fn left(branch: &Branch<'_>) -> usize {
    EDGE + branch.more.len() * (LEVEL + ARROW)
}

/// A box, and the arrow to it from the one above, which begins at that height.
fn drawn(branch: &Branch<'_>, top: usize, above: Option<usize>) -> String {
    let seen = branch.seen;
    let (class, state) = match seen.state {
        Some(state) => (state.name().replace(' ', "-"), format!("{} {}", mark(state).0, state.name())),
        None => ("stands".into(), String::new()),
    };
    let aside = aside(branch).map(|aside| format!(" ({aside})"));
    let name = called(seen);
    let whole = format!("{name}{}", aside.unwrap_or_default());
    let (x, middle) = (left(branch), top + BOX.1 / 2);
    let arrow = above.map(|above| arrow(branch, x, middle, above)).unwrap_or_default();
    format!(
        "{arrow}<g class=\"{class}\"><title>{}</title><rect x=\"{x}\" y=\"{top}\" width=\"{}\" height=\"{}\" rx=\"6\"/>\
         <text x=\"{}\" y=\"{}\">{}</text><text class=\"state\" x=\"{}\" y=\"{}\">{}</text></g>\n",
        escaped(&whole),
        BOX.0,
        BOX.1,
        x + 10,
        top + 17,
        escaped(&short(&whole)),
        x + 10,
        top + 34,
        escaped(&state),
    )
}

fn arrow(branch: &Branch<'_>, x: usize, middle: usize, above: usize) -> String {
    let (does, is_joined) = branch.arrow.unwrap_or_default();
    let class = if is_joined { "joined" } else { "apart" };
    let start = x - ARROW;
    format!(
        "<path class=\"{class}\" d=\"M{start} {} V{middle} H{}\"/><path class=\"tip\" d=\"M{x} {middle} l-8 -4 v8 z\"/>\
         <text class=\"does\" x=\"{}\" y=\"{}\">{}</text>\n",
        above + BOX.1,
        x - 8,
        start + 6,
        middle - 5,
        escaped(does)
    )
}

/// The text, cut where a box ends.
fn short(text: &str) -> String {
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}
