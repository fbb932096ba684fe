//! EventBridge Scheduler: schedules, when they run and what they invoke.

use std::fmt;

use aws_sdk_scheduler::operation::get_schedule::GetScheduleOutput;
use aws_sdk_scheduler::operation::list_schedules::ListSchedulesOutput;
use aws_sdk_scheduler::types::ScheduleState;
use futures_util::future::try_join_all;

use crate::aws::service::prelude::*;
use crate::services::lambda::is_of;

pub const SERVICE: Service = Service {
    api: Api {
        id: "Scheduler",
        settings_key: "scheduler",
        operations: OPERATIONS,
        // AWS publishes no number for reads.
        rates: &[rate("", 5, 5).in_each_region()],
        always: &[always("ListSchedules", &["Schedules"]), always("Target", &["Arn"])],
    },
    health: health(|aws, you| {
        aws.answers(LIST_SCHEDULES, || aws.scheduler(&you.region).list_schedules().max_results(1).send())
    }),
};

operations! { "Scheduler", "scheduler";
    LIST_SCHEDULES: "ListSchedules" on All;
    GET_SCHEDULE: "GetSchedule" on Resource;
}

/// The ARN of a schedule by the name of its group and its own.
const SCHEDULE_ARN: &str = "arn:{{ partition }}:scheduler:{{ region }}:{{ account }}:schedule/{{ name }}";
const SCHEDULES_OF_ALL: &ResourceSet =
    &resources("Schedules", "arn:{{ partition }}:scheduler:{{ region }}:{{ account }}:schedule/*");
/// The schedules that invoke a function.
pub const SCHEDULES: Reader = Reader::of(&[reading_all(LIST_SCHEDULES), reading(GET_SCHEDULE, SCHEDULES_OF_ALL)]);

/// A target by which Scheduler calls Lambda's API itself (EventBridge Scheduler User Guide, "Using universal targets").
const UNIVERSAL: &str = ":aws-sdk:lambda:invoke";

/// A schedule that invokes a function.
#[derive(Clone, Debug)]
pub struct Schedule {
    pub name: String,
    pub group: String,
    pub arn: String,
    pub is_enabled: bool,
    /// Such as `rate(1 day)`.
    pub expression: String,
    /// In which it is read, such as `Europe/Berlin`.
    pub zone: Option<String>,
    /// In seconds since 1970, like the end and the moment at which it was created.
    pub starts: Option<i64>,
    pub ends: Option<i64>,
    pub created: Option<i64>,
    /// The ARN of the function, or of a version or an alias of it.
    pub invoked: String,
    /// The ARN of the role that Scheduler takes on.
    pub role: String,
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arn)
    }
}

/// A schedule as the list shows it: its group, its name and the ARN of its target.
struct Listed {
    group: String,
    name: String,
    target: String,
}

impl Aws {
    /// The schedules of the learner's region that invoke the function of that ARN, in whatever version.
    pub async fn schedules_of(&self, you: &Learner, function: &str) -> Read<Vec<Schedule>> {
        let listed = self.schedules(you).await?;
        let may_fit = |one: &&Listed| is_of(&one.target, function) || is_universal(&one.target);
        let fitting = listed.iter().filter(may_fit).map(|one| self.schedule(you, one, function));
        Ok(try_join_all(fitting).await?.into_iter().flatten().collect())
    }

    /// A schedule of the same name, or one like it, that invokes something else. What cannot be read leaves a miss a miss.
    pub async fn schedule_near(&self, you: &Learner, wanted: &str) -> Option<NearMiss> {
        let listed = self.schedules(you).await.ok()?;
        let near = nearest(wanted, &listed, |one| &one.name)?;
        Some(NearMiss {
            found: format!("the schedule {}, which invokes {}", near.name, near.target),
            advice: format!("Edit the schedule, and choose the Lambda function {wanted} as its target."),
        })
    }

    async fn schedules(&self, you: &Learner) -> Read<Vec<Listed>> {
        let call = Call::new(LIST_SCHEDULES, "*").at(&you.region);
        let send = |mark| self.scheduler(&you.region).list_schedules().set_next_token(mark).send();
        let read = |answer: &ListSchedulesOutput| {
            let listed = answer.schedules().iter().map(|one| {
                Some(Listed {
                    group: one.group_name()?.to_owned(),
                    name: one.name()?.to_owned(),
                    target: one.target()?.arn().to_owned(),
                })
            });
            Ok(Listing::marked(listed.collect::<Option<_>>().ok_or("Schedules")?, answer.next_token()))
        };
        self.all(call, &you.region, send, read).await
    }

    /// The schedule, if it invokes the function; a finished one may delete itself meanwhile.
    async fn schedule(&self, you: &Learner, listed: &Listed, function: &str) -> Read<Option<Schedule>> {
        let name = format!("{}/{}", listed.group, listed.name);
        let call = Call::new(GET_SCHEDULE, you.arn(SCHEDULE_ARN, &you.region, &name)).at(&you.region);
        let get = self.scheduler(&you.region).get_schedule().group_name(&listed.group).name(&listed.name);
        let answer = self.ask(call.clone(), &name, || get.send()).await.absent_on(&["ResourceNotFoundException"])?;
        let Some(answer) = answer else { return Ok(None) };
        let missing = |member| Fault::incomplete(call.clone(), member);
        schedule(listed, &answer, function).map_err(missing)
    }

    fn scheduler(&self, region: &str) -> aws_sdk_scheduler::Client {
        client!(self, aws_sdk_scheduler, region)
    }
}

/// The schedule, or the member that AWS always sends and that is missing; none if it invokes something else.
fn schedule(listed: &Listed, answer: &GetScheduleOutput, function: &str) -> Result<Option<Schedule>, &'static str> {
    let target = answer.target().ok_or("Target")?;
    let Some(invoked) = invoked(target.arn(), target.input(), function) else { return Ok(None) };
    let text = |value: Option<&str>, member| value.map(str::to_owned).ok_or(member);
    Ok(Some(Schedule {
        name: listed.name.clone(),
        group: listed.group.clone(),
        arn: text(answer.arn(), "Arn")?,
        is_enabled: *answer.state().ok_or("State")? == ScheduleState::Enabled,
        expression: text(answer.schedule_expression(), "ScheduleExpression")?,
        zone: answer.schedule_expression_timezone().filter(|zone| !zone.is_empty()).map(str::to_owned),
        starts: answer.start_date().map(|date| date.secs()),
        ends: answer.end_date().map(|date| date.secs()),
        created: answer.creation_date().map(|date| date.secs()),
        invoked,
        role: target.role_arn().to_owned(),
    }))
}

/// What of the function a target invokes, if it does: a universal target names it in what it sends, by its name or its ARN
/// (Lambda API Reference, "Invoke").
fn invoked(target: &str, input: Option<&str>, function: &str) -> Option<String> {
    if !is_universal(target) {
        return is_of(target, function).then(|| target.to_owned());
    }
    let input: serde_json::Value = serde_json::from_str(input?).ok()?;
    let member = |name: &str| input.get(name)?.as_str();
    let named = member("FunctionName")?;
    let name = function.rsplit(':').next()?;
    let own = named.rsplit_once("function:").map_or(named, |(_, own)| own);
    let (own, alias) = own.split_once(':').map_or((own, None), |(own, alias)| (own, Some(alias)));
    let is_foreign = named.starts_with("arn:") && !is_of(named, function);
    if own != name || is_foreign {
        return None;
    }
    let qualifier = member("Qualifier").or(alias);
    Some(qualifier.map_or_else(|| function.to_owned(), |qualifier| format!("{function}:{qualifier}")))
}

/// With or without the name of the API's older operation, which does not wait either.
fn is_universal(target: &str) -> bool {
    target.ends_with(UNIVERSAL) || target.ends_with(&format!("{UNIVERSAL}Async"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_target_invokes() {
        const FUNCTION: &str = "arn:aws:lambda:us-east-1:123456789012:function:csv";
        let at = |target: &str, input: &str| invoked(target, Some(input), FUNCTION);
        let alias = format!("{FUNCTION}:live");
        assert_eq!(at(FUNCTION, ""), Some(FUNCTION.into()));
        assert_eq!(at(&alias, "{}"), Some(alias.clone()));
        assert_eq!(at(&format!("{FUNCTION}2"), ""), None);
        let universal = |input: &str| at("arn:aws:scheduler:::aws-sdk:lambda:invoke", input);
        for (input, expected) in [
            (r#"{"FunctionName": "csv"}"#, Some(FUNCTION.to_owned())),
            (r#"{"FunctionName": "csv:live"}"#, Some(alias.clone())),
            (r#"{"FunctionName": "csv", "Qualifier": "live"}"#, Some(alias.clone())),
            (r#"{"FunctionName": "123456789012:function:csv"}"#, Some(FUNCTION.to_owned())),
            (r#"{"FunctionName": "arn:aws:lambda:us-east-1:123456789012:function:csv:live"}"#, Some(alias.clone())),
            (r#"{"FunctionName": "arn:aws:lambda:eu-west-1:123456789012:function:csv"}"#, None),
            (r#"{"FunctionName": "other"}"#, None),
            (r#"{"FunctionName": 1}"#, None),
            ("{}", None),
            ("csv", None),
        ] {
            assert_eq!(universal(input), expected, "{input}");
        }
        assert_eq!(invoked("arn:aws:scheduler:::aws-sdk:lambda:invokeAsync", None, FUNCTION), None);
    }
}
