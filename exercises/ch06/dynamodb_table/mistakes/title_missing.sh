# One item has its title under another name.
# starts: solved
# verdict: not done
# visitor: One chapter will appear without a title.
# lesson: Attributes distinguish capital letters, and nothing but the key is checked.
# finding: holds | key
# finding: fails | items
# says: an item without title; it has Title, description, id
aws dynamodb put-item --table-name chapters --item '{"id": {"N": "3"},
  "Title": {"S": "Three"}, "description": {"S": "The third."}}'
