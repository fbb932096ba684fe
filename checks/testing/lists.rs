//! The lists that AWS gives page by page, and how an answer that is the whole list becomes one page of several.

/// The mark of the page that follows, whatever a service calls it; requests for that page hold it.
pub const MARK: &str = "T0KEN";

/// What the pages of one list look like by the service model.
pub struct List {
    /// What an answer of the operation holds and no other answer does.
    root: &'static str,
    /// What stands around the entries.
    entries: (&'static str, &'static str),
    /// What stands after the entries of a page that another follows.
    pub next: &'static str,
}

const fn list(root: &'static str, entries: (&'static str, &'static str), next: &'static str) -> List {
    List { root, entries, next }
}

/// How IAM's lists go on.
const MARKED: &str = "<IsTruncated>true</IsTruncated><Marker>T0KEN</Marker>";

pub const LISTS: &[List] = &[
    list("<ListAllMyBucketsResult", ("<Buckets>", "</Buckets>"), "<ContinuationToken>T0KEN</ContinuationToken>"),
    list(
        "<ListBucketResult",
        ("<Contents>", "</Contents>"),
        "<IsTruncated>true</IsTruncated><NextContinuationToken>T0KEN</NextContinuationToken>",
    ),
    list("<ListUsersResponse", ("<Users>", "</Users>"), "<IsTruncated>true</IsTruncated><Marker>T0KEN</Marker>"),
    list(
        "<ListMFADevicesResponse",
        ("<MFADevices>", "</MFADevices>"),
        "<IsTruncated>true</IsTruncated><Marker>T0KEN</Marker>",
    ),
    list(
        "<ListHostedZonesByNameResponse",
        ("<HostedZones>", "</HostedZones>"),
        "<IsTruncated>true</IsTruncated><NextDNSName>NAME</NextDNSName><NextHostedZoneId>T0KEN</NextHostedZoneId>",
    ),
    list(
        "<ListResourceRecordSetsResponse",
        ("<ResourceRecordSets>", "</ResourceRecordSets>"),
        "<IsTruncated>true</IsTruncated><NextRecordName>NAME</NextRecordName><NextRecordType>A</NextRecordType>\
         <NextRecordIdentifier>T0KEN</NextRecordIdentifier>",
    ),
    list("<DistributionList", ("<Items>", "</Items>"), "<IsTruncated>true</IsTruncated><NextMarker>T0KEN</NextMarker>"),
    list("\"CertificateSummaryList\"", ("\"CertificateSummaryList\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"Operations\"", ("\"Operations\": [", "]"), ", \"NextPageMarker\": \"T0KEN\""),
    list("<InvalidationList", ("<Items>", "</Items>"), "<IsTruncated>true</IsTruncated><NextMarker>T0KEN</NextMarker>"),
    list("<ListPoliciesResponse", ("<Policies>", "</Policies>"), MARKED),
    list("<ListRolesResponse", ("<Roles>", "</Roles>"), MARKED),
    list("<ListAttachedRolePoliciesResponse", ("<AttachedPolicies>", "</AttachedPolicies>"), MARKED),
    list("<ListGroupsForUserResponse", ("<Groups>", "</Groups>"), MARKED),
    list("<ListAttachedUserPoliciesResponse", ("<AttachedPolicies>", "</AttachedPolicies>"), MARKED),
    list("<ListUserPoliciesResponse", ("<PolicyNames>", "</PolicyNames>"), MARKED),
    list("<ListRolePoliciesResponse", ("<PolicyNames>", "</PolicyNames>"), MARKED),
    list("<ListPolicyVersionsResponse", ("<Versions>", "</Versions>"), MARKED),
    list("<ListEntitiesForPolicyResponse", ("<PolicyUsers>", "</PolicyUsers>"), MARKED),
    list("<ListGroupsResponse", ("<Groups>", "</Groups>"), MARKED),
    list("<GetGroupResponse", ("<Users>", "</Users>"), MARKED),
    list("<ListAttachedGroupPoliciesResponse", ("<AttachedPolicies>", "</AttachedPolicies>"), MARKED),
    list("<ListGroupPoliciesResponse", ("<PolicyNames>", "</PolicyNames>"), MARKED),
    list("<DescribeStacksResponse", ("<Stacks>", "</Stacks>"), "<NextToken>T0KEN</NextToken>"),
    list(
        "<ListStackResourcesResponse",
        ("<StackResourceSummaries>", "</StackResourceSummaries>"),
        "<NextToken>T0KEN</NextToken>",
    ),
    list("<ListTopicsResponse", ("<Topics>", "</Topics>"), "<NextToken>T0KEN</NextToken>"),
    list("<ListSubscriptionsByTopicResponse", ("<Subscriptions>", "</Subscriptions>"), "<NextToken>T0KEN</NextToken>"),
    list("<ListOriginationNumbersResponse", ("<PhoneNumbers>", "</PhoneNumbers>"), "<NextToken>T0KEN</NextToken>"),
    list("<ListSMSSandboxPhoneNumbersResponse", ("<PhoneNumbers>", "</PhoneNumbers>"), "<NextToken>T0KEN</NextToken>"),
    list("\"Functions\"", ("\"Functions\": [", "]"), ", \"NextMarker\": \"T0KEN\""),
    list("\"Layers\": [{\"LayerName\"", ("\"Layers\": [", "]"), ", \"NextMarker\": \"T0KEN\""),
    list("\"stateMachines\"", ("\"stateMachines\": [", "]"), ", \"nextToken\": \"T0KEN\""),
    list("{\"executions\"", ("\"executions\": [", "]"), ", \"nextToken\": \"T0KEN\""),
    list("\"RuleNames\"", ("\"RuleNames\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    // A plan of AWS Backup has rules, too.
    list("{\"Rules\"", ("\"Rules\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"Targets\"", ("\"Targets\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"Schedules\"", ("\"Schedules\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"Aliases\"", ("\"Aliases\": [", "]"), ", \"NextMarker\": \"T0KEN\""),
    list("\"EventSourceMappings\"", ("\"EventSourceMappings\": [", "]"), ", \"NextMarker\": \"T0KEN\""),
    list("\"BackupSummaries\"", ("\"BackupSummaries\": [", "]"), ", \"LastEvaluatedBackupArn\": \"T0KEN\""),
    list("\"Tier\"", ("\"Parameters\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"EmailIdentities\"", ("\"EmailIdentities\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"UserPools\"", ("\"UserPools\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"Users\"", ("\"Users\": [", "]"), ", \"PaginationToken\": \"T0KEN\""),
    list("\"UserPoolClients\"", ("\"UserPoolClients\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"BackupPlansList\"", ("\"BackupPlansList\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"BackupSelectionsList\"", ("\"BackupSelectionsList\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"BackupVaultList\"", ("\"BackupVaultList\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"Tags\": [{\"Key\"", ("\"Tags\": [", "]"), ", \"NextToken\": \"T0KEN\""),
    list("\"TableNames\"", ("\"TableNames\": [", "]"), ", \"LastEvaluatedTableName\": \"T0KEN\""),
];

impl List {
    /// The list that an answer is.
    pub fn of(answer: &str) -> Option<&'static Self> {
        LISTS.iter().find(|list| answer.contains(list.root))
    }

    /// The whole list as a page that another follows, for a request about `name`.
    pub fn first_page(&self, whole: &str, name: &str) -> String {
        self.page(whole, name, true)
    }

    /// A page without entries that another follows.
    pub fn empty_page(&self, whole: &str, name: &str) -> String {
        self.page(whole, name, false)
    }

    fn page(&self, whole: &str, name: &str, keep: bool) -> String {
        self.put(whole, keep, &self.next.replace("NAME", name))
    }

    /// The list, or no entry of it, with `next` after the entries.
    pub fn put(&self, whole: &str, keep: bool, next: &str) -> String {
        let whole = self.spelt_out(whole).replace("<IsTruncated>false</IsTruncated>", "");
        let (open, close) = self.entries;
        let Some((start, end)) = whole.find(open).map(|at| at + open.len()).zip(whole.rfind(close)) else {
            // Without entries, some services leave out what would stand around them.
            let end = whole.rfind("</").unwrap_or_else(|| panic!("no list: {whole}"));
            return [&whole[..end], next, &whole[end..]].concat();
        };
        let entries = if keep { &whole[start..end] } else { "" };
        let after = end + close.len();
        // Entries without an element around them go with their own.
        let bare = open == "<Contents>" && !keep;
        let (start, end) = if bare { (start - open.len(), after) } else { (start, end) };
        [&whole[..start], entries, &whole[end..after], next, &whole[after..]].concat()
    }

    /// The same answer with an element for the entries that has both its tags, or with a blank after JSON's colon.
    fn spelt_out(&self, whole: &str) -> String {
        let (open, close) = self.entries;
        let name = open.trim_end_matches('>');
        let spelt = whole.replace(&format!("{name} />"), &format!("{open}{close}"));
        let spelt = spelt.replace(&format!("{name}/>"), &format!("{open}{close}"));
        spelt.replace(&open.replace(": ", ":"), open)
    }
}
