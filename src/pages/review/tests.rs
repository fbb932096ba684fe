//! A review of the account in which the book is done, in each of its forms.

use std::collections::BTreeSet;

use jiff::Timestamp;
use msl_learn_checks::review::{Review, Scope, review};
use msl_learn_checks::{LeftKind, Pillar, testing};

use super::{NEXT, html, kept, page};
use crate::check::EventLoop;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::review::{Changed, ReviewDocument, Reviewed};
use crate::workspace::Settings;

fn seen(account: &testing::Account) -> Review {
    let learner = testing::example();
    let course = [(LeftKind::User, "ada".to_owned())];
    let look = async { Ok::<_, Failure>(review(&account.open(), &learner, Scope::Course(&course), None).await) };
    EventLoop::new().expect("an event loop").block_on(look).expect("a review")
}

/// The finished account, with two answers, and with something that became better and worse.
fn reviewed(wanted: Option<Pillar>) -> Reviewed {
    let mut progress = Progress::default();
    progress.answer_review("restore_tried", true);
    progress.answer_review("incident_plan", false);
    let changed = Changed {
        since: Some(Timestamp::from_second(1_800_000_000).expect("a time")),
        better: vec!["the bucket example-data: what is overwritten or deleted can be had back".into()],
        worse: vec!["the function <b>: not so any more: it runs on Graviton (found: x86_64)".into()],
        new: vec!["the table chapters: could not be judged before, and is not so now: it can be had back".into()],
    };
    let mut all = Reviewed::new(&seen(&testing::reviewed()), wanted, &progress, changed);
    all.left_out = vec!["the role photos".into()];
    all
}

fn text(reviewed: &Reviewed, width: usize) -> String {
    let lines = page(reviewed, "123456789012", width);
    lines.iter().map(|line| format!("{}\n", line.text().trim_end())).collect()
}

#[test]
fn a_page_has_risks_first_and_what_to_do_next() {
    insta::assert_snapshot!(text(&reviewed(None), 100));
}

#[test]
fn one_pillar_has_a_page_of_its_own_on_a_narrow_terminal() {
    insta::assert_snapshot!(text(&reviewed(Some(Pillar::Sustainability)), 60));
}

#[test]
fn a_document_for_programs_says_all_of_it() {
    let settings = Settings::example();
    let reviewed = reviewed(Some(Pillar::Reliability));
    let document = serde_json::to_string_pretty(&ReviewDocument::new(&reviewed, &settings)).expect("JSON");
    insta::assert_snapshot!(document);
}

#[test]
fn a_page_for_a_browser_needs_nothing_else_and_shows_foreign_text_as_text() {
    let page = html(&reviewed(Some(Pillar::CostOptimization)), "123456789012");
    for loaded in ["<script", "<link", "src=", "@import", "url(", "<b>: it"] {
        assert!(!page.contains(loaded), "{loaded}");
    }
    insta::assert_snapshot!(page);
}

#[test]
fn the_names_of_what_keeps_several_practices_are_said_once() {
    for pillar in &reviewed(None).pillars {
        let kept = kept(pillar);
        let names: BTreeSet<&str> =
            kept.iter().filter_map(|text| text.split_once(" (the ")).map(|(_, of)| of).collect();
        assert_eq!(names.len(), kept.len(), "{kept:#?}");
    }
}

#[test]
fn nothing_to_do_is_said_in_few_words() {
    let all = Reviewed::new(&seen(&testing::exemplary()), None, &Progress::default(), Changed::default());
    assert!(all.next().is_empty() && !all.has_unknown());
    let page = text(&all, 100);
    assert!(page.starts_with("Review of account 123456789012: 0 high risks, 0 medium risks\n"), "{page}");
    assert!(!page.contains(NEXT) && !page.contains("Since"), "{page}");
}
