# The prefix begins with a slash.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and nothing is inferred.
# lesson: A key does not begin with a slash.
# finding: fails | infers
# says: leave the slash out
sed -i 's|rcf/input/|/rcf/input/|' \
  notifications/data-bucket.json
notify
