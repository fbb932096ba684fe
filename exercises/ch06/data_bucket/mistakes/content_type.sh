# The data has the type of plain text.
# starts: solved
# verdict: not done
# finding: fails | type
# says: text/plain
aws s3 cp data/chapters.json s3://{{ data_bucket }}/chapters.json \
  --content-type text/plain
