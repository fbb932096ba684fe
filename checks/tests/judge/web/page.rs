//! Which pages ask the API and lead to one another, and how those that miss are told.

use crate::documents::address::Address;
use crate::documents::code::Code;
use crate::documents::html::{Document, Source};
use crate::findings::{ClauseVerdict, Finding};
use crate::judge::web::page::{asks_api, links_to};
use crate::judgement::Judgement;
use crate::report::Report;

/// The verdict, and what is found and advised.
fn said(judgement: Judgement) -> (ClauseVerdict, String) {
    const CLAUSE: crate::report::Clause = crate::report::Clause {
        name: "C",
        text: "c",
        advice: "the clause's own",
        console: crate::aws::console::page(""),
        pillar: None,
    };
    let you = crate::learner::example();
    let mut report = Report::new(&you, &[CLAUSE]);
    report.expects(CLAUSE, Ok(judgement));
    let Finding { verdict, found, advice, .. } = report.finish(Ok(())).0.remove(0);
    (verdict, format!("{} | {}", found.unwrap_or_default(), advice.unwrap_or_default()))
}

fn asks(source: &str) -> (ClauseVerdict, String) {
    let page = Address::https("example.com", "/chapters.html");
    let wanted = Address::https("api.example.com", "/chapters");
    said(asks_api(&Code::of_page([("/chapters.html", source)]), &page, source, &wanted))
}

#[test]
fn the_api_is_asked_at_its_own_name() {
    for source in [
        "fetch('https://api.example.com/chapters')",
        "fetch('https://API.example.com/chapters/?page=' + page)",
        "fetch(`https://api.example.com/chapters${query}`)",
        "fetch('//api.example.com/chapters')",
        "fetch('https://api.example.com:443/chapters#x')",
    ] {
        assert_eq!(asks(source).0, ClauseVerdict::Holds, "{source}: {}", asks(source).1);
    }
}

#[test]
fn what_is_asked_instead_is_told() {
    for (source, text) in [
        ("fetch('https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/v1/chapters')", "the stage's own address"),
        ("fetch('http://api.example.com/chapters')", "the browser blocks this"),
        ("fetch('https://api.example.com')", "a script that asks https://api.example.com/ "),
        ("fetch('https://api.example.com/v1/chapters')", "stands for the stage already"),
        ("fetch('https://api.example.com/Chapters')", "capital letters count"),
        ("fetch('https://example.com/chapters')", "a host name of its own"),
        ("fetch('/chapters')", "a script that asks https://example.com/chapters"),
        ("fetch('/data/chapters.json')", "not from a file"),
        ("// fetch('https://api.example.com/chapters')", "in a comment"),
        ("const url = 'https://api.example.com/chapters'", "sends no request"),
        ("fetch(url)", "a script that asks other addresses"),
        ("", "no script that asks for anything"),
    ] {
        let (verdict, said) = asks(source);
        assert_eq!(verdict, ClauseVerdict::Fails, "{source}");
        assert!(said.contains(text), "{source}: {said}");
    }
}

/// The answer of such a request is kept from the script, whatever the API sends.
#[test]
fn a_request_that_may_not_read_its_answer_is_told() {
    let (verdict, said) = asks("fetch('https://api.example.com/chapters', { mode: 'no-cors' }).then((r) => r.json())");
    assert_eq!(verdict, ClauseVerdict::Fails);
    assert!(said.contains("no-cors"), "{said}");
}

#[test]
fn what_only_running_tells_is_not_told() {
    for source in [
        "fetch(document.body.dataset.api)",
        "import { api } from 'https://cdn.example.org/api.js'; fetch(api)",
        "const load = (path) => fetch('https://api.example.com/' + path); window.load = load",
        "fetch(`https://${location.host.replace('www', 'api')}/chapters`)",
        "http.get('https://api.example.com/chapters')",
    ] {
        let (verdict, said) = asks(source);
        assert_eq!(verdict, ClauseVerdict::Skipped, "{source}: {said}");
        assert!(said.contains("not told from the script"), "{said}");
    }
}

/// What the page does on events is among its scripts; links and libraries call functions by their names, too.
#[test]
fn a_function_that_nothing_calls_asks_nothing() {
    let load = "function load() { return fetch('https://api.example.com/chapters') }";
    let asks_in = |html: &str| {
        let address = Address::https("example.com", "/chapters.html");
        let document = Document::parse(html, address.clone());
        let scripts: Vec<String> = document.scripts().into_iter().filter_map(inline).collect();
        let code = Code::of_page(scripts.iter().map(|script| ("/chapters.html", script.as_str())));
        said(asks_api(&code, &address, html, &Address::https("api.example.com", "/chapters")))
    };
    for (rest, verdict) in [
        ("", ClauseVerdict::Fails),
        ("<button onclick='other()'>", ClauseVerdict::Fails),
        ("<button onclick='load()'>", ClauseVerdict::Holds),
        ("<body onload=load()>", ClauseVerdict::Holds),
        ("<script>load()</script>", ClauseVerdict::Holds),
        ("<a href='javascript:load()'>", ClauseVerdict::Skipped),
        ("<button @click='load'>", ClauseVerdict::Skipped),
        ("<script src='https://cdn.example.org/x.js?callback=load'></script>", ClauseVerdict::Skipped),
    ] {
        let (found, said) = asks_in(&format!("<script>{load}</script>{rest}"));
        assert_eq!(found, verdict, "{rest}: {said}");
        let is_told = said.contains("in a function that nothing calls");
        assert_eq!(is_told, verdict != ClauseVerdict::Holds, "{rest}: {said}");
    }
}

fn inline(source: Source) -> Option<String> {
    match source {
        Source::Inline(text, _) => Some(text),
        Source::File(_) => None,
    }
}

#[test]
fn a_link_that_a_script_makes_is_not_told() {
    for html in [
        "<div id=root></div><script>root.innerHTML = '<a href=\"/chapters.html\">Chapters</a>'</script>",
        "<div id=root></div><script type=module src=/assets/index.js></script>",
        "<div id=root></div><script src=https://cdn.example.org/app.js></script>",
        "<button onclick=\"location = page + '.html'\">Chapters</button>",
        "<ul id=list></ul><script>list.append(document.createElement('a'))</script>",
    ] {
        assert_eq!(links(html).0, ClauseVerdict::Skipped, "{html}");
    }
    for html in ["<script>// chapters.html</script>", "<script>let total = 1 + 2;</script>"] {
        assert_eq!(links(html).0, ClauseVerdict::Fails, "{html}");
    }
}

fn links(html: &str) -> (ClauseVerdict, String) {
    let page = Document::parse(html, Address::https("example.com", "/"));
    said(links_to(&page, "example.com", "chapters.html"))
}

#[test]
fn links_that_lead_there() {
    for href in [
        "chapters.html",
        "./chapters.html",
        "/chapters.html",
        "https://example.com/chapters.html",
        "http://EXAMPLE.com/chapters.html",
        "chapters.html?from=home#list",
        "chapters%2Ehtml",
    ] {
        assert_eq!(links(&format!("<a href='{href}'>Chapters</a>")).0, ClauseVerdict::Holds, "{href}");
    }
}

#[test]
fn links_that_do_not() {
    for (html, text) in [
        ("<a href='Chapters.html'>x</a>", "which leads to https://example.com/Chapters.html"),
        ("<a href='/website/chapters.html'>x</a>", "which leads to https://example.com/website/chapters.html"),
        ("<a href='chapters'>x</a>", "Set its href to chapters.html"),
        ("<a href='file:///C:/website/chapters.html'>x</a>", "nowhere on the web"),
        ("<a href='https://api.example.com/chapters'>x</a>", "https://api.example.com/chapters"),
        ("<a href='about.html'>x</a>", "links to about.html"),
        ("<p>chapters.html</p>", "no link"),
        ("<!-- <a href='chapters.html'>x</a> -->", "no link"),
        ("<a>chapters.html</a>", "no link"),
    ] {
        let (verdict, said) = links(html);
        assert_eq!(verdict, ClauseVerdict::Fails, "{html}");
        assert!(said.contains(text), "{html}: {said}");
    }
}
