//! The ways in which beginners and their books ask an API.

use crate::documents::code::Code;

const ASKED: &str = "https://api.example.com/chapters";

/// Whether the script asks the address for certain: `Some(false)` where it asks others, and where it asks nothing.
fn asks(source: &str) -> Option<bool> {
    let code = Code::of_page([("/chapters.html", source)]);
    let asked = code.in_browser().asked();
    if asked.iter().any(|asked| asked.address.texts().any(|text| text.beginning() == ASKED)) {
        return Some(true);
    }
    asked.iter().all(|asked| asked.address.texts().next().is_some() && asked.address.are_certain()).then_some(false)
}

#[test]
fn the_ways_to_ask() {
    for source in [
        r#"fetch("https://api.example.com/chapters")"#,
        "fetch('https://api.example.com/chapters').then(r => r.json())",
        "fetch(`https://api.example.com/chapters`)",
        r#"const API = "https://api.example.com"; fetch(`${API}/chapters`);"#,
        r#"const API = "https://api.example.com"; fetch(API + "/chapters", { method: "GET" });"#,
        r#"fetch("https://api." + "example.com" + '/chapters')"#,
        r#"const host = "api.example.com", url = "https://" + host + "/chapters"; fetch(url)"#,
        r#"const api = { base: "https://api.example.com", path: "/chapters" }; fetch(api.base + api.path)"#,
        r#"const api = { "base": "https://api.example.com" }; fetch(`${api.base}/chapters`)"#,
        r#"fetch(new URL("/chapters", "https://api.example.com"))"#,
        r#"const u = new URL("chapters", "https://api.example.com/"); fetch(u.href)"#,
        r#"const x = new XMLHttpRequest(); x.open("GET", "https://api.example.com/chapters"); x.send()"#,
        r#"axios.get("https://api.example.com/chapters")"#,
        r#"axios({ url: "/chapters", baseURL: "https://api.example.com" })"#,
        r#"const api = axios.create({ baseURL: "https://api.example.com" }); api.get("/chapters")"#,
        r#"axios.defaults.baseURL = "https://api.example.com"; axios.get("chapters")"#,
        r#"import ky from "https://esm.sh/ky@1"; ky.create({ prefixUrl: "https://api.example.com" }).get("chapters")"#,
        r#"$.get("https://api.example.com/chapters", show)"#,
        r#"$.getJSON("https://api.example.com/chapters", show)"#,
        r#"jQuery.ajax({ url: "https://api.example.com/chapters" })"#,
        r#"const load = (path) => fetch(API + path); const API = "https://api.example.com"; load("/chapters")"#,
        r#"const load = (name) => fetch(`https://api.example.com/${name}`); load("chapters")"#,
        r#"let url = "https://api.example.com"; url += "/chapters"; fetch(url)"#,
        r#"class C { #api = "https://api.example.com"; get() { return fetch(this.#api + "/chapters") } }"#,
        r#"const a = "it's"; const re = /["'`]/; fetch("https://api.example.com/chapters") // "x"#,
        r#"const half = total / 2; const s = "/"; fetch("https://api.example.com/chapters")"#,
        r#"fetch(("https://api.example.com") + ("/chapters"))"#,
        r#"fetch("https:\/\/api.example.com\u002fchapters")"#,
        "fetch('https://api.example.com\\\n/chapters')",
        "const t = `a ${`b ${'}'}`}`; fetch('https://api.example.com/chapters')",
        r#"console.log(`${fetch("https://api.example.com/chapters")}`)"#,
        r#"const API = "https://api.example.com".trim(); fetch("".concat(API, "/x")); fetch(API.concat("/chapters"))"#,
        r#"const ask = window.fetch; ask(["https://api.example.com", "chapters"].join("/"))"#,
        r#"fetch(new Request("https://api.example.com/chapters"))"#,
        r#"const get = async ({ path = "/chapters" }) => await fetch(`https://api.example.com${path}`); get({})"#,
        r#"const API = window.API_URL || "https://api.example.com"; fetch(`${API}/chapters`)"#,
        r#"const API = location.hostname === "localhost" ? "/api" : "https://api.example.com"; fetch(API + "/chapters")"#,
        "$(function () { $.ajax({ type: 'GET', url: 'https://api.example.com/chapters' }) })",
        "fetch(`https://api.example.com/chapters${location.search}`)",
        "window.onload = function () { const list = 'https://api.example.com/chapters'; try { const ask = new
         XMLHttpRequest(); ask.open('GET', list, true); ask.send(); } catch (error) { console.error(error) } }",
    ] {
        assert_eq!(asks(source), Some(true), "{source}: {:#?}", Code::of_page([("", source)]).in_browser().asked());
    }
}

#[test]
fn what_asks_nothing_or_something_else() {
    for source in [
        r#"// fetch("https://api.example.com/chapters")"#,
        r#"/* fetch("https://api.example.com/chapters") */ fetch("/x")"#,
        "<!-- fetch('https://api.example.com/chapters')\nfetch('/x')",
        r#"const url = "https://api.example.com/chapters";"#,
        r#"fetch("https://api.example.com"); const page = "chapters";"#,
        r#"const API = "https://api.example.com"; fetch("/chapters")"#,
        r#"fetch("https://api.example.org/chapters")"#,
        r#"const baseURL = "https://api.example.com"; fetch("/chapters")"#,
        r#"const text = "fetch('https://api.example.com/chapters')"; fetch("/x")"#,
    ] {
        assert_eq!(asks(source), Some(false), "{source}: {:#?}", Code::of_page([("", source)]).in_browser().asked());
    }
}

#[test]
fn what_only_running_tells() {
    for source in [
        r#"fetch("https://api.example.com/chapters"#.to_owned() + "\n)",
        "fetch(\"https://api.example.com\n/chapters\")".into(),
        r#"fetch(/https:\/\/api.example.com\/chapters/)"#.into(),
        "fetch(`https://${host}/chapters`)".into(),
        "fetch(document.body.dataset.api)".into(),
        "const load = (path) => fetch(path); document.querySelectorAll('a').forEach((a) => load(a.href))".into(),
    ] {
        let is_told = asks(&source) == Some(true);
        assert!(!is_told, "{source}: {:#?}", Code::of_page([("", source.as_str())]).in_browser().asked());
    }
}

#[test]
fn what_nobody_calls_may_never_run() {
    let runs = |source: &str| Code::of_page([("", source)]).in_browser().asked()[0].runs;
    for source in [
        "fetch('/x')",
        "function load() { fetch('/x') } load()",
        "const load = () => fetch('/x'); addEventListener('load', load)",
        "window.onload = () => fetch('/x')",
        "function a() { b() } function b() { fetch('/x') } document.body.onclick = a",
        "class App { start() { fetch('/x') } } new App().start()",
        "(async () => { await fetch('/x') })()",
        "const app = { load() { fetch('/x') } }; app.load()",
    ] {
        assert!(runs(source), "{source}");
    }
    for source in [
        "function load() { fetch('/x') }",
        "const load = async () => { await fetch('/x') }",
        "function a() { b() } function b() { fetch('/x') }",
        "class App { start() { fetch('/x') } }",
    ] {
        assert!(!runs(source), "{source}");
    }
}

#[test]
fn scripts_of_one_page_share_their_names() {
    let scripts = [("/a.html", r#"const API = "https://api.example.com";"#), ("/a.html", "fetch(`${API}/chapters`)")];
    let code = Code::of_page(scripts);
    assert!(code.in_browser().asked().iter().any(|asked| asked.address.texts().any(|text| text.value() == ASKED)));
}

#[test]
fn a_page_imports_from_its_files() {
    let scripts = [
        ("/a.html", "import { API as base } from './js/config.js'; import load from '/js/load.js'; load(base);"),
        ("/js/config.js", "export const API = 'https://api.example.com';"),
        ("/js/load.js", "export default (base) => fetch(`${base}/chapters`);"),
    ];
    let code = Code::of_page(scripts);
    let asked = code.in_browser().asked();
    assert!(asked.iter().any(|asked| asked.address.texts().any(|text| text.value() == ASKED)), "{asked:#?}");
}

#[test]
fn what_a_module_imports_is_named() {
    let source = "import './a.js'; import b, { c } from \"../b.js\"; export * from './c.js'; await import('./d.js') // import 'e'";
    let code = Code::of_page([("", source)]);
    let mut imports: Vec<_> = code.imports().collect();
    imports.dedup();
    assert_eq!(imports, ["./a.js", "../b.js", "./c.js", "./d.js"]);
}

#[test]
fn comments_are_kept_apart() {
    let code = Code::of_page([("", "fetch('/x') // was https://api.example.com/chapters\n/* and\nmore */")]);
    assert!(code.comments().contains("was https://api.example.com/chapters"));
    assert!(code.comments().contains("and\nmore"));
    assert!(!code.texts().any(|text| text.contains("was")));
}

#[test]
fn what_fetch_is_told_of_other_origins() {
    let mode = |source: &str| super::shown(&Code::of_page([("", source)]).in_browser().asked()[0].mode);
    assert_eq!(mode("fetch('/x', { mode: 'no-cors' })"), "'no-cors'");
    assert_eq!(mode("const options = { method: 'GET' }; options.mode = 'no-cors'; fetch('/x', options)"), "'no-cors'");
    assert_eq!(mode("fetch('/x', { method: 'GET' })"), "-");
    assert_eq!(mode("fetch('/x')"), "-");
}
