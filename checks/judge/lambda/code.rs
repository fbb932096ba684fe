//! What a function's code says without being run. A clause fails if the reading is certain; if it is not, something
//! else decides.

mod body;
mod certain;
mod fate;
mod handler;

pub use certain::{if_all_seen, if_certain, not_told};
pub use fate::{never_sent, seen};
pub use handler::{LAYERS, handler, has_file};

use crate::documents::code::{Run, Value, ValueSet};
use crate::documents::package::Package;
use crate::judge::web::cors::OwnPages;
use crate::judgement::Judgement;

const ANSWER: &str = "an object with statusCode 200 and, as body, JSON text";
const ORIGIN: &str = "access-control-allow-origin";

/// What the code tells of one thing.
enum Told {
    Yes,
    No(Judgement),
    /// It depends on what only running it would show.
    Unsure,
}

impl Told {
    fn no(found: impl Into<String>) -> Self {
        Told::No(Judgement::fails(ANSWER, found))
    }

    /// Wrong if it is wrong in every case; unsure if it is right in one.
    fn of_cases(cases: impl IntoIterator<Item = Told>) -> Self {
        let (mut wrong, mut is_unsure) = (None, false);
        for case in cases {
            match case {
                Told::Yes => return Told::Yes,
                Told::No(judgement) => wrong = wrong.or(Some(judgement)),
                Told::Unsure => is_unsure = true,
            }
        }
        match wrong {
            Some(judgement) if !is_unsure => Told::No(judgement),
            _ => Told::Unsure,
        }
    }
}

/// What an answer must have.
#[derive(Clone, Copy)]
struct WantedAnswer {
    is_status: fn(&str) -> bool,
    needs_body: bool,
}

/// The code answers with status code 200 and text as its body.
pub fn answers(package: &Package) -> Judgement {
    answers_as(package, WantedAnswer { is_status: |number| number == "200", needs_body: true })
}

/// The code answers that it went well, in whichever of the ways that say so. A body is text, if there is one.
pub fn succeeds(package: &Package) -> Judgement {
    answers_as(
        package,
        WantedAnswer { is_status: |number| number.len() == 3 && number.starts_with('2'), needs_body: false },
    )
}

fn answers_as(package: &Package, wanted: WantedAnswer) -> Judgement {
    if package.code().texts().any(|text| text.contains("Hello from Lambda")) {
        return Judgement::fails(ANSWER, "the greeting of the code that the console puts into a new function")
            .advising(
                "Replace the code in the editor by your own, and deploy the code: until then the old code runs.",
            );
    }
    let run = package.run();
    let judgement = match Told::of_cases(run.answers().iter().map(|answer| answer_told(&run, answer, wanted))) {
        Told::Yes if wanted.needs_body => Judgement::holds("statusCode 200, and JSON text as body"),
        Told::Yes => Judgement::holds("a statusCode that says that it went well"),
        Told::No(wrong) => wrong,
        Told::Unsure => not_told("it puts the answer together while it runs"),
    };
    if_certain(&run, judgement)
}

/// Whether one answer has the status and a body of text.
fn answer_told(run: &Run<'_>, answer: &Value, wanted: WantedAnswer) -> Told {
    match answer {
        Value::Object(_) | Value::Instance(_) => {
            let member = |name| run.member(&ValueSet::of(answer.clone()), name);
            let body = member("body");
            let body = match body.all(Value::is_nothing) && !wanted.needs_body {
                true => Told::Yes,
                false => body::told(run, &body),
            };
            match [status_told(&member("statusCode"), wanted.is_status), body] {
                [Told::No(wrong), _] | [_, Told::No(wrong)] => Told::No(wrong),
                [Told::Yes, Told::Yes] => Told::Yes,
                _ => Told::Unsure,
            }
        }
        answer if answer.is_certain() => Told::no("no statusCode in the code"),
        _ => Told::Unsure,
    }
}

fn status_told(values: &ValueSet, is_wanted: fn(&str) -> bool) -> Told {
    let number = |value: &Value| match value {
        Value::Number(number) => Some(number.clone()),
        Value::Text(text) => Some(text.value().to_owned()),
        _ => None,
    };
    let numbers: Vec<String> = values.iter().filter_map(number).collect();
    match () {
        () if numbers.iter().any(|number| is_wanted(number)) => Told::Yes,
        () if !values.are_certain() => Told::Unsure,
        () if numbers.is_empty() => Told::no("no statusCode in the code"),
        () => Told::no(format!("statusCode {}", numbers.join(" and "))),
    }
}

/// The code sends the header that lets the website's pages read the answer.
pub fn allows_origin(package: &Package, domain: &str) -> Judgement {
    let run = package.run();
    let pages = OwnPages::at(domain);
    let expected = pages.expected();
    let sent: ValueSet = run.under(|key| key.eq_ignore_ascii_case(ORIGIN)).into_iter().flatten().collect();
    let is_right = |value: &Value| value.text().is_some_and(|text| pages.may_read(text.value()));
    match sent.texts().next() {
        _ if sent.is_empty() => without_header(package, &run, expected),
        Some(other) if sent.are_certain() && !sent.any(is_right) => {
            let found = other
                .shown()
                .map_or_else(|names| format!("what the variable {} holds", names.join(" and ")), Into::into);
            if_certain(&run, Judgement::fails(expected, format!("the header with {found}")))
        }
        _ => Judgement::holds("the header Access-Control-Allow-Origin"),
    }
}

fn without_header(package: &Package, run: &Run<'_>, expected: String) -> Judgement {
    if package.code().texts().any(|text| text.eq_ignore_ascii_case(ORIGIN)) {
        return not_told("it puts the headers together while it runs");
    }
    if_all_seen(package, run, Judgement::fails(expected, "no such header in the code"))
}
