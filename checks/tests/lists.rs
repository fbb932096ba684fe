//! The lists that AWS gives page by page, and how an answer that is the whole list becomes one page of several.

/// The mark of the page that follows, whatever a service calls it; requests for that page hold it.
pub const MARK: &str = "T0KEN";

/// One list: its operation, and what its pages look like by the service model.
pub struct List {
    pub label: &'static str,
    /// What an answer of the operation holds and no other answer does.
    root: &'static str,
    /// What stands around the entries.
    entries: (&'static str, &'static str),
    /// What stands after the entries of a page that another follows.
    next: &'static str,
}

const fn xml(
    label: &'static str,
    root: &'static str,
    entries: (&'static str, &'static str),
    next: &'static str,
) -> List {
    List { label, root, entries, next }
}

pub const LISTS: &[List] = &[
    xml(
        "s3:ListBuckets",
        "<ListAllMyBucketsResult",
        ("<Buckets>", "</Buckets>"),
        "<ContinuationToken>T0KEN</ContinuationToken>",
    ),
    xml(
        "s3:ListObjectsV2",
        "<ListBucketResult",
        ("<Contents>", "</Contents>"),
        "<IsTruncated>true</IsTruncated><NextContinuationToken>T0KEN</NextContinuationToken>",
    ),
    xml(
        "iam:ListUsers",
        "<ListUsersResponse",
        ("<Users>", "</Users>"),
        "<IsTruncated>true</IsTruncated><Marker>T0KEN</Marker>",
    ),
    xml(
        "iam:ListMFADevices",
        "<ListMFADevicesResponse",
        ("<MFADevices>", "</MFADevices>"),
        "<IsTruncated>true</IsTruncated><Marker>T0KEN</Marker>",
    ),
    xml(
        "route53:ListHostedZonesByName",
        "<ListHostedZonesByNameResponse",
        ("<HostedZones>", "</HostedZones>"),
        "<IsTruncated>true</IsTruncated><NextDNSName>NAME</NextDNSName><NextHostedZoneId>T0KEN</NextHostedZoneId>",
    ),
    xml(
        "route53:ListResourceRecordSets",
        "<ListResourceRecordSetsResponse",
        ("<ResourceRecordSets>", "</ResourceRecordSets>"),
        "<IsTruncated>true</IsTruncated><NextRecordName>NAME</NextRecordName><NextRecordType>A</NextRecordType>\
         <NextRecordIdentifier>T0KEN</NextRecordIdentifier>",
    ),
    xml(
        "cloudfront:ListDistributions",
        "<DistributionList",
        ("<Items>", "</Items>"),
        "<IsTruncated>true</IsTruncated><NextMarker>T0KEN</NextMarker>",
    ),
    List {
        label: "acm:ListCertificates",
        root: "\"CertificateSummaryList\"",
        entries: ("\"CertificateSummaryList\": [", "]"),
        next: ", \"NextToken\": \"T0KEN\"",
    },
    List {
        label: "route53domains:ListOperations",
        root: "\"Operations\"",
        entries: ("\"Operations\": [", "]"),
        next: ", \"NextPageMarker\": \"T0KEN\"",
    },
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

    /// The whole list as a page that says that another follows, and not which.
    pub fn page_without_mark(&self, whole: &str) -> String {
        let end = self.next.find("</IsTruncated>").map_or(0, |at| at + "</IsTruncated>".len());
        self.put(whole, true, &self.next[..end])
    }

    /// Whether a list says that it goes on apart from saying where.
    pub fn says_that_it_goes_on(&self) -> bool {
        self.next.contains("<IsTruncated>")
    }

    fn page(&self, whole: &str, name: &str, keep: bool) -> String {
        self.put(whole, keep, &self.next.replace("NAME", name))
    }

    fn put(&self, whole: &str, keep: bool, next: &str) -> String {
        let whole = self.spelt_out(whole).replace("<IsTruncated>false</IsTruncated>", "");
        let (open, close) = self.entries;
        let start = whole.find(open).unwrap_or_else(|| panic!("{open} is missing: {whole}")) + open.len();
        let end = whole.rfind(close).unwrap_or_else(|| panic!("{close} is missing: {whole}"));
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
