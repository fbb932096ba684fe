# The bucket was opened like a website's: everyone may read the data.
# starts: solved
# verdict: not done
# visitor: Everyone can read the data.
# lesson: A function gets in by its role, so the bucket needs no opening.
# finding: fails | settings
# finding: fails | policy
# says: lets everyone in
aws s3api delete-public-access-block --bucket {{ data_bucket }}
aws s3api put-bucket-policy --bucket {{ data_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ data_bucket }}/*"
  }]
}'
