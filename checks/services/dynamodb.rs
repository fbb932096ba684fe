//! DynamoDB: tables, the items in them, their streams and their backups.

mod backups;
mod expiry;
mod stream;

pub mod marks;
pub mod recovery;

use std::fmt;

use aws_sdk_dynamodb::operation::list_tables::ListTablesOutput;
use aws_sdk_dynamodb::types::{AttributeValue, BillingMode, KeyType, TableDescription, TableStatus};

use crate::aws::policy_document::parsed;
use crate::aws::service::prelude::*;
use crate::documents::policy::Policy;
pub use backups::{BACKUPS, Backup};
pub use expiry::REVIEWED;
pub use stream::{TABLE_STREAM, TableStream};

pub const SERVICE: Service = Service {
    api: Api {
        id: "DynamoDB",
        settings_key: "dynamodb",
        operations: OPERATIONS,
        // Amazon DynamoDB Developer Guide, "Quotas in Amazon DynamoDB": 500 a second.
        // The same of DescribeContinuousBackups: 10 a second ("Backup and restore").
        rates: &[rate("DescribeContinuousBackups", 10, 10).in_each_region(), rate("", 50, 50).in_each_region()],
        always: &[
            always("ContinuousBackupsDescription", &["ContinuousBackupsStatus"]),
            always("Tags", &["Key", "Value"]),
            always("KeySchema", &["AttributeName", "KeyType"]),
            always("AttributeDefinitions", &["AttributeName", "AttributeType"]),
            always("StreamSpecification", &["StreamEnabled"]),
        ],
    },
    health: health(|aws, you| aws.answers(LIST_TABLES, || aws.dynamodb(&you.region).list_tables().limit(1).send())),
};

operations! { "DynamoDB", "dynamodb";
    DESCRIBE_TABLE: "DescribeTable" on Resource;
    SCAN: "Scan" on Resource;
    QUERY: "Query" on Resource;
    LIST_TABLES: "ListTables" on All;
    GET_TABLE_POLICY: "GetResourcePolicy" on Resource;
    DESCRIBE_CONTINUOUS_BACKUPS: "DescribeContinuousBackups" on Resource;
    LIST_TAGS: "ListTagsOfResource" on Resource;
    LIST_BACKUPS: "ListBackups" on All;
    DESCRIBE_TTL: "DescribeTimeToLive" on Resource;
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
/// The newest item of a kind, in a table that keeps them by kind and time; without one, of which kinds there are.
pub const NEWEST_ITEM: Reader = Reader::of(&[reading(QUERY, TABLES_OF_NAME), reading(SCAN, TABLES_OF_NAME)]);
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/dynamodbv2/home?region={{ region }}#tables");
/// The items of a table.
pub const CONSOLE_ITEMS: Page = page(
    "https://{{ region }}.console.aws.amazon.com/dynamodbv2/home?region={{ region }}#item-explorer?table={{ name }}",
);

/// How many items are read: the table of the book has a dozen, and every item that is read costs its owner.
const MOST_ITEMS: i32 = 100;
/// How many kinds of items are named.
const MOST_KINDS: usize = 4;

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
    /// When it was made, in seconds since 1970.
    pub created: Option<i64>,
    /// What its stream says of each change, in AWS's own word such as `NEW_IMAGE`; none while the stream is off.
    pub stream: Option<String>,
    /// How much its items take, as DynamoDB counts it every six hours.
    pub bytes: Option<u64>,
    /// Whether it cannot be deleted by mistake.
    pub is_protected: bool,
    /// The units of reading and of writing that it has each second, used or not; none if it is paid by the request.
    pub capacity: Option<[i64; 2]>,
}

impl Table {
    /// Its name, which its ARN ends with.
    pub fn name(&self) -> &str {
        self.arn.rsplit('/').next().unwrap_or(&self.arn)
    }
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

/// The newest item of a kind: its key.
#[derive(Clone, Debug)]
pub struct NewestItem {
    pub kind: String,
    /// As DynamoDB writes numbers.
    pub sort_key: String,
}

impl fmt::Display for NewestItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an item of the kind {}, {}", self.kind, self.sort_key)
    }
}

/// The text of a key, whatever its type.
fn key_text(value: &AttributeValue) -> Option<&String> {
    value.as_s().or_else(|_| value.as_n()).ok()
}

impl Aws {
    /// The newest item whose partition key has this value, in a table with a sort key; or of which kinds there are instead.
    pub async fn newest_item(&self, you: &Learner, table: &Table, kind: &str) -> Read<Found<NewestItem>> {
        let Some(sort_key) = table.sort_key.as_ref().filter(|_| table.partition_key.kind == Kind::Text) else {
            return Ok(Found::Missing(None)); // exercise 8.1 tells of a key like that
        };
        let call = Call::new(QUERY, &table.arn).at(&you.region);
        let query = self.dynamodb(&you.region).query().table_name(table.name()).limit(1).scan_index_forward(false);
        let query = query.key_condition_expression("#kind = :kind").consistent_read(true);
        let query = query
            .expression_attribute_names("#kind", &table.partition_key.name)
            .expression_attribute_values(":kind", AttributeValue::S(kind.to_owned()));
        let answer = self.ask(call.clone(), &you.region, || query.clone().send()).await?;
        let items = answer.items.as_ref().ok_or_else(|| Fault::incomplete(call.clone(), "Items"))?;
        let Some(item) = items.first() else { return Ok(Found::Missing(self.other_kinds(you, table, kind).await)) };
        let sort_key = item.get(&sort_key.name).and_then(key_text);
        let sort_key = sort_key.ok_or_else(|| Fault::incomplete(call, "the sort key"))?.clone();
        Ok(Found::Here(NewestItem { kind: kind.to_owned(), sort_key }))
    }

    /// The kinds that the table has items of instead; what cannot be read is no near miss and no fault of the clause.
    async fn other_kinds(&self, you: &Learner, table: &Table, wanted: &str) -> Option<NearMiss> {
        let call = Call::new(SCAN, &table.arn).at(&you.region);
        let scan = self.dynamodb(&you.region).scan().table_name(table.name()).limit(MOST_ITEMS);
        let scan = scan.projection_expression("#kind").expression_attribute_names("#kind", &table.partition_key.name);
        let answer = self.ask(call, &you.region, || scan.clone().send()).await.ok()?;
        let values = answer.items().iter().filter_map(|item| item.get(&table.partition_key.name).and_then(key_text));
        let mut kinds: Vec<&str> = values.map(String::as_str).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.truncate(MOST_KINDS);
        if kinds.is_empty() {
            return None;
        }
        let name = &table.partition_key.name;
        Some(NearMiss {
            found: format!("items with the {name} {}", kinds.join(", ")),
            advice: format!(
                "Capital letters count, and so does each dash: write {wanted} as the {name} into the mapping template, deploy \
                 the API again, and sign in."
            ),
        })
    }

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

    /// The table of that name in the learner's region, and nothing beside it.
    pub async fn table_alone(&self, you: &Learner, name: &str) -> Read<Option<Table>> {
        self.table_in(you, &you.region, name).await
    }

    /// The table of that name in a region.
    pub(crate) async fn table_in(&self, you: &Learner, region: &str, name: &str) -> Read<Option<Table>> {
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
    pub(crate) async fn tables(&self, region: &str) -> Read<Vec<String>> {
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
        created: table.creation_date_time().map(aws_smithy_types::DateTime::secs),
        stream: streamed(table).map_err(lacks)?,
        bytes: table.table_size_bytes().and_then(|bytes| u64::try_from(bytes).ok()),
        // So AWS describes a table from before there was such protection (DynamoDB API Reference, TableDescription).
        is_protected: table.deletion_protection_enabled().unwrap_or(false),
        capacity: table
            .provisioned_throughput()
            .map(|units| [units.read_capacity_units(), units.write_capacity_units()].map(Option::unwrap_or_default)),
    })
}

/// What the stream says of each change. A stream that is on always says which (DynamoDB API Reference, StreamSpecification).
fn streamed(table: &TableDescription) -> Result<Option<String>, &'static str> {
    let Some(stream) = table.stream_specification().filter(|stream| stream.stream_enabled()) else { return Ok(None) };
    let view = stream.stream_view_type().ok_or("StreamViewType")?;
    Ok(Some(view.as_str().to_owned()))
}

fn kind_of_key(table: &TableDescription, attribute: &str) -> Kind {
    let definition = table.attribute_definitions().iter().find(|known| known.attribute_name() == attribute);
    match definition.map(|definition| definition.attribute_type().as_str()) {
        Some("N") => Kind::Number,
        Some("S") => Kind::Text,
        _ => Kind::Other,
    }
}
