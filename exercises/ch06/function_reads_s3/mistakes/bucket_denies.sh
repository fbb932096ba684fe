# The bucket's policy denies all but one VPC endpoint; the function is in none.
# starts: solved
# verdict: not done
# visitor: The API answers 502: the function gets an explicit deny.
# lesson: A Deny of the bucket outweighs what the role allows.
# finding: fails | allowed
# says: the statement OwnNetwork denies it
put_policy {{ data_bucket }} '{"Sid": "OwnNetwork", "Effect": "Deny",
  "Principal": "*", "Action": "s3:GetObject",
  "Resource": "arn:aws:s3:::{{ data_bucket }}/*",
  "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}}'
