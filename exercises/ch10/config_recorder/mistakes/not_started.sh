# The recorder was made, and never started.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; in AWS Config the list of resources stays empty.
# lesson: A recorder that is there need not record.
# finding: fails | records
# says: stopped
aws configservice stop-configuration-recorder \
  --configuration-recorder-name default
