//! CloudFormation: stacks, how far they are, and what they have made.

use std::fmt;

use aws_sdk_cloudformation::operation::describe_stacks::DescribeStacksOutput;
use aws_sdk_cloudformation::operation::list_stack_resources::ListStackResourcesOutput;
use aws_sdk_cloudformation::types::{Stack as Described, StackResourceSummary};

use crate::aws::service::prelude::*;

pub const SERVICE: Service = Service {
    api: Api {
        id: "CloudFormation",
        settings_key: "cloudformation",
        operations: OPERATIONS,
        // AWS publishes no number for reads.
        rates: &[rate("", 5, 5).in_each_region()],
        always: &[
            always("Stacks/member", &["StackName", "StackStatus", "CreationTime"]),
            always("StackResourceSummaries/member", &["LogicalResourceId", "ResourceType", "ResourceStatus"]),
        ],
    },
    health: health(|aws, you| {
        aws.answers(DESCRIBE_STACKS, || aws.cloudformation(&you.region).describe_stacks().send())
    }),
};

operations! { "CloudFormation", "cloudformation";
    DESCRIBE_STACKS: "DescribeStacks" on All beside "cloudformation:ListStacks";
    LIST_STACK_RESOURCES: "ListStackResources" on Resource;
    GET_TEMPLATE_SUMMARY: "GetTemplateSummary" on Resource;
}

/// The ARN of a stack, without the id that AWS gives it.
pub const STACK_ARN: &str = "arn:{{ partition }}:cloudformation:{{ region }}:{{ account }}:stack/{{ name }}/*";
const ALL_STACKS: &ResourceSet =
    &resources("Stacks", "arn:{{ partition }}:cloudformation:{{ region }}:{{ account }}:stack/*");

/// The stacks of the learner's region. If none fits, one is looked for in other regions.
pub const STACKS: Reader = Reader::of(&[reading_all(DESCRIBE_STACKS)]);
/// What stacks have made.
pub const RESOURCES: Reader = Reader::of(&[reading(LIST_STACK_RESOURCES, ALL_STACKS)]);
/// What the templates of stacks have macros of AWS do.
pub const TRANSFORMS: Reader = Reader::of(&[reading(GET_TEMPLATE_SUMMARY, ALL_STACKS)]);
/// The stacks of the learner's region.
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/cloudformation/home?region={{ region }}#/stacks");

/// A stack that was not deleted.
#[derive(Clone, Debug)]
pub struct Stack {
    pub name: String,
    /// In AWS's own word, such as `CREATE_COMPLETE`.
    pub status: String,
    pub reason: Option<String>,
    /// Each a key and a value.
    pub outputs: Vec<(String, String)>,
    /// The keys of its parameters.
    pub parameters: Vec<String>,
    /// Each a key and a value.
    pub tags: Vec<(String, String)>,
    /// What was found when somebody last looked for drift, in AWS's own word; none if that is not told.
    pub drift: Option<String>,
    /// Whether another stack made it.
    pub is_nested: bool,
}

impl fmt::Display for Stack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the stack {}", self.name)
    }
}

impl Stack {
    /// The value of an output.
    pub fn output(&self, key: &str) -> Option<&str> {
        self.outputs.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }
}

/// Something that a stack has made, or was to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackResource {
    /// The name in the template.
    pub logical: String,
    /// The name in the account; empty before it is made.
    pub physical: String,
    /// Such as `AWS::S3::Bucket`.
    pub kind: String,
    /// In AWS's own word, such as `CREATE_COMPLETE`.
    pub status: String,
    pub reason: Option<String>,
}

impl Aws {
    /// The stacks of the learner's region that were not deleted.
    pub async fn stacks(&self, you: &Learner) -> Read<Vec<Stack>> {
        self.stacks_in(&you.region).await
    }

    /// Another region with a stack that `fits`, and that stack.
    pub async fn stack_elsewhere(&self, you: &Learner, fits: impl Fn(&Stack) -> bool) -> Option<(&'static str, Stack)> {
        let has = |stacks: &Vec<Stack>| stacks.iter().any(&fits);
        let (region, stacks) = self.elsewhere(you, &you.region, |region| self.stacks_in(region), has).await?;
        stacks.into_iter().find(&fits).map(|stack| (region, stack))
    }

    /// What the stack has made; nothing if it was deleted in between.
    pub async fn stack_resources(&self, you: &Learner, stack: &str) -> Read<Vec<StackResource>> {
        let call = Call::new(LIST_STACK_RESOURCES, you.arn(STACK_ARN, &you.region, stack)).at(&you.region);
        let list = || self.cloudformation(&you.region).list_stack_resources().stack_name(stack);
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &ListStackResourcesOutput| {
            let listed = answer.stack_resource_summaries.as_ref().ok_or("StackResourceSummaries")?;
            Ok(Listing::marked(listed.iter().map(resource).collect::<Result<_, _>>()?, answer.next_token()))
        };
        Ok(self.all(call, &you.region, send, read).await.absent_on(NOT_FOUND)?.unwrap_or_default())
    }

    /// The macros that the stack's template declares, such as `AWS::Serverless-2016-10-31`.
    pub async fn stack_transforms(&self, you: &Learner, stack: &str) -> Read<Vec<String>> {
        let call = Call::new(GET_TEMPLATE_SUMMARY, you.arn(STACK_ARN, &you.region, stack)).at(&you.region);
        let send = || self.cloudformation(&you.region).get_template_summary().stack_name(stack).send();
        let answer = self.ask(call, &you.region, send).await.absent_on(NOT_FOUND)?;
        Ok(answer.map(|answer| answer.declared_transforms().to_vec()).unwrap_or_default())
    }

    async fn stacks_in(&self, region: &str) -> Read<Vec<Stack>> {
        let call = Call::new(DESCRIBE_STACKS, "*").at(region);
        let send = |mark| self.cloudformation(region).describe_stacks().set_next_token(mark).send();
        let read = |answer: &DescribeStacksOutput| {
            let listed = answer.stacks.as_ref().ok_or("Stacks")?;
            Ok(Listing::marked(listed.iter().map(stack).collect::<Result<_, _>>()?, answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    fn cloudformation(&self, region: &str) -> aws_sdk_cloudformation::Client {
        client!(self, aws_sdk_cloudformation, region)
    }
}

/// A stack of that name is not there (AWS CloudFormation API Reference, "DescribeStacks").
const NOT_FOUND: &[&str] = &["ValidationError"];

fn stack(described: &Described) -> Result<Stack, &'static str> {
    let pair = |key: Option<&str>, value: Option<&str>| Some((key?.to_owned(), value?.to_owned()));
    let drift = described.drift_information().and_then(|drift| drift.stack_drift_status());
    let parameters = described.parameters().iter().filter_map(|one| one.parameter_key());
    Ok(Stack {
        name: described.stack_name().ok_or("StackName")?.to_owned(),
        status: described.stack_status().ok_or("StackStatus")?.as_str().to_owned(),
        reason: described.stack_status_reason().filter(|reason| !reason.is_empty()).map(str::to_owned),
        outputs: described.outputs().iter().filter_map(|one| pair(one.output_key(), one.output_value())).collect(),
        parameters: parameters.map(str::to_owned).collect(),
        tags: described.tags().iter().filter_map(|tag| pair(tag.key(), tag.value())).collect(),
        drift: drift.map(|drift| drift.as_str().to_owned()),
        is_nested: described.parent_id().is_some_and(|parent| !parent.is_empty()),
    })
}

fn resource(listed: &StackResourceSummary) -> Result<StackResource, &'static str> {
    Ok(StackResource {
        logical: listed.logical_resource_id().ok_or("LogicalResourceId")?.to_owned(),
        physical: listed.physical_resource_id().unwrap_or_default().to_owned(),
        kind: listed.resource_type().ok_or("ResourceType")?.to_owned(),
        status: listed.resource_status().ok_or("ResourceStatus")?.as_str().to_owned(),
        reason: listed.resource_status_reason().filter(|reason| !reason.is_empty()).map(str::to_owned),
    })
}
