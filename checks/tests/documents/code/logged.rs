//! Which functions write the event that they get to their log, in either language.

use crate::documents::code::{Code, Variables};

fn logs_event(path: &str, source: &str) -> bool {
    let (code, variables) = (Code::of_package([(path, source)]), Variables::default());
    let handler = if path.ends_with(".py") { "lambda_function.lambda_handler" } else { "index.handler" };
    code.in_lambda(Some(handler), &variables).logs_event()
}

#[test]
fn of_javascript() {
    let logs = |line: &str| {
        let source = format!(
            "const say = (it) => console.log(it);\nexport const handler = async (event, context) => {{ {line} }};"
        );
        logs_event("index.mjs", &source)
    };
    for line in [
        "console.log(event)",
        "console.info('event', event)",
        "console.log(JSON.stringify(event, null, 2))",
        "console.log(`got ${JSON.stringify(event)}`)",
        "console.log('got ' + JSON.stringify(event.headers))",
        "console.log({ event })",
        "console.error(event['headers'])",
    ] {
        assert!(logs(line), "{line}");
    }
    for line in [
        "console.log(context)",
        "console.log(event.path, event.body)",
        "console.log(`got ${event}`)",
        "console.log(JSON.stringify(event.requestContext))",
        "other.log(event)",
        "const never = () => console.log(event)",
        "{ const event = 1; console.log(event) }",
    ] {
        assert!(!logs(line), "{line}");
    }
}

#[test]
fn of_python() {
    let logs = |line: &str| {
        let source = format!(
            "import json, logging\nlogger = logging.getLogger()\ndef lambda_handler(event, context):\n    {line}\n"
        );
        logs_event("lambda_function.py", &source)
    };
    for line in [
        "print(event)",
        "print(f'got {event}')",
        "print(json.dumps(event))",
        "logger.info(event)",
        "logging.info(event['headers'])",
    ] {
        assert!(logs(line), "{line}");
    }
    for line in ["print('event')", "print(event['path'])", "logger.setLevel(event)", "print(context)"] {
        assert!(!logs(line), "{line}");
    }
}
