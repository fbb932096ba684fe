# AWS Config was set up in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; your tables are in no list.
# lesson: A recorder records its own region, and costs money there until somebody remembers it.
# finding: fails | recorder
# says: the recorder default in eu-west-1
aws configservice put-configuration-recorder --region eu-west-1 \
  --configuration-recorder file://config/recorder.json
