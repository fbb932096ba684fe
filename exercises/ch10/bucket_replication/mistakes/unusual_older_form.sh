# A rule of the older form, as older tools make it: with a prefix of its own and no filter.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Rules of both forms copy; the older one copies delete markers as well.
# finding: holds | rule
aws s3api put-bucket-replication --bucket {{ data_bucket }} \
  --replication-configuration '{
    "Role": "arn:{{ partition }}:iam::{{ account }}:role/s3-replication",
    "Rules": [{"ID": "older", "Status": "Enabled", "Prefix": "",
      "Destination": {"StorageClass": "STANDARD_IA",
        "Bucket": "arn:aws:s3:::{{ data_bucket }}-replica"}}]}'
