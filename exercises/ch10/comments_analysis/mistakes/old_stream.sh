# The stream was turned off and on again, and the trigger is for the one before.
# starts: solved
# verdict: not done
# visitor: Comments come, and nothing is written beside them.
# lesson: A stream that is turned on again is another one, with another address.
# finding: fails | on
aws dynamodb update-table --table-name comments \
  --stream-specification StreamEnabled=false
aws dynamodb wait table-exists --table-name comments
sleep 1.1
aws dynamodb update-table --table-name comments --stream-specification \
  StreamEnabled=true,StreamViewType=NEW_IMAGE
