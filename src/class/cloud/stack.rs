//! The CloudFormation template of a class past one machine, and what its things are called.

use msl_learn_checks::ResultBucket;

use super::cloud_class::CloudClass;
use super::program::Architecture;
use crate::failure::{Failure, Result};
use crate::workspace::BOOK_REGION;

/// Where the worker finds its class.
pub const CLASS_VARIABLE: &str = "MSL_LEARN_CLASS";
/// Where the worker finds its bucket.
pub const BUCKET_VARIABLE: &str = "MSL_LEARN_BUCKET";
/// Where the state machine writes what became of its children, as the template says.
pub const MAPS_PREFIX: &str = "maps/";
/// The roster in the bucket.
pub const ROSTER_KEY: &str = "roster.jsonl";
const TEMPLATE: &str = include_str!("template.yaml");
/// The most characters of the name of an execution (AWS Step Functions API Reference, "StartExecution").
const LONGEST_RUN: usize = 80;

/// The names of what is deployed for a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloudNames {
    /// The stack, the function and the state machine.
    pub stack: String,
    pub bucket: String,
    /// Twelve digits: the instructor's.
    pub account: String,
}

impl CloudNames {
    /// # Errors
    /// If the class's id cannot be a part of a bucket's name.
    pub fn of(class: &str, account: &str) -> Result<Self> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if class.is_empty() || class.len() > 20 || !class.bytes().all(is_plain) {
            let message = format!("the class's id `{class}` cannot be a part of a bucket's name");
            return Err(Failure::usage(message).hint("Such an id has at most 20 small letters, digits and hyphens."));
        }
        let stack = format!("msl-learn-cloud-{class}");
        Ok(Self { bucket: format!("{stack}-{account}"), stack, account: account.to_owned() })
    }

    /// The ARN of the state machine.
    pub fn machine(&self) -> String {
        format!("arn:aws:states:{BOOK_REGION}:{}:stateMachine:{}", self.account, self.stack)
    }
}

/// Where the worker puts what it saw; `None` if a name is none of this program's.
pub fn result_key(run: &str, learner: &str) -> Option<String> {
    (is_run(run) && is_run(learner)).then(|| format!("{}{learner}.json", run_prefix(run)))
}

/// How the keys of a run begin.
pub fn run_prefix(run: &str) -> String {
    format!("runs/{run}/")
}

/// Whether it can be the name of a run.
pub fn is_run(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    !name.is_empty() && name.len() <= LONGEST_RUN && name.bytes().all(is_plain)
}

/// The bucket, as it is read.
pub fn results_in(bucket: &str) -> ResultBucket<'_> {
    ResultBucket { name: bucket, region: BOOK_REGION }
}

/// What of the template is the class's own.
pub struct CloudStack<'a> {
    pub names: &'a CloudNames,
    pub class: &'a CloudClass,
    pub architecture: Architecture,
    /// How many learners are read at once.
    pub at_once: u16,
    /// After how many days the bucket's objects are deleted.
    pub days: u16,
}

impl CloudStack<'_> {
    /// The whole template.
    pub fn template(&self) -> String {
        let values = [
            ("<class>", self.class.class.clone()),
            ("<stack>", self.names.stack.clone()),
            ("<bucket>", self.names.bucket.clone()),
            ("<days>", self.days.max(1).to_string()),
            ("<architecture>", self.architecture.name().to_owned()),
            ("<at_once>", self.at_once.to_string()),
            // A text in YAML's single quotes, in which a quote is written twice.
            ("<settings>", self.class.text().replace('\'', "''")),
        ];
        values.iter().fold(TEMPLATE.to_owned(), |text, (mark, value)| text.replace(mark, value))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::class::testing;

    fn template() -> Value {
        let (_folder, mut class) = testing::class(&["Doe, Jane"]);
        class.settings.chapters = vec![4, 5, 6, 7, 8, 9, 10, 12];
        let names = CloudNames::of(&class.settings.id, "111122223333").expect("names");
        let cloud = CloudClass::of(&class);
        let stack =
            CloudStack { names: &names, class: &cloud, architecture: Architecture::X86, at_once: 100, days: 180 };
        let text = stack.template();
        // What is left between such brackets was no mark of this program's.
        assert!(!text.contains('<') && !text.contains("Doe"), "{text}");
        serde_saphyr::from_str(&text).expect("YAML")
    }

    fn statements<'a>(template: &'a Value, role: &str) -> &'a Vec<Value> {
        let policies = template["Resources"][role]["Properties"]["Policies"].as_array().expect("policies");
        assert_eq!(policies.len(), 1);
        policies[0]["PolicyDocument"]["Statement"].as_array().expect("statements")
    }

    fn may(template: &Value, role: &str) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let all = statements(template, role).iter().flat_map(|statement| {
            assert_eq!(statement["Effect"], "Allow");
            let actions =
                statement["Action"].as_array().map_or_else(|| vec![statement["Action"].clone()], Clone::clone);
            actions.into_iter().map(move |action| (text(&action), text(&statement["Resource"])))
        });
        all.collect()
    }

    /// All that the worker may do, and all that the state machine may.
    #[test]
    fn the_roles_may_do_what_they_need_and_nothing_else() {
        let template = template();
        let may = [may(&template, "WorkerRole"), may(&template, "MachineRole")];
        insta::assert_json_snapshot!(may);
        assert!(may.iter().flatten().all(|(action, resource)| !action.contains('*') && resource != "*"));
    }

    #[test]
    fn the_bucket_is_closed_and_forgets() {
        let template = template();
        let bucket = &template["Resources"]["Bucket"];
        assert!(bucket.get("DeletionPolicy").is_none(), "deleting the stack deletes it");
        let closed = bucket["Properties"]["PublicAccessBlockConfiguration"].as_object().expect("settings");
        assert!(closed.len() == 4 && closed.values().all(|on| on == &json!(true)), "{closed:?}");
        let rule = &bucket["Properties"]["LifecycleConfiguration"]["Rules"][0];
        assert_eq!((&rule["Status"], &rule["ExpirationInDays"]), (&json!("Enabled"), &json!(180)));
    }

    #[test]
    fn the_machine_reads_every_learner_of_the_roster_whoever_fails() {
        let template = template();
        let machine = &template["Resources"]["Machine"]["Properties"]["DefinitionString"];
        let machine: Value = serde_json::from_str(machine.as_str().expect("a text")).expect("JSON");
        let map = &machine["States"]["Learners"];
        assert_eq!((&map["MaxConcurrency"], &map["ToleratedFailurePercentage"]), (&json!(100), &json!(100)));
        assert_eq!(map["ItemProcessor"]["ProcessorConfig"]["Mode"], "DISTRIBUTED");
        assert_eq!(map["ItemReader"]["Parameters"]["Key"], ROSTER_KEY);
        assert_eq!(map["ResultWriter"]["Parameters"]["Prefix"], MAPS_PREFIX.trim_end_matches('/'));
        let retried = &map["ItemProcessor"]["States"]["Read"]["Retry"];
        let names: Vec<&Value> = retried
            .as_array()
            .expect("retries")
            .iter()
            .flat_map(|retry| retry["ErrorEquals"].as_array())
            .flatten()
            .collect();
        assert!(names.contains(&&json!("Silent")) && !names.contains(&&json!("Broken")), "{names:?}");
    }

    /// Lambda gives a function's environment 4 kB.
    #[test]
    fn the_function_fits_lambda_with_the_whole_book() {
        let template = template();
        let function = &template["Resources"]["WorkerFunction"]["Properties"];
        assert_eq!((&function["Runtime"], &function["Handler"]), (&json!("provided.al2023"), &json!("bootstrap")));
        assert_eq!(function["Architectures"], json!(["x86_64"]));
        let class = function["Environment"]["Variables"][CLASS_VARIABLE].as_str().expect("a text");
        let class: CloudClass = serde_json::from_str(class).expect("a class");
        assert!(class.text().len() < 3800 && class.wanted().expect("exercises").len() > 100, "{}", class.text());
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        assert_eq!(result_key("run-1", "l-1").as_deref(), Some("runs/run-1/l-1.json"));
        assert!(
            result_key("../x", "l-1").is_none() && result_key("r", "a/b").is_none() && result_key("", "l").is_none()
        );
        assert!(CloudNames::of("Evening Class", "111122223333").is_err());
        assert!(CloudNames::of("c1a55", "111122223333").expect("names").bucket.len() <= 63);
    }
}
