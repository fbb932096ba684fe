# The function was made while the console showed Oregon.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: there is no such function in its region.
# lesson: A function belongs to one region and cannot be moved.
# finding: fails | function
# says: the function get-chapters in us-west-2
aws lambda delete-function --function-name get-chapters
aws lambda create-function --region us-west-2 \
  --function-name get-chapters --runtime nodejs24.x \
  --architectures arm64 --handler index.handler --role \
  arn:{{ partition }}:iam::{{ account }}:role/service-role/get-chapters-role \
  --zip-file fileb://functions/get-chapters/function.zip
