# A second pack is deployed beside the first.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference, before the bill.
# lesson: Each pack has rules of its own, and each rule that looks costs money.
# finding: holds | complete
aws configservice put-conformance-pack --conformance-pack-name second \
  --template-body file://config/website-pack.yaml
