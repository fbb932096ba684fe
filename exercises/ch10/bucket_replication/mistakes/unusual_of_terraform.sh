# A role with a name and a policy of its tool, and a rule for all objects beside one that is off.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A role is found by the rule that names it, and not by its name.
# finding: holds | rule
# says: the rule files
# finding: holds | allowed
aws iam create-role --role-name tf-20260101 --path /tools/ \
  --assume-role-policy-document file://policies/s3-replication-trust.json
policy=$(aws iam create-policy --policy-name tf-20260101 \
  --policy-document file://policies/s3-replication.json \
  --query Policy.Arn --output text)
aws iam attach-role-policy --role-name tf-20260101 --policy-arn "$policy"
bucket=arn:aws:s3:::{{ data_bucket }}-replica
aws s3api put-bucket-replication --bucket {{ data_bucket }} \
  --replication-configuration '{
    "Role": "arn:{{ partition }}:iam::{{ account }}:role/tools/tf-20260101",
    "Rules": [
      {"ID": "old", "Priority": 2, "Status": "Disabled", "Filter": {},
       "DeleteMarkerReplication": {"Status": "Disabled"},
       "Destination": {"Bucket": "'"$bucket"'"}},
      {"ID": "files", "Priority": 1, "Status": "Enabled",
       "Filter": {"Prefix": ""},
       "DeleteMarkerReplication": {"Status": "Enabled"},
       "Destination": {"Bucket": "'"$bucket"'"}}]}'
