# The policy names the learner's own account, in both of its spellings.
# starts: solved
# verdict: done
# visitor: Nobody else sees anything.
# lesson: A policy for your own account lets no stranger in.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": [
      "{{ account }}", "arn:aws:iam::{{ account }}:root"
    ]},
    "Action": ["s3:GetObject", "s3:ListBucket"],
    "Resource": [
      "arn:aws:s3:::{{ website_bucket }}",
      "arn:aws:s3:::{{ website_bucket }}/*"
    ]
  }
}'
