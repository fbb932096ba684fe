//! What an exercise says that it needs is all that it needs: in an account with nothing else it is not done, its solution
//! succeeds, and it is done.

use std::sync::OnceLock;
use std::time::Instant;

use crate::harness::catalog::{self, Exercise};
use crate::harness::crew;
use crate::harness::gaps;
use crate::harness::judge;
use crate::harness::kind::Kind;
use crate::harness::script;
use crate::harness::station::{Station, Visit};
use crate::harness::step;

/// An exercise solved after those before it in the tree, and nothing else.
struct Node {
    exercise: &'static Exercise,
    parent: Option<usize>,
    /// Whether those before it are exactly what the exercise needs.
    is_minimal: bool,
    /// None when something is wrong, there or before.
    station: OnceLock<Option<Station>>,
}

#[test]
fn needs_are_complete_in_ministack() {
    grow(Kind::MiniStack);
}

#[test]
fn needs_are_complete_in_moto() {
    grow(Kind::Moto);
}

fn grow(kind: Kind) {
    let nodes = tree(catalog::chosen().into_iter().filter(|exercise| gaps::is_solvable(kind, exercise)));
    let numbers: Vec<usize> = (0..nodes.len()).collect();
    let wrong = crew::work(&numbers, |number| {
        let node = &nodes[*number];
        let visit = match node.parent {
            None => Some(Visit::beginning(kind)),
            Some(parent) => nodes[parent].station.wait().as_ref().map(Station::visit),
        };
        let tried = visit.map(|visit| crew::attempt(|| solve(node, visit)).unwrap_or_else(|panic| (None, vec![panic])));
        let (station, wrong) = tried.unwrap_or_default();
        assert!(node.station.set(station).is_ok(), "each node is solved once");
        wrong
    });
    assert!(wrong.is_empty(), "{} things are wrong in {kind}:\n\n{}", wrong.len(), wrong.join("\n"));
}

/// The minimal chains of the exercises, with what they begin with in common. Parents stand before their children.
fn tree(exercises: impl Iterator<Item = &'static Exercise>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for exercise in exercises {
        let mut parent = None;
        for link in exercise.needs().into_iter().chain([exercise]) {
            let same = |node: &Node| node.parent == parent && node.exercise.slug == link.slug;
            let number = nodes.iter().position(same).unwrap_or(nodes.len());
            if number == nodes.len() {
                nodes.push(Node { exercise: link, parent, is_minimal: false, station: OnceLock::new() });
            }
            nodes[number].is_minimal |= link.slug == exercise.slug;
            parent = Some(number);
        }
    }
    nodes
}

fn solve(node: &Node, visit: Visit) -> (Option<Station>, Vec<String>) {
    let (exercise, kind, start) = (node.exercise, visit.emulator.kind(), Instant::now());
    let wrong: Vec<_> = if node.is_minimal {
        step::take(&visit, exercise, false)
    } else {
        let output = script::solve(&visit.workspace, exercise);
        judge::script_failure(&output, &[]).into_iter().collect()
    };
    let station = wrong.is_empty().then(|| visit.keep());
    eprintln!("{kind} {} with what it needs: {:.2} s", exercise.id, start.elapsed().as_secs_f64());
    (station, wrong.into_iter().map(|wrong| format!("with {} alone:\n{wrong}", chain(exercise))).collect())
}

fn chain(exercise: &Exercise) -> String {
    let needs: Vec<_> = exercise.needs().iter().map(|needed| needed.id.as_str()).collect();
    if needs.is_empty() { "an empty account".into() } else { needs.join(", ") }
}
