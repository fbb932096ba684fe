//! The words that a report keeps as they are: AWS's, the book's, and those that judgements look for. All others are
//! replaced, so that nothing has to be recognized as personal to be left out.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The words of AWS's service models; `tests/tools/answer_shapes.py` makes the list.
const MODELS: &str = include_str!("words.txt");
/// The words of this crate and of the exercises' files; the build makes the list.
const OWN: &str = include_str!(concat!(env!("OUT_DIR"), "/vocabulary.txt"));

/// What neither has, in lower case: times, regions, what AWS says when it refuses, and how a tape names its parts.
const MORE: &str = "
    mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec gmt utc
    us eu ap sa ca me af il mx cn gov iso global east west north south central northeast northwest southeast southwest
    user is not authorized to perform on resource because no identity based policy allows the action with an explicit deny
    in a service control permissions boundary session endpoint vpc role trust rate exceeded access denied token included
    request expired invalid missing authentication throttling does not exist
    seen fault trouble cause message page other names status responder content type location etag code allow origin methods
    headers log data json too large kind values ttl files has libraries handler variables
    get head post put options http https amp quot lt gt apos s3 cloud front gateway stranger aaaa cname ns nbsp com net org html css js mjs txt md svg png jpg ico
    listallmybucketsresult listbucketresult locationconstraint notificationconfiguration versioningconfiguration
    requestpaymentconfiguration tagging websiteconfiguration publicaccessblockconfiguration replicationconfiguration
    serversideencryptionconfiguration error errorresponse requestid hostid bucketname xmlns xsi doc xml version encoding utf
    entry member item key value max age public private cache store must revalidate immutable bytes chunked charset
    arn aws amazonaws amazon cloudfront s3 iam lambda execute api www
    id3 oggs riff 20120810 20140328 awsbackupmanagedrule awsbackupmanagedrule1 ddb email idp sms voice events scheduler states sns logs backup config acm route53 apigateway control
";

static WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| MODELS.lines().chain(OWN.lines()).chain(MORE.split_whitespace()).collect());

/// Whether the word, in whatever case, is one of them.
pub fn knows(word: &str) -> bool {
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        WORDS.contains(word.to_ascii_lowercase().as_str())
    } else {
        WORDS.contains(word)
    }
}
