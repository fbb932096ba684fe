# The time has no quotation marks.
# starts: solved
# verdict: not done
# visitor: DynamoDB refuses each item, and the table stays empty.
# lesson: DynamoDB takes numbers as text.
# finding: fails | template
# says: without quotation marks
puts_item "$(sed 's/"$context.requestTimeEpoch"/$context.requestTimeEpoch/' \
  api/put-item.json)"
