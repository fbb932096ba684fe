//! What a POST left behind in a copy of a practice account.

use hyper::HeaderMap;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::judge::apigateway::posted::put_item;
use crate::judgement::Judgement;
use crate::outside::web::{Answer, Page};

fn judged(template: &str, told: &Value) -> Judgement {
    let mut headers = HeaderMap::new();
    headers.insert("x-amzn-requestid", "trial".parse().unwrap());
    let page = Page::read(200, &headers, told.to_string().as_bytes(), true);
    put_item(&Answer::Page(page), template, ("auth-callback", "timestamp"), Timestamp::now())
}

#[test]
fn what_came_of_a_post_is_judged() {
    let item = |time: Value| json!({ "status": 200, "said": "{}", "item": { "timestamp": time } });
    assert!(judged("{}", &item(json!({ "N": "1793491200000" }))).does_hold());
    assert!(judged("{}", &item(json!({ "S": "1793491200000" }))).does_hold());
    for (told, said) in [
        (item(json!({ "N": "1793491200" })), "counts seconds"),
        (
            json!({ "status": 401, "said": "{\"message\": \"Unauthorized\"}", "item": null }),
            "the authorizer and the scope",
        ),
        (
            json!({ "status": 200, "said": "{\"__type\": \"ValidationException\"}", "item": null }),
            "each value needs its type",
        ),
        (json!({ "status": 200, "said": "AccessDeniedException", "item": null }), "exercise 8.2"),
        (
            json!({ "status": 500, "said": "{\"message\": \"Internal server error\"}", "item": null }),
            "the execution role",
        ),
        (json!({ "status": 200, "said": "", "item": null }), "an empty body, and no new item of that kind"),
    ] {
        let judged = judged("{}", &told);
        let text = format!("{judged:?}");
        assert!(judged.does_fail() && text.contains(said), "{text}");
    }
}

/// The trial sends nothing, and knows not all of the template language.
#[test]
fn what_the_trial_does_not_show_is_not_told() {
    let nothing = json!({ "status": 200, "said": "{}", "item": null });
    let told = [
        judged("$input.path('$.timestamp')", &nothing),
        judged("{}", &json!({ "status": 200, "said": "", "item": null, "unplayed": "#macro" })),
    ];
    for judged in told {
        assert!(!judged.does_hold() && !judged.does_fail(), "{judged:?}");
    }
}
