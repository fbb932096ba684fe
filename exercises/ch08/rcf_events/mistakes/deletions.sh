# The notifications are about objects that are deleted.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and nothing starts when a file arrives.
# lesson: Each kind of event has a name of its own.
# finding: fails | trains
# says: s3:ObjectRemoved:*
# finding: fails | infers
sed -i 's|ObjectCreated|ObjectRemoved|' \
  notifications/data-bucket.json
notify
