//! What the texts of the catalog look like with a learner's own names in them.

use msl_learn_checks::Learner;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::catalog;
use crate::ui::{Line, Meaning, highlight, lines, markdown};
use crate::workspace::Settings;

fn learner(domain: &str) -> Learner {
    Settings::new(domain, "123456789012").learner()
}

/// The blocks of code in a text, each with its language.
fn codes(text: &str) -> Vec<(String, String)> {
    let (mut codes, mut inside) = (Vec::new(), false);
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                inside = true;
                codes.push((language.into_string(), String::new()));
            }
            Event::Text(text) if inside => codes.last_mut().into_iter().for_each(|(_, code)| code.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => inside = false,
            _ => {}
        }
    }
    codes
}

#[test]
fn the_code_of_every_text_is_highlighted() {
    let learner = learner("my-own.site.example.co.uk");
    let texts = catalog::exercises()
        .flat_map(|exercise| std::iter::once(exercise.walkthrough).chain(exercise.hints.iter().copied()));
    for text in texts {
        let text = learner.fill(text).expect("a template that can be filled");
        for (language, code) in
            codes(&text).into_iter().filter(|(language, _)| !["", "text"].contains(&language.as_str()))
        {
            assert_ne!(highlight::code(&language, &code), lines(&code, Meaning::Code), "{code}");
        }
    }
}

#[test]
fn names_are_filled_in_wherever_they_stand() {
    let template = "# On {{ domain }}\n\n| {{ region }} |\n|---|\n| `{{ data_bucket }}` |\n\n\
                    > - [**{{ api_domain }}**](https://{{ auth_domain }}/)\n\n```sh\naws s3 ls {{ website_bucket }}\n```\n";
    let text = learner("my-own.example").fill(template).expect("a template that can be filled");
    let page: Vec<String> = markdown::render(&text, 80).iter().map(Line::text).collect();
    insta::assert_snapshot!(page.join("\n"), @r"
    On my-own.example
    ═════════════════

    us-east-1
    ═════════════
    `my-own-data`

    │ • api.my-own.example (https://auth.my-own.example/)

        aws s3 ls my-own.example
    ");
}
