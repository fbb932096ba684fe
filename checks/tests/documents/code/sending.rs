//! What requests send besides their address, in the ways in which people write them.

use super::shown;
use crate::documents::code::Code;

/// The verb, the content type and the field `a` of the first request to the address of the tests.
fn sent(source: &str) -> String {
    let code = Code::of_page([("/a.html", source)]);
    let run = code.in_browser();
    let asked = run.asked();
    let asked = asked.iter().find(|asked| asked.address.texts().any(|text| text.value() == "/x")).expect("a request");
    let sending = run.sending(asked);
    let (kind, field) = (run.header(&sending, "Content-Type"), run.entry(&sending.body, "a"));
    format!("{} | {} | {}", shown(&sending.verb), shown(&kind), shown(&field))
}

#[test]
fn a_request_says_its_verb_its_headers_and_its_body() {
    for (source, expected) in [
        ("fetch('/x')", "- | - | -"),
        ("fetch('/x', { method: 'POST', body: 'a=1&b=2' })", "'POST' | - | '1'"),
        ("fetch('/x', { body: `b=${b}&a=%2F${c}` })", "- | - | '/…'"),
        ("fetch('/x', { body: 'b=1' })", "- | - | -"),
        ("fetch('/x', { body: form })", "- | - | ?"),
        ("fetch('/x', { body: `${form}&b=1` })", "- | - | ?"),
        ("fetch('/x', { headers: { 'content-type': 'text/plain' }, body: { a: 1 } })", "- | 'text/plain' | 1"),
        ("fetch('/x', { headers: [['Content-Type', 'b']], body: [[key, 1]] })", "- | 'b' | -"),
        ("const h = new Headers(); h.set('Content-Type', 'b'); fetch('/x', { headers: h })", "- | 'b' | -"),
        ("const h = {}; h['Content-Type'] = 'b'; fetch('/x', { headers: h })", "- | 'b' | -"),
        ("fetch('/x', { body: new URLSearchParams({ a: '1', b }) })", "- | - | '1'"),
        ("fetch('/x', { body: new URLSearchParams('b=1&a=2').toString() })", "- | - | '2'"),
        ("const f = new FormData(); f.append('b', 1); f.append('a', 2); fetch('/x', { body: f })", "- | - | 2"),
        ("const p = new URLSearchParams(); p.set(name, 1); fetch('/x', { body: p })", "- | - | ?"),
        ("fetch(new Request('/x', { method: 'PUT', body: 'a=1' }))", "'PUT' | - | '1'"),
        ("const r = new Request('/x', { method: 'PUT' }); fetch(r)", "'PUT' | - | -"),
        ("fetch('/x', options)", "? | ? | ?"),
        ("axios.put('/x', { a: 1 })", "'put' | ? | ?"),
        ("$.ajax({ url: '/x' })", "? | ? | ?"),
    ] {
        assert_eq!(sent(source), expected, "{source}");
    }
}

#[test]
fn the_older_way_sets_headers_one_by_one() {
    let source =
        "const x = new XMLHttpRequest(); x.open('PUT', '/x'); x.setRequestHeader('content-type', 'b'); x.send('a=1');
        const y = new XMLHttpRequest(); y.open('GET', '/y'); y.setRequestHeader('Content-Type', 'c')";
    assert_eq!(sent(source), "'PUT' | 'b' | '1'");
    assert_eq!(sent("const x = new XMLHttpRequest(); x.open('GET', '/x'); x.send()"), "'GET' | - | ");
}
