//! Requests that stand in a function's code and never reach AWS: nothing calls what they are in, no client gets them, or the
//! function ends before they are on their way.

use super::certain::if_all_seen;
use crate::documents::code::{Fate, Run, SentRequest};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// Judges the requests that there are: one is sent, or none is. Without any, there is nothing to judge.
pub fn seen<'r>(package: &Package, run: &'r Run<'r>, requests: &[SentRequest<'r>], found: &str) -> Option<Judgement> {
    match requests.is_empty() {
        true => None,
        false => Some(never_sent(package, run, requests).unwrap_or_else(|| Judgement::holds(found))),
    }
}

/// What is wrong if none of the requests is ever sent.
pub fn never_sent<'r>(package: &Package, run: &'r Run<'r>, requests: &[SentRequest<'r>]) -> Option<Judgement> {
    let fates: Vec<(Fate, &str)> = requests.iter().map(|request| (run.fate(request), request.name)).collect();
    if fates.iter().any(|(fate, _)| fate.is_sent()) {
        return None;
    }
    // What comes nearest to being sent is what the learner works on.
    let nearest = [Fate::Forgotten, Fate::Unsent, Fate::Uncalled];
    let (fate, name) = nearest.iter().find_map(|fate| fates.iter().find(|(of, _)| of == fate))?;
    let (found, advice) = told(*fate, name);
    Some(if_all_seen(package, run, Judgement::fails(format!("{name}, which is sent"), found).advising(advice)))
}

fn told(fate: Fate, name: &str) -> (String, String) {
    match fate {
        Fate::Forgotten => (
            format!("{name} is sent, and the handler ends without waiting for it"),
            "When the handler has returned, Lambda stops the function, and what is under way may be lost. Write await before the \
             call, and before each call of the function that it stands in. A forEach waits for nothing: write for (const … of …) \
             instead. Then choose Deploy."
                .to_owned(),
        ),
        Fate::Unsent => (
            format!("{name} is made, and never sent"),
            format!("Hand it to the client: await client.send(new {name}({{ … }})). Then choose Deploy."),
        ),
        _ => (
            format!("{name} is in a part of the code that never runs"),
            "Call the function that it stands in from the handler, in JavaScript with await. Nothing after a return runs. Then choose \
             Deploy."
                .to_owned(),
        ),
    }
}
