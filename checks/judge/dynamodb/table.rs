//! Judgements of a DynamoDB table: its state, its key, how it is paid and what it holds.

use crate::judgement::Judgement;
use crate::services::dynamodb::{Item, Kind, Table, TableState};
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

/// The partition key alone tells items apart, and is a number of that name.
pub fn keyed_by_number(table: &Table, name: &str) -> Judgement {
    let key = &table.partition_key;
    let expected = format!("{name}, {}", Kind::Number.name());
    let found = format!("{}, {}", key.name, key.kind.name());
    match &table.sort_key {
        Some(sort) => Judgement::fails(expected, format!("{found}, and the sort key {}", sort.name)),
        None if key.name == name && key.kind == Kind::Number => Judgement::holds(found),
        None => Judgement::fails(expected, found),
    }
}

/// The table is paid by the request, not by the hour.
pub fn on_demand(table: &Table) -> Judgement {
    let found = if table.is_on_demand { "on-demand" } else { "provisioned" };
    Judgement::equal(found, "on-demand")
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
