//! What code says without being run: many ways to write it, what is wrong with some, and what cannot be told.

use crate::documents::package::Package;
use crate::judge;
use crate::judgement::Judgement;
use crate::testing::code::{FROM_BUCKET, FROM_TABLE, package};

fn read(path: &str, text: &str) -> Package {
    Package::read(package(&[(path, text)])).unwrap()
}

fn js(text: &str) -> Package {
    read("index.mjs", text)
}

fn python(text: &str) -> Package {
    read("lambda_function.py", text)
}

/// `holds`, `fails` or `skipped`, for short.
fn verdict(judgement: &Judgement) -> &'static str {
    match format!("{judgement:?}") {
        text if text.contains("verdict: Holds") => "holds",
        text if text.contains("verdict: Fails") => "fails",
        text if text.contains("verdict: Skipped") => "skipped",
        text => panic!("{text}"),
    }
}

#[test]
fn answers_in_the_ways_that_people_write_them() {
    for (expected, package) in [
        ("holds", js(FROM_BUCKET)),
        ("holds", js(FROM_TABLE)),
        ("holds", js("const body = JSON.stringify(list); return { statusCode: 200, body };")),
        ("holds", js("const r = {}; r['statusCode'] = 200; r['body'] = JSON.stringify(1); return r;")),
        ("holds", js("return { statusCode: 200, body: '[{\"id\": 1}]' };")),
        ("holds", js("import { api } from './api.js'; return { statusCode: 200, body: api.text(JSON.stringify(1)) };")),
        ("holds", python("return {'statusCode': 200, 'body': json.dumps(items)}")),
        ("skipped", js("const body = await Body.transformToString(); return { statusCode: 200, body };")),
        ("skipped", js("return { statusCode: code, body: JSON.stringify(1) };")),
        ("fails", js("return [1];")),
        ("fails", js("return { statusCode: 404, body: JSON.stringify(1) };")),
        ("fails", js("return { statusCode: 200 };")),
        ("fails", js("return { statusCode: 200, body: [1] };")),
        ("fails", js("const body = [{ id: 1 }]; return { statusCode: 200, body };")),
        ("fails", js("// statusCode: 200, body: JSON.stringify(1)\nreturn [];")),
        ("fails", python("chapters = [1]\nreturn {'statusCode': 200, 'body': chapters}")),
        ("fails", js("return { statusCode: 200, body: JSON.stringify('Hello from Lambda!') };")),
    ] {
        assert_eq!(verdict(&judge::lambda::code::answers(&package)), expected, "{package:?}");
    }
}

#[test]
fn a_library_may_do_what_the_code_does_not_show() {
    let files = [("index.mjs", "export const handler = middy(list);"), ("node_modules/middy/index.js", "")];
    let package = Package::read(package(&files)).unwrap();
    for judged in [
        judge::lambda::code::answers(&package),
        judge::lambda::code::allows_origin(&package, "example.com"),
        judge::lambda::data_access::scans(&package),
    ] {
        assert_eq!(verdict(&judged), "skipped");
    }
}

#[test]
fn the_header_for_pages_of_the_website() {
    for (expected, text) in [
        ("holds", "headers: { 'Access-Control-Allow-Origin': '*' }"),
        ("holds", "headers: { \"access-control-allow-origin\": \"https://example.com\" }"),
        ("holds", "headers: { 'Access-Control-Allow-Origin': `https://${domain}` }"),
        ("holds", "headers: { ['Access-Control-Allow-' + 'Origin']: '*' }"),
        ("holds", "headers: ok ? { 'Access-Control-Allow-Origin': '*' } : { 'Access-Control-Allow-Origin': 'x' }"),
        ("holds", "headers: { 'Access-Control-Allow-Origin': origin }"),
        ("fails", "headers: { 'Access-Control-Allow-Origin': 'https://example.com/' }"),
        ("fails", "headers: { 'Access-Control-Allow-Origin': 'http://example.com' }"),
        ("fails", "headers: { 'Content-Type': 'application/json' }"),
    ] {
        let code = js(&format!("const headers = {{}}; return {{ {text} }};"));
        assert_eq!(verdict(&judge::lambda::code::allows_origin(&code, "example.com")), expected, "{text}");
    }
    let later =
        js("const headers = {}; headers['Access-Control-Allow-Origin'] = `https://${domain}`; return { headers };");
    assert_eq!(verdict(&judge::lambda::code::allows_origin(&later, "example.com")), "holds");
}

#[test]
fn what_reads_an_object_and_which() {
    for (reads, names, package) in [
        ("holds", "holds", js(FROM_BUCKET)),
        ("holds", "holds", python("s3.get_object(Bucket='example-data', Key='chapters.json')['Body'].read()")),
        ("holds", "holds", python("boto3.resource('s3').Object('example-data', 'chapters.json').get()")),
        ("holds", "fails", js("await client.send(new GetObjectCommand({ Bucket: 'photos', Key: 'chapters.json' }))")),
        (
            "holds",
            "fails",
            js("const Bucket = 'photos'; await client.send(new GetObjectCommand({ Bucket, Key: 'chapters.json' }))"),
        ),
        (
            "holds",
            "fails",
            js("await client.send(new GetObjectCommand({ Bucket: 'example-data', Key: 'Chapters.json' }))"),
        ),
        ("holds", "skipped", js("await client.send(new GetObjectCommand({ Bucket: name(), Key: 'chapters.json' }))")),
        ("fails", "skipped", js("import { GetObjectCommand } from '@aws-sdk/client-s3'; Object.keys({});")),
        ("fails", "skipped", js(FROM_TABLE)),
    ] {
        let named = judge::lambda::data_access::names_object(&package, "example-data", "chapters.json");
        assert_eq!(
            (verdict(&judge::lambda::data_access::reads_object(&package)), verdict(&named)),
            (reads, names),
            "{package:?}"
        );
    }
}

#[test]
fn what_scans_a_table_and_which() {
    for (scans, names, package) in [
        ("holds", "holds", js(FROM_TABLE)),
        ("holds", "holds", js("await new DynamoDB({}).scan({ TableName: 'chapters' })")),
        ("holds", "holds", js("for await (const page of paginateScan({ client }, { TableName: 'chapters' })) {}")),
        ("holds", "holds", js("await client.send(new client_dynamodb.ScanCommand({ TableName: 'chapters' }))")),
        ("holds", "holds", python("dynamodb.Table('chapters').scan()")),
        ("holds", "holds", python("client.get_paginator('scan').paginate(TableName='chapters')")),
        ("holds", "fails", js("await client.send(new ScanCommand({ TableName: 'articles' }))")),
        ("fails", "skipped", js("await client.send(new QueryCommand({ TableName: 'chapters' }))")),
        ("fails", "skipped", js("import { ScanCommand } from '@aws-sdk/lib-dynamodb';")),
        ("fails", "skipped", js(FROM_BUCKET)),
    ] {
        let named = judge::lambda::data_access::names_table(&package, "chapters");
        assert_eq!(
            (verdict(&judge::lambda::data_access::scans(&package)), verdict(&named)),
            (scans, names),
            "{package:?}"
        );
    }
    assert_eq!(verdict(&judge::lambda::data_access::reads_no_object(&js(FROM_TABLE))), "holds");
    assert_eq!(verdict(&judge::lambda::data_access::reads_no_object(&js(FROM_BUCKET))), "fails");
}

/// What people's code was told wrongly about before it was read as what it is.
#[test]
fn shapes_of_real_functions() {
    let later = "let response = { statusCode: 500, headers: { 'Access-Control-Allow-Origin': '*' } };
        try { const { Items } = await table.send(new ScanCommand({ TableName: 'chapters' }));
        response.statusCode = 200; response.body = JSON.stringify(Items); } catch (error) { console.error(error); }
        return response;";
    let text = "const answer = { statusCode: 500, body: JSON.stringify([]) };
        try { const read = new GetObjectCommand({ Bucket: 'example-data', Key: 'chapters.json' });
        const found = await new S3Client({}).send(read); const list = await found.Body.transformToString();
        answer.statusCode = 200; answer.body = list; } catch (error) { console.error(error); } return answer;";
    let python = "response = {'statusCode': 500, 'body': ''}\ntry:\n    response['statusCode'] = 200\n    \
        response['body'] = json.dumps([1])\nexcept Exception as error:\n    print(error)\nreturn response";
    for (expected, package) in [
        ("holds", js(later)),
        ("holds", js(text)),
        ("holds", js(&format!("export const handler = async () => {{ {later} }};"))),
        ("holds", self::python(python)),
        (
            "holds",
            js(
                "const data = await s3.getObject({}).promise(); return { statusCode: 200, body: data.Body.toString() };",
            ),
        ),
        (
            "holds",
            js(
                "const { Body } = await s3.send(new GetObjectCommand({})); return { statusCode: 200, body: await Body.transformToString() };",
            ),
        ),
        (
            "holds",
            self::python(
                "data = s3.get_object(Bucket='b', Key='k')\nreturn {'statusCode': 200, 'body': data['Body'].read().decode('utf-8')}",
            ),
        ),
        ("holds", js("return { statusCode: 200, body: zlib.gzipSync(JSON.stringify([1])) };")),
        ("skipped", js("return { statusCode: 200, body: await load() };")),
        ("skipped", js("return { statusCode: 200, body: event.body };")),
        ("skipped", js("const a = {; return { statusCode: 200, body: [1] };")),
        ("fails", js("let response = { statusCode: 500 }; response.body = JSON.stringify(1); return response;")),
        (
            "fails",
            js(
                "export const handler = async () => { const old = () => ({ statusCode: 200, body: 'b' }); return [1]; };",
            ),
        ),
    ] {
        assert_eq!(verdict(&judge::lambda::code::answers(&package)), expected, "{package:?}");
    }
}

#[test]
fn what_becomes_no_json_or_another_one() {
    let s3 = "const found = await s3.send(new GetObjectCommand({ Bucket: 'example-data', Key: 'chapters.json' }));";
    let low = "import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
        const table = DynamoDBDocumentClient.from(new DynamoDBClient());";
    let scan = "const { Items } = await table.send(new ScanCommand({ TableName: 'chapters' }));";
    let plain = low.replace("client-dynamodb", "lib-dynamodb");
    let resource = "table = boto3.resource('dynamodb').Table('chapters')\n";
    let client = "table = boto3.client('dynamodb')\n";
    for (expected, says, package) in [
        ("fails", "a stream", js(&format!("{s3} return {{ statusCode: 200, body: JSON.stringify(found.Body) }};"))),
        ("fails", "no text", js(&format!("{s3} return {{ statusCode: 200, body: found.Body }};"))),
        (
            "fails",
            "types that DynamoDB",
            js(&format!("{low} {scan} return {{ statusCode: 200, body: JSON.stringify(Items) }};")),
        ),
        (
            "fails",
            "types that DynamoDB",
            js(&format!("{low} {scan} return {{ statusCode: 200, body: JSON.stringify(Items.sort(by)) }};")),
        ),
        ("fails", "no text", js(&format!("{plain} {scan} return {{ statusCode: 200, body: Items }};"))),
        ("holds", "", js(&format!("{plain} {scan} return {{ statusCode: 200, body: JSON.stringify(Items) }};"))),
        (
            "holds",
            "",
            js(&format!("{low} {scan} return {{ statusCode: 200, body: JSON.stringify(Items.map(unmarshall)) }};")),
        ),
        (
            "fails",
            "Decimal",
            python(&format!("{resource}return {{'statusCode': 200, 'body': json.dumps(table.scan()['Items'])}}")),
        ),
        (
            "holds",
            "",
            python(&format!(
                "{resource}return {{'statusCode': 200, 'body': json.dumps(table.scan()['Items'], default=str)}}"
            )),
        ),
        (
            "holds",
            "",
            python(&format!(
                "{resource}return {{'statusCode': 200, 'body': json.dumps(table.scan()['Items'], cls=Encoder)}}"
            )),
        ),
        (
            "fails",
            "types that DynamoDB",
            python(&format!(
                "{client}return {{'statusCode': 200, 'body': json.dumps(table.scan(TableName='chapters')['Items'])}}"
            )),
        ),
    ] {
        let judged = judge::lambda::code::answers(&package);
        assert_eq!(verdict(&judged), expected, "{package:?}");
        assert!(format!("{judged:?}").contains(says), "{judged:?}");
    }
}

#[test]
fn what_is_not_certain_is_not_told() {
    use judge::lambda::data_access::{names_object, names_table, reads_no_object, reads_object, scans};
    let unused =
        "export const handler = async () => 1; const old = () => s3.send(new GetObjectCommand({ Bucket: 'b' }));";
    assert_eq!(verdict(&reads_no_object(&js(unused))), "skipped");
    assert_eq!(verdict(&reads_object(&js(unused))), "fails");
    for text in [
        "import { read } from 'shared-layer'; export const handler = () => read();",
        "export const handler = async (event) => s3[event.method]({});",
        "const list = await fetch('https://example-data.s3.amazonaws.com/chapters.json');",
        "export const handler = async () => {",
    ] {
        assert_eq!(verdict(&reads_object(&js(text))), "skipped", "{text}");
    }
    assert_eq!(verdict(&scans(&python("from data import table\nitems = table()"))), "skipped");
    let two = "const read = (Bucket) => s3.getObject({ Bucket, Key: 'chapters.json' }); read('example-data'); read('photos');";
    assert_eq!(verdict(&names_object(&js(two), "example-data", "chapters.json")), "skipped");
    let either = "table.scan({ TableName: event.test ? 'test' : 'chapters' });";
    assert_eq!(verdict(&names_table(&js(either), "chapters")), "skipped");
    let arn = "table.scan({ TableName: 'arn:aws:dynamodb:us-east-1:123456789012:table/chapters' });";
    assert_eq!(verdict(&names_table(&js(arn), "chapters")), "holds");
}

#[test]
fn promises_bytes_and_text_that_become_another_answer() {
    let s3 = "const found = await s3.send(new GetObjectCommand({ Bucket: 'example-data', Key: 'chapters.json' }));";
    let bare = s3.replace("await ", "");
    let answer = |body: &str| format!("return {{ statusCode: 200, body: {body} }};");
    let python = |body: &str| {
        python(&format!("found = s3.get_object(Bucket='b', Key='k')\nreturn {{'statusCode': 200, 'body': {body}}}"))
    };
    for (expected, says, package) in [
        ("fails", "a promise", js(&format!("{s3} {}", answer("found.Body.transformToString()")))),
        ("fails", "a promise", js(&format!("{bare} {}", answer("JSON.stringify(found.Items)")))),
        ("holds", "", js(&format!("{s3} const text = found.Body.transformToString(); {}", answer("await text")))),
        (
            "holds",
            "",
            js(&format!("{s3} const [text] = await Promise.all([found.Body.transformToString()]); {}", answer("text"))),
        ),
        ("skipped", "", js(&format!("{s3} return found.Body.transformToString().then((text) => load(text));"))),
        ("fails", "the bytes", python("found['Body'].read()")),
        ("fails", "the bytes", js(&format!("{s3} {}", answer("await found.Body.transformToByteArray()")))),
        ("holds", "", python("found['Body'].read().decode()")),
        (
            "fails",
            "made JSON text again",
            js(&format!("{s3} {}", answer("JSON.stringify(await found.Body.transformToString())"))),
        ),
        ("fails", "made JSON text again", js(&answer("JSON.stringify(JSON.stringify([1]))"))),
        ("fails", "made JSON text again", python("json.dumps(found['Body'].read().decode('utf-8'))")),
        (
            "holds",
            "",
            js(&format!("{s3} {}", answer("JSON.stringify(JSON.parse(await found.Body.transformToString()))"))),
        ),
        ("holds", "", python("json.dumps(json.loads(found['Body'].read()))")),
    ] {
        let judged = judge::lambda::code::answers(&package);
        assert_eq!(verdict(&judged), expected, "{package:?}");
        assert!(format!("{judged:?}").contains(says), "{judged:?}");
    }
}

#[test]
fn whether_a_message_may_have_a_form_of_its_own() {
    let takes = |text: &str| {
        let code = "export const handler = async (event) => {\n  for (const record of event.Records) {\n    const message = TEXT;\n  }\n};\n";
        crate::book::email_function::takes_apart(&js(&code.replace("TEXT", text)))
    };
    assert!(takes("JSON.parse(record.Sns.Message)"));
    assert!(!takes("record.Sns.Message"));
    let code = "import json\ndef lambda_handler(event, context):\n    return json.loads(event['Records'][0]['Sns']['Message'])\n";
    assert!(crate::book::email_function::takes_apart(&python(code)));
}
