//! How JavaScript is read: the ways in which beginners and their books ask an API.

use proptest::prelude::*;

use crate::documents::script::*;

const ASKED: &str = "https://api.example.com/chapters";

fn asks(source: &str) -> bool {
    let script = Script::read([source]);
    script.asks && script.addresses().iter().any(|address| known(address) == ASKED)
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
        r#"$.get("https://api.example.com/chapters", show)"#,
        r#"$.getJSON("https://api.example.com/chapters", show)"#,
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
    ] {
        assert!(asks(source), "{source}: {:?}", Script::read([source]));
    }
}

#[test]
fn what_asks_nothing_or_something_else() {
    for source in [
        r#"// fetch("https://api.example.com/chapters")"#,
        r#"/* fetch("https://api.example.com/chapters") */ fetch("/x")"#,
        "<!-- fetch('https://api.example.com/chapters')\nfetch('/x')",
        r#"const url = "https://api.example.com/chapters";"#,
        r#"fetch("https://api.example.com/chapters"#,
        "fetch(\"https://api.example.com\n/chapters\")",
        r#"fetch("https://api.example.com"); const page = "chapters";"#,
        r#"const API = "https://api.example.com"; fetch("/chapters")"#,
        r#"fetch("https://api.example.org/chapters")"#,
        r#"const baseURL = "https://api.example.com"; fetch("/chapters")"#,
        r#"fetch(/https:\/\/api.example.com\/chapters/)"#,
        r#"fetch(`https://${host}/chapters`)"#,
    ] {
        assert!(!asks(source), "{source}: {:?}", Script::read([source]));
    }
}

#[test]
fn scripts_of_one_page_share_their_names() {
    let script = Script::read([r#"const API = "https://api.example.com";"#, "fetch(`${API}/chapters`)"]);
    assert!(script.addresses().iter().any(|address| address == ASKED), "{script:?}");
}

#[test]
fn what_a_module_imports_is_named() {
    let source =
        "import './a.js'; import b, { c } from \"../b.js\"; export * from `no`; await import('./d.js') // import 'e'";
    assert_eq!(Script::read([source]).imports, ["./a.js", "../b.js"]);
}

#[test]
fn comments_are_kept_apart() {
    let script = Script::read(["fetch('/x') // was https://api.example.com/chapters\n/* and\nmore */"]);
    assert!(script.comments.contains("was https://api.example.com/chapters"));
    assert!(script.comments.contains("and\nmore"));
    assert!(!script.addresses().iter().any(|address| address.contains("was")));
}

#[test]
fn what_was_made_to_take_long_or_deep_ends_soon() {
    let sources = [
        "(".repeat(100_000),
        "`${".repeat(100_000),
        "a+".repeat(100_000),
        "a=a+a+'aaaaaaaaaa';".repeat(20_000),
        "new URL(".repeat(50_000),
        "a.".repeat(100_000),
        "'x'+".repeat(100_000),
        "String(".repeat(50_000),
        "await ".repeat(100_000),
    ];
    for source in &sources {
        let start = std::time::Instant::now();
        Script::read([source.as_str()]).addresses();
        assert!(start.elapsed().as_secs() < 20, "{}", &source[..10]);
    }
}

proptest! {
    #[test]
    fn any_script_is_read_without_a_panic(source in "[a-z'\"`${}()/*+=:.,\\\\\n é]{0,80}", any: String) {
        Script::read([source.as_str(), any.as_str()]).addresses();
    }
}
