# Earlier versions are deleted after a month, by a rule of the bucket's lifecycle.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A rule that deletes earlier versions later keeps the cost small, and still leaves time to want one back.
# finding: holds | website_versions
aws s3api put-bucket-lifecycle-configuration --bucket {{ website_bucket }} \
  --lifecycle-configuration '{"Rules": [{"ID": "month", "Status": "Enabled",
    "Filter": {"Prefix": ""},
    "NoncurrentVersionExpiration": {"NoncurrentDays": 30}}]}'
