# The bucket's policy lets the role in, and the role's own policy does not.
# starts: solved
# verdict: done
# visitor: The API answers with the chapters.
# lesson: In one account, a bucket may let a role in by itself.
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters
put_policy {{ data_bucket }} '{"Effect": "Allow",
  "Principal": {"AWS":
    "arn:aws:iam::{{ account }}:role/function-get-chapters"},
  "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{ data_bucket }}/*"}'
