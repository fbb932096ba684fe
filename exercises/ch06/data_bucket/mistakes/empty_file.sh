# The upload went wrong: the object has no content.
# starts: solved
# verdict: not done
# visitor: The page will show an error instead of chapters.
# lesson: An upload can succeed and still hold nothing.
# finding: fails | chapters
# says: no JSON
: >empty.json
aws s3 cp empty.json s3://{{ data_bucket }}/chapters.json \
  --content-type application/json
rm empty.json
