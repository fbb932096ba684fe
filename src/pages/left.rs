//! What the exercises left, as the learner reads it: what stands, how it goes, and what it costs.

use std::cmp::Ordering;

use crate::catalog::Price;
use crate::left::{Disposal, Looked, Removed, Sum, ids, month, sum};
use crate::progress::Progress;
use crate::ui::{Line, Meaning, Span, Style, counted, hanging, lines};

/// The width of the longest word for a state, and the gap after it.
const LABEL: usize = 13;
/// What the course costs where nothing of it is.
const EMPTY: &str = "Nothing that the exercises make is in the account, so the course costs nothing now.";

/// What stands and how it goes, in the order in which it can go.
pub fn listed(looked: &[Looked], steps: &[Removed<'_>], width: usize) -> Vec<Line> {
    let mut page = Vec::new();
    for step in steps {
        page.extend(heading(step, width));
        page.extend(how(step, width));
    }
    page.extend(unknown(looked, width));
    if steps.is_empty() {
        page.extend(nothing(looked).iter().flat_map(|said| paragraph(said, width)));
        return page;
    }
    page.push(Line::default());
    let count = |goes: bool| steps.iter().filter(|step| (step.state == Disposal::Goes) == goes).count();
    let things = counted(steps.len(), "thing");
    let stand = if steps.len() == 1 { "stands" } else { "stand" };
    let (goes, stays) = (count(true), count(false));
    let text = format!("{things} {stand}: {goes} can go, {stays} {}.", if stays == 1 { "stays" } else { "stay" });
    page.push(Line::from(Span::new(&text, Meaning::Strong)));
    page
}

/// What is gone and what still stands. Of what no exercise made here, the count alone is said.
pub fn gone(looked: &[Looked], steps: &[Removed<'_>], progress: &Progress, width: usize) -> Vec<Line> {
    let (gone, never): (Vec<_>, Vec<_>) =
        looked.iter().filter(|one| one.is_gone()).partition(|one| one.thing.was_made(progress));
    let gone = gone.into_iter().map(|one| ("gone", Meaning::Good, one.thing.what.clone()));
    let stays = steps.iter().map(|step| match step.state.reason() {
        Some(reason) => ("stands", Meaning::Dim, format!("{}; it stays: {reason}", step.thing.what)),
        None => ("stands", Meaning::Bad, step.thing.what.clone()),
    });
    let mut page: Vec<Line> =
        gone.chain(stays).flat_map(|(word, meaning, what)| row(word, meaning, &what, width)).collect();
    page.extend(never_made(never.len(), page.is_empty(), width));
    page.extend(unknown(looked, width));
    let left = steps.iter().filter(|step| step.state == Disposal::Goes).count();
    page.push(Line::default());
    page.push(Line::from(match left {
        0 if looked.iter().any(|one| one.read.is_err()) => {
            Span::new("What could not be looked for may still stand.", Meaning::Unknown)
        }
        0 => Span::new("Nothing is left that could go.", Meaning::Good),
        1 => Span::new("One thing still stands.", Meaning::Bad),
        left => Span::new(&format!("{left} things still stand."), Meaning::Bad),
    }));
    page
}

/// What no exercise that was done here made, and what is not there.
fn never_made(count: usize, is_all: bool, width: usize) -> Vec<Line> {
    let are = if count == 1 { "is" } else { "are" };
    match (count, is_all) {
        (0, _) => Vec::new(),
        (1, true) => paragraph("The one thing that the exercises make is not in the account.", width),
        (_, true) => {
            paragraph(&format!("None of the {count} things that the exercises make is in the account."), width)
        }
        (_, false) => {
            let more = counted(count, "more thing");
            let said = format!("{more} of exercises that were not done in this workspace {are} not there either.");
            paragraph(&said, width)
        }
    }
}

/// That nothing stands, as far as it could be looked for; none if nothing could.
fn nothing(looked: &[Looked]) -> Option<&'static str> {
    let read = looked.iter().filter(|one| one.read.is_ok()).count();
    match read {
        0 if !looked.is_empty() => None,
        read if read == looked.len() => Some("Nothing that the exercises make is in the account."),
        _ => Some("Of what could be looked for, nothing is in the account."),
    }
}

/// Whether nothing costs anything, since nothing is there.
fn is_empty(looked: &[Looked]) -> bool {
    looked.iter().all(Looked::is_gone)
}

/// What stands costs a month: first what costs without being used.
pub fn costs(looked: &[Looked], is_practice: bool, width: usize) -> Vec<Line> {
    if is_empty(looked) {
        return paragraph(EMPTY, width);
    }
    let mut page = of_practice(is_practice, width);
    if is_practice {
        page.push(Line::default());
    }
    let mut priced: Vec<(&Looked, &'static Price, f64)> = looked.iter().filter_map(priced).collect();
    priced.retain(|(_, price, _)| price.usd > 0.0);
    priced.sort_by(|(_, _, a), (_, _, b)| b.partial_cmp(a).unwrap_or(Ordering::Equal));
    let (standing, by_use): (Vec<_>, Vec<_>) = priced.into_iter().partition(|(_, price, _)| price.standing > 0.0);
    page.extend(section("Costs without being used", &standing, width));
    page.extend(section("Costs by what it holds, and by use", &by_use, width));
    if standing.iter().chain(&by_use).any(|(_, price, _)| !price.is_confirmed) {
        page.extend(paragraph("`about` marks a price that was not read on AWS's own page: look there.", width));
        page.push(Line::default());
    }
    page.extend(unknown(looked, width));
    page.extend(total(sum(looked)).iter().flat_map(|text| paragraph(text, width)));
    page
}

/// What everything costs together.
pub(super) fn cost(looked: &[Looked], is_practice: bool, width: usize) -> Vec<Line> {
    if is_empty(looked) {
        return paragraph(EMPTY, width);
    }
    let mut page = of_practice(is_practice, width);
    page.extend(total(sum(looked)).iter().flat_map(|text| paragraph(text, width)));
    page
}

fn of_practice(is_practice: bool, width: usize) -> Vec<Line> {
    let said = "The practice account costs nothing. In a real account it would be:";
    if is_practice { paragraph(said, width) } else { Vec::new() }
}

/// A standing thing with its price, and what it costs a month.
fn priced(one: &Looked) -> Option<(&Looked, &'static Price, f64)> {
    let (standing, price) = one.standing().zip(one.thing.price)?;
    let (without_use, stored) = month(price, standing.bytes);
    Some((one, price, without_use + stored))
}

/// The rows below their prices, each of which is said once; what costs most comes first.
fn section(title: &str, rows: &[(&Looked, &'static Price, f64)], width: usize) -> Vec<Line> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut prices: Vec<&Price> = Vec::new();
    for (_, price, _) in rows {
        if !prices.iter().any(|known| std::ptr::eq(*known, *price)) {
            prices.push(price);
        }
    }
    let mut page = vec![Line::from(Span::new(title, Meaning::Heading))];
    for price in prices {
        page.extend(crate::ui::paragraph(&price_of(price), Meaning::Dim, width));
        for (one, _, cost) in rows.iter().filter(|(_, own, _)| std::ptr::eq(*own, price)) {
            let sum = Span::new(&format!("  {:<LABEL$}", dollars(*cost)), Meaning::Strong);
            page.extend(hanging(&sum, &lines(&one.thing.what, Style::default()), width));
        }
    }
    page.push(Line::default());
    page
}

fn price_of(price: &Price) -> String {
    let about = if price.is_confirmed { "" } else { "about " };
    let place = if price.region == "all" { String::new() } else { format!(" in {}", price.region) };
    // At least the cents, and whatever is less than one.
    let exact = price.usd.to_string();
    let rounded = format!("{:.2}", price.usd);
    let usd = if exact.len() < rounded.len() { rounded } else { exact };
    format!("{about}${usd} per {}{place} ({}, {})", price.per, price.day, price.source)
}

fn total(sum: Sum) -> Vec<String> {
    let Sum { standing, stored, priced, free, unknown } = sum;
    let mut total = vec![format!(
        "Together {} a month as it stands, of which {} without any use.",
        dollars(standing + stored),
        dollars(standing)
    )];
    let things = counted(free, if priced > 0 { "more thing" } else { "thing" });
    let for_nothing = match free {
        0 => String::new(),
        1 => format!("{things} costs nothing. "),
        _ => format!("{things} cost nothing. "),
    };
    total.push(format!("{for_nothing}Calls, requests and messages cost what the chapters say, when there are some."));
    if unknown > 0 {
        let (things, are) = (counted(unknown, "thing"), if unknown == 1 { "is" } else { "are" });
        total.push(format!("{things} could not be looked for, and {are} in no sum."));
    }
    total
}

/// Such as `$0.50`; what is less than a cent is told as that.
fn dollars(sum: f64) -> String {
    match sum {
        0.0 => "$0".into(),
        sum if sum < 0.01 => "under $0.01".into(),
        sum => format!("${sum:.2}"),
    }
}

fn heading(step: &Removed<'_>, width: usize) -> Vec<Line> {
    let (word, meaning) =
        if step.state == Disposal::Goes { ("goes", Meaning::Notice) } else { ("stays", Meaning::Dim) };
    row(word, meaning, &format!("{} ({})", step.thing.what, ids(&step.thing.of)), width)
}

fn how(step: &Removed<'_>, width: usize) -> Vec<Line> {
    let removal = &step.removal;
    let mut page = Vec::new();
    if let Some(reason) = step.state.reason() {
        return row("", Meaning::Dim, &reason, width);
    }
    if let Some(lost) = removal.lost {
        page.extend(row("", Meaning::Waiting, &format!("lost for good: {lost}"), width));
    }
    // A command is not broken at the width, so that it can be copied.
    let code = |line: &str| Line::from(Span::plain(&format!("{:LABEL$}", ""))).with(Span::new(line, Meaning::Code));
    page.extend(removal.commands.lines().map(code));
    page.push(Line::from(Span::plain(&format!("{:LABEL$}", ""))).with(Span::new(&removal.console, Meaning::Link)));
    page
}

/// What could not be looked for: each reason once, with all that it keeps from sight.
pub(super) fn unknown(looked: &[Looked], width: usize) -> Vec<Line> {
    let mut reasons: Vec<(String, String, Vec<&str>)> = Vec::new();
    for (one, fault) in looked.iter().filter_map(|one| Some((one, one.read.as_ref().err()?))) {
        let (message, what) = (fault.message(), one.thing.what.as_str());
        match reasons.iter_mut().find(|(known, ..)| *known == message) {
            Some((_, _, things)) => things.push(what),
            None => reasons.push((message, fault.advice(), vec![what])),
        }
    }
    let told = |(message, advice, things): &(String, String, Vec<&str>)| {
        let what = match things.as_slice() {
            [one] => (*one).to_owned(),
            many => format!("{} things", many.len()),
        };
        let mut rows = row("cannot tell", Meaning::Unknown, &format!("{what}: {message}"), width);
        rows.extend(row("", Meaning::Dim, advice, width));
        rows
    };
    reasons.iter().flat_map(told).collect()
}

fn row(word: &str, meaning: Meaning, text: &str, width: usize) -> Vec<Line> {
    hanging(&Span::new(&format!("{word:<LABEL$}"), meaning), &lines(text, Style::default()), width)
}

fn paragraph(text: &str, width: usize) -> Vec<Line> {
    crate::ui::paragraph(text, Style::default(), width)
}

#[cfg(test)]
mod tests {
    use msl_learn_checks::testing::{example, solved};
    use msl_learn_checks::{LeftKind, Standing};

    use super::*;
    use crate::check::EventLoop;
    use crate::left::{Thing, steps, things};
    use crate::workspace::Settings;

    /// An account in which that much stands, of a learner who has done 4.3 and 4.5.
    fn account(stands: impl Fn(LeftKind, &str) -> bool) -> Vec<Looked> {
        let things = things(&Settings::example().learner()).expect("things").into_iter();
        let standing = |name: &str| Standing { id: name.into(), bytes: Some(1 << 30), stays: None };
        let read = |thing: &Thing| stands(thing.kind, &thing.name).then(|| standing(&thing.name));
        things.map(|thing| Looked { read: Ok(read(&thing)), thing }).collect()
    }

    fn done() -> Progress {
        let done = |slug: &str| format!("[exercises.\"ch04/{slug}\"]\ndone = \"2026-05-04T10:00:00Z\"\n");
        let text = format!("schema = 7\n{}{}", done("s3_website_hosting"), done("s3_website_hosting_off"));
        toml::from_str(&text).expect("progress")
    }

    fn text(page: &[Line]) -> String {
        page.iter().map(Line::text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_is_said_after_one_exercise() {
        let (learner, progress) = (Settings::example().learner(), done());
        let is_table = |kind, name: &str| kind == LeftKind::Table && name == "chapters";
        let before = account(|kind, name| is_table(kind, name) || kind == LeftKind::Bucket && name == "example.com");
        let after = account(is_table);
        let pages = [
            listed(&before, &steps(&before, None, &progress, &learner), 80),
            gone(&after, &steps(&after, None, &progress, &learner), &progress, 80),
        ];
        insta::assert_snapshot!(pages.map(|page| text(&page)).join("\n\n-- with --check, after the script --\n"));
    }

    #[test]
    fn an_empty_account_has_one_sentence() {
        let (empty, new) = (account(|_, _| false), Progress::default());
        for page in [listed(&empty, &[], 200), costs(&empty, true, 200)] {
            assert!(page.len() == 1 && text(&page).starts_with("Nothing that the exercises make"), "{}", text(&page));
        }
        assert!(text(&gone(&empty, &[], &new, 200)).starts_with("None of the "));
    }

    #[test]
    fn what_could_not_be_read_is_not_said_to_be_gone() {
        let mut looked = account(|_, _| false);
        let aws = solved().refuses("dynamodb:DescribeTable", (400, "AccessDeniedException"), "no").open();
        let read = EventLoop::new().expect("a loop").block_on(aws.left(&example(), LeftKind::Table, "chapters"));
        looked[0].read = read;
        let said =
            [listed(&looked, &[], 200), gone(&looked, &[], &Progress::default(), 200), costs(&looked, false, 200)];
        let [listed, gone, costs] = said.map(|page| text(&page));
        assert!(listed.contains("Of what could be looked for") && !gone.contains("Nothing is left"), "{listed} {gone}");
        assert!(costs.contains("1 thing could not be looked for"), "{costs}");
    }
}
