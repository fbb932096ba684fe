# The template had another kind when somebody signed in.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, and no later exercise finds the item.
# lesson: A key is compared letter by letter.
# finding: fails | item
# says: items with the dataType authCallback
aws dynamodb put-item --table-name analytics --item \
  '{"dataType": {"S": "authCallback"}, "timestamp": {"N": "1767225600000"}}'
