# The newest item has more attributes, and a time with a fraction.
# starts: solved
# verdict: done
# visitor: Nobody sees anything.
# lesson: Beside its key, an item may have whatever it likes.
# finding: holds | time
now=$(date +%s)
aws dynamodb put-item --table-name analytics --item \
  '{"dataType": {"S": "auth-callback"}, "timestamp": {"N": "'"$now"'999.5"},
    "browser": {"S": "Firefox"}}'
