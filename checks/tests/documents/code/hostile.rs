//! Sources that were made to take long, to go deep, or to be something else: all of them are read within bounds.

use std::time::Instant;

use proptest::prelude::*;

use crate::documents::code::{Code, Variables};

/// All that is asked of code.
fn read(path: &str, text: &str) {
    let (code, none) = (Code::of_package([(path, text)]), Variables::default());
    let reading = code.in_lambda(Some("index.handler"), &none);
    let answers = reading.answers();
    for member in ["statusCode", "headers", "body"] {
        let values = reading.member(&answers, member);
        reading.member(&values, "a");
    }
    reading.under(|key| key == "a");
    for request in reading.requests(&["GetObjectCommand", ".getObject", ".a"]).0.iter().take(100) {
        request.input("Bucket");
        request.sent_with();
    }
    reading.hides();
}

fn read_page(text: &str) {
    let page = Code::of_page([("/a.html", text), ("/b.js", "fetch(a)")]);
    page.in_browser().asked();
    page.in_browser().texts();
}

#[test]
fn what_was_made_to_take_long_or_deep_ends_soon() {
    let repeated = [
        "(",
        "[",
        "{",
        "`${",
        "a+",
        "a.",
        "a(",
        "'x'+",
        "String(",
        "await ",
        "new URL(",
        "a=>",
        "a?",
        "- ",
        "if(a){}else ",
        "function f(){",
        "<a>",
        "f\"{",
        "f'{f\"{",
        "lambda:",
        "not ",
        "@a\n",
        "\"'`",
        ",",
        "a=a+a+'aaaaaaaaaa';",
        "class A{a(){",
        "def a():\n ",
        "a?.[",
        "...",
        "async ",
        "=>",
        "/",
        "\\",
        "\0",
        "{a:{",
        "${",
        "x=[*",
        "x={**",
        "...a,",
    ];
    for part in repeated {
        for path in ["index.mjs", "index.py"] {
            let start = Instant::now();
            read(path, &part.repeat(if part.len() < 3 { 100_000 } else { 10_000 }));
            assert!(start.elapsed().as_secs() < 20, "{path}: {part:?} {:?}", start.elapsed());
        }
    }
}

#[test]
fn circles_end() {
    for text in [
        "let a = { ...a }; a.a = a; export const handler = () => a;",
        "class A extends A {} export const handler = () => new A().body;",
        "const f = () => g(), g = () => f(); export const handler = () => f();",
        "export * from './index.mjs'; export { handler } from './index.mjs';",
        "export const handler = (a) => handler(handler(a)); let b = c, c = b;",
        "const a = [a, ...a]; for (const b of a) { b.a = a[0] } export const handler = () => a[a];",
        "let s = 'a'; s += s; s += s; s += s; s = s + s; export const handler = () => ({ body: s + s + s });",
        "const p = new Promise((resolve) => resolve(p)); export const handler = () => p.then(p).then((a) => a);",
    ] {
        read("index.mjs", text);
        read_page(text);
    }
    read(
        "index.py",
        "from index import *\nfrom index import handler\nclass A(A):\n    pass\nhandler = handler.a(handler)\n",
    );
    let files = [("a.mjs", "export * from './b.mjs';"), ("b.mjs", "export * from './a.mjs';")];
    let (code, none) = (Code::of_package(files), Variables::default());
    code.in_lambda(Some("a.handler"), &none).answers();
}

#[test]
fn many_of_one_kind_end_soon() {
    let all: [(&str, String); 6] = [
        ("index.mjs", (0..20_000).map(|n| format!("const f{n} = () => f{}({n}); ", n + 1)).collect()),
        ("index.mjs", (0..20_000).map(|n| format!("o{n}.body = o{}; ", n / 2)).collect()),
        ("index.mjs", (0..20_000).map(|n| format!("s3.getObject({{ Bucket: a{n} }}); ")).collect()),
        ("index.mjs", (0..20_000).map(|_| "o[k] = o[k]; ".to_owned()).collect()),
        (
            "index.mjs",
            format!("let s = ''; {} export const handler = () => ({{ body: s }});", "s += 'a'; ".repeat(20_000)),
        ),
        ("index.py", (0..20_000).map(|n| format!("def f{n}(a):\n    return f{}(a)\n", n + 1)).collect()),
    ];
    for (path, text) in all {
        let start = Instant::now();
        read(path, &text);
        assert!(start.elapsed().as_secs() < 20, "{} {:?}", &text[..40], start.elapsed());
    }
}

/// Some of what makes a parser recover from errors again and again, in an order that is always the same.
#[test]
fn a_mebibyte_of_random_signs_ends_soon() {
    let signs: Vec<char> = "()[]{}=+-*/<>,.;:\"'`\\ \nabif".chars().collect();
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        signs[(state >> 16) as usize % signs.len()]
    };
    let text: String = (0..1 << 20).map(|_| next()).collect();
    for path in ["index.mjs", "index.py"] {
        let start = Instant::now();
        read(path, &text);
        assert!(start.elapsed().as_secs() < 30, "{path}: {:?}", start.elapsed());
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "[a-z'\"`${}()/*+=:.,\\\\\n é\\[\\]>?@#]{0,120}", any: String) {
        for path in ["index.mjs", "index.py"] {
            read(path, &text);
            read(path, &any);
        }
        read_page(&text);
    }

    #[test]
    fn code_with_a_part_cut_out_is_read_without_a_panic(from in 0..400_usize, length in 0..60_usize) {
        for (path, text) in [
            ("index.mjs", "import { a as b } from './c.mjs'; const { d = `e${f}` } = await s3.send(new GetObjectCommand({ Bucket: 'g' })); export const handler = async ({ h }, [i, ...j]) => { try { return { statusCode: 200, ...k, body: JSON.stringify(l?.m ?? 'n') } } catch (o) { return p(500) } };"),
            ("index.py", "from a import b as c\n@d\nclass E(F):\n    g: int = 1\n    def h(self, *i, j='k', **l):\n        with m as n: return {**o, 'p': f'{q!r:>{s}}', t: [u for v in w if x]}\n    match y:\n        case {'z': [1, *a]}: pass\n"),
        ] {
            let from = from.min(text.len());
            let rest = text.get((from + length).min(text.len())..).unwrap_or_default();
            read(path, &format!("{}{rest}", &text[..from]));
        }
    }
}
