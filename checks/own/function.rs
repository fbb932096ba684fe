//! A function of the learner's own, found by what its code does, with all that decides whether it may.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use futures_util::future::try_join_all;
use futures_util::try_join;

use super::has_word;
use super::is_for_others;
use crate::documents::package::Package;
use crate::documents::policy::{Effect, Statement};
use crate::judge::iam::caller;
use crate::judge::iam::permissions::Need;
use crate::judge::lambda::clients::{self, Source};
use crate::judge::lambda::doing::{self, Doing, On};
use crate::judgement::NearMiss;
use crate::services::dynamodb::TABLE_ARN;
use crate::services::iam::RolePermissions;
use crate::services::lambda::Function;
use crate::services::s3::BUCKET_ARN;
use crate::services::sfn::MACHINE_ARN;
use crate::verifier::prelude::*;

/// How many functions are read: those of the hands-on exercises are not among them.
const MOST: usize = 12;

/// By what the wanted function is told from the learner's others.
pub struct FunctionMarks {
    /// What stands in the names of such functions, in lower case.
    pub words: &'static [&'static str],
    /// Of these actions its code does one.
    pub actions: &'static [&'static str],
    /// What to do if none does.
    pub advice: &'static str,
}

impl FunctionMarks {
    fn tell(&self, name: &str) -> bool {
        has_word(name, self.words)
    }
}

/// Which of the things that code names are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    Tables,
    Buckets,
    Both,
}

/// A function with its code.
pub struct OwnFunction {
    pub function: Function,
    pub package: Read<Arc<Package>>,
}

impl fmt::Display for OwnFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.function.fmt(f)
    }
}

/// The functions beside those of the exercises whose code does what is wanted, those whose names say so first; without one, that
/// whose name says so.
pub async fn alike(aws: &Aws, you: &Learner, marks: &FunctionMarks) -> Read<Found<Vec<OwnFunction>>> {
    let mut names = aws.functions_beside(you, &book::FUNCTIONS.map(|function| function.text)).await?;
    names.sort_by_key(|name| !marks.tell(name));
    names.truncate(MOST);
    let read = try_join_all(names.iter().map(|name| OwnFunction::read(aws, you, name))).await?;
    let read: Vec<OwnFunction> = read.into_iter().flatten().collect();
    let unread = read.iter().find_map(|own| own.package.as_ref().err().cloned());
    let (doing, rest): (Vec<_>, Vec<_>) = read.into_iter().partition(|own| own.does(marks.actions));
    if !doing.is_empty() {
        return Ok(Found::Here(doing));
    }
    match (rest.into_iter().find(|own| marks.tell(&own.function.name)), unread) {
        // Another one may do it, whose code was not read.
        (Some(own), Some(fault)) if own.package.is_ok() => Err(fault),
        (Some(own), _) => Ok(Found::Here(vec![own])),
        (None, Some(fault)) => Err(fault),
        (None, None) => Ok(Found::Missing((!names.is_empty()).then(|| NearMiss {
            found: format!("{}, which do other things", names.join(", ")),
            advice: marks.advice.to_owned(),
        }))),
    }
}

/// The functions beside those of the exercises, and beside that of this name.
pub async fn others(aws: &Aws, you: &Learner, name: &str) -> Read<Vec<OwnFunction>> {
    let mut names = aws.functions_beside(you, &book::FUNCTIONS.map(|function| function.text)).await?;
    names.truncate(MOST);
    names.retain(|other| other != name);
    let read = try_join_all(names.iter().map(|name| OwnFunction::read(aws, you, name))).await?;
    Ok(read.into_iter().flatten().collect())
}

fn no_table(name: &str, you: &Learner) -> Judgement {
    Judgement::fails(format!("a table that is there in {}", you.region), format!("the table {name}, which is not there"))
        .advising("Capital letters count in the names of tables. Write the name of a table that is there into the code, and choose Deploy.")
}

/// What is wrong with a bucket that the code names: it is not the account's.
async fn buckets(aws: &Aws, you: &Learner, doings: &[Doing]) -> Read<Option<Judgement>> {
    let names: BTreeSet<&str> = doings
        .iter()
        .filter_map(|doing| match &doing.on {
            On::Object { bucket: Some(bucket), .. } => Some(bucket.as_str()),
            _ => None,
        })
        .filter(|name| !name.starts_with("arn:"))
        .collect();
    if names.is_empty() {
        return Ok(None);
    }
    let own = aws.bucket_names(you).await?;
    let missing = names.into_iter().find(|name| own.iter().all(|own| own != name));
    Ok(missing.map(|name| {
        Judgement::fails("a bucket that is there", format!("the bucket {name}, which is not among yours"))
            .advising("Write the name of a bucket of yours into the code, and choose Deploy.")
    }))
}

/// The attributes of the items that functions of the learner's own are seen to put into a table; none if they are not all seen.
pub async fn written_into(aws: &Aws, you: &Learner, table: &str) -> Read<Option<BTreeSet<String>>> {
    let mut names = aws.functions_beside(you, &book::FUNCTIONS.map(|function| function.text)).await?;
    names.truncate(MOST);
    let read = try_join_all(names.iter().map(|name| OwnFunction::read(aws, you, name))).await?;
    let mut all = BTreeSet::new();
    for package in read.into_iter().flatten().map(|own| own.package) {
        let Ok(package) = package else { return Ok(None) };
        let run = package.run();
        for written in doing::written(&run).iter().filter(|one| one.table.rsplit('/').next() == Some(table)) {
            match written.attributes(&run) {
                Some(names) => all.extend(names),
                None => return Ok(None),
            }
        }
    }
    Ok(Some(all).filter(|all| !all.is_empty()))
}

impl OwnFunction {
    /// None if the function was deleted since the list was made.
    pub async fn read(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let Found::Here(function) = aws.function(you, name).await? else { return Ok(None) };
        let package = aws.package(&function).await;
        Ok(Some(Self { function, package }))
    }

    /// Whether its code is seen to do one of these actions.
    pub fn does(&self, actions: &[&str]) -> bool {
        self.package.as_ref().is_ok_and(|package| doing::does_any(package, actions))
    }

    /// What its code is seen to do, of these actions.
    fn doings(&self, actions: &[&str]) -> Vec<Doing> {
        let all = self.package.as_ref().map(|package| doing::doings(package)).unwrap_or_default();
        all.into_iter().filter(|doing| doing.runs && actions.contains(&doing.action)).collect()
    }

    /// Its role lets it do what its code is seen to do, of these actions.
    pub async fn allowed(&self, aws: &Aws, you: &Learner, actions: &[&'static str]) -> Read<Judgement> {
        self.package.as_ref().map_err(Clone::clone)?;
        let mut seen = self.doings(actions);
        if !seen.is_empty() && !self.catches() {
            seen.extend(self.doings(&doing::BESIDES).into_iter().filter(|doing| !actions.contains(&doing.action)));
        }
        if seen.is_empty() {
            return Ok(Judgement::skips("not told from the code: nothing in it is seen to need a permission"));
        }
        let role = self.role(aws, you).await?;
        let judged = seen.iter().map(|doing| self.may(you, &role, doing)).collect::<Read<Vec<_>>>()?;
        Ok(judged.into_iter().reduce(Judgement::and).unwrap_or_else(|| Judgement::holds("nothing is needed")))
    }

    /// Whether its code may go on after an error.
    fn catches(&self) -> bool {
        let mut sources = self.package.iter().flat_map(|package| package.sources());
        sources.any(|(_, text)| text.contains("catch") || text.contains("except"))
    }

    /// Its code does one of the actions, as `doing::does` tells, on tables and in buckets that are there.
    pub async fn does_with(
        &self,
        aws: &Aws,
        you: &Learner,
        (actions, places): (&[&str], Places),
        said: [&str; 2],
    ) -> Read<Judgement> {
        let package = self.package.as_ref().map_err(Clone::clone)?;
        let does = doing::does(package, actions, said);
        if !does.does_hold() {
            return Ok(does);
        }
        let is_asked = |on: &On| match on {
            On::Table(_) | On::Backups => places != Places::Buckets,
            On::Object { .. } => places != Places::Tables,
            On::Everything | On::StateMachine(_) => true,
        };
        let doings: Vec<Doing> =
            doing::doings(package).into_iter().filter(|doing| doing.runs && is_asked(&doing.on)).collect();
        let (tables, buckets) = try_join!(self.tables(aws, you, &doings), buckets(aws, you, &doings))?;
        let elsewhere = [Source::DynamoDb, Source::S3, Source::Rekognition].into_iter().find_map(|source| {
            let asks = doings.iter().any(|doing| match source {
                // Of bytes in the request, any region will tell.
                Source::Rekognition => doing.request == doing::OF_BUCKET,
                _ => doing.action.starts_with(source.prefix()),
            });
            asks.then(|| clients::ask_elsewhere(package, &self.function, source, &you.region)).flatten()
        });
        Ok(does.but(tables).but(buckets).but(elsewhere))
    }

    /// What is wrong with a table that the code names: it is not there, or refuses what the code writes.
    async fn tables(&self, aws: &Aws, you: &Learner, doings: &[Doing]) -> Read<Option<Judgement>> {
        let of_code = doings.iter().filter_map(|doing| match &doing.on {
            On::Table(Some(table)) => Some(table.as_str()),
            _ => None,
        });
        let own = you.arn(TABLE_ARN, &you.region, "");
        // That of another region or account has its whole ARN in the code.
        let names: BTreeSet<&str> =
            of_code.map(|table| table.strip_prefix(&own).unwrap_or(table)).filter(|name| !name.contains(':')).collect();
        for name in names {
            let Some(table) = aws.table_alone(you, name).await? else { return Ok(Some(no_table(name, you))) };
            let refused = self.package.iter().find_map(|package| {
                let run = package.run();
                let mut written =
                    doing::written(&run).into_iter().filter(|one| one.table.rsplit('/').next() == Some(name));
                let keys = [Some(&table.partition_key), table.sort_key.as_ref()];
                written.find_map(|one| keys.iter().flatten().find_map(|key| one.refused(&run, &key.name)))
            });
            if let Some(refused) = refused.filter(Judgement::does_fail) {
                return Ok(Some(refused));
            }
        }
        Ok(None)
    }

    /// What its role allows; read of the function that it comes down to alone.
    pub async fn role(&self, aws: &Aws, you: &Learner) -> Read<RolePermissions> {
        aws.role_permissions(you, self.function.role_name()).await
    }

    fn may(&self, you: &Learner, of: &RolePermissions, doing: &Doing) -> Read<Judgement> {
        let buckets = you.arn(BUCKET_ARN, "", "");
        let (seen, below) = match &doing.on {
            On::Everything => (Some("*".to_owned()), String::new()),
            On::Backups => (None, you.arn(TABLE_ARN, &you.region, "")),
            On::Table(Some(table)) if table.starts_with("arn:") => (Some(table.clone()), String::new()),
            On::Table(table) => {
                (table.as_ref().map(|name| you.arn(TABLE_ARN, &you.region, name)), you.arn(TABLE_ARN, &you.region, ""))
            }
            On::StateMachine(arn) => (arn.clone(), you.arn(MACHINE_ARN, &you.region, "")),
            On::Object { bucket: Some(bucket), beginning: Some(key) } => {
                let resource = format!("{buckets}{bucket}/{key}1");
                let written = format!("{buckets}{bucket}/{key}*");
                return self.may_do(you, of, Need { action: doing.action, resource, written });
            }
            On::Object { bucket, .. } => {
                (None, bucket.as_ref().map_or(buckets.clone(), |bucket| format!("{buckets}{bucket}/")))
            }
        };
        match seen {
            Some(resource) => self.may_on(you, of, doing.action, &resource),
            None => self.may_below(you, of, doing.action, &below),
        }
    }

    /// What is wrong if its code writes into a table that is for something else alone.
    pub fn mixes_up(&self, words: &[&str], others: &[&[&str]]) -> Option<Judgement> {
        let writes = self.doings(&["dynamodb:PutItem", "dynamodb:UpdateItem"]);
        let tables = writes.iter().filter_map(|doing| match &doing.on {
            On::Table(Some(table)) => table.rsplit('/').next(),
            _ => None,
        });
        let tables: Vec<&str> = tables.collect();
        let wrong = tables.iter().find(|table| is_for_others(table, words, others));
        // It may write down elsewhere as well that something came.
        let wrong = wrong.filter(|_| tables.iter().all(|table| is_for_others(table, words, others)))?;
        Some(Judgement::fails(format!("a table for {}s", words[0]), format!("the table {wrong}, which is for other things")).advising(
            "What starts different work goes into different tables. Name the table that is meant in the code, and choose Deploy; or \
             let the method invoke the function that is meant.",
        ))
    }

    /// Whether its code is seen to write into the table of this name.
    pub fn writes_into(&self, table: &str) -> bool {
        let seen = self.doings(&["dynamodb:PutItem", "dynamodb:UpdateItem"]);
        seen.iter().any(|doing| matches!(&doing.on, On::Table(Some(name)) if name.rsplit('/').next() == Some(table)))
    }

    /// Its role allows the action on a resource.
    pub fn may_on(&self, you: &Learner, of: &RolePermissions, action: &'static str, resource: &str) -> Read<Judgement> {
        self.may_do(you, of, Need { action, resource: resource.to_owned(), written: resource.to_owned() })
    }

    fn may_do(&self, you: &Learner, of: &RolePermissions, need: Need) -> Read<Judgement> {
        if of.role.is_none() {
            let found = format!("the role {}, which is not there", self.function.role_name());
            return Ok(Judgement::absent("the function's role", found));
        }
        caller::role_allows(of, &book::function_policy::caller_as(you, &self.function), &[need])
    }

    /// The same of a thing that the code does not name: any does that a policy names and that begins so.
    fn may_below(&self, you: &Learner, of: &RolePermissions, action: &'static str, below: &str) -> Read<Judgement> {
        let allows = |statement: &&Statement| statement.effect == Effect::Allow;
        let documents = of.documents();
        let statements = documents.iter().flat_map(|policy| &policy.statements).filter(allows);
        let named = statements.flat_map(|statement| statement.resources()).map(|named| named.replace(['*', '?'], "1"));
        for resource in named.filter(|named| named.starts_with(below)) {
            let judged = self.may_on(you, of, action, &resource)?;
            if judged.does_hold() {
                return Ok(judged);
            }
        }
        self.may_do(you, of, Need { action, resource: format!("{below}1"), written: format!("{below}*") })
    }
}
