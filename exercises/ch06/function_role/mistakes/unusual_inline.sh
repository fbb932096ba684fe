# The same permissions are part of the role, and no managed policy has them.
# starts: solved
# verdict: done
# visitor: The API will work.
# lesson: A policy inside a role allows as much as an attached one.
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters
aws iam put-role-policy --role-name function-get-chapters \
  --policy-name all-it-needs \
  --policy-document file://policies/function-get-chapters.json
