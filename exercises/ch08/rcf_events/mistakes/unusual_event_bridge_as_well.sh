# The bucket tells EventBridge as well, as AWS Backup sets it.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What else a bucket tells takes nothing from the functions.
# finding: holds | trains
sed -i '1s|{|{"EventBridgeConfiguration": {},|' \
  notifications/data-bucket.json
notify
