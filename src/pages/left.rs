//! What the exercises left, as the learner reads it: what stands, how it goes, and what it costs.

use std::cmp::Ordering;

use crate::catalog::Price;
use crate::left::{Disposal, Looked, Removed, Sum, ids, month, sum};
use crate::ui::{Line, Meaning, Span, Style, counted, hanging, lines};

/// The width of the longest word for a state, and the gap after it.
const LABEL: usize = 13;

/// What stands and how it goes, in the order in which it can go.
pub fn listed(looked: &[Looked], steps: &[Removed<'_>], width: usize) -> Vec<Line> {
    let mut page = Vec::new();
    for step in steps {
        page.extend(heading(step, width));
        page.extend(how(step, width));
    }
    page.extend(unknown(looked, width));
    page.push(Line::default());
    let count = |goes: bool| steps.iter().filter(|step| (step.state == Disposal::Goes) == goes).count();
    let things = counted(steps.len(), "thing");
    let stand = if steps.len() == 1 { "stands" } else { "stand" };
    let (goes, stays) = (count(true), count(false));
    let text = format!("{things} {stand}: {goes} can go, {stays} {}.", if stays == 1 { "stays" } else { "stay" });
    page.push(Line::from(Span::new(&text, Meaning::Strong)));
    page
}

/// What is gone and what still stands.
pub fn gone(looked: &[Looked], steps: &[Removed<'_>], width: usize) -> Vec<Line> {
    let gone = looked.iter().filter(|one| one.is_gone()).map(|one| ("gone", Meaning::Good, one.thing.what.clone()));
    let stays = steps.iter().map(|step| match step.state.reason() {
        Some(reason) => ("stands", Meaning::Dim, format!("{}; {reason}", step.thing.what)),
        None => ("stands", Meaning::Bad, step.thing.what.clone()),
    });
    let mut page: Vec<Line> =
        gone.chain(stays).flat_map(|(word, meaning, what)| row(word, meaning, &what, width)).collect();
    page.extend(unknown(looked, width));
    let left = steps.iter().filter(|step| step.state == Disposal::Goes).count();
    page.push(Line::default());
    page.push(Line::from(match left {
        0 => Span::new("Nothing is left that could go.", Meaning::Good),
        1 => Span::new("One thing still stands.", Meaning::Bad),
        left => Span::new(&format!("{left} things still stand."), Meaning::Bad),
    }));
    page
}

/// What stands costs a month: first what costs without being used.
pub fn costs(looked: &[Looked], is_practice: bool, width: usize) -> Vec<Line> {
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
    let Sum { standing, stored, free, unknown } = sum;
    let mut total = vec![
        format!(
            "Together {} a month as it stands, of which {} without any use.",
            dollars(standing + stored),
            dollars(standing)
        ),
        format!(
            "{} {} nothing. Calls, requests and messages cost what the chapters say, when there are some.",
            counted(free, "more thing"),
            if free == 1 { "costs" } else { "cost" }
        ),
    ];
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
