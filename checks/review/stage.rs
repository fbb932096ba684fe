//! Practices about the stages of REST APIs: limits, logs, traces and what they cost.

use super::subject::prelude::*;
use crate::review::api::apis;
use crate::services::apigateway::{Stage, StageSettings};

/// What a Region of an account lets through in a second, unless its quota was raised (Amazon API Gateway Developer Guide, "Amazon API
/// Gateway quotas").
const OF_ACCOUNT: f64 = 10_000.0;
/// The settings for all methods.
const ALL: &str = "*/*";

/// What is known of a stage.
pub(crate) struct StageFacts(Stage);

practices! { StageFacts;
    STAGE_DATA: "its log has no whole requests, and so no tokens", Security, High,
        "SEC07-BP02 Apply data protection controls based on data sensitivity",
        or "Open the stage: Logs and tracing, Edit, and switch off Data tracing. It writes down tokens and what people sent.",
        costs "nothing, and the log shrinks", taught in "ch05/api_deployment", at apigateway::CONSOLE, by data;
    STAGE_THROTTLED: "it has a limit of its own, so that nobody uses up the account's", Reliability, Medium,
        "REL05-BP02 Throttle requests",
        or "Open the stage: Stage details, Edit, switch on Throttling, and set a rate such as 100 requests a second with a burst of 200.",
        costs "nothing, and bounds what a flood costs", taught in "ch05/api_deployment", at apigateway::CONSOLE, by throttled;
    STAGE_ACCESS_LOG: "it logs who asked for what", OperationalExcellence, Medium,
        "OPS04-BP03 Implement user experience telemetry",
        or "Open the stage: Logs and tracing, Edit, switch on Custom access logging, and name a log group and a format in JSON.",
        costs "$0.50 a GB that is written", taught in "ch05/api_deployment", at apigateway::CONSOLE, by access_log;
    STAGE_ERROR_LOG: "it logs what went wrong between the API and what is behind it", OperationalExcellence, Medium,
        "OPS04-BP04 Implement dependency telemetry", as "Security Hub APIGateway.1",
        or "Open the stage: Logs and tracing, Edit, and choose CloudWatch logs, Errors only. The account needs a role for it once, under Settings.",
        costs "$0.50 a GB that is written", taught in "ch05/api_deployment", at apigateway::CONSOLE, by error_log;
    STAGE_TRACED: "X-Ray traces its requests", OperationalExcellence, Medium,
        "OPS04-BP05 Implement distributed tracing", as "Security Hub APIGateway.3",
        or "Open the stage: Logs and tracing, Edit, and switch on X-Ray tracing.",
        costs "nothing for the first 100,000 traces a month, then $5.00 a million", taught in "ch05/api_deployment", at apigateway::CONSOLE, by traced;
    STAGE_METRICS: "it counts requests, errors and latency of each method", OperationalExcellence, Medium,
        "OPS08-BP01 Analyze workload metrics",
        or "Open the stage: Logs and tracing, Edit, and switch on Detailed metrics.",
        costs "about $0.30 a month for each metric of a method", taught in "ch05/api_deployment", at apigateway::CONSOLE, by metrics;
    STAGE_CACHE: "it has no cache that is paid by the hour", CostOptimization, Medium,
        "COST07-BP01 Perform pricing model analysis",
        or "Open the stage: Stage details, Edit, and switch off Provision API cache, unless its hits save more than it costs.",
        costs "saves $14 a month for the smallest cache", taught in "ch05/api_deployment", at apigateway::CONSOLE, by cache;
}

impl Subject for StageFacts {
    const NOUN: &'static str = "the stage";
    const READS: Reads = &[apigateway::REVIEWED];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        let mut names = Vec::new();
        for api in apis(aws, you, scope).await? {
            let stages = aws.stages(you, &api).await?;
            names.extend(stages.into_iter().map(|stage| format!("{} of {} ({})", stage.name, api.name, api.id)));
        }
        Ok(names)
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let all = aws.rest_apis(you, &you.region).await?;
        let Some(api) = all.into_iter().find(|api| name.ends_with(&format!("({})", api.id))) else { return Ok(None) };
        let stages = aws.stages(you, &api).await?;
        let begins = |stage: &Stage| name.starts_with(&format!("{} of ", stage.name));
        Ok(stages.into_iter().find(begins).map(Self))
    }
}

/// What is set for all methods, if anything is.
fn of_all(stage: &StageFacts) -> Option<&StageSettings> {
    stage.0.settings.get(ALL)
}

fn data(stage: &StageFacts, _: &Learner) -> Read<Judgement> {
    let logged = stage.0.settings.iter().find(|(_, of)| of.logs_data && of.log_level == "INFO");
    Ok(match logged {
        Some((method, _)) => {
            Judgement::fails("no data tracing", format!("data tracing of {}", method.replace("~1", "/")))
        }
        None => Judgement::holds("no data tracing"),
    })
}

fn throttled(stage: &StageFacts, _: &Learner) -> Read<Judgement> {
    const EXPECTED: &str = "a rate below that of the account";
    Ok(match of_all(stage).map(|of| of.rate) {
        Some(rate) if (0.0..OF_ACCOUNT).contains(&rate) => Judgement::holds(format!("{rate} requests a second")),
        _ => Judgement::fails(EXPECTED, "no limit but the account's"),
    })
}

fn access_log(stage: &StageFacts, _: &Learner) -> Read<Judgement> {
    Ok(match &stage.0.access_log {
        Some(arn) => Judgement::holds(arn),
        None => Judgement::fails("an access log", "none"),
    })
}

fn error_log(stage: &StageFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of_all(stage).map_or("", |of| of.log_level.as_str()) {
        level @ ("ERROR" | "INFO") => Judgement::holds(level),
        _ => Judgement::fails("ERROR or INFO", "OFF"),
    })
}

fn traced(stage: &StageFacts, _: &Learner) -> Read<Judgement> {
    Ok(match stage.0.is_traced {
        true => Judgement::holds("X-Ray tracing"),
        false => Judgement::fails("X-Ray tracing", "none"),
    })
}

fn metrics(stage: &StageFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of_all(stage).is_some_and(|of| of.has_metrics) {
        true => Judgement::holds("detailed metrics"),
        false => Judgement::fails("detailed metrics", "those of the whole stage alone"),
    })
}

fn cache(stage: &StageFacts, _: &Learner) -> Read<Judgement> {
    Ok(match stage.0.has_cache {
        true => Judgement::fails("no cache of its own", "a cache"),
        false => Judgement::holds("no cache of its own"),
    })
}
