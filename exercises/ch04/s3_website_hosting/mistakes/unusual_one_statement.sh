# The only statement is no array, and its action is in small letters.
# starts: solved
# verdict: done
# visitor: The page appears.
# lesson: Actions ignore capital letters, and one statement needs no list.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "*"},
    "Action": "s3:getobject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }
}'
