# All tables and buckets are taken, and all of them are excluded again.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until a file is gone and there is no backup of it.
# lesson: What is excluded is not taken, however it was chosen.
# finding: fails | selects
# says: is excluded
only_selection '"Resources": ["arn:aws:dynamodb:*:*:table/*", "arn:aws:s3:::*"],
  "NotResources": ["arn:aws:dynamodb:*", "arn:aws:s3:::*"]'
