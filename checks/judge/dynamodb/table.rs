//! Judgements of a DynamoDB table: its state, its key, how it is paid and what it holds.

use crate::judgement::Judgement;
use crate::services::dynamodb::{Item, Key, Kind, Table, TableState};
use crate::wait;

/// What every item of the table is made of.
const ATTRIBUTES: [(&str, Kind); 3] = [("id", Kind::Number), ("title", Kind::Text), ("description", Kind::Text)];

/// The table can be used.
pub fn active(table: &Table) -> Judgement {
    match &table.state {
        TableState::Active => Judgement::holds("ACTIVE"),
        TableState::Working(status) => Judgement::waits("ACTIVE", status, wait::TABLE_CREATION),
        TableState::Unusable(status) => Judgement::fails("ACTIVE", status),
    }
}

/// The attributes of this name and type tell items apart: the partition key and, if one is asked for, the sort key.
pub fn keyed_by(table: &Table, partition: (&str, Kind), sort: Option<(&str, Kind)>) -> Judgement {
    let name = |key: &Key| format!("{}, {}", key.name, key.kind.name());
    let keys = |partition: &Key, sort: Option<&Key>| match sort {
        Some(sort) => format!("{}, and the sort key {}", name(partition), name(sort)),
        None => name(partition),
    };
    let wanted = |(name, kind): (&str, Kind)| Key { name: name.to_owned(), kind };
    let expected = keys(&wanted(partition), sort.map(wanted).as_ref());
    Judgement::equal(&keys(&table.partition_key, table.sort_key.as_ref()), &expected)
}

/// The table is paid by the request, not by the hour.
pub fn on_demand(table: &Table) -> Judgement {
    let found = if table.is_on_demand { "on-demand" } else { "provisioned" };
    Judgement::equal(found, "on-demand")
}

/// The judgement, with advice if the table is paid by the hour.
pub fn paid_by_request(judgement: Judgement, table: &Table) -> Judgement {
    if table.is_on_demand || !judgement.does_hold() {
        return judgement;
    }
    judgement.advising(
        "The table is paid by the hour, used or not. Edit its read/write capacity and choose On-demand: then it costs \
         nothing while nobody asks.",
    )
}

/// What the stream says of each change has a new item whole, so that a function that reads it needs nothing else (Amazon
/// DynamoDB Developer Guide, "Change data capture for DynamoDB Streams").
pub fn has_new_image(view: &str) -> Judgement {
    match view {
        "NEW_IMAGE" | "NEW_AND_OLD_IMAGES" => Judgement::holds(view),
        _ => Judgement::fails("NEW_IMAGE or NEW_AND_OLD_IMAGES", view),
    }
}

/// There are items, and each has the attributes of an article.
pub fn holds_articles(items: &[Item]) -> Judgement {
    let expected = "items with id (a number), title and description (strings)";
    if items.is_empty() {
        return Judgement::fails(expected, "the table is empty");
    }
    match items.iter().find_map(wrong_with) {
        Some(wrong) => Judgement::fails(expected, wrong),
        None => Judgement::holds(format!("{} items", items.len())),
    }
}

/// What an item lacks; names of attributes are the learner's, and bounded where they are shown.
fn wrong_with(item: &Item) -> Option<String> {
    ATTRIBUTES.iter().find_map(|(name, kind)| match item.kind_of(name) {
        Some(found) if found == *kind => None,
        Some(found) => Some(format!("an item whose {name} is {}", found.name())),
        None => {
            let names: Vec<&str> = item.names().collect();
            Some(format!("an item without {name}; it has {}", names.join(", ")))
        }
    })
}
