//! 12.e11: templates that describe no application, and unusual ones that do.

use super::*;
use crate::tests::ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch12/sam_application";
const TEMPLATE: &str = include_str!("../../testing/workspace/sam-app/template.yaml");
const CODE: (&str, &[u8]) = ("sam-app/hello-world/index.mjs", b"");

async fn expect_edited(from: &str, to: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    assert!(TEMPLATE.contains(from), "{from}");
    let edited = workspace(&[("sam-app/template.yaml", TEMPLATE.replace(from, to).as_bytes()), CODE]);
    expect_in(&edited, SLUG, verdict, exceptions).await;
}

#[tokio::test]
async fn a_template_that_is_none_of_sams_says_why() {
    let skipped = ["function", "code"].map(|clause| (Skipped, clause, "needs: template"));
    let expected = |found| [&[(Fails, "template", found)], skipped.as_slice()].concat();
    expect_in(&workspace(&[]), SLUG, Verdict::NotDone, &expected("nothing of that name")).await;
    for (from, to, found) in [
        ("Transform: AWS::Serverless-2016-10-31\n", "", "which has no transform"),
        ("AWS::Serverless-2016-10-31", "AWS::Include", "which has the transform \"AWS::Include\""),
        ("!GetAtt", "!GetAttr", "CloudFormation has no function !GetAttr"),
        ("Resources:\n", "Resources:\n\tX: 1\n", "no YAML"),
        (TEMPLATE, "", "an empty file"),
    ] {
        expect_edited(from, to, Verdict::NotDone, &expected(found)).await;
    }
}

#[tokio::test]
async fn what_it_describes_and_where_its_code_is() {
    for (from, to, clause, found) in [
        ("CodeUri: hello-world/", "CodeUri: src/", "code", "the folder sam-app/src"),
        ("Handler: index.handler", "Handler: app.handler", "code", "no such file for the handler app.handler"),
        ("      Handler: index.handler\n", "", "code", "HelloWorldFunction with a handler"),
        // Without it, the code is beside the template.
        ("      CodeUri: hello-world/\n", "", "code", "HelloWorldFunction: sam-app/index.mjs"),
    ] {
        expect_edited(from, to, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    for (from, to, clause, found) in [
        ("    Runtime: nodejs24.x\n", "", "function", "no Runtime"),
        ("nodejs24.x", "node24.x", "function", "node24.x"),
        ("nodejs24.x", "nodejs24", "function", "nodejs24"),
    ] {
        expect_edited(from, to, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let coded = "    Properties:\n      CodeUri: hello-world/\n";
    for (metadata, properties, found) in [
        ("{Dockerfile: Dockerfile, DockerContext: ./hello-world}", "PackageType: Image", "hello-world/Dockerfile"),
        (
            "{BuildMethod: esbuild, BuildProperties: {EntryPoints: [app.ts]}}",
            "CodeUri: hello-world/",
            "hello-world/app.ts",
        ),
    ] {
        let to = format!("    Metadata: {metadata}\n    Properties:\n      {properties}\n");
        expect_edited(coded, &to, Verdict::NotDone, &[(Fails, "code", found)]).await;
    }
    let plain = "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {Code: ./src, Handler: a.b}\n";
    let plain = workspace(&[("template.yaml", plain.as_bytes())]);
    expect_in(&plain, SLUG, Verdict::NotDone, &[(Fails, "code", "the folder src")]).await;
    let skipped = (Skipped, "code", "no function");
    let bucket = [(Fails, "function", "HelloWorldFunction (AWS::S3::Bucket)"), skipped];
    expect_edited("AWS::Serverless::Function", "AWS::S3::Bucket", Verdict::NotDone, &bucket).await;
}

#[tokio::test]
async fn other_applications_are_right() {
    for (from, to) in [
        ("CodeUri: hello-world/", "CodeUri: ./hello-world"),
        (
            "CodeUri: hello-world/\n      Handler: index.handler",
            "InlineCode: 'exports.handler = () => 1'\n      Handler: index.handler",
        ),
        ("CodeUri: hello-world/", "CodeUri: s3://bucket/key.zip"),
        ("CodeUri: hello-world/\n      Handler: index.handler", "PackageType: Image"),
        ("Runtime: nodejs24.x", "Runtime: provided.al2023"),
        ("Handler: index.handler", "Handler: /opt/nodejs/monitor.handler"),
        ("    Properties:\n      CodeUri", "    Metadata: {BuildMethod: esbuild}\n    Properties:\n      CodeUri"),
    ] {
        expect_edited(from, to, Verdict::Done, &[]).await;
    }
    let text = TEMPLATE.replace("nodejs24.x", "python3.14").replace("index.handler", "src.app.handler");
    let dotted = workspace(&[("sam-app/template.yaml", text.as_bytes()), ("sam-app/hello-world/src/app.py", b"")]);
    expect_in(&dotted, SLUG, Verdict::Done, &[]).await;
    let packed = TEMPLATE.replace("hello-world/", "build/hello.zip");
    let packed = workspace(&[("sam-app/template.yaml", packed.as_bytes()), ("sam-app/build/hello.zip", b"PK")]);
    expect_in(&packed, SLUG, Verdict::Done, &[]).await;
    let bare = TEMPLATE.replace("      CodeUri: hello-world/\n", "");
    let bare = workspace(&[("sam-app/template.yaml", bare.as_bytes()), ("sam-app/index.mjs", b"")]);
    expect_in(&bare, SLUG, Verdict::Done, &[]).await;
    let beside = workspace(&[
        ("a/template.yaml", b"Resources: {}"),
        (
            "b/template.json",
            br#"{"Transform": "AWS::Serverless-2016-10-31", "Resources": {"A": {"Type": "AWS::Serverless::HttpApi"}}}"#,
        ),
    ]);
    let expected = [
        (Holds, "template", "b/template.json"),
        (Holds, "function", "A (AWS::Serverless::HttpApi)"),
        (Skipped, "code", ""),
    ];
    expect_in(&beside, SLUG, Verdict::Done, &expected).await;
    expect_unknown(SLUG, "template").await;
}

#[tokio::test]
async fn other_places_and_names_are_right() {
    let deep = [("a/b/c/template.yaml", TEMPLATE.as_bytes()), ("a/b/c/hello-world/index.mjs", b"")];
    expect_in(&workspace(&deep), SLUG, Verdict::Done, &[(Holds, "template", "a/b/c/template.yaml")]).await;
    let named: [(&str, &[u8]); 3] = [
        ("app/samconfig.toml", b"version = 0.1\n[default.global.parameters]\ntemplate_file = \"sam.yaml\" # mine\n"),
        ("app/sam.yaml", TEMPLATE.as_bytes()),
        ("app/hello-world/index.mjs", b""),
    ];
    expect_in(&workspace(&named), SLUG, Verdict::Done, &[(Holds, "template", "app/sam.yaml")]).await;
    let looped = "Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\nResources:\n  Fn::ForEach::All:\n    - Name\n    - [A, B]\n    \
                  - Fn${Name}: {Type: AWS::Serverless::Function, Properties: {CodeUri: src/, Handler: index.handler, Runtime: nodejs24.x}}\n";
    let looped = workspace(&[("template.yaml", looped.as_bytes()), ("src/index.mjs", b"")]);
    expect_in(&looped, SLUG, Verdict::Done, &[(Holds, "function", "Fn${Name}")]).await;
    let whole = workspace(&[("sam-app/template.yaml", b""), ("sam-app/hello-world/index.mjs", b"")]);
    let root = whole.path().canonicalize().unwrap();
    let text = TEMPLATE.replace("CodeUri: hello-world/", &format!("CodeUri: {}/sam-app/hello-world", root.display()));
    fs::write(whole.path().join("sam-app/template.yaml"), text).unwrap();
    expect_in(&whole, SLUG, Verdict::Done, &[]).await;
}

/// What real templates hold beside the walkthrough's.
const UNUSUAL: &str = r#"
AWSTemplateFormatVersion: 2010-09-09
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
x-settings: &settings
  MemorySize: 256
Mappings:
  Accounts:
    123456789012: {Stage: prod}
Globals:
  Function:
    CodeUri: src/
    Runtime: nodejs24.x
    Handler: handlers/hello.handler
    Layers:
      - arn:aws:lambda:us-east-1:017000801446:layer:AWSLambdaPowertoolsTypeScriptV2:1
    Environment:
      Variables:
        TABLE: !Sub ["${Name}-${AWS::Region}", {Name: !Ref Table}]
Conditions:
  IsProd: !And [!Not [!Equals [!Ref AWS::Region, eu-west-1]], !Condition Other]
  Other: !Equals [!FindInMap [Accounts, !Ref AWS::AccountId, Stage], prod]
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Condition: IsProd
    Properties:
      Description: !Sub |
        Answers in ${AWS::Region}
        !Ref is text here
      Environment:
        Variables:
          KEY: !If [IsProd, !GetAtt Table.Arn, !Ref AWS::NoValue]
      Events:
        Get: {Type: HttpApi, Properties: {Path: /, Method: GET}}
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody:
        paths:
          /:
            get:
              responses:
                200: {description: !Base64 text}
                default: {description: ~}
  Fn::ForEach::Tables:
    - Name
    - [A, B]
    - Table${Name}: {Type: AWS::DynamoDB::Table}
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: nested/template.yaml, Parameters: *settings}
  Table: {Type: AWS::Serverless::SimpleTable}
  Function:
    Type: AWS::Lambda::Function
    Properties: {Code: {ZipFile: "exports.handler = async () => 1"}, Handler: index.handler}
Outputs:
  Zones: {Value: !Join [",", !GetAZs ""]}
  Url: {Value: !ImportValue "shared-url", Export: {Name: !Sub "${AWS::StackName}-url"}}
"#;

#[tokio::test]
async fn templates_as_people_write_them_are_read() {
    let files: [(&str, &[u8]); 2] =
        [("app/template.yml", UNUSUAL.as_bytes()), ("app/src/handlers/hello.mjs", b"export const handler = 1;")];
    expect_in(&workspace(&files), SLUG, Verdict::Done, &[(Holds, "function", "Function, Hello")]).await;
    let plain = "Transform: AWS::Serverless-2016-10-31\nResources:\n  F: {Type: AWS::Lambda::Function}\n";
    let skipped = (Skipped, "code", "no function");
    let plain = workspace(&[("template.yaml", plain.as_bytes())]);
    expect_in(&plain, SLUG, Verdict::Done, &[(Holds, "function", "F"), skipped]).await;
    let nested = "Transform: AWS::Serverless-2016-10-31\nResources:\n  N: {Type: AWS::Serverless::Application}\n";
    let nested = workspace(&[("template.yaml", nested.as_bytes())]);
    expect_in(&nested, SLUG, Verdict::Done, &[(Holds, "function", "AWS::Serverless::Application"), skipped]).await;
}
