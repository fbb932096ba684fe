//! The shapes in which people write functions: what each answers.

use super::answered;

const SHAPES: &[(&str, &str)] = &[
    // Made at the end.
    ("index.mjs", "export const handler = async () => ({ statusCode: 200, body: 'b' });"),
    ("index.mjs", "export async function handler() { return { statusCode: 200, body: 'b' }; }"),
    (
        "index.mjs",
        "const handler = async () => { const response = { statusCode: 200, body: 'b' }; return response; }; export { handler };",
    ),
    ("index.js", "exports.handler = async (event) => { return { statusCode: 200, body: 'b' }; };"),
    ("index.js", "module.exports = { handler: async function () { return { statusCode: 200, body: 'b' }; } };"),
    (
        "index.js",
        "module.exports.handler = async () => { const statusCode = 200, body = 'b'; return { statusCode, body }; };",
    ),
    ("index.js", "const handler = async () => ({ statusCode: 200, body: 'b' }); module.exports = { handler };"),
    // By a helper.
    (
        "index.mjs",
        "const answer = (statusCode, body) => ({ statusCode, body }); export const handler = async () => answer(200, 'b');",
    ),
    (
        "index.mjs",
        "function ok(body) { return { ...base, body } } const base = { statusCode: 200 }; export const handler = async () => ok('b');",
    ),
    (
        "index.mjs",
        "class Answer { constructor(code, body) { this.statusCode = code; this.body = body } } export const handler = async () => new Answer(200, 'b');",
    ),
    // Callbacks, and promises.
    (
        "index.js",
        "exports.handler = (event, context, callback) => { callback(null, { statusCode: 200, body: 'b' }); };",
    ),
    (
        "index.js",
        "exports.handler = (event, context, done) => { s3.getObject({}, (error, data) => { if (error) return done(error); done(null, { statusCode: 200, body: 'b' }); }); };",
    ),
    ("index.js", "exports.handler = function (event, context) { context.succeed({ statusCode: 200, body: 'b' }); };"),
    (
        "index.js",
        "exports.handler = () => s3.getObject({}).promise().then((data) => ({ statusCode: 200, body: 'b' }));",
    ),
    (
        "index.js",
        "exports.handler = () => new Promise((resolve, reject) => { s3.getObject({}, (error) => { resolve({ statusCode: 200, body: 'b' }); }); });",
    ),
    (
        "index.mjs",
        "const list = async () => { const a = await read(); return { statusCode: 200, body: 'b' } }; export const handler = (event) => list(event);",
    ),
    // Python.
    ("index.py", "def handler(event, context):\n    return {'statusCode': 200, 'body': 'b'}"),
    (
        "index.py",
        "def handler(event, context):\n    response = dict()\n    response = {}\n    response['statusCode'] = 200\n    response['body'] = 'b'\n    return response",
    ),
    (
        "index.py",
        "def answer(status, body, **more):\n    return {'statusCode': status, 'body': body}\n\ndef handler(event, context):\n    return answer(200, body='b')",
    ),
    (
        "index.py",
        "import names\nclass Api:\n    status = 200\n    def get(self):\n        return {'statusCode': self.status, 'body': 'b'}\n\napi = Api()\ndef handler(event, context):\n    return api.get()",
    ),
    ("index.py", "handler = lambda event, context: {'statusCode': 200, 'body': 'b'}"),
    (
        "index.py",
        "async def get():\n    return {'statusCode': 200, 'body': 'b'}\n\ndef handler(event, context):\n    try:\n        result = {'statusCode': 200}\n        result.update({'body': 'b'})\n        return result\n    finally:\n        pass",
    ),
];

#[test]
fn shapes_that_answer_200() {
    for (path, text) in SHAPES {
        assert_eq!(answered(&[(path, text)], Some("index.handler"), "statusCode"), "200", "{text}");
        assert_eq!(answered(&[(path, text)], Some("index.handler"), "body"), "'b'", "{text}");
    }
}

/// A very common shape: one answer that is changed on the way.
#[test]
fn an_answer_that_is_changed_may_be_all_that_it_is_given() {
    for (path, text) in [
        (
            "index.mjs",
            "export const handler = async () => { let response = { statusCode: 500, body: 'a' };
             try { await read(); response.statusCode = 200; response.body = 'b'; } catch (error) { console.log(error) }
             return response; };",
        ),
        (
            "index.js",
            "exports.handler = async function () { const response = { statusCode: 500, body: 'a' };
             const set = (code, body) => Object.assign(response, { statusCode: code, body });
             set(200, 'b'); return response; };",
        ),
        (
            "index.py",
            "def handler(event, context):\n    response = {'statusCode': 500, 'body': 'a'}\n    try:\n        \
             response['statusCode'] = 200\n        response['body'] = 'b'\n    except Exception as error:\n        \
             print(error)\n    return response",
        ),
        (
            "index.mjs",
            "export const handler = async () => { let statusCode = 500, body = 'a';
             try { statusCode = 200; body = 'b' } finally { return { statusCode, body } } };",
        ),
        (
            "index.mjs",
            "export const handler = async () => { try { return { statusCode: 200, body: 'b' } }
             catch { return { statusCode: 500, body: 'a' } } };",
        ),
    ] {
        assert_eq!(answered(&[(path, text)], Some("index.handler"), "statusCode"), "200 500", "{text}");
        assert_eq!(answered(&[(path, text)], Some("index.handler"), "body"), "'a' 'b'", "{text}");
    }
}

#[test]
fn what_a_library_makes_of_an_answer_is_not_known() {
    for (path, text) in [
        (
            "index.mjs",
            "import middy from '@middy/core'; export const handler = middy(async () => ({ statusCode: 200 }));",
        ),
        ("index.mjs", "import { app } from './app.mjs'; export const handler = app.handler();"),
        ("index.py", "from tools import wrap\nhandler = wrap(lambda event, context: {'statusCode': 200})"),
        ("index.mjs", "export const handler = async (event) => routes[event.path](event);"),
        ("index.js", "exports.handler = (event, context, callback) => { list(callback); };"),
    ] {
        let status = answered(&[(path, text)], Some("index.handler"), "statusCode");
        assert!(status.contains(['?', '(']), "{text}: {status}");
    }
}

#[test]
fn answers_that_are_no_objects() {
    let code = |text: &str| answered(&[("index.mjs", text)], Some("index.handler"), "statusCode");
    assert_eq!(code("export const handler = async () => {};"), "?");
    assert_eq!(code("export const handler = async () => ({ message: 'b' });"), "-");
}
