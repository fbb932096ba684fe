# The policy of the other bucket denies all writing, so that nobody changes the copies.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; new objects have the replication status FAILED.
# lesson: A Deny for everybody is a Deny for S3, too.
# finding: fails | allowed
# says: the statement closed
put_policy {{ data_bucket }}-replica '{"Sid": "closed", "Effect": "Deny",
  "Principal": "*", "Action": ["s3:Put*", "s3:Replicate*"],
  "Resource": "arn:aws:s3:::{{ data_bucket }}-replica/*"}'
