//! Judgements of the website's pages: whom their scripts ask, and where their links lead.

use crate::documents::address::Address;
use crate::documents::html::Document;
use crate::documents::script::{Script, known};
use crate::judgement::Judgement;

/// A script of the page asks the API at the address that is wanted. `page` is where the page is, and `text` its HTML.
pub fn asks_api(script: &Script, page: &Address, text: &str, wanted: &Address) -> Judgement {
    let host = wanted.host.as_str();
    let expected = format!("a script that asks {wanted}");
    let mut asked: Vec<Address> = script.addresses().iter().filter_map(|text| address(text, page)).collect();
    // Parts of an address are among them, and the whole tells more.
    asked.sort_by_key(|a| !a.path.trim_end_matches('/').ends_with(&wanted.path));
    let is_wanted = |a: &&Address| a.secure && a.host == wanted.host && a.path.trim_end_matches('/') == wanted.path;
    if asked.iter().any(|a| is_wanted(&a)) {
        return if script.asks {
            Judgement::holds(format!("it asks {wanted}"))
        } else {
            Judgement::fails(expected, format!("a script with {wanted} in it that sends no request"))
                .advising(format!("Ask with fetch: await fetch(\"{wanted}\")."))
        };
    }
    let near = NEAR.iter().find_map(|near| Some((asked.iter().find(|a| (near.is)(a, wanted))?, near.advice)));
    if let Some((found, advice)) = near {
        return Judgement::fails(expected, format!("a script that asks {found}"))
            .advising(advice.replace("WANTED", &wanted.to_string()));
    }
    if script.comments.contains(host) {
        return Judgement::fails(expected, "the address in a comment of the script")
            .advising("A browser passes over comments: take the marks of the comment away.");
    }
    if text.contains(host) {
        return Judgement::fails(expected, format!("{host} in the page, but in no script that a browser runs"));
    }
    let found = if script.asks { "a script that asks other addresses" } else { "no script that asks for anything" };
    Judgement::fails(expected, found)
}

/// An address that is not the wanted one, and what to do about it.
struct Near {
    is: fn(&Address, &Address) -> bool,
    advice: &'static str,
}

/// From the nearest on.
const NEAR: [Near; 5] = [
    Near {
        is: |found, _| found.host.contains(".execute-api."),
        advice: "That is the stage's own address, which changes when you create the API again. Ask WANTED: exercise 5.7 gives the API this name.",
    },
    Near {
        is: |found, wanted| found.host == wanted.host && !found.secure,
        advice: "A page that came over HTTPS may ask over HTTPS alone, and so the browser blocks this. Ask WANTED.",
    },
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
        advice: "The chapters come from the API, not from a file. Ask WANTED.",
    },
];

/// What a text of a script is as an address; only what looks like one is taken for one.
fn address(text: &str, page: &Address) -> Option<Address> {
    let text = known(text);
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
        (None, 0) => Judgement::absent(expected, "no link"),
        (None, count) => {
            let others: Vec<&str> = links.iter().take(5).map(|(href, _)| *href).collect();
            let more = if count > 5 { ", …" } else { "" };
            Judgement::absent(expected, format!("links to {}{more}", others.join(", ")))
        }
    }
}
