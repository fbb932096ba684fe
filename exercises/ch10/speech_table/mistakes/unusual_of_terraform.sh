# Made by a tool: under another name, tagged, and protected against deletion.
# starts: before
# verdict: done
# visitor: Texts can be kept.
# lesson: A table may have another name and more settings than the exercise asks for.
# finding: holds | table
# says: website-tts-requests
aws dynamodb create-table --table-name website-tts-requests \
  --deletion-protection-enabled --tags Key=project,Value=website \
  --attribute-definitions AttributeName=requestId,AttributeType=S \
  --key-schema AttributeName=requestId,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
