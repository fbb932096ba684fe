# The trigger is switched off.
# starts: solved
# verdict: not done
# visitor: Nothing comes of what people send.
# lesson: A trigger that is disabled keeps its place in the stream for a day, and then loses records.
# finding: fails | on
# says: in the state Disabled
id=$(aws lambda list-event-source-mappings --function-name create-speech \
  --query 'EventSourceMappings[0].UUID' --output text)
aws lambda update-event-source-mapping --uuid "$id" --no-enabled
