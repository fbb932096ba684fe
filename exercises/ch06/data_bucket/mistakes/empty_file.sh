# The upload went wrong: the object has no content.
# starts: solved
# verdict: not done
# finding: fails | chapters
# says: no JSON
: >empty.json
aws s3 cp empty.json s3://{{ data_bucket }}/chapters.json \
  --content-type application/json
rm empty.json
