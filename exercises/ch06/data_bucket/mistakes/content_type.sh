# The data has the type of plain text.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything now: the function does not look at the type.
# lesson: A type that is true helps every program that reads the file later.
# finding: fails | type
# says: text/plain
aws s3 cp data/chapters.json s3://{{ data_bucket }}/chapters.json \
  --content-type text/plain
