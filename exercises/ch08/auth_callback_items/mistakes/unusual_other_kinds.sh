# The table tells of other things as well.
# starts: solved
# verdict: done
# visitor: Nobody sees anything.
# lesson: One table holds several kinds, each under its partition key.
# finding: holds | item
for kind in page-view sign-out; do
  aws dynamodb put-item --table-name analytics --item \
    '{"dataType": {"S": "'"$kind"'"}, "timestamp": {"N": "1767225600"}}'
done
