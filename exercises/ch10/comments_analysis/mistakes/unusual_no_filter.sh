# The trigger has no filter, and the code looks at what comes.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A filter saves calls. The code may sort out as well.
# finding: holds | called
# finding: holds | through
# says: no filter
id=$(aws lambda list-event-source-mappings --function-name analyze-comments \
  --query 'EventSourceMappings[0].UUID' --output text)
aws lambda delete-event-source-mapping --uuid "$id"
stream=$(aws dynamodb describe-table --table-name comments \
  --query Table.LatestStreamArn --output text)
aws lambda create-event-source-mapping --function-name analyze-comments \
  --event-source-arn "$stream" --starting-position TRIM_HORIZON
