# Several statements: one Allow with s3:Get*, one Deny that spares reading.
# starts: solved
# verdict: done
# visitor: The page appears.
# lesson: Statements about other actions do not disturb the one about reading.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Sid": "OwnAccountMayList",
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::{{ account }}:root"},
    "Action": "s3:ListBucket",
    "Resource": "arn:aws:s3:::{{ website_bucket }}"
  }, {
    "Sid": "EveryoneMayRead",
    "Effect": "Allow",
    "Principal": "*",
    "Action": "s3:Get*",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }, {
    "Sid": "NobodyMayDelete",
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:DeleteObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
