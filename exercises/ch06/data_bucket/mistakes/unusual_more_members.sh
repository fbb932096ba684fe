# More members and objects than asked for, and a policy for one's own account.
# starts: solved
# verdict: done
# visitor: The page shows the chapter.
# lesson: More members and objects do no harm.
echo '[{"id": 1.5, "title": "", "description": "x", "pages": [1, 2]}]' |
  aws s3 cp - s3://{{ data_bucket }}/chapters.json \
    --content-type "application/json; charset=utf-8"
aws s3 cp data/chapters.json s3://{{ data_bucket }}/old/chapters.json
aws s3api put-bucket-policy --bucket {{ data_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "{{ account }}"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ data_bucket }}/*"
  }
}'
