# A statement is about everyone, but it denies: nothing without TLS.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: the bucket is closed.
# lesson: A statement that denies lets nobody in.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Sid": "NothingWithoutTLS",
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": [
      "arn:aws:s3:::{{ website_bucket }}",
      "arn:aws:s3:::{{ website_bucket }}/*"
    ],
    "Condition": {"Bool": {"aws:SecureTransport": "false"}}
  }]
}'
