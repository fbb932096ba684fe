//! 4.7: a distribution serves the private bucket at the domain, over HTTPS.

use crate::documents::policy::Policy;
use crate::judge::cloudfront::distribution;
use crate::judge::s3::bucket_policy;
use crate::judge::s3::object::{self, Through};
use crate::judge::web::visit;
use crate::services::cloudfront::{Behavior, DistributionSettings};
use crate::verifier::prelude::*;

clauses! {
    DISTRIBUTION = given::DISTRIBUTION, or "Create a distribution for the bucket, with {{ domain }} as its alternate domain name.";
    ENABLED: "the distribution is enabled",
        or "Enable the distribution.", at cloudfront::CONSOLE;
    ORIGIN: "its origin is the bucket {{ website_bucket }}, not the website endpoint",
        or "Edit the origin and choose the bucket {{ website_bucket }} itself; keep the bucket, not the website endpoint, when the console asks.",
        at cloudfront::CONSOLE;
    ACCESS: "it reaches the bucket through origin access control, signing its requests",
        or "Edit the origin: Origin access control settings, create a control setting that signs requests, and save.",
        at cloudfront::CONSOLE, pillar Security;
    HOST: "it asks the bucket by the bucket's own name, not by the visitors' Host header",
        or "Edit the default behavior: take away the origin request policy, or choose CORS-S3Origin.", at cloudfront::CONSOLE;
    VIEWERS: "everyone may have the home page",
        or "Edit the default behavior and switch off Restrict viewer access.", at cloudfront::CONSOLE;
    CERTIFICATE: "it presents the certificate of exercise 4.6",
        or "Edit the general settings and choose the certificate for {{ domain }} and *.{{ domain }} as custom SSL certificate.",
        at cloudfront::CONSOLE;
    TLS: "viewers need TLS 1.2 or later",
        or "Edit the general settings and choose the recommended security policy, TLSv1.2_2021 or later.", at cloudfront::CONSOLE, pillar Security;
    REDIRECT: "HTTP is redirected to HTTPS",
        or "Edit the default behavior: Viewer protocol policy, Redirect HTTP to HTTPS.", at cloudfront::CONSOLE, pillar Security;
    ROOT: "index.html is the default root object",
        or "Edit the general settings and set the default root object to index.html, without a slash.", at cloudfront::CONSOLE;
    POLICY: "the bucket policy lets this distribution, and no other, read the objects",
        or "Put the bucket policy that the distribution offers (Copy policy in its origin's settings) into the bucket's permissions.",
        at s3::CONSOLE_PERMISSIONS.of(book::WEBSITE), pillar Security;
    READABLE: "nothing in index.html itself keeps it from CloudFront",
        or "Upload index.html again, with the storage class Standard and Amazon S3 managed keys (SSE-S3).",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    PAYER: "the bucket's owner pays for requests",
        or "Edit Requester pays in the bucket's properties and disable it: CloudFront does not offer to pay.",
        at s3::CONSOLE_PROPERTIES.of(book::WEBSITE);
    DEPLOYED: "the distribution is deployed",
        or "Wait until the distribution's last modified column shows a date.", at cloudfront::CONSOLE;
    PAGE: "the distribution's own address answers with the page over HTTPS",
        or "Open https:// and the distribution's domain name in a browser.", at cloudfront::CONSOLE;
    SENT_ON: "the distribution sends visitors over HTTP to HTTPS",
        or "Edit the default behavior: Viewer protocol policy, Redirect HTTP to HTTPS.", at cloudfront::CONSOLE;
    VALID: "the distribution shows visitors of {{ domain }} a valid certificate",
        or "Edit the general settings: the alternate domain name and the custom SSL certificate.", at cloudfront::CONSOLE;
}

pub const READS: Reads = &[
    cloudfront::DISTRIBUTION,
    cloudfront::DISTRIBUTION_SETTINGS,
    acm::CERTIFICATE,
    s3::BUCKET.named(book::WEBSITE),
    s3::BUCKET_POLICY.named(book::WEBSITE),
    s3::PAYER.named(book::WEBSITE),
    s3::OBJECT.named(book::INDEX_PAGE).within(book::WEBSITE),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let distribution = aws.distribution(&you.domain, &you.names.website_bucket).await;
    let distribution = it.finds(DISTRIBUTION, distribution)?;
    let (bucket, names, host) = (&you.names.website_bucket, you.certificate_names(), &distribution.host);
    let (secure, plain, by_domain) = (Url::https(host), Url::http(host), Url::https(&you.domain).at(host));
    let (page, redirect, presented, settings, access, passed_on, policy, certificates, index, payer) = join!(
        aws.served(you, &secure, bucket, book::INDEX_PAGE.text),
        aws.visit(&plain),
        aws.presented(&by_domain),
        aws.distribution_settings(&distribution),
        aws.origin_access(you, &distribution),
        aws.host_passed_on(you, &distribution),
        aws.policy_of(you, bucket),
        aws.certificates_covering(&names),
        aws.object_of(you, bucket, book::INDEX_PAGE.text),
        aws.requester_pays_for(you, bucket),
    );
    let arn = you.arn(s3::BUCKET_ARN, "", bucket);
    let home = bucket_policy::Objects { bucket_arn: &arn, home: book::INDEX_PAGE.text };
    let reads =
        |p: Option<Policy>| bucket_policy::only_distribution_reads(p.as_ref(), &home, &distribution.arn, &you.account);
    it.expects(POLICY, policy.map(reads));
    it.expects(READABLE, index.map(|found| found.judged(|index| object::gives_itself(&index, Through::CloudFront))));
    match you.practice {
        true => it.skips(PAYER, "nobody pays for a practice account"),
        false => it.expects(PAYER, payer.map(object::owner_pays)),
    }
    it.expects(ACCESS, access.map(|control| distribution::signing(control.as_ref())));
    it.expects(HOST, passed_on.map(|what| distribution::asks_by_own_name(what.as_deref())));
    let presents = |s: &DistributionSettings| Ok(distribution::presents(s.certificate_arn.as_deref(), &certificates?));
    it.expects(CERTIFICATE, settings.as_ref().map_err(Clone::clone).and_then(presents));
    expect_settings(it, bucket, &settings);
    let serving = [ENABLED, DEPLOYED, ORIGIN, ACCESS, HOST, VIEWERS, POLICY, READABLE, PAYER, ROOT];
    it.sees(PAGE, &serving, page.map(|page| visit::cloudfront_serves(&page, book::INDEX_PAGE.text)));
    it.sees(SENT_ON, &[ENABLED, DEPLOYED, REDIRECT], redirect.map(|seen| visit::redirects_to_https(&seen, host)));
    let valid = presented.map(|seen| visit::certificate_valid(&seen, &you.domain));
    it.sees(VALID, &[ENABLED, DEPLOYED, CERTIFICATE], valid);
    Ok(())
}

fn expect_settings(it: &mut Report<'_>, bucket: &str, settings: &Read<DistributionSettings>) {
    let of_each = |judge: &dyn Fn(&Behavior) -> Read<Judgement>| {
        settings.as_ref().map_err(Clone::clone).and_then(|settings| distribution::each(&settings.home, judge))
    };
    it.expects(ORIGIN, of_each(&|one| one.origin.judged(|origin| distribution::bucket_itself(origin, bucket))));
    it.expects(REDIRECT, of_each(&|one| Ok(Judgement::equal(&one.viewer_protocol, "redirect-to-https"))));
    let limits = settings.as_ref().map(|settings| settings.limits.as_slice()).unwrap_or_default();
    it.expects(VIEWERS, of_each(&|one| Ok(distribution::lets_everyone_in(one, limits))));
    it.expects(ENABLED, settings.judged(|s| distribution::enabled(s.enabled)));
    it.expects(TLS, settings.judged(|s| distribution::tls(&s.minimum_tls)));
    it.expects(ROOT, settings.judged(|s| Judgement::equal(&s.default_root_object, book::INDEX_PAGE.text)));
    it.expects(DEPLOYED, settings.judged(distribution::deployed));
}
