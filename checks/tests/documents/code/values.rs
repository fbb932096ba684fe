//! How constants are followed to where they are used.

use super::{answered, input, shown};
use crate::documents::code::{Code, Variables};

fn js(expression: &str) -> String {
    answered(&[("index.mjs", &format!("return {{ value: {expression} }};"))], None, "value")
}

fn python(expression: &str) -> String {
    answered(
        &[("app.py", &format!("def handler(event, context):\n    return {{'value': {expression}}}"))],
        None,
        "value",
    )
}

#[test]
fn expressions_of_javascript() {
    for (expression, value) in [
        ("'a' + \"b\" + `c`", "'abc'"),
        ("`a${1}b${true}`", "'a1btrue'"),
        ("'a' + name", "'a…'"),
        ("1 + 2", "?"),
        ("a ? 'b' : 'c'", "'b' 'c'"),
        ("null ?? 'b'", "'b'"),
        ("undefined || 'b'", "'b'"),
        ("'a' || 'b'", "'a'"),
        ("event.a ?? 'b'", "'b' ?"),
        ("process.env.TABLE", "'chapters'"),
        ("process.env['TABLE']", "'chapters'"),
        ("process.env.NONE ?? 'b'", "'b'"),
        ("process.env.NONE", "undefined"),
        ("process.env.AWS_REGION ?? 'b'", "'b' ?"),
        ("process.env[name]", "?"),
        ("{ a: { b: 'c' } }.a.b", "'c'"),
        ("{ ...{ a: 'b' }, c: 1 }.a", "'b'"),
        ("{ a: 'b', ...{ a: 'c' } }.a", "'c'"),
        ("{ a: 'b', ...other }.a", "'b' ?"),
        ("{ ['a' + 'b']: 'c' }.ab", "'c'"),
        ("{}.a", "-"),
        ("['a', 'b'][1]", "'b'"),
        ("((x) => x + '!')('a')", "'a!'"),
        ("(() => { if (a) return 'b'; return 'c' })()", "'b' 'c'"),
        ("'\\x41\\u{42}\\n'", "'AB\n'"),
        ("/a/g", "?"),
        ("await Promise.resolve('a')", "'a'"),
        ("await new Promise((resolve) => setTimeout(() => resolve('a'), 1))", "'a'"),
        ("await Promise.resolve('a').then((x) => x + 'b')", "'ab'"),
        ("new URL('b', 'https://a.example/').href", "'https://a.example/b'"),
        ("Object.assign({}, { a: 'b' }).c", "-"),
        ("String(5)", "'5'"),
    ] {
        assert_eq!(js(expression), value, "{expression}");
    }
}

#[test]
fn expressions_of_python() {
    for (expression, value) in [
        ("'a' \"b\" '''c'''", "'abc'"),
        ("'a' + 'b'", "'ab'"),
        ("f'a{1}b{{c}}'", "'a1b{c}'"),
        ("f'{1:>3}'", "'…'"),
        ("rb'\\d'", "'\\d'"),
        ("'\\x41\\n'", "'A\n'"),
        ("'b' if a else 'c'", "'b' 'c'"),
        ("None or 'b'", "'b'"),
        ("os.environ['TABLE']", "?"),
        ("__import__('os').environ['TABLE']", "()"),
        ("{'a': {'b': 'c'}}['a']['b']", "'c'"),
        ("{**{'a': 'b'}, 'c': 1}['a']", "'b'"),
        ("{'a': 'b'}.get('a')", "'b'"),
        ("{'a': 'b'}.get('c', 'd')", "'d'"),
        ("({'a': 'b'} | {'c': 'd'})['c']", "'d'"),
        ("(lambda x, y='b': x + y)('a')", "'ab'"),
        ("None", "null"),
        ("True", "true"),
        ("(1, 'a')[1]", "'a'"),
        ("[x for x in 'abc']", "[]"),
        ("str(5)", "'5'"),
    ] {
        assert_eq!(python(expression), value, "{expression}");
    }
    for (imports, expression) in [
        ("import os", "os.environ['TABLE']"),
        ("import os", "os.environ.get('TABLE', 'x')"),
        ("import os as o", "o.getenv('TABLE')"),
        ("from os import environ", "environ['TABLE']"),
        ("from os import getenv as get", "get('NONE', 'chapters')"),
    ] {
        let text =
            format!("{imports}\nname = {expression}\ndef handler(event, context):\n    return {{'value': name}}");
        assert_eq!(answered(&[("app.py", &text)], None, "value"), "'chapters'", "{text}");
    }
}

#[test]
fn names_are_followed_to_what_is_assigned_to_them() {
    for (code, value) in [
        ("const a = 'b'; return { value: a };", "'b'"),
        ("let a; a = 'b'; return { value: a };", "'b'"),
        ("let a; if (x) { a = 'b' } else { a = 'c' } return { value: a };", "'b' 'c'"),
        ("let a = 'b'; a += 'c'; return { value: a };", "'b' 'bc'"),
        ("const { a: { b = 'c' } = {} } = {}; return { value: b };", "'c'"),
        ("const [a, b] = ['c', 'd']; return { value: b };", "'d'"),
        ("const a = 'b'; { const a = 'c'; } return { value: a };", "'b'"),
        ("const f = (a) => { const b = a; return b }; return { value: f('c') };", "'c'"),
        ("function f({ a = 'b' } = {}) { return a } return { value: f() };", "'b'"),
        ("const o = {}; o.a = 'b'; return { value: o.a };", "'b'"),
        ("const o = { a: 'c' }; o['a'] = 'b'; return { value: o.a };", "'b' 'c'"),
        ("const o = {}; Object.assign(o, { a: 'b' }); return { value: o.a };", "'b'"),
        ("const set = (o) => { o.a = 'b' }; const o = {}; set(o); return { value: o.a };", "'b'"),
        ("for (const a of ['b', 'c']) { return { value: a } }", "'b' 'c'"),
        ("const a = a + 'b'; return { value: a };", "'…b'"),
        ("class A { b = 'c'; d() { return this.b } } return { value: new A().d() };", "'c'"),
        ("class A { constructor(b) { this.b = b } } return { value: new A('c').b };", "'c'"),
        ("class A { b = 'c' } class D extends A {} return { value: new D().b };", "'c'"),
        ("const f = (n) => n ? f(n - 1) : 'a'; return { value: f(3) };", "'a' ?"),
        ("exports.a = 'b'; return { value: 'c' };", "'c'"),
    ] {
        assert_eq!(answered(&[("index.js", code)], None, "value"), value, "{code}");
    }
}

#[test]
fn constants_of_other_files() {
    for files in [
        [
            ("index.mjs", "import { NAME } from './lib/names.mjs'; export const handler = () => ({ value: NAME });"),
            ("lib/names.mjs", "export const NAME = 'b';"),
        ],
        [
            ("index.mjs", "import names from './names.mjs'; export const handler = () => ({ value: names.NAME });"),
            ("names.mjs", "export default { NAME: 'b' };"),
        ],
        [
            (
                "index.mjs",
                "import * as names from './names.mjs'; export const handler = () => ({ value: names.NAME });",
            ),
            ("names.mjs", "const b = 'b'; export { b as NAME };"),
        ],
        [
            ("index.mjs", "import { NAME } from './all.mjs'; export const handler = () => ({ value: NAME });"),
            ("all.mjs", "export const NAME = 'b'; export * from './none.mjs';"),
        ],
        [
            ("index.js", "const { NAME } = require('./names'); exports.handler = async () => ({ value: NAME });"),
            ("names.js", "module.exports = { NAME: 'b' };"),
        ],
        [
            (
                "index.js",
                "const names = require('./names'); module.exports.handler = async () => ({ value: names.NAME });",
            ),
            ("names/index.js", "exports.NAME = 'b';"),
        ],
        [
            ("index.py", "from names import NAME\ndef handler(event, context):\n    return {'value': NAME}"),
            ("names.py", "NAME = 'b'"),
        ],
        [
            ("index.py", "import lib.names as names\ndef handler(event, context):\n    return {'value': names.NAME}"),
            ("lib/names.py", "NAME = 'b'"),
        ],
        [
            ("src/index.py", "from . import names\ndef handler(event, context):\n    return {'value': names.NAME}"),
            ("src/names.py", "NAME = 'b'"),
        ],
        [
            ("src/index.py", "from .names import get\ndef handler(event, context):\n    return {'value': get()}"),
            ("src/names.py", "def get():\n    return 'b'"),
        ],
    ] {
        let folder = if files[0].0.starts_with("src/") { "src." } else { "" };
        let handler = format!("{folder}index.handler");
        assert_eq!(answered(&files, Some(&handler), "value"), "'b'", "{files:?}");
    }
}

#[test]
fn what_a_request_is_sent_with() {
    let bucket =
        |path: &str, text: &str| input(&[(path, text)], &["GetObjectCommand", ".getObject", ".get_object"], "Bucket");
    for text in [
        "s3.send(new GetObjectCommand({ Bucket: 'b' }))",
        "const input = { Bucket: 'b' }; s3.send(new GetObjectCommand(input))",
        "const Bucket = 'b'; await new S3({}).getObject({ Bucket })",
        "const aws = require('@aws-sdk/client-s3'); s3.send(new aws.GetObjectCommand({ Bucket: 'b' }))",
        "import { GetObjectCommand as Get } from '@aws-sdk/client-s3'; s3.send(new Get({ Bucket: 'b' }))",
        "const { GetObjectCommand: Get } = require('@aws-sdk/client-s3'); s3.send(new Get({ Bucket: 'b' }))",
        "const base = { Bucket: 'b' }; s3.getObject({ ...base, Key: 'k' }).promise()",
        "s3['getObject']({ Bucket: 'b' }, (error, data) => {})",
        "const params = {}; params.Bucket = 'b'; s3?.getObject?.(params)",
        "const read = (Bucket) => s3.getObject({ Bucket }); read('b')",
    ] {
        assert_eq!(bucket("index.mjs", text), "'b'", "{text}");
    }
    for text in [
        "s3.get_object(Bucket='b', Key='k')",
        "params = {'Bucket': 'b'}\ns3.get_object(**params)",
        "def read(bucket):\n    return boto3.client('s3').get_object(Bucket=bucket)\nread('b')",
        "class Store:\n    def __init__(self):\n        self.bucket = 'b'\n    def read(self):\n        s3.get_object(Bucket=self.bucket)\n",
    ] {
        assert_eq!(bucket("app.py", text), "'b'", "{text}");
    }
    for (text, value) in [
        ("s3.getObject({ Bucket: name() })", "()"),
        ("export const handler = (event) => s3.getObject({ Bucket: event.bucket })", "?"),
        ("s3.getObject({ Key: 'k' })", "-"),
        ("s3.getObject({ Bucket: process.env.DATA })", "'example-data'"),
        ("import { GetObjectCommand } from '@aws-sdk/client-s3'; Object.keys({})", "no request"),
        ("// s3.getObject({ Bucket: 'b' })", "no request"),
        ("const store = { getObject: (input) => input }; store.getObject({ Bucket: 'b' })", "no request"),
        ("const s = 's3.getObject({})'", "no request"),
    ] {
        assert_eq!(bucket("index.mjs", text), value, "{text}");
    }
}

#[test]
fn what_nobody_calls_and_what_no_file_imports_may_never_run() {
    let runs = |files: &[(&str, &str)]| {
        let (code, none) = (Code::of_package(files.iter().copied()), Variables::default());
        code.in_lambda(Some("index.handler"), &none).requests(&[".getObject", ".get_object"]).0[0].runs
    };
    assert!(runs(&[("index.mjs", "export const handler = () => read(); const read = () => s3.getObject({});")]));
    assert!(runs(&[("index.mjs", "export const handler = 1; export const old = () => s3.getObject({});")]));
    assert!(runs(&[
        ("index.js", "const { read } = require('./read'); exports.handler = () => read();"),
        ("read.js", "exports.read = () => s3.getObject({});")
    ]));
    assert!(runs(&[
        ("index.py", "import data\ndef handler(event, context):\n    return data.read()"),
        ("data.py", "def read():\n    s3.get_object()")
    ]));
    assert!(!runs(&[("index.mjs", "export const handler = 1; const read = () => s3.getObject({});")]));
    assert!(!runs(&[("index.mjs", "export const handler = 1;"), ("old.mjs", "s3.getObject({});")]));
    assert!(!runs(&[("index.py", "def handler(event, context): pass\ndef old():\n    s3.get_object()")]));
}

#[test]
fn what_makes_a_reading_unsure_is_said() {
    let hides = |path: &str, text: &str| {
        let (code, none) = (Code::of_package([(path, text)]), Variables::default());
        code.in_lambda(None, &none).hides()
    };
    assert_eq!(
        hides("index.mjs", "import { S3 } from '@aws-sdk/client-s3'; import fs from 'node:fs'; new S3();"),
        None
    );
    assert_eq!(hides("app.py", "import json, boto3\nfrom os import environ\n"), None);
    for (path, text, why) in [
        ("index.mjs", "import middy from '@middy/core';", "@middy/core"),
        ("app.py", "from shared import read", "shared"),
        ("index.mjs", "const a = {", "index.mjs"),
        ("app.py", "getattr(s3, name)()", "put together"),
        ("index.mjs", "export const handler = (event) => s3[event.method]({});", "put together"),
    ] {
        assert!(hides(path, text).is_some_and(|found| found.contains(why)), "{text}");
    }
}

#[test]
fn half_of_a_function_is_read_where_it_can_be() {
    let unclosed = "export const handler = async () => {\n  const r = await s3.send(new GetObjectCommand({ Bucket: 'b' });\n  return { statusCode: 200, body: r };\n";
    assert_eq!(input(&[("index.mjs", unclosed)], &["GetObjectCommand"], "Bucket"), "'b'");
    assert_eq!(answered(&[("index.mjs", unclosed)], None, "statusCode"), "200");
    let python =
        "import json\ndef handler(event, context):\n    s3.get_object(Bucket='b')\n    return {'statusCode': 200\n";
    assert_eq!(input(&[("app.py", python)], &[".get_object"], "Bucket"), "'b'");
}

#[test]
fn texts_are_shown_in_full() {
    let code = Code::of_page([("", "const a = 'b' + 'c', d = `e${a}`;")]);
    let texts: Vec<_> = code.in_browser().texts().into_iter().map(|text| text.value().to_owned()).collect();
    assert_eq!(texts, ["bc", "ebc"]);
    assert_eq!(shown(&crate::documents::code::ValueSet::unknown()), "?");
}
