//! What code says without being run: many ways to write it, what is wrong with some, and what cannot be told.

use crate::documents::package::Package;
use crate::judge;
use crate::judgement::Judgement;
use crate::services::lambda::Variables;
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
        ("holds", "headers['Access-Control-Allow-Origin'] = `https://${domain}`"),
        ("holds", "headers: { 'Access-Control-Allow-Origin': origin }"),
        ("fails", "headers: { 'Access-Control-Allow-Origin': 'https://example.com/' }"),
        ("fails", "headers: { 'Access-Control-Allow-Origin': 'http://example.com' }"),
        ("fails", "headers: { 'Content-Type': 'application/json' }"),
    ] {
        assert_eq!(verdict(&judge::lambda::code::allows_origin(&js(text), "example.com")), expected, "{text}");
    }
}

#[test]
fn what_reads_an_object_and_which() {
    let none = Variables::default();
    for (reads, names, package) in [
        ("holds", "holds", js(FROM_BUCKET)),
        ("holds", "holds", python("s3.get_object(Bucket='example-data', Key='chapters.json')['Body'].read()")),
        ("holds", "holds", python("boto3.resource('s3').Object('example-data', 'chapters.json').get()")),
        ("holds", "fails", js("new GetObjectCommand({ Bucket: 'photos', Key: 'chapters.json' })")),
        ("holds", "fails", js("const Bucket = 'photos'; new GetObjectCommand({ Bucket, Key: 'chapters.json' })")),
        ("holds", "fails", js("new GetObjectCommand({ Bucket: 'example-data', Key: 'Chapters.json' })")),
        ("holds", "skipped", js("new GetObjectCommand({ Bucket: name(), Key: 'chapters.json' })")),
        ("fails", "skipped", js("import { GetObjectCommand } from '@aws-sdk/client-s3'; Object.keys({});")),
        ("fails", "skipped", js(FROM_TABLE)),
    ] {
        let named = judge::lambda::data_access::names_object(&package, &none, "example-data", "chapters.json");
        assert_eq!(
            (verdict(&judge::lambda::data_access::reads_object(&package)), verdict(&named)),
            (reads, names),
            "{package:?}"
        );
    }
}

#[test]
fn what_scans_a_table_and_which() {
    let none = Variables::default();
    for (scans, names, package) in [
        ("holds", "holds", js(FROM_TABLE)),
        ("holds", "holds", js("await new DynamoDB({}).scan({ TableName: 'chapters' })")),
        ("holds", "holds", js("for await (const page of paginateScan({ client }, { TableName: 'chapters' })) {}")),
        ("holds", "holds", js("new client_dynamodb.ScanCommand({ TableName: 'chapters' })")),
        ("holds", "holds", python("dynamodb.Table('chapters').scan()")),
        ("holds", "holds", python("client.get_paginator('scan').paginate(TableName='chapters')")),
        ("holds", "fails", js("new ScanCommand({ TableName: 'articles' })")),
        ("fails", "skipped", js("new QueryCommand({ TableName: 'chapters' })")),
        ("fails", "skipped", js("import { ScanCommand } from '@aws-sdk/lib-dynamodb';")),
        ("fails", "skipped", js(FROM_BUCKET)),
    ] {
        let named = judge::lambda::data_access::names_table(&package, &none, "chapters");
        assert_eq!(
            (verdict(&judge::lambda::data_access::scans(&package)), verdict(&named)),
            (scans, names),
            "{package:?}"
        );
    }
    assert_eq!(verdict(&judge::lambda::data_access::reads_no_object(&js(FROM_TABLE))), "holds");
    assert_eq!(verdict(&judge::lambda::data_access::reads_no_object(&js(FROM_BUCKET))), "fails");
}
