//! What the highlighter of the build sees in each language that the book uses, chapters to come included.

#[path = "../../build/highlight.rs"]
mod highlight;

use highlight::Highlighter;

const SAMPLES: [(&str, &str); 10] = [
    (
        "sh",
        "# A remark.\nZONE_ID=$(aws route53 list-hosted-zones \\\n  --query \"Zones[?Name=='$NAME.']\" --output text)\n\
         for file in *.html; do\n  aws s3 cp \"$file\" \"s3://${BUCKET}/\" > /dev/null || exit 1\ndone\ncat <<'EOF'\ntext\nEOF\n",
    ),
    ("console", "$ aws s3 ls --recursive\n2026-05-04 10:00:00  1 if.html\n$ echo \"$A\"\nfor all\n"),
    ("json", "{\"Version\": \"2012-10-17\", \"Count\": 12, \"Allowed\": [true, null, \"a\\n\"]}\n"),
    (
        "yaml",
        "# A remark.\nBucket:\n  Type: AWS::S3::Bucket\n  Count: 3\n  Name: !Sub \"${Domain}-data\"\n  Off: false\n",
    ),
    (
        "html",
        "<!doctype html>\n<!-- A remark. -->\n<p class=\"a\">Hello &amp; welcome</p>\n<script>const a = 1;</script>\n",
    ),
    (
        "mjs",
        "import { S3Client } from '@aws-sdk/client-s3';\n// A remark.\nexport const handler = async (event) => {\n  \
         const answer = await client.send(new Get({ Key: \"a\", Limit: 12 }));\n  \
         return { statusCode: 200, body: `${answer.count} of ${null}` };\n};\n",
    ),
    (
        "python",
        "import json\n\ndef handler(event, context):\n    # A remark.\n    count = len(event[\"Records\"]) + 1\n    \
         return {\"statusCode\": 200, \"body\": f\"{count} of {None}\"}\n",
    ),
    ("xml", "<?xml version=\"1.0\"?>\n<!-- A remark. -->\n<Error id=\"1\"><Code>AccessDenied</Code></Error>\n"),
    ("http", "HTTP/1.1 403 Forbidden\ncontent-type: text/html\n\nno\n"),
    ("toml", "# A remark.\n[names]\ndata_bucket = \"example-data\"\ncount = 12\non = true\n"),
];

/// A line for each token that is not plain.
fn seen(language: &str, code: &str) -> String {
    let (mut page, mut rest) = (format!("--- {language}\n{code}\n"), code);
    for (length, meaning) in Highlighter::new().tokens(language, code).expect("a language that is known") {
        let (token, after) = rest.split_at(length);
        rest = after;
        page += &meaning.map(|meaning| format!("{meaning:<9}{token:?}\n")).unwrap_or_default();
    }
    assert_eq!(rest, "", "the tokens are not the whole of the code");
    page
}

#[test]
fn tokens_of_each_language() {
    insta::assert_snapshot!(SAMPLES.map(|(language, code)| seen(language, code)).join("\n"));
}

#[test]
fn a_language_without_a_syntax_has_no_tokens() {
    for language in ["", "text", "txt", "no-such-language"] {
        assert_eq!(Highlighter::new().tokens(language, "aws s3 ls\n"), None, "{language}");
    }
}
