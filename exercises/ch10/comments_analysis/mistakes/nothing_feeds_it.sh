# The function is there, and nothing hands it anything.
# starts: solved
# verdict: not done
# visitor: Nothing comes of what people send.
# lesson: A function runs when something calls it.
# finding: holds | allowed
# finding: fails | called
# says: none of them
id=$(aws lambda list-event-source-mappings --function-name analyze-comments \
  --query 'EventSourceMappings[0].UUID' --output text)
aws lambda delete-event-source-mapping --uuid "$id"
