# The filter is written as for a queue.
# starts: solved
# verdict: not done
# visitor: Nothing comes of what people send, and the function has no log at all.
# lesson: A record of a stream has no body: what it lacks fits no filter.
# finding: holds | on
# finding: fails | through
# says: no record has the member body
id=$(aws lambda list-event-source-mappings --function-name analyze-comments \
  --query 'EventSourceMappings[0].UUID' --output text)
aws lambda delete-event-source-mapping --uuid "$id"
stream=$(aws dynamodb describe-table --table-name comments \
  --query Table.LatestStreamArn --output text)
aws lambda create-event-source-mapping --function-name analyze-comments \
  --event-source-arn "$stream" --starting-position LATEST \
  --filter-criteria '{"Filters": [{"Pattern":
    "{\"body\": {\"comment\": [{\"exists\": true}]}}"}]}'
