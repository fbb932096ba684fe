# The data lies in the website's bucket, where everyone may read it.
# starts: solved
# verdict: not done
# visitor: Everyone can read the data at https://{{ domain }}/chapters.json.
# lesson: Two purposes deserve two buckets.
# finding: fails | data
# says: the object chapters.json in the bucket {{ website_bucket }}
aws s3 mb s3://{{ website_bucket }} --region {{ region }}
aws s3 mv s3://{{ data_bucket }}/chapters.json \
  s3://{{ website_bucket }}/chapters.json
