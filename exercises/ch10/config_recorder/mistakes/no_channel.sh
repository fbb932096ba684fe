# The recorder was made, and there is no place for its history.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; in AWS Config the list of resources stays empty.
# lesson: Without a delivery channel, a recorder cannot be started.
# finding: fails | records
# finding: fails | channel
# says: no delivery channel
aws configservice put-configuration-recorder \
  --configuration-recorder file://config/recorder.json
