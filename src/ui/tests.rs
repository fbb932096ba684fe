//! What the learner gets to see of a document with every construct.

mod clean;
mod link;
mod wrap;

use proptest::prelude::*;

use super::link::Links;
use super::markdown::{render, render_with};
use super::text::Line;

const EVERY_CONSTRUCT: &str = include_str!("tests/every_construct.md");

/// What foreign text may hold to steer a terminal, to hide or to confuse measures.
const HOSTILE: [&str; 20] = [
    "\u{1b}[31m",
    "\u{1b}]8;;x\u{7}",
    "\u{9b}2J",
    "\0",
    "\u{8}",
    "\r",
    "\n",
    "\t",
    "\u{7f}",
    "\u{85}",
    "\u{202e}",
    "\u{200b}",
    "\u{2028}",
    "\u{200d}",
    "\u{fe0f}",
    "\u{301}",
    "\u{20e3}",
    "👩\u{200d}💻",
    "漢字",
    " ",
];

/// Any text, with more than its share of what is hostile.
pub fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => "[a-z ]{1,12}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn page(width: usize) -> String {
    let lines: Vec<String> = render(EVERY_CONSTRUCT, width).iter().map(Line::text).collect();
    lines.join("\n")
}

#[test]
fn every_construct_in_40_columns() {
    insta::assert_snapshot!(page(40));
}

#[test]
fn every_construct_in_80_columns() {
    insta::assert_snapshot!(page(80));
}

#[test]
fn every_construct_in_120_columns() {
    insta::assert_snapshot!(page(120));
}

#[test]
fn links_lead_where_the_terminal_follows_them() {
    let lines = render_with(EVERY_CONSTRUCT, 80, Links::Live);
    let page: Vec<String> = lines.iter().map(|line| line.shown(Links::Live).to_string()).collect();
    let page = page.join("\n");
    let links = page.split("\n\n").filter(|block| block.contains("]8;"));
    insta::assert_snapshot!(links.collect::<Vec<_>>().join("\n\n").replace('\u{1b}', "␛"));
}

#[test]
fn every_construct_with_its_styles() {
    let lines: Vec<String> = render(EVERY_CONSTRUCT, 80).iter().map(Line::to_string).collect();
    insta::assert_snapshot!(lines.join("\n").replace('\u{1b}', "␛"));
}
