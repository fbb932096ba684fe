//! DynamoDB: tables and the items in them.

use std::fmt;

use aws_sdk_dynamodb::operation::list_tables::ListTablesOutput;
use aws_sdk_dynamodb::types::{AttributeValue, BillingMode, KeyType, TableDescription, TableStatus};

use crate::aws::policy_document::parsed;
use crate::aws::service::prelude::*;
use crate::documents::policy::Policy;

pub const SERVICE: Service = Service {
    api: Api {
        id: "DynamoDB",
        settings_key: "dynamodb",
        operations: OPERATIONS,
        // Amazon DynamoDB Developer Guide, "Quotas in Amazon DynamoDB": 500 a second.
        rates: &[rate("", 50, 50).in_each_region()],
        always: &[
            always("KeySchema", &["AttributeName", "KeyType"]),
            always("AttributeDefinitions", &["AttributeName", "AttributeType"]),
        ],
    },
    health: health(|aws, you| aws.answers(LIST_TABLES, || aws.dynamodb(&you.region).list_tables().limit(1).send())),
};

operations! { "DynamoDB", "dynamodb";
    DESCRIBE_TABLE: "DescribeTable" on Resource;
    SCAN: "Scan" on Resource;
    LIST_TABLES: "ListTables" on All;
    GET_TABLE_POLICY: "GetResourcePolicy" on Resource;
}

/// The ARN of a table.
pub const TABLE_ARN: &str = "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/{{ name }}";
const TABLES_OF_NAME: &ResourceSet = &resources_everywhere("{{ label }}Table", TABLE_ARN);
/// A table of a name. A missing one is looked for under other names, and in other regions.
pub const TABLE: Reader = Reader::of(&[reading(DESCRIBE_TABLE, TABLES_OF_NAME), reading_all(LIST_TABLES)]);
/// Who may use a table of a name, by its own policy.
pub const TABLE_POLICY: Reader = Reader::of(&[reading(GET_TABLE_POLICY, TABLES_OF_NAME)]);
/// The items of a table of a name.
pub const ITEMS: Reader = Reader::of(&[reading(SCAN, TABLES_OF_NAME)]);
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/dynamodbv2/home?region={{ region }}#tables");
/// The items of a table.
pub const CONSOLE_ITEMS: Page = page(
    "https://{{ region }}.console.aws.amazon.com/dynamodbv2/home?region={{ region }}#item-explorer?table={{ name }}",
);

/// How many items are read: the table of the book has a dozen, and every item that is read costs its owner.
const MOST_ITEMS: i32 = 100;

/// A table, as DynamoDB describes it.
#[derive(Clone, Debug)]
pub struct Table {
    pub arn: String,
    pub state: TableState,
    /// The attribute that tells items apart.
    pub partition_key: Key,
    /// A second attribute that does so together with the first.
    pub sort_key: Option<Key>,
    /// Whether it is paid by the request.
    pub is_on_demand: bool,
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arn)
    }
}

/// How far a table is, with AWS's own word for it (DynamoDB API Reference, TableDescription, TableStatus).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableState {
    Active,
    /// It is being made or changed.
    Working(String),
    /// It is being deleted, or nobody can use it.
    Unusable(String),
}

impl TableState {
    fn of(status: &TableStatus) -> Self {
        match status {
            TableStatus::Active => Self::Active,
            TableStatus::Creating | TableStatus::Updating => Self::Working(status.as_str().to_owned()),
            _ => Self::Unusable(status.as_str().to_owned()),
        }
    }
}

/// An attribute of a table's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub name: String,
    pub kind: Kind,
}

/// The types of attributes that matter here, by DynamoDB's own letters (Amazon DynamoDB Developer Guide, "Data types").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Number,
    Text,
    Other,
}

impl Kind {
    fn of(value: &AttributeValue) -> Self {
        match value {
            AttributeValue::N(_) => Self::Number,
            AttributeValue::S(_) => Self::Text,
            _ => Self::Other,
        }
    }

    /// As the console and the CLI say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "a number (N)",
            Self::Text => "a string (S)",
            Self::Other => "of another type",
        }
    }
}

/// An item of a table: the names of its attributes, in order, and their types.
#[derive(Clone, Debug)]
pub struct Item {
    attributes: Vec<(String, Kind)>,
}

impl Item {
    /// The attribute's type; none where the item has no such attribute.
    pub fn kind_of(&self, attribute: &str) -> Option<Kind> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, kind)| *kind)
    }

    /// The names of all its attributes.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }
}

impl Aws {
    /// The table of that name in the learner's region; or what a beginner made instead.
    pub async fn table(&self, you: &Learner, name: &str) -> Read<Found<Table>> {
        if let Some(table) = self.table_in(you, &you.region, name).await? {
            return Ok(Found::Here(table));
        }
        if let Some(near) = self.similar_table(you, name).await {
            return Ok(Found::Missing(Some(near)));
        }
        Ok(Found::Missing(self.table_elsewhere(you, name).await))
    }

    /// The first items of the table, as they are now.
    pub async fn items(&self, you: &Learner, name: &str) -> Read<Vec<Item>> {
        let call = Call::new(SCAN, you.arn(TABLE_ARN, &you.region, name)).at(&you.region);
        let scan = self.dynamodb(&you.region).scan().table_name(name).limit(MOST_ITEMS).consistent_read(true);
        let answer = self.ask(call.clone(), &you.region, || scan.send()).await?;
        let items = answer.items.as_ref().ok_or_else(|| Fault::incomplete(call, "Items"))?;
        let read = items.iter().map(|item| {
            let mut attributes: Vec<_> = item.iter().map(|(name, value)| (name.clone(), Kind::of(value))).collect();
            attributes.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
            Item { attributes }
        });
        Ok(read.collect())
    }

    /// The policy of the table of that name in the learner's region, `None` if it has none; a missing table is a miss.
    pub async fn table_policy(&self, you: &Learner, name: &str) -> Read<Found<Option<Policy>>> {
        let arn = you.arn(TABLE_ARN, &you.region, name);
        let call = Call::new(GET_TABLE_POLICY, &arn).at(&you.region);
        let send = || self.dynamodb(&you.region).get_resource_policy().resource_arn(&arn).send();
        let answer = self.ask(call.clone(), &you.region, send).await.absent_on(&["PolicyNotFoundException"]);
        match answer.absent_on(&["ResourceNotFoundException"])? {
            None => Ok(Found::Missing(None)),
            Some(None) => Ok(Found::Here(None)),
            Some(Some(answer)) => {
                let json = answer.policy().ok_or_else(|| Fault::incomplete(call.clone(), "Policy"))?;
                parsed(&call, json).map(|policy| Found::Here(Some(policy)))
            }
        }
    }

    async fn table_in(&self, you: &Learner, region: &str, name: &str) -> Read<Option<Table>> {
        let call = Call::new(DESCRIBE_TABLE, you.arn(TABLE_ARN, region, name)).at(region);
        let send = || self.dynamodb(region).describe_table().table_name(name).send();
        let answer = self.ask(call.clone(), region, send).await.absent_on(&["ResourceNotFoundException"])?;
        let Some(answer) = answer else { return Ok(None) };
        let table = answer.table().ok_or_else(|| Fault::incomplete(call.clone(), "Table"))?;
        described(table, &call).map(Some)
    }

    /// A table of the region with a name like it; what cannot be read is no near miss and no fault of the clause.
    async fn similar_table(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let tables = self.tables(&you.region).await.ok()?;
        nearest(name, &tables, |table| table).map(|near| NearMiss::named("table", name, near))
    }

    async fn table_elsewhere(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let (region, _) =
            self.elsewhere(you, &you.region, |region| self.table_in(you, region, name), Option::is_some).await?;
        Some(NearMiss::in_region("table", name, region, &you.region))
    }

    /// The names of all tables of a region.
    async fn tables(&self, region: &str) -> Read<Vec<String>> {
        let call = Call::new(LIST_TABLES, "*").at(region);
        let send = |last| self.dynamodb(region).list_tables().set_exclusive_start_table_name(last).send();
        let read = |answer: &ListTablesOutput| {
            let names = answer.table_names.clone().ok_or("TableNames")?;
            Ok(Listing::marked(names, answer.last_evaluated_table_name()))
        };
        self.all(call, region, send, read).await
    }

    pub(crate) fn dynamodb(&self, region: &str) -> aws_sdk_dynamodb::Client {
        client!(self, aws_sdk_dynamodb, region)
    }
}

fn described(table: &TableDescription, call: &Call) -> Read<Table> {
    let lacks = |member| Fault::incomplete(call.clone(), member);
    let key = |wanted: &KeyType| {
        let element = table.key_schema().iter().find(|element| element.key_type() == wanted);
        element.map(|element| Key {
            name: element.attribute_name().to_owned(),
            kind: kind_of_key(table, element.attribute_name()),
        })
    };
    Ok(Table {
        arn: table.table_arn().ok_or_else(|| lacks("TableArn"))?.to_owned(),
        state: TableState::of(table.table_status().ok_or_else(|| lacks("TableStatus"))?),
        partition_key: key(&KeyType::Hash).ok_or_else(|| lacks("KeySchema"))?,
        sort_key: key(&KeyType::Range),
        // A table that was never paid by the request has no such member (DynamoDB API Reference, BillingModeSummary).
        is_on_demand: table.billing_mode_summary().and_then(|summary| summary.billing_mode())
            == Some(&BillingMode::PayPerRequest),
    })
}

fn kind_of_key(table: &TableDescription, attribute: &str) -> Kind {
    let definition = table.attribute_definitions().iter().find(|known| known.attribute_name() == attribute);
    match definition.map(|definition| definition.attribute_type().as_str()) {
        Some("N") => Kind::Number,
        Some("S") => Kind::Text,
        _ => Kind::Other,
    }
}
