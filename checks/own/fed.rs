//! What hands a function of the learner's own its work, and whether that comes to something.

use std::fmt;

use futures_util::future::join_all;

use super::feeds::{self, Feed};
use super::function::{self, FunctionMarks, OwnFunction};
use super::method::OwnMethod;
use super::{Purpose, has_word, is_for_others, lack, of_least_lack};
use crate::judge::lambda::event_shape::{self, Event};
use crate::judge::lambda::{event_source, records};
use crate::judge::s3::arrival::{Arrivals, Way};
use crate::judge::s3::event_rule::uploaded;
use crate::judge::s3::notification::Objects;
use crate::judge::schedule::invoker::Invoker;
use crate::judge::schedule::{self, Trigger};
use crate::report::Clause;
use crate::services::eventbridge::{EventRule, RuleTarget};
use crate::services::lambda::EventSourceMapping;
use crate::trigger;
use crate::verifier::prelude::*;

const S3: &str = "s3.amazonaws.com";
/// What reading a stream needs (AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB", execution role).
const READS_STREAM: [&str; 3] = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];
/// An upload under any key.
pub(super) const ANY: Objects<'static> = Objects::Ending("");

/// What hands a function its work, whether that is on, lets new work through, and may do so.
#[derive(Debug)]
pub struct Fed([Read<Judgement>; 4]);

/// A function with what hands it its work.
pub struct FedFunction {
    pub own: OwnFunction,
    pub fed: Fed,
}

impl fmt::Display for FedFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.own.fmt(f)
    }
}

/// The function that the marks tell; of several that do what is wanted, that which is fed best.
pub async fn find(aws: &Aws, you: &Learner, marks: &FunctionMarks, of: &Purpose) -> Read<Found<FedFunction>> {
    let all = match function::alike(aws, you, marks).await? {
        Found::Here(all) => all,
        Found::Missing(near) => return Ok(Found::Missing(near)),
    };
    let weighed = of_least_lack(all, async |own: OwnFunction| {
        let fed = Fed::of(aws, you, &own, of).await;
        (fed.lacks(), FedFunction { own, fed })
    });
    Ok(Found::from(weighed.await))
}

impl Fed {
    /// By that which does best of all that hands the function its work.
    async fn of(aws: &Aws, you: &Learner, own: &OwnFunction, of: &Purpose) -> Self {
        let (usual, unread) = feeds::usual(aws, you, own, of).await;
        let best = Self::best(aws, you, (own, of), usual).await;
        if let Some(best) = best.as_ref().filter(|best| best.lacks() == 0) {
            return Self(best.0.clone());
        }
        // What few people make is looked for only where the rest does not do.
        let (others, also_unread) = feeds::others(aws, you, own).await;
        let other = Self::best(aws, you, (own, of), others).await;
        let all = best.into_iter().chain(other);
        all.min_by_key(Self::lacks).unwrap_or_else(|| unread.or(also_unread).map_or_else(Self::none, Self::unread))
    }

    async fn best(aws: &Aws, you: &Learner, (own, of): (&OwnFunction, &Purpose), all: Vec<Feed>) -> Option<Self> {
        let all = join_all(all.into_iter().map(|feed| Self::by(aws, you, (own, of), feed))).await;
        all.into_iter().min_by_key(Self::lacks)
    }

    async fn by(aws: &Aws, you: &Learner, (own, of): (&OwnFunction, &Purpose), feed: Feed) -> Self {
        match feed {
            Feed::Stream(source) => by_stream(aws, you, (own, of), &source).await,
            Feed::Method(method) => by_method(aws, you, (own, of), &method).await,
            Feed::Bucket(arrivals) => by_bucket(aws, you, own, &arrivals).await,
            Feed::Clock(trigger) => by_clock(aws, you, own, &trigger).await,
            Feed::Function(caller) => by_function(aws, you, own, &caller).await,
            Feed::Relay(relay) => Self(relay.judged(aws, you, own).await),
            Feed::Unseen(what) => Self::unseen(what),
        }
    }

    fn none() -> Self {
        let absent = Judgement::absent("the stream of a table, a bucket or a method of the API", "none of them");
        let skipped = || Ok(Judgement::skips("nothing hands it its work yet"));
        Self([Ok(absent), skipped(), skipped(), skipped()])
    }

    /// Whether anything hands it its work is not known.
    fn unseen(what: String) -> Self {
        let skipped = || Ok(Judgement::skips("not told: it is not known what hands it its work"));
        Self([Err(Fault::not_read(what)), skipped(), skipped(), skipped()])
    }

    fn unread(fault: Fault) -> Self {
        Self([(); 4].map(|()| Err(fault.clone())))
    }

    /// How much is missing.
    fn lacks(&self) -> usize {
        self.0.iter().map(lack).sum()
    }

    pub fn expects(self, it: &mut Report<'_>, clauses: [Clause; 4]) {
        clauses.into_iter().zip(self.0).for_each(|(clause, told)| it.expects(clause, told));
    }
}

async fn by_method(aws: &Aws, you: &Learner, (own, of): (&OwnFunction, &Purpose), method: &OwnMethod) -> Fed {
    let (served, may_invoke) = join!(method.served(aws, you), method.permitted(aws, you, &own.function));
    let called = method.judged().but(of.misled(method)).but(misfit(own, Event::Request));
    Fed([Ok(called), served, Ok(Judgement::holds("a method has no filter")), may_invoke])
}

/// New objects of any name call the function.
async fn by_bucket(aws: &Aws, you: &Learner, own: &OwnFunction, arrivals: &Arrivals) -> Fed {
    let found = Judgement::holds(format!("new objects of {}", arrivals.bucket.name));
    let on = arrivals.calls(&own.function.arn, ANY);
    let (called, permitted) = match arrivals.way(&own.function.arn, ANY) {
        Way::Row(called) => {
            (found.but(misfit(own, Event::Bucket)), bucket_may(aws, you, own, (arrivals, called)).await)
        }
        Way::Rule(rule, target) => {
            (found.but(of_rule(own, arrivals, target)), rule_may(aws, you, own, (rule, target)).await)
        }
    };
    Fed([Ok(called), on, Ok(Judgement::holds("its filter is a part of what the bucket tells")), permitted])
}

/// What is wrong if the code takes another event than the rule gives it.
fn of_rule(own: &OwnFunction, arrivals: &Arrivals, target: &RuleTarget) -> Option<Judgement> {
    let package = own.package.as_ref().ok()?;
    event_shape::misfit(package, &target.gives, &uploaded(&arrivals.bucket, &arrivals.account, "new"))
}

/// An alias or a version has a policy of its own: that of exactly what the bucket calls counts.
async fn bucket_may(
    aws: &Aws,
    you: &Learner,
    own: &OwnFunction,
    (arrivals, called): (&Arrivals, &str),
) -> Read<Judgement> {
    let policy = aws.function_policy(&own.function, called).await?;
    let other = you.arn(s3::BUCKET_ARN, "", "another-bucket");
    let source =
        event_source::EventSource { service: S3, arn: &arrivals.bucket.arn, other: &other, account: &you.account };
    Ok(event_source::may_call(policy.as_ref(), called, source))
}

async fn rule_may(
    aws: &Aws,
    you: &Learner,
    own: &OwnFunction,
    (rule, target): (&EventRule, &RuleTarget),
) -> Read<Judgement> {
    trigger::may_invoke(aws, you, &own.function, &Invoker::of_rule(&rule.arn, target)).await
}

/// The function looks for its work itself, again and again.
async fn by_clock(aws: &Aws, you: &Learner, own: &OwnFunction, trigger: &Trigger) -> Fed {
    let called = Judgement::holds(trigger.what.clone()).but(misfit(own, Event::Clock));
    let on = schedule::enabled(trigger).and(schedule::next_run(trigger, aws.now()));
    let may = trigger::may_invoke(aws, you, &own.function, &trigger.by).await;
    Fed([Ok(called), Ok(on), Ok(Judgement::holds("the clock has no filter")), may])
}

/// What that function is called by is asked where it is asked for.
async fn by_function(aws: &Aws, you: &Learner, own: &OwnFunction, caller: &OwnFunction) -> Fed {
    let called = Judgement::holds(format!("the function {}, whose code invokes it", caller.function.name));
    let may = caller.role(aws, you).await;
    let may = may.and_then(|role| caller.may_on(you, &role, "lambda:InvokeFunction", &own.function.arn));
    let on = Judgement::skips(format!("not told of this one: what calls {} calls it as well", caller.function.name));
    Fed([Ok(called), Ok(on), Ok(Judgement::holds("that function decides what it hands over")), may])
}

async fn by_stream(aws: &Aws, you: &Learner, (own, of): (&OwnFunction, &Purpose), source: &EventSourceMapping) -> Fed {
    let table = records::table(&source.source).unwrap_or_default();
    let found = Judgement::holds(format!("the stream of the table {table}"));
    let again = own.writes_into(table) && !records::takes_new_items_alone(source);
    let found = if again { found.advising(AGAIN) } else { found };
    let found = if of.is_other(table) { of.not(format!("the stream of the table {table}")) } else { found };
    let found = found.but(misfit(own, Event::Stream));
    let called = unwritten(aws, you, own, table).await.map(|wrong| found.but(wrong));
    let stream = aws.table_stream(you, table).await;
    let on = stream.map(|stream| records::comes(source, stream.as_ref()));
    let may = own.role(aws, you).await.and_then(|role| {
        READS_STREAM.iter().map(|action| own.may_on(you, &role, action, &source.source)).collect::<Read<Vec<_>>>()
    });
    let may = may.map(|all| all.into_iter().reduce(Judgement::and).unwrap_or_else(|| Judgement::holds("")));
    Fed([called, on, Ok(records::gets_through(source)), may])
}

/// What is wrong if the code takes another event than it gets.
pub(super) fn misfit(own: &OwnFunction, event: Event) -> Option<Judgement> {
    own.package.as_ref().ok().and_then(|package| event_shape::of_another(package, event))
}

/// What is wrong if the code takes attributes of new items that whoever writes them into the table does not write.
async fn unwritten(aws: &Aws, you: &Learner, own: &OwnFunction, table: &str) -> Read<Option<Judgement>> {
    let Some(taken) = own.package.as_ref().ok().and_then(|package| records::taken(package)) else { return Ok(None) };
    let Some(found) = aws.table_alone(you, table).await? else { return Ok(None) };
    let keys = [Some(&found.partition_key), found.sort_key.as_ref()];
    let is_key = |name: &str| keys.iter().flatten().any(|key| key.name == name);
    let Some(written) = function::written_into(aws, you, table).await? else { return Ok(None) };
    let wanted: Vec<&String> = taken.iter().filter(|name| !is_key(name)).collect();
    if wanted.is_empty() || wanted.iter().any(|name| written.contains(*name)) {
        return Ok(None);
    }
    let names = |all: &mut dyn Iterator<Item = &String>| all.map(String::as_str).collect::<Vec<_>>().join(", ");
    let expected = format!("code that takes what new items of {table} have: {}", names(&mut written.iter()));
    Ok(Some(Judgement::fails(expected, format!("code that takes {}", names(&mut wanted.into_iter()))).advising(
        "An attribute that is not there is undefined, and the function does nothing or fails. Take the name that the other function \
         writes, and choose Deploy.",
    )))
}

impl Purpose {
    /// Whether a table is for something else.
    pub(super) fn is_other(&self, table: &str) -> bool {
        is_for_others(table, self.words, self.others)
    }

    fn not(&self, found: String) -> Judgement {
        Judgement::fails(format!("what is for {}s", self.words[0]), found)
            .advising("Delete the trigger on the function's page, and add one for the table that is meant.")
    }

    /// What is wrong if the method that calls the function is for something else.
    fn misled(&self, method: &OwnMethod) -> Option<Judgement> {
        let path = &method.resource.path;
        let is_other = self.others.iter().any(|words| has_word(path, words)) && !has_word(path, self.words);
        is_other
            .then(|| self.not(method.to_string()).advising("Let the method invoke the function that is meant for it."))
    }
}

const AGAIN: &str = "The function writes into the table whose stream feeds it: each result is a change, which comes to the function \
    as well. Give the trigger the filter { \"eventName\": [\"INSERT\"] }, or its own results keep it busy.";
