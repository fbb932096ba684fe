//! Practices about functions: their runtime, what they know, how they are watched, and what becomes of what fails.

use super::course;
use super::subject::prelude::*;
use crate::aws::fault::Call;
use crate::documents::policy::Policy;
use crate::judge;
use crate::services::lambda::{EventSourceMapping, Function, GET_FUNCTION};
use crate::services::logs::LogGroup;

mod secret;

/// API Gateway waits no longer, unless its quota was raised (Amazon API Gateway Developer Guide, "Amazon API Gateway quotas").
const API_SECONDS: i32 = 29;
/// Packages beyond this size are noticed when an environment starts: 10 MB.
const LARGE_BYTES: i64 = 10 * 1024 * 1024;
/// The services that call functions and do not wait for the answer (AWS Lambda Developer Guide, "Invoking a function
/// asynchronously").
const ASYNCHRONOUS: [&str; 4] = ["events.amazonaws.com", "sns.amazonaws.com", "s3.amazonaws.com", "ses.amazonaws.com"];
const API: &str = "apigateway.amazonaws.com";

/// What is known of a function.
pub(crate) struct FunctionFacts {
    function: Function,
    policy: Read<Option<Policy>>,
    aliases: Read<Vec<String>>,
    log: Read<Option<LogGroup>>,
    failures: Read<Option<String>>,
    sources: Read<Vec<EventSourceMapping>>,
}

practices! { FunctionFacts;
    FUNCTION_RUNTIME: "its runtime is one that AWS supports", Security, High,
        "SEC06-BP01 Perform vulnerability management", as "Security Hub Lambda.2",
        or "Open the function: Code, Runtime settings, Edit, and choose a current runtime such as nodejs24.x. Test it afterwards.",
        costs "nothing", taught in "ch05/get_chapters_function", at lambda::CONSOLE, by runtime;
    FUNCTION_SECRETS: "no variable of it holds a secret", Security, High,
        "SEC02-BP03 Store and use secrets securely",
        or "Put the value into a SecureString of Parameter Store or into Secrets Manager, change the secret, and let the variable name it.",
        costs "nothing for a standard parameter, $0.40 a month for a secret in Secrets Manager", taught in "ch08/parameters", at lambda::CONSOLE, by secrets;
    FUNCTION_PUBLIC: "its policy lets no stranger call it", Security, High,
        "SEC03-BP07 Analyze public and cross-account access", as "Security Hub Lambda.1",
        or "Open the function: Configuration, Permissions, and delete the statement for everyone. Name the API or the rule that calls it instead.",
        costs "nothing", taught in "ch05/lambda_integration", at lambda::CONSOLE, by public;
    FUNCTION_FAILURES: "events that it fails to handle are kept", Reliability, Medium,
        "REL05-BP04 Fail fast and limit queues", as "AWS Config lambda-dlq-check",
        or "Open the function: Configuration, Asynchronous invocation, and add a destination on failure: an SQS queue, or an SNS topic.",
        costs "nothing until something fails, then fractions of a cent", taught in "ch08/rule_function", at lambda::CONSOLE, by failures;
    FUNCTION_STREAM_FAILURES: "records of a stream that it fails to handle are kept", Reliability, Medium,
        "REL05-BP03 Control and limit retry calls",
        or "Edit the trigger of the stream: name a destination on failure, and limit the retry attempts. Without a limit, one bad record stops the stream for a day.",
        costs "nothing until something fails, then fractions of a cent", taught in "ch10/comments_analysis", at lambda::CONSOLE, by stream_failures;
    FUNCTION_TIMEOUT: "it ends before API Gateway stops waiting for it", Reliability, Medium,
        "REL05-BP05 Set client timeouts",
        or "Open the function: Configuration, General configuration, and set a timeout below 29 seconds. What takes longer belongs into a queue or a state machine.",
        costs "nothing", taught in "ch05/lambda_integration", at lambda::CONSOLE, by timeout;
    FUNCTION_RUNS: "its concurrency lets it run", Reliability, High,
        "REL05-BP07 Implement emergency levers",
        or "Open the function: Configuration, Concurrency, Edit, Use unreserved account concurrency.",
        costs "nothing", taught in "ch05/get_chapters_function", at lambda::CONSOLE, by runs;
    FUNCTION_LOG_FORMAT: "it writes its log as JSON", OperationalExcellence, Medium,
        "OPS08-BP02 Analyze workload logs",
        or "Open the function: Configuration, Monitoring and operations tools, Logging configuration, and choose JSON. Logs Insights then finds fields by their names.",
        costs "nothing; the log grows a little", taught in "ch07/put_account_info_logs", at lambda::CONSOLE, by log_format;
    FUNCTION_TRACED: "X-Ray traces its calls", OperationalExcellence, Medium,
        "OPS04-BP05 Implement distributed tracing", as "Security Hub Lambda.7",
        or "Open the function: Configuration, Monitoring and operations tools, and switch on Lambda service traces. Its role needs xray:PutTraceSegments.",
        costs "nothing for the first 100,000 traces a month, then $5.00 a million", at lambda::CONSOLE, by traced;
    FUNCTION_LOG_GROUP: "its log group is there, and so its runs can be read", OperationalExcellence, Medium,
        "OPS04-BP02 Implement application telemetry",
        or "Call the function once. If the log group is still missing, let its role create it: attach AWSLambdaBasicExecutionRole.",
        costs "$0.50 a GB that is written", taught in "ch07/put_account_info_logs", at lambda::CONSOLE, by log_group;
    FUNCTION_ALIAS: "an alias stands for the version that visitors get", OperationalExcellence, Medium,
        "OPS06-BP03 Employ safe deployment strategies",
        or "Publish a version and create an alias for it. Let the API call the alias: then a change can go to a few visitors first, and back.",
        costs "nothing", at lambda::CONSOLE, by alias;
    FUNCTION_PACKAGE: "its package is small, so that it starts quickly", PerformanceEfficiency, Medium,
        "PERF02-BP02 Understand the available compute configuration and features",
        or "Leave out what the runtime has already, such as the AWS SDK, and what only tests need. A bundler keeps what is used.",
        costs "nothing", taught in "ch06/function_reads_s3", at lambda::CONSOLE, by package;
    FUNCTION_LOG_ENDS: "its log is deleted some day", CostOptimization, Medium,
        "COST04-BP05 Enforce data retention policies", as "AWS Config cw-loggroup-retention-period-check",
        or "In CloudWatch, under Log groups, choose the log group, then Actions, Edit retention setting, such as 30 days.",
        costs "saves $0.03 a GB each month", taught in "ch05/get_chapters_function", at logs::CONSOLE, by log_ends;
    FUNCTION_ARM: "it runs on Graviton", Sustainability, Medium,
        "SUS05-BP02 Use instance types with the least impact",
        or "Open the function: Code, Runtime settings, Edit, and choose arm64. Packages with native code need that of arm64.",
        costs "a fifth less for each millisecond than x86_64", taught in "ch05/get_chapters_function", at lambda::CONSOLE, by graviton;
    FUNCTION_FILTER: "it is called for the records that it handles and no others", Sustainability, Medium,
        "SUS03-BP01 Optimize software and architecture for asynchronous and scheduled jobs",
        or "Edit the trigger of the stream, and add a filter such as {\"eventName\": [\"INSERT\"]}.",
        costs "saves each call that does nothing", taught in "ch10/comments_analysis", at lambda::CONSOLE, by filter;
}

/// The names of the functions within the scope.
pub(crate) async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
    let (linked, made) =
        join!(course::functions(aws, you, scope), course::made(aws, you, scope, "AWS::Lambda::Function"));
    let is_named = |name: &str| book::FUNCTIONS.iter().any(|function| function.text == name);
    let of_course = |name: &str| is_named(name) || linked.contains(name) || made.contains(name);
    Ok(within(aws.function_names(you).await?, (scope, LeftKind::Function), of_course))
}

impl Subject for FunctionFacts {
    const NOUN: &'static str = "the function";
    const READS: Reads = &[lambda::REVIEWED, logs::LOG_GROUP];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        names(aws, you, scope).await
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let Some(function) = aws.function(you, name).await?.here() else { return Ok(None) };
        let (policy, aliases, log, failures, sources) = join!(
            aws.function_policy(&function, &function.arn),
            aws.aliases(&function),
            aws.log_group_named(you, &function.log_group),
            aws.failure_destination(&function),
            aws.event_sources(you, &function),
        );
        Ok(Some(Self { policy, aliases, log, failures, sources, function }))
    }
}

impl FunctionFacts {
    /// What AWS always says of a function and did not.
    fn lacks(&self, member: &str) -> Fault {
        Fault::incomplete(Call::new(GET_FUNCTION, &self.function.arn).at(&self.function.region), member)
    }

    /// The services that its policy lets call it.
    fn callers(&self) -> Read<Vec<&str>> {
        let policy = self.policy.as_ref().map_err(Clone::clone)?;
        let statements = policy.iter().flat_map(|policy| &policy.statements);
        Ok(statements.flat_map(|statement| statement.principals()).collect())
    }

    /// The triggers that read a stream; what a queue fails to give stays in the queue's own dead-letter queue.
    fn streams(&self) -> Read<Vec<&EventSourceMapping>> {
        let sources = self.sources.as_ref().map_err(Clone::clone)?;
        Ok(sources
            .iter()
            .filter(|source| [":dynamodb:", ":kinesis:"].iter().any(|of| source.source.contains(of)))
            .collect())
    }
}

const NO_STREAM: &str = "no stream calls it";

fn runtime(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    let runtime = of.function.runtime.as_deref();
    let is_known = |runtime: &str| ["nodejs", "python"].iter().any(|language| runtime.starts_with(language));
    Ok(match runtime {
        Some(runtime) if is_known(runtime) => judge::lambda::function::supported_runtime(&of.function),
        Some(other) => Judgement::skips(format!("the dates of {other} are not known here")),
        None => Judgement::skips("a container image brings its own runtime"),
    })
}

fn secrets(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.function.variables.name_where(secret::is_secret) {
        // The value is for nobody's eyes.
        Some(name) => Judgement::fails("no secret", format!("the variable {name} looks like one")),
        None => Judgement::holds("no variable that looks like a secret"),
    })
}

fn public(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    of.policy.judged(|policy| match policy.as_ref().and_then(|policy| policy.public_statements().next()) {
        Some(statement) => {
            let sid = statement.sid.as_deref().unwrap_or("a statement without an id");
            Judgement::fails("services and accounts by name", format!("{sid} lets everyone call it"))
        }
        None => Judgement::holds("no statement for everyone"),
    })
}

fn failures(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    if let Some(arn) = &of.function.dead_letters {
        return Ok(Judgement::holds(arn));
    }
    if !of.callers()?.iter().any(|caller| ASYNCHRONOUS.contains(caller)) {
        return Ok(Judgement::skips("whatever may call it waits for its answer"));
    }
    of.failures.judged(|to| match to {
        Some(arn) => Judgement::holds(arn),
        None => Judgement::fails("a destination on failure", "none: an event is lost after three attempts"),
    })
}

fn stream_failures(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    let streams = of.streams()?;
    let Some(first) = streams.first() else { return Ok(Judgement::skips(NO_STREAM)) };
    Ok(match streams.iter().find(|stream| stream.on_failure.is_none()) {
        Some(stream) => Judgement::fails("a destination on failure", format!("none for {}", stream.source)),
        None => Judgement::holds(first.on_failure.clone().unwrap_or_default()),
    })
}

fn timeout(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    if !of.callers()?.contains(&API) {
        return Ok(Judgement::skips("no API calls it"));
    }
    let seconds = of.function.timeout_seconds.ok_or_else(|| of.lacks("Timeout"))?;
    Ok(match seconds {
        0..API_SECONDS => Judgement::holds(format!("{seconds} seconds")),
        _ => Judgement::fails("less than 29 seconds", format!("{seconds} seconds")),
    })
}

fn runs(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    let stopped = judge::lambda::function::throttled(&of.function);
    Ok(stopped.unwrap_or_else(|| Judgement::holds("it may run")))
}

fn log_format(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    let format = of.function.log_format.as_deref().ok_or_else(|| of.lacks("LoggingConfig"))?;
    Ok(Judgement::equal(format, "JSON"))
}

fn traced(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.function.is_traced.ok_or_else(|| of.lacks("TracingConfig"))? {
        true => Judgement::holds("active tracing"),
        false => Judgement::fails("active tracing", "traces if the caller asks for them"),
    })
}

fn log_group(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    of.log.judged(|log| match log {
        Some(group) => Judgement::holds(&group.name),
        None => Judgement::fails(&of.function.log_group, "no such log group"),
    })
}

fn alias(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    of.aliases.judged(|aliases| match aliases.first() {
        Some(arn) => Judgement::holds(arn),
        None => Judgement::fails("an alias", "none: each change is at once what visitors get"),
    })
}

fn package(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    if of.function.runtime.is_none() {
        return Ok(Judgement::skips("a container image has no package"));
    }
    let size = of.function.package_bytes;
    let words = format!("{:.1} MB", size as f64 / 1_048_576.0);
    Ok(if size > LARGE_BYTES { Judgement::fails("10 MB at the most", words) } else { Judgement::holds(words) })
}

fn log_ends(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    of.log.judged(|log| judge::lambda::function::retention(log.as_ref()))
}

fn graviton(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    Ok(Judgement::equal(&of.function.architecture, "arm64"))
}

fn filter(of: &FunctionFacts, _: &Learner) -> Read<Judgement> {
    let streams = of.streams()?;
    let Some(first) = streams.first() else { return Ok(Judgement::skips(NO_STREAM)) };
    Ok(match streams.iter().find(|stream| stream.patterns.is_empty()) {
        Some(stream) => Judgement::fails("a filter", format!("every record of {}", stream.source)),
        None => Judgement::holds(first.patterns.join(", ")),
    })
}
