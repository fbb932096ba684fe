# The filter has the whole key of the file, and only uploads are told; the inference has a folder of its own.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A prefix may be as long as the key.
# finding: holds | trains
# says: s3:ObjectCreated:Put of prefix analytics/auth-callback.csv
sed -i 's|analytics/auth-callback|analytics/auth-callback.csv|; s|ObjectCreated:\*|ObjectCreated:Put|; s|rcf/input/|new-data/|' \
  notifications/data-bucket.json
notify
