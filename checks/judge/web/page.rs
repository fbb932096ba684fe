//! Judgements of the website's pages: whom their scripts ask, and where their links lead.

use crate::documents::address::Address;
use crate::documents::code::{Code, PageRequest, Run, Text, Value};
use crate::documents::html::{Document, Source};
use crate::judgement::Judgement;

/// A script of the page asks the API at the address that is wanted. `page` is where the page is, and `text` its HTML.
pub fn asks_api(code: &Code, page: &Address, text: &str, wanted: &Address) -> Judgement {
    asks(code, text, &Wanted { address: wanted, page, near: &NEAR_API, is_answer_read: true })
}

/// The same, of an endpoint of the sign-in pages; `is_answer_read` says whether the script needs what comes.
pub fn asks_sign_in(code: &Code, page: &Address, text: &str, wanted: &Address, is_answer_read: bool) -> Judgement {
    asks(code, text, &Wanted { address: wanted, page, near: &NEAR_SIGN_IN, is_answer_read })
}

/// The requests of a page's scripts to the address.
pub fn requests_to(run: &Run<'_>, page: &Address, address: &Address) -> Vec<PageRequest> {
    let wanted = Wanted { address, page, near: &[], is_answer_read: false };
    let is_right = |asked: &PageRequest| asked.address.texts().any(|text| wanted.is(text));
    run.asked().into_iter().filter(is_right).collect()
}

/// Whether a beacon goes to the address.
pub fn is_beaconed(run: &Run<'_>, page: &Address, address: &Address) -> bool {
    let wanted = Wanted { address, page, near: &[], is_answer_read: false };
    run.beacons().iter().any(|beacon| beacon.texts().any(|text| wanted.is(text)))
}

fn asks(code: &Code, text: &str, wanted: &Wanted<'_>) -> Judgement {
    let run = code.in_browser();
    let asked = run.asked();
    let right: Vec<_> = asked.iter().filter(|asked| asked.address.texts().any(|text| wanted.is(text))).collect();
    if !right.is_empty() {
        return reads_answer(&right, wanted).unwrap_or_else(|| never_called(&run, wanted.address, text));
    }
    let is_unsure = |asked: &PageRequest| asked.address.any(|address| wanted.may_be(address));
    if asked.iter().any(is_unsure) || run.hands_over(|text| wanted.is(text)) {
        return not_told("it puts the address together while it runs");
    }
    asks_other(code, &run, &asked, wanted, text)
}

/// Says that the scripts do not tell, and what does.
pub fn not_told(why: &str) -> Judgement {
    Judgement::skips(format!(
        "not told from the script: {why}. The network panel of a browser shows what the page asks"
    ))
}

/// Of the requests that ask the right address, one is sent, and may read what comes; none if nothing calls what sends them.
fn reads_answer(right: &[&PageRequest], wanted: &Wanted<'_>) -> Option<Judgement> {
    let (wanted, is_answer_read) = (wanted.address, wanted.is_answer_read);
    if right.iter().all(|asked| has_mode(asked, "same-origin")) {
        let own = Judgement::fails(format!("a script that asks {wanted}"), "a request with the mode same-origin");
        return Some(own.advising("With this mode a browser asks the page's own host alone. Take the mode out."));
    }
    let is_blind = |asked: &&PageRequest| has_mode(asked, "no-cors");
    if is_answer_read && right.iter().all(is_blind) {
        let blind = Judgement::fails(format!("a script that asks {wanted}"), "a request with the mode no-cors");
        return Some(blind.advising(
            "With this mode a browser keeps the answer from the script. Take the mode out: the API's answer has the header that lets your page read it.",
        ));
    }
    right.iter().any(|asked| asked.runs).then(|| Judgement::holds(format!("it asks {wanted}")))
}

fn has_mode(asked: &PageRequest, wanted: &str) -> bool {
    asked.mode.all(|mode| mode.text().is_some_and(|mode| mode.value() == wanted))
}

/// What calls functions by their names besides the scripts and what stands in `onclick` and the like: attributes of libraries,
/// links, and scripts of other hosts that are told whom to call.
const CALLING: [&str; 11] =
    [" x-", " v-", " @", " ng-", " hx-", " data-action", "(click)", " :on", "javascript:", "callback=", "?onload="];

fn never_called(run: &Run<'_>, wanted: &Address, text: &str) -> Judgement {
    let found = format!("what asks {wanted} is in a function that nothing calls");
    if run.hides().is_some() || CALLING.iter().any(|mark| text.contains(mark)) {
        return not_told(&found);
    }
    Judgement::fails(format!("a script that asks {wanted}"), found)
        .advising("Call that function in the script, where it is to happen, and wait for it with await.")
}

/// The address that is looked for, and the page that asks for it.
struct Wanted<'a> {
    address: &'a Address,
    page: &'a Address,
    /// What looks like it, from the nearest on.
    near: &'a [Near],
    /// Whether the script needs the answer.
    is_answer_read: bool,
}

impl Wanted<'_> {
    /// Whether the text is the address, as far as it is known; a query may follow.
    fn is(&self, text: &Text) -> bool {
        address(text, self.page).is_some_and(|found| {
            found.secure && found.host == self.address.host && found.path.trim_end_matches('/') == self.address.path
        })
    }

    /// Whether what is asked may be the address when the script runs.
    fn may_be(&self, asked: &Value) -> bool {
        match asked {
            Value::Text(text) if text.is_whole() => false,
            Value::Text(text) => self.begins_with(text.beginning()),
            // A name that nothing declares ends the script.
            Value::Outside { module, path } if module.is_empty() && path.len() == 1 => is_of_browser(&path[0]),
            asked => !asked.is_certain(),
        }
    }

    fn begins_with(&self, beginning: &str) -> bool {
        let of_host = beginning.split_once("//").is_some_and(|(_, rest)| rest.contains('/'));
        match self.page.resolve(beginning).filter(|_| of_host) {
            Some(found) => {
                found.secure && found.host == self.address.host && self.address.path.starts_with(&found.path)
            }
            None => {
                let whole = self.address.to_string();
                [whole.as_str(), whole.trim_start_matches("https:")].iter().any(|whole| whole.starts_with(beginning))
            }
        }
    }
}

/// The texts that a browser's own names give (HTML Standard, "The Window object").
pub(super) fn is_of_browser(name: &str) -> bool {
    matches!(
        name,
        "location" | "origin" | "name" | "document" | "localStorage" | "sessionStorage" | "history" | "event"
    )
}

/// What is asked instead, or why nothing is.
fn asks_other(code: &Code, run: &Run<'_>, asked: &[PageRequest], wanted: &Wanted<'_>, text: &str) -> Judgement {
    let (host, wanted_address) = (&wanted.address.host, wanted.address.to_string());
    let expected = format!("a script that asks {wanted_address}");
    let texts = run.texts();
    if asked.is_empty() && texts.iter().any(|text| wanted.is(text)) {
        return Judgement::fails(expected, format!("a script with {wanted_address} in it that sends no request"))
            .advising(format!("Ask with fetch: await fetch(\"{wanted_address}\")."));
    }
    let of_requests = asked.iter().flat_map(|asked| asked.address.texts());
    let found: Vec<Address> = of_requests
        .chain(&texts)
        .filter_map(|text| address(text, wanted.page))
        .filter(|a| a != wanted.address)
        .collect();
    let (whole, parts): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|a| a.path.trim_end_matches('/').ends_with(&wanted.address.path));
    // Parts of an address are among them, and the whole tells more.
    let found = [whole, parts].concat();
    let near =
        wanted.near.iter().find_map(|near| Some((found.iter().find(|a| (near.is)(a, wanted.address))?, near.advice)));
    if let Some((found, advice)) = near {
        return Judgement::fails(expected, format!("a script that asks {found}"))
            .advising(advice.replace("WANTED", &wanted_address));
    }
    if code.comments().contains(host.as_str()) {
        return Judgement::fails(expected, "the address in a comment of the script")
            .advising("A browser passes over comments: take the marks of the comment away.");
    }
    if text.contains(host.as_str()) {
        return Judgement::fails(expected, format!("{host} in the page, but in no script that a browser runs"));
    }
    let found =
        if asked.is_empty() { "no script that asks for anything" } else { "a script that asks other addresses" };
    Judgement::fails(expected, found)
}

/// An address that is not the wanted one, and what to do about it.
struct Near {
    is: fn(&Address, &Address) -> bool,
    advice: &'static str,
}

const INSECURE: Near = Near {
    is: |found, wanted| found.host == wanted.host && !found.secure,
    advice: "A page that came over HTTPS may ask over HTTPS alone, and so the browser blocks this. Ask WANTED.",
};

const NEAR_SIGN_IN: [Near; 4] = [
    Near {
        is: |found, _| found.host.ends_with(".amazoncognito.com"),
        advice: "That is the name that Cognito gives a user pool, and yours has a domain of its own. Ask WANTED.",
    },
    INSECURE,
    Near {
        is: |found, wanted| found.host == wanted.host,
        advice: "Cognito has an endpoint for each request, and capital letters count. Ask WANTED.",
    },
    Near {
        is: |found, wanted| found.path.trim_end_matches('/').ends_with(&wanted.path),
        advice: "The sign-in pages have a host name of their own, and this is another. Ask WANTED.",
    },
];

const NEAR_API: [Near; 5] = [
    Near {
        is: |found, _| found.host.contains(".execute-api."),
        advice: "That is the stage's own address, which changes when you create the API again. Ask WANTED: exercise 5.7 gives the API this name.",
    },
    INSECURE,
    Near {
        is: |found, wanted| found.host == wanted.host,
        advice: "The path is not the API's: a custom domain name stands for the stage already, and capital letters count. Ask WANTED.",
    },
    Near {
        is: |found, wanted| found.path.trim_end_matches('/').ends_with(&wanted.path),
        advice: "The API has a host name of its own, and this is another. Ask WANTED.",
    },
    Near {
        is: |found, _| found.path.ends_with(".json"),
        advice: "The articles come from the API, not from a file. Ask WANTED.",
    },
];

/// What a text of a script is as an address; only what looks like one is taken for one.
fn address(text: &Text, page: &Address) -> Option<Address> {
    let text = text.beginning();
    let is_address = text.contains("//") || text.starts_with('/');
    if is_address { page.resolve(text) } else { None }
}

/// A link of the page leads to `key`, at the top of the website.
pub fn links_to(page: &Document, host: &str, key: &str) -> Judgement {
    let wanted = Address::https(host, &format!("/{key}"));
    let expected = format!("a link to {wanted}");
    let links = page.links();
    let leads = |found: &Address| found.host == wanted.host && found.decoded_path() == wanted.path;
    if let Some((href, _)) = links.iter().find(|(_, found)| found.as_ref().is_some_and(leads)) {
        return Judgement::holds(format!("a link to {href}"));
    }
    let name = key.split('.').next().unwrap_or(key).to_lowercase();
    let near = links.iter().find(|(href, _)| href.to_lowercase().contains(&name));
    match (near, links.len()) {
        (Some((href, found)), _) => {
            let leads = found.as_ref().map_or_else(|| "nowhere on the web".into(), |found| format!("to {found}"));
            Judgement::fails(expected, format!("a link to {href}, which leads {leads}"))
                .advising(format!("Set its href to {key}. Capital letters count."))
        }
        (None, _) if may_link_by_script(page, key) => Judgement::skips(
            "not told from the page: a script of it may make the link. Open the page in a browser to see it",
        ),
        (None, 0) => Judgement::absent(expected, "no link"),
        (None, count) => {
            let others: Vec<&str> = links.iter().take(5).map(|(href, _)| *href).collect();
            let more = if count > 5 { ", …" } else { "" };
            Judgement::absent(expected, format!("links to {}{more}", others.join(", ")))
        }
    }
}

/// Whether a script of the page may make a link to `key`: one that names it, one that writes into the page what it does not
/// hold in full, or one in a file.
fn may_link_by_script(page: &Document, key: &str) -> bool {
    const WRITES: [&str; 8] = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "createElement",
        "document.write",
        "location",
        "history.",
        "import(",
    ];
    page.scripts().iter().any(|script| match script {
        Source::Inline(text, _) => {
            WRITES.iter().any(|word| text.contains(word))
                || Code::of_page([("", text.as_str())]).texts().any(|text| text.contains(key))
        }
        Source::File(_) => true,
    })
}
