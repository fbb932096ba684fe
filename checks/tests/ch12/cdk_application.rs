//! 12.e16: folders that are no application, and applications in several languages.

use super::*;
use crate::tests::ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch12/cdk_application";
const SETTINGS: (&str, &[u8]) = ("app/cdk.json", br#"{"app": "node bin/app.mjs"}"#);
const PROGRAM: (&str, &[u8]) = ("app/bin/app.mjs", b"class A extends Stack {}\nnew A(new App());");
const MANIFEST: (&str, &[u8]) = ("app/package.json", br#"{"dependencies": {"aws-cdk-lib": "2.276.0"}}"#);

const MANIFEST_AT_ROOT: (&str, &[u8]) = ("package.json", MANIFEST.1);

#[tokio::test]
async fn a_folder_that_is_no_application_says_why() {
    let skipped = ["program", "library", "stack"].map(|clause| (Skipped, clause, "needs: application"));
    for (files, found) in [
        (&[][..], "nothing of that name"),
        (&[MANIFEST, PROGRAM], "app without cdk.json"),
        (&[("cdk.json", &b"{"[..])], "cdk.json: no JSON"),
        (&[("app/cdk.json", &b"{\"context\": {}}"[..])], "app/cdk.json without an app"),
        (&[("cdk.json", &br#"{"app": " "}"#[..])], "cdk.json without an app"),
    ] {
        let expected = [&[(Fails, "application", found)], skipped.as_slice()].concat();
        expect_in(&workspace(files), SLUG, Verdict::NotDone, &expected).await;
    }
    expect_unknown(SLUG, "application").await;
}

#[tokio::test]
async fn what_it_lacks_is_told() {
    let old: (&str, &[u8]) = ("app/package.json", br#"{"dependencies": {"@aws-cdk/core": "1.204.0"}}"#);
    let empty: (&str, &[u8]) = ("app/bin/app.mjs", b"new App(); // no StackSet, no myStack");
    let elsewhere: (&str, &[u8]) = ("app/lib/stack.mjs", b"class A extends Stack {}\nnew A(app);");
    for (files, clause, found) in [
        (&[SETTINGS, MANIFEST, elsewhere][..], "program", "the file app/bin/app.mjs"),
        (&[SETTINGS, PROGRAM, old], "library", "version 1 of the library in app/package.json"),
        (&[SETTINGS, PROGRAM], "library", "no file that names it"),
        (&[SETTINGS, empty, MANIFEST], "stack", "no code that names one"),
    ] {
        expect_in(&workspace(files), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
}

/// "This app contains no stacks", says the CDK.
#[tokio::test]
async fn a_stack_that_nothing_makes_is_none() {
    let lib: (&str, &[u8]) = (
        "app/lib/a.mjs",
        b"import {\n  Stack,\n} from 'aws-cdk-lib';\n// A Stack of mine\nexport class AStack extends Stack {}\n",
    );
    let program = |text: &'static str| ("app/bin/app.mjs", text.as_bytes());
    for (text, verdict) in [
        ("import { AStack } from '../lib/a.mjs';\nconst app = new App();\n", Verdict::NotDone),
        (
            "const { AStack } = require('../lib/a');\n// new AStack(app, 'A');\n/* new AStack(app) */\n",
            Verdict::NotDone,
        ),
        ("import { AStack } from '../lib/a.mjs';\nnew AStack(new App(), 'A');\n", Verdict::Done),
        ("import { AStack } from '../lib/a.mjs'; new AStack(new App(), 'https://a');\n", Verdict::Done),
        ("for (const One of [AStack]) new One(app);\n", Verdict::Done),
        ("exports.build = (app) => {\n  new AStack(app, 'A');\n};\n", Verdict::Done),
        ("exports.AStack = AStack;\nmodule.exports = { AStack };\nexports.a = '/*';\n", Verdict::NotDone),
        ("import { Stack as Base } from 'aws-cdk-lib';\nnew (class extends Base {})(app);\n", Verdict::Done),
        ("export { AStack as A } from '../lib/a.mjs';\n", Verdict::Done),
    ] {
        let expected: &[Expected<'_>] =
            if verdict == Verdict::NotDone { &[(Fails, "stack", "nothing that makes one")] } else { &[] };
        expect_in(&workspace(&[SETTINGS, MANIFEST, lib, program(text)]), SLUG, verdict, expected).await;
    }
    let imported = [SETTINGS, MANIFEST, program("import { App, Stack } from 'aws-cdk-lib';\nnew App();\n")];
    expect_in(&workspace(&imported), SLUG, Verdict::NotDone, &[(Fails, "stack", "no code that names one")]).await;
    let python: [(&str, &[u8]); 4] = [
        ("cdk.json", br#"{"app": "python3 app.py"}"#),
        ("requirements.txt", b"aws-cdk-lib>=2.0.0"),
        (
            "app.py",
            b"import aws_cdk as cdk\nfrom c.c_stack import (\n    CStack,\n)\n\ncdk.App().synth()  # CStack(app)\n",
        ),
        ("c/c_stack.py", b"from aws_cdk import Stack\n\nclass CStack(Stack):\n    pass\n"),
    ];
    let unmade = [(Fails, "stack", "CStack in c/c_stack.py")];
    expect_in(&workspace(&python), SLUG, Verdict::NotDone, &unmade).await;
}

/// A default export has any name where it is taken in.
#[tokio::test]
async fn a_stack_under_a_name_of_the_programs_own_is_made() {
    let class = "import { Stack } from 'aws-cdk-lib';\nclass AStack extends Stack {}\n";
    let program = ("app/bin/app.mjs", b"import My from '../lib/a';\nnew My(new App(), 'A');\n".as_slice());
    for handed in ["export default AStack;", "module.exports = AStack;", "module.exports=AStack", "export = AStack;"] {
        let text = format!("{class}{handed}\n");
        let files = [SETTINGS, MANIFEST, ("app/lib/a.mjs", text.as_bytes()), program];
        expect_in(&workspace(&files), SLUG, Verdict::Done, &[]).await;
    }
    let unnamed = b"import { Stack } from 'aws-cdk-lib';\nexport default class extends Stack {}\n".as_slice();
    expect_in(&workspace(&[SETTINGS, MANIFEST, ("app/lib/a.mjs", unnamed), program]), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn applications_of_every_language() {
    let right = [SETTINGS, PROGRAM, MANIFEST];
    let uninstalled = (Holds, "library", "It is named and not installed yet");
    expect_in(&workspace(&right), SLUG, Verdict::Done, &[uninstalled]).await;
    let installed = [&right[..], &[("node_modules/aws-cdk-lib/index.js", &b""[..])]].concat();
    expect_in(&workspace(&installed), SLUG, Verdict::Done, &[]).await;
    let python: &[(&str, &[u8])] = &[
        ("cdk.json", br#"{"app": "python3 app.py"}"#),
        ("requirements.txt", b"aws-cdk-lib>=2.0.0"),
        ("app.py", b"class A(cdk.Stack): pass\nA(cdk.App())"),
    ];
    let go: &[(&str, &[u8])] = &[
        ("go-app/cdk.json", br#"{"app": "go mod download && go run app.go"}"#),
        ("go-app/go.mod", b"require github.com/aws/aws-cdk-go/awscdk/v2 v2.276.0"),
        ("go-app/app.go", b"awscdk.NewStack(app, nil, nil)"),
    ];
    let net: &[(&str, &[u8])] = &[
        ("n/cdk.json", br#"{"app": "dotnet run --project src/N/N.csproj"}"#),
        ("n/src/N/N.csproj", br#"<PackageReference Include="Amazon.CDK.Lib" Version="2.276.0" />"#),
        ("n/src/N/NStack.cs", b"public class NStack : Stack {}"),
    ];
    let compiled: &[(&str, &[u8])] = &[
        ("t/cdk.json", br#"{"app": "node dist/bin/t.js"}"#),
        ("t/bin/t.ts", b"export class T extends Stack {}\nnew T(new App());"),
        ("package.json", MANIFEST.1),
    ];
    let pipenv: &[(&str, &[u8])] = &[
        (
            "infra/cdk/cdk.json",
            br#"{"app": "pipenv run python app.py", "context": {"@aws-cdk/core:bootstrapQualifier": "team"}}"#,
        ),
        ("infra/Pipfile", b"[packages]\naws-cdk-lib = \"*\""),
        ("infra/cdk/app.py", b"from stacks import Website\nWebsite(App(), 'Website')"),
        ("infra/cdk/stacks/__init__.py", b"class Website(aws_cdk.Stack): pass"),
    ];
    let poetry: &[(&str, &[u8])] = &[
        ("cdk.json", br#"{"app": "uv run app.py"}"#),
        ("pyproject.toml", b"dependencies = [\"aws-cdk-lib>=2.276\"]"),
        ("app.py", b"Stack(App(), 'Website')"),
    ];
    let beside_source: &[(&str, &[u8])] = &[
        ("cdk.json", br#"{"app": "npm run build && node bin/app.js"}"#),
        ("bin/app.ts", b"class A extends cdk.Stack {}\nnew A(new cdk.App());"),
        MANIFEST_AT_ROOT,
    ];
    let advised = (Holds, "program", "bin/app.js is made of TypeScript");
    let uninstalled = (Holds, "library", "not installed yet");
    expect_in(&workspace(beside_source), SLUG, Verdict::Done, &[advised, uninstalled]).await;
    for files in [python, pipenv, poetry, go, net, compiled] {
        expect_in(&workspace(files), SLUG, Verdict::Done, &[]).await;
    }
    let beside = [&[("a/cdk.json", &br#"{"app": "node gone.mjs"}"#[..])], &right[..]].concat();
    expect_in(&workspace(&beside), SLUG, Verdict::Done, &[(Holds, "application", "app/cdk.json")]).await;
}
