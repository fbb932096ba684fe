//! Definitions of state machines in the Amazon States Language, as far as AWS checks them when one is made: which states
//! there are, and where each leads (Amazon States Language, states-language.net/spec.html).

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The kinds of states.
const TYPES: [&str; 8] = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"];
/// How deep states within states are followed.
const DEEPEST: usize = 8;
/// What a state of one query language alone has (AWS Step Functions Developer Guide, "Transforming data with JSONata in
/// Step Functions").
const OF_JSON_PATH: [&str; 6] = ["InputPath", "OutputPath", "ResultPath", "ResultSelector", "Parameters", "ItemsPath"];
const OF_JSONATA: [&str; 2] = ["Arguments", "Output"];
const JSONATA: &str = "JSONata";

/// A definition that leads from its first state to an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The first state.
    pub start: String,
    /// How many states there are, without those within others.
    pub states: usize,
    /// The functions that its tasks invoke, by their names or ARNs; without those that come from the input.
    pub functions: Vec<String>,
    /// What its tasks ask of other services themselves, as far as these are known here.
    pub asked: Vec<Asked>,
}

/// What a task asks of a service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// As policies name it, such as `dynamodb:PutItem`.
    pub action: &'static str,
    pub of: On,
}

/// What a task asks about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    /// The name or the ARN of a table.
    Table(String),
    Arn(String),
    /// The address of a queue.
    Queue(String),
    /// The name or the ARN of an event bus.
    Bus(String),
    /// A bucket and a key.
    Object(String),
    /// The state machine itself.
    Itself,
    /// The action knows no resource.
    Everything,
}

/// What a task asks for directly: the service and the call as its resource names them, the action, and the member that says of
/// what (AWS Step Functions Developer Guide, "Integrating services with Step Functions").
const CALLS: [(&str, &str, &str); 17] = [
    ("dynamodb:getItem", "dynamodb:GetItem", TABLE),
    ("dynamodb:putItem", "dynamodb:PutItem", TABLE),
    ("dynamodb:updateItem", "dynamodb:UpdateItem", TABLE),
    ("dynamodb:deleteItem", "dynamodb:DeleteItem", TABLE),
    ("dynamodb:query", "dynamodb:Query", TABLE),
    ("dynamodb:scan", "dynamodb:Scan", TABLE),
    ("sns:publish", "sns:Publish", "TopicArn"),
    ("sqs:sendMessage", "sqs:SendMessage", QUEUE),
    ("states:startExecution", "states:StartExecution", "StateMachineArn"),
    ("sfn:startExecution", "states:StartExecution", "StateMachineArn"),
    ("events:putEvents", "events:PutEvents", ENTRIES),
    ("eventbridge:putEvents", "events:PutEvents", ENTRIES),
    ("s3:putObject", "s3:PutObject", BUCKET),
    ("s3:getObject", "s3:GetObject", BUCKET),
    ("comprehend:detectSentiment", "comprehend:DetectSentiment", NOTHING),
    ("rekognition:detectLabels", "rekognition:DetectLabels", NOTHING),
    ("translate:translateText", "translate:TranslateText", NOTHING),
];
const TABLE: &str = "TableName";
const QUEUE: &str = "QueueUrl";
const ENTRIES: &str = "Entries";
const BUCKET: &str = "Bucket";
const NOTHING: &str = "";
/// What a map asks for whose items have executions of their own (AWS Step Functions Developer Guide, "Creating a role for a
/// Distributed Map state").
const OF_DISTRIBUTED: Asked = Asked { action: "states:StartExecution", of: On::Itself };

impl Definition {
    /// # Errors
    /// What is wrong with it, in a few words.
    pub fn read(text: &str) -> Result<Self, String> {
        let document: Value = serde_json::from_str(text).map_err(|error| format!("no JSON: {error}"))?;
        let language = document.get("QueryLanguage").and_then(Value::as_str).unwrap_or("JSONPath");
        let (functions, asked) = (BTreeSet::new(), BTreeSet::new());
        let mut reading = Reading { language: language.to_owned(), functions, asked };
        let (start, states) = reading.machine(&document, language, DEEPEST)?;
        let Reading { functions, asked, .. } = reading;
        Ok(Self { start, states, functions: functions.into_iter().collect(), asked: asked.into_iter().collect() })
    }
}

struct Reading {
    /// That of the whole machine.
    language: String,
    functions: BTreeSet<String>,
    asked: BTreeSet<Asked>,
}

impl Reading {
    /// The first state, and how many there are.
    fn machine(&mut self, machine: &Value, language: &str, depth: usize) -> Result<(String, usize), String> {
        if depth == 0 {
            return Err("states within states, deeper than is read here".into());
        }
        let states = machine.get("States").and_then(Value::as_object).ok_or("no States")?;
        let start = machine.get("StartAt").and_then(Value::as_str).ok_or("no StartAt")?;
        if !states.contains_key(start) {
            return Err(format!("StartAt names {start}, and there is no such state"));
        }
        for (name, state) in states {
            self.state(name, state, language, depth)?;
            if let Some(missing) = targets(state).into_iter().find(|next| !states.contains_key(*next)) {
                return Err(format!("{name} leads to {missing}, and there is no such state"));
            }
        }
        let reached = reached(start, states);
        if let Some(lost) = states.keys().find(|name| !reached.contains(name.as_str())) {
            return Err(format!("nothing leads to {lost}"));
        }
        let ends = |name: &&str| states.get(*name).is_some_and(is_end);
        if !reached.iter().any(ends) {
            return Err("no state ends it".into());
        }
        Ok((start.to_owned(), states.len()))
    }

    fn state(&mut self, name: &str, state: &Value, language: &str, depth: usize) -> Result<(), String> {
        let kind = state.get("Type").and_then(Value::as_str).ok_or_else(|| format!("{name} has no Type"))?;
        if !TYPES.contains(&kind) {
            return Err(format!("{name} has the type {kind}, which is none"));
        }
        let own = state.get("QueryLanguage").and_then(Value::as_str);
        // A state within one of another language than the machine's may be in either, if it does not say so.
        let is_told = own.is_some() || language == self.language;
        let language = own.unwrap_or(language);
        // The other way round it may be mixed (AWS CDK API Reference, "enum QueryLanguage").
        if self.language == JSONATA && language != JSONATA {
            return Err(format!("{name} is in {language}, and the whole state machine in JSONata"));
        }
        if is_told {
            of_language(name, state, language)?;
        }
        let has = |member: &str| state.get(member).is_some();
        match kind {
            "Choice" if state.get("Choices").and_then(Value::as_array).is_none_or(Vec::is_empty) => {
                return Err(format!("{name} has no Choices"));
            }
            "Choice" => choices(name, state)?,
            "Succeed" | "Fail" => {}
            _ if has("Next") && has("End") => return Err(format!("{name} has both Next and End")),
            _ if !has("Next") && state.get("End") != Some(&Value::Bool(true)) => {
                return Err(format!("{name} has neither Next nor End"));
            }
            _ => {}
        }
        match kind {
            "Task" => self.task(name, state)?,
            "Wait" if !["Seconds", "SecondsPath", "Timestamp", "TimestampPath"].into_iter().any(has) => {
                return Err(format!("{name} does not say how long it waits"));
            }
            "Parallel" => {
                let branches = state.get("Branches").and_then(Value::as_array).filter(|all| !all.is_empty());
                for branch in branches.ok_or_else(|| format!("{name} has no Branches"))? {
                    self.within(name, branch, language, depth)?;
                }
            }
            "Map" => {
                let each = state.get("ItemProcessor").or_else(|| state.get("Iterator"));
                if state.pointer("/ItemProcessor/ProcessorConfig/Mode").is_some_and(|mode| mode == "DISTRIBUTED") {
                    self.asked.insert(OF_DISTRIBUTED);
                }
                self.within(name, each.ok_or_else(|| format!("{name} has no ItemProcessor"))?, language, depth)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn within(&mut self, name: &str, machine: &Value, language: &str, depth: usize) -> Result<(), String> {
        let read = self.machine(machine, language, depth - 1);
        read.map(|_| ()).map_err(|wrong| format!("within {name}, {wrong}"))
    }

    fn task(&mut self, name: &str, state: &Value) -> Result<(), String> {
        let resource = state.get("Resource").and_then(Value::as_str).unwrap_or_default();
        if !resource.starts_with("arn:") {
            return Err(format!("{name} has no Resource that is an ARN"));
        }
        if resource.contains(":function:") {
            self.functions.insert(resource.to_owned());
        }
        if [":states:::lambda:invoke", ":states:::aws-sdk:lambda:invoke"].iter().any(|call| resource.contains(call)) {
            self.functions.extend(given(state, "FunctionName").map(str::to_owned));
        }
        let call = resource.split_once(":states:::").map(|(_, call)| call.trim_start_matches("aws-sdk:"));
        let known =
            call.and_then(|call| CALLS.iter().find(|(name, ..)| *name == call.split('.').next().unwrap_or(call)));
        if let Some((_, action, member)) = known {
            self.asked.extend(asked_of(state, member).into_iter().map(|of| Asked { action, of }));
        }
        Ok(())
    }
}

/// Where a state says what its task hands over, in either language.
const PLACES: [&str; 2] = ["Parameters", "Arguments"];
/// How what JSONata computes begins.
const EXPRESSION: &str = "{%";

/// What a task hands over under this name, unless that comes from the input.
fn given<'a>(state: &'a Value, member: &str) -> Option<&'a str> {
    let named = PLACES.iter().find_map(|place| state.get(place)?.get(member)?.as_str());
    named.filter(|value| !value.starts_with(EXPRESSION))
}

/// What a task asks about by this member, unless that comes from the input.
fn asked_of(state: &Value, member: &str) -> Vec<On> {
    let one = |kind: fn(String) -> On| given(state, member).map(|of| kind(of.to_owned())).into_iter().collect();
    match member {
        NOTHING => vec![On::Everything],
        TABLE => one(On::Table),
        QUEUE => one(On::Queue),
        BUCKET => {
            let object = given(state, member).zip(given(state, "Key"));
            object.map(|(bucket, key)| On::Object(format!("{bucket}/{key}"))).into_iter().collect()
        }
        ENTRIES => {
            let entries = PLACES.iter().find_map(|place| state.get(place)?.get(ENTRIES)?.as_array());
            let buses = entries.into_iter().flatten().filter(|entry| entry.get("EventBusName.$").is_none());
            let buses = buses.map(|entry| entry.get("EventBusName").and_then(Value::as_str).unwrap_or("default"));
            buses.filter(|bus| !bus.starts_with(EXPRESSION)).map(|bus| On::Bus(bus.to_owned())).collect()
        }
        _ => one(On::Arn),
    }
}

/// Each choice leads somewhere.
fn choices(name: &str, state: &Value) -> Result<(), String> {
    let mut choices = state.get("Choices").and_then(Value::as_array).into_iter().flatten();
    match choices.any(|choice| choice.get("Next").is_none()) {
        true => Err(format!("a choice of {name} has no Next")),
        false => Ok(()),
    }
}

fn of_language(name: &str, state: &Value, language: &str) -> Result<(), String> {
    let others: &[&str] = match language {
        JSONATA => &OF_JSON_PATH,
        "JSONPath" => &OF_JSONATA,
        other => return Err(format!("{name} is in the query language {other}, which is none")),
    };
    match others.iter().find(|member| state.get(**member).is_some()) {
        Some(member) => Err(format!("{name} is in {language}, which has no {member}")),
        None => Ok(()),
    }
}

/// The states that a state may lead to.
fn targets(state: &Value) -> Vec<&str> {
    let of = |member: &str| state.get(member).and_then(Value::as_str);
    let lists = ["Choices", "Catch"].into_iter().filter_map(|list| state.get(list)?.as_array());
    let listed = lists.flatten().filter_map(|one| one.get("Next")?.as_str());
    [of("Next"), of("Default")].into_iter().flatten().chain(listed).collect()
}

fn reached<'a>(start: &'a str, states: &'a Map<String, Value>) -> BTreeSet<&'a str> {
    let (mut reached, mut waiting) = (BTreeSet::new(), vec![start]);
    while let Some(name) = waiting.pop() {
        if reached.insert(name) {
            waiting.extend(states.get(name).map(targets).unwrap_or_default());
        }
    }
    reached
}

fn is_end(state: &Value) -> bool {
    let kind = state.get("Type").and_then(Value::as_str).unwrap_or_default();
    ["Succeed", "Fail"].contains(&kind) || state.get("End") == Some(&Value::Bool(true))
}
