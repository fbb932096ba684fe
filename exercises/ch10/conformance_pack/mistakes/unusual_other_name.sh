# The pack has another name, and one rule.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What a pack asks about is up to you.
# finding: holds | complete
sed '/BucketsAreCopied/,$d' config/website-pack.yaml >other.yaml
aws configservice put-conformance-pack --conformance-pack-name versions \
  --template-body file://other.yaml
rm other.yaml
