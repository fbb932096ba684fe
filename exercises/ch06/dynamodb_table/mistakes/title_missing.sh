# One item has its title under another name.
# starts: solved
# verdict: not done
# finding: holds | its partition key is id, a number, and it has no sort key
# finding: fails | it holds chapters, each with an id, a title and a description
# says: an item without title; it has Title, description, id
aws dynamodb put-item --table-name chapters --item '{"id": {"N": "3"},
  "Title": {"S": "Three"}, "description": {"S": "The third."}}'
