//! Certificates, stacks, logs, tables, DNS records and parameters as AWS described them.

use serde_json::Value;

use super::told::{Element, Fields, entries, full, members, seconds};
use super::{Compared, Recorded, ok, solved};
use crate::aws::operation::Operation;
use crate::learner::Learner;
use crate::services::acm::{Certificate, CertificateStatus};
use crate::services::cloudformation::{Stack, StackResource};
use crate::services::dynamodb::{Kind, Table, TableState};
use crate::services::route53::{HostedZone, Record};

const LAST_STACKS: &str =
    "<DescribeStacksResponse><DescribeStacksResult><Stacks/></DescribeStacksResult></DescribeStacksResponse>";
const LAST_RESOURCES: &str = "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries/>\
    </ListStackResourcesResult></ListStackResourcesResponse>";

pub async fn compared(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    match operation.name {
        "ListCertificates" => {
            let account = one.account_of_pages(operation, r#"{"CertificateSummaryList": []}"#);
            let read = account.open().certificate_arns().await?;
            let told = one.json();
            let arns = entries(&told["CertificateSummaryList"]).iter().map(|one| &one["CertificateArn"]);
            fields.same("CertificateArn", read, arns.collect::<Vec<_>>());
        }
        "DescribeCertificate" => {
            let arn = "arn:aws:acm:us-east-1:123456789012:certificate/1";
            let Some(read) = one.account(operation).open().certificate_of(arn).await? else { return Ok(None) };
            certificate(&mut fields, &read, &one.json()["Certificate"]);
        }
        "DescribeStacks" => {
            let read = one.account_of_pages(operation, LAST_STACKS).open().stacks(you).await?;
            let told = one.xml();
            let told = told.list("DescribeStacksResult/Stacks/member");
            fields.rows("Stacks", &read, &told, stack);
        }
        "ListStackResources" => {
            let read = one.account_of_pages(operation, LAST_RESOURCES).open().stack_resources(you, "a").await?;
            let told = one.xml();
            let path = "ListStackResourcesResult/StackResourceSummaries/member";
            let told = told.list(path);
            fields.rows("StackResourceSummaries", &read, &told, stack_resource);
        }
        "GetHostedZone" => {
            let read = one.account(operation).open().name_servers(&some_zone()).await?;
            fields.same("NameServers", read.len(), one.xml().all("DelegationSet/NameServers/NameServer").len());
        }
        "ListResourceRecordSets" => {
            let read = one.account(operation).open().all_records(&some_zone()).await?;
            let told = one.xml();
            let told = told.list("ResourceRecordSets/ResourceRecordSet");
            fields.rows("ResourceRecordSets", &read, &told, record);
        }
        "GetParameters" => return parameters(one, operation, you).await,
        "DescribeLogGroups" | "DescribeLogStreams" => return logs(one, operation, you).await,
        _ => return table(one, operation, you).await,
    }
    Ok(Some(fields))
}

fn some_zone() -> HostedZone {
    HostedZone { id: "Z1".into(), arn: "arn:aws:route53:::hostedzone/Z1".into(), name: "a".into(), records: 2 }
}

fn certificate(fields: &mut Fields, read: &Certificate, told: &Value) {
    let names = entries(&told["SubjectAlternativeNames"]).iter().chain([&told["DomainName"]]);
    let mut names: Vec<_> = names.filter_map(Value::as_str).map(str::to_lowercase).collect();
    names.sort();
    names.dedup();
    fields.same("SubjectAlternativeNames", &read.names, names);
    let status = match &read.status {
        CertificateStatus::Issued => "ISSUED",
        CertificateStatus::Pending => "PENDING_VALIDATION",
        CertificateStatus::Never { status, .. } => status,
    };
    fields.same("Status", status, &told["Status"]);
    fields.same("Type", read.imported, told["Type"] == "IMPORTED");
    let options = entries(&told["DomainValidationOptions"]);
    let method = options.iter().find_map(|option| option.get("ValidationMethod"));
    fields.same("ValidationMethod", &read.validation, method);
    let records = options.iter().filter(|option| option.get("ResourceRecord").is_some());
    fields.same("ResourceRecord", read.validation_records.len(), records.count());
}

fn stack(fields: &mut Fields, read: &Stack, told: &Element) {
    fields.same("StackName", &read.name, told.text("StackName"));
    fields.same("StackStatus", &read.status, told.text("StackStatus"));
    fields.same("StackStatusReason", &read.reason, told.full("StackStatusReason"));
    let pairs = |path: &str, names: [&str; 2]| -> Vec<[Option<String>; 2]> {
        let pair = |one: &&Element| names.map(|name| one.text(name).map(str::to_owned));
        told.all(path).iter().map(pair).collect()
    };
    fields.same("Outputs", &read.outputs, pairs("Outputs/member", ["OutputKey", "OutputValue"]));
    fields.same("Tags", &read.tags, pairs("Tags/member", ["Key", "Value"]));
    fields.same("Parameters", &read.parameters, told.texts("Parameters/member/ParameterKey"));
    fields.same("StackDriftStatus", &read.drift, told.text("DriftInformation/StackDriftStatus"));
    fields.same("ParentId", read.is_nested, told.full("ParentId").is_some());
}

fn stack_resource(fields: &mut Fields, read: &StackResource, told: &Element) {
    fields.same("LogicalResourceId", &read.logical, told.text("LogicalResourceId"));
    fields.same("PhysicalResourceId", &read.physical, told.text("PhysicalResourceId"));
    fields.same("ResourceType", &read.kind, told.text("ResourceType"));
    fields.same("ResourceStatus", &read.status, told.text("ResourceStatus"));
    fields.same("ResourceStatusReason", &read.reason, told.full("ResourceStatusReason"));
}

fn record(fields: &mut Fields, read: &Record, told: &Element) {
    let plain = |name: &str| name.trim_end_matches('.').to_lowercase();
    fields.same("Name", &read.name, told.text("Name").map(plain));
    fields.same("Type", &read.kind, told.text("Type"));
    let alias = read.alias.as_ref();
    fields.same("DNSName", alias.map(|alias| &alias.host), told.text("AliasTarget/DNSName").map(plain));
    fields.same("HostedZoneId", alias.map(|alias| &alias.zone_id), told.text("AliasTarget/HostedZoneId"));
    fields.same("Value", &read.values, told.texts("ResourceRecords/ResourceRecord/Value"));
    let rule = read.routing.as_ref().map(|routing| routing.rule.to_string());
    let weight = told.text("Weight").map(|weight| format!("weight {weight}"));
    fields.same("SetIdentifier", rule.is_some(), told.text("SetIdentifier").is_some());
    fields.same("Weight", rule.filter(|rule| rule.starts_with("weight")), weight);
}

async fn parameters(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    let told = one.json();
    let aws = one.account(operation).open();
    for told in entries(&told["Parameters"]) {
        let [found] = aws.parameters(you, [told["Name"].as_str().expect("a name")]).await?;
        let read = found.here();
        fields.same("Type", read.as_ref().map(|read| &read.kind), &told["Type"]);
        fields.same("Value", read.as_ref().map(|read| &read.value), &told["Value"]);
    }
    Ok(Some(fields))
}

async fn logs(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    let told = one.json();
    if operation.name == "DescribeLogStreams" {
        let account = one.account(operation).answers("logs:GetLogEvents", ok(r#"{"events": []}"#));
        let found = solved().open().function(you, "get-chapters").await.expect("a function");
        let function = found.here().expect("the account has it");
        let read = account.open().function_log(you, &function).await?;
        let streams = entries(&told["logStreams"]);
        fields.same("logStreams", read.map(|log| log.has_streams), !streams.is_empty());
        let asked = account.asked();
        for stream in streams {
            let name = stream["logStreamName"].as_str().expect("a name");
            fields.same("logStreamName", asked.iter().any(|request| request.contains(name)), true);
        }
        return Ok(Some(fields));
    }
    for told in entries(&told["logGroups"]) {
        let aws = one.account_of_pages(operation, r#"{"logGroups": []}"#).open();
        let name = told["logGroupName"].as_str().expect("a name");
        let read = aws.log_group_named(you, name).await?;
        fields.same("logGroupName", read.as_ref().map(|group| &group.name), name);
        fields.same("retentionInDays", read.as_ref().map(|group| group.retention_days), &told["retentionInDays"]);
        fields.same("storedBytes", read.as_ref().map(|group| group.bytes), &told["storedBytes"]);
    }
    Ok(Some(fields))
}

async fn table(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let aws = one.account(operation).open();
    let mut fields = Fields::default();
    match operation.name {
        "DescribeTable" => {
            let Some(read) = aws.table_alone(you, "a").await? else { return Ok(None) };
            described(&mut fields, &read, &one.json()["Table"]);
            let stream = aws.table_stream(you, "a").await?;
            let told = &one.json()["Table"];
            let is_on = told["StreamSpecification"]["StreamEnabled"] == true;
            let arn = is_on.then(|| &told["LatestStreamArn"]);
            fields.same("LatestStreamArn", stream.map(|stream| stream.arn), arn);
        }
        "DescribeContinuousBackups" => {
            let own = solved().open().table_alone(you, "chapters").await?.expect("the account has it");
            let read = aws.recovery(you, &own).await?;
            let told = &one.json()["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"];
            fields.same("PointInTimeRecoveryStatus", read.is_on, told["PointInTimeRecoveryStatus"] == "ENABLED");
            fields.same("RecoveryPeriodInDays", read.days, &told["RecoveryPeriodInDays"]);
        }
        "Scan" => {
            let read = aws.items(you, "a").await?;
            fields.rows("Items", &read, entries(&one.json()["Items"]), |fields, read, told| {
                let mut names: Vec<_> = members(told).map(|(name, _)| name.as_str()).collect();
                names.sort_unstable();
                fields.same("names", read.names().collect::<Vec<_>>(), names);
            });
        }
        other => panic!("no reader is known for {other}"),
    }
    Ok(Some(fields))
}

fn described(fields: &mut Fields, read: &Table, told: &Value) {
    fields.same("TableArn", &read.arn, &told["TableArn"]);
    let state = match &read.state {
        TableState::Active => "ACTIVE",
        TableState::Working(state) | TableState::Unusable(state) => state,
    };
    fields.same("TableStatus", state, &told["TableStatus"]);
    let attribute = |kind: &str| {
        let mut keys = entries(&told["KeySchema"]).iter();
        keys.find(|key| key["KeyType"] == kind).map(|key| &key["AttributeName"])
    };
    fields.same("HASH", Some(&read.partition_key.name), attribute("HASH"));
    fields.same("RANGE", read.sort_key.as_ref().map(|key| &key.name), attribute("RANGE"));
    for key in std::iter::once(&read.partition_key).chain(&read.sort_key) {
        let mut known = entries(&told["AttributeDefinitions"]).iter();
        let kind = match known.find(|one| one["AttributeName"] == *key.name).map(|one| &one["AttributeType"]) {
            Some(kind) if kind == "N" => Kind::Number,
            Some(kind) if kind == "S" => Kind::Text,
            _ => Kind::Other,
        };
        fields.same("AttributeType", key.kind.name(), kind.name());
    }
    let mode = &told["BillingModeSummary"]["BillingMode"];
    fields.same("BillingMode", read.is_on_demand, mode == "PAY_PER_REQUEST");
    fields.same("CreationDateTime", read.created, seconds(&told["CreationDateTime"]));
    let is_on = told["StreamSpecification"]["StreamEnabled"] == true;
    let view = full(&told["StreamSpecification"]["StreamViewType"]).filter(|_| is_on);
    fields.same("StreamViewType", &read.stream, view);
    fields.same("TableSizeBytes", read.bytes, &told["TableSizeBytes"]);
    let is_protected = told["DeletionProtectionEnabled"].as_bool().unwrap_or_default();
    fields.same("DeletionProtectionEnabled", read.is_protected, is_protected);
    let units = &told["ProvisionedThroughput"];
    let told_units =
        (!units.is_null()).then(|| ["ReadCapacityUnits", "WriteCapacityUnits"].map(|unit| units[unit].clone()));
    fields.same("ProvisionedThroughput", read.capacity, told_units);
}
