//! Templates as people write them: tags, JSON, and what is none.

use serde_json::json;

use crate::documents::stack_template::StackTemplate;

const TEMPLATE: &str = r#"
AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Timeout: 3, Runtime: nodejs24.x}}
Conditions:
  IsMain: !Equals [!Ref Stage, main]
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Metadata: {BuildMethod: esbuild}
    Properties:
      CodeUri: hello/
      Role: !GetAtt Role.Arn
      Environment:
        Variables:
          TABLE: !If
            - IsMain
            - !Sub "${Table}-main"
            - !Join ["-", [!Select [0, !GetAZs ""], !ImportValue other]]
  Role:
    Type: AWS::IAM::Role
    Condition: IsMain
    Properties:
      AssumeRolePolicyDocument: {Version: "2012-10-17"}
Outputs:
  Url:
    Value: !Sub
      - https://${Api}/
      - Api: !Ref Stage
"#;

#[test]
fn tags_are_spelled_out() {
    let template = StackTemplate::read(TEMPLATE).unwrap();
    assert!(template.is_of_sam());
    let all: Vec<_> = template.resources().map(|one| (one.id, one.kind)).collect();
    assert_eq!(all, [("Hello", "AWS::Serverless::Function"), ("Role", "AWS::IAM::Role")]);
    let hello = template.resources().next().unwrap();
    assert_eq!(hello.property("Role"), Some(&json!({"Fn::GetAtt": ["Role", "Arn"]})));
    assert_eq!(hello.build_method(), Some("esbuild"));
    assert_eq!(template.global("Runtime"), Some(&json!("nodejs24.x")));
    let table = hello.property("Environment").unwrap().pointer("/Variables/TABLE");
    let expected = json!({"Fn::If": ["IsMain", {"Fn::Sub": "${Table}-main"},
        {"Fn::Join": ["-", [{"Fn::Select": [0, {"Fn::GetAZs": ""}]}, {"Fn::ImportValue": "other"}]]}]});
    assert_eq!(table, Some(&expected));
    let frame = template.frame();
    assert_eq!(frame.pointer("/Conditions/IsMain"), Some(&json!({"Fn::Equals": [{"Ref": "Stage"}, "main"]})));
    assert_eq!(frame.pointer("/Outputs/Url/Value/Fn::Sub/1/Api"), Some(&json!({"Ref": "Stage"})));
    assert!(hello.without_places(&["CodeUri"]).pointer("/Properties/CodeUri").is_none());
}

/// The long form says the same, and JSON has no tags.
#[test]
fn the_long_form_and_json_say_the_same() {
    let long = TEMPLATE.replace("!GetAtt Role.Arn", "\n        Fn::GetAtt: [Role, Arn]");
    let of = |text: &str| StackTemplate::read(text).unwrap();
    let hello = |template: &StackTemplate| template.resources().next().unwrap().without_places(&[]);
    assert_eq!(hello(&of(TEMPLATE)), hello(&of(&long)));
    let json = of(r#"{"Transform": ["AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"], "Resources": {}}"#);
    assert!(json.is_of_sam() && json.resources().next().is_none());
}

#[test]
fn what_is_no_template_is_told() {
    for (text, says) in [
        ("", "an empty file"),
        ("  \n", "an empty file"),
        ("{\"Resources\": ", "no JSON"),
        ("Resources:\n\t- a", "no YAML"),
        ("Resources: !GetAttribute a.b", "no function !GetAttribute"),
        ("- a\n- b", "without the members"),
        ("hello", "without the members"),
    ] {
        let error = StackTemplate::read(text).unwrap_err();
        assert!(error.contains(says), "{text:?}: {error}");
    }
    let plain = StackTemplate::read("Resources: {A: {Type: AWS::S3::Bucket}}").unwrap();
    assert!(!plain.is_of_sam() && plain.transform().is_none());
}
