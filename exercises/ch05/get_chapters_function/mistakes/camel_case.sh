# The function is called getChapters.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: there is no function of the name it calls.
# lesson: A function's name is exact and cannot be changed.
# finding: fails | function
# says: the function getChapters
# says: create one named exactly get-chapters
aws lambda delete-function --function-name get-chapters
aws lambda create-function --function-name getChapters \
  --runtime nodejs24.x --architectures arm64 --handler index.handler \
  --role \
  arn:{{ partition }}:iam::{{ account }}:role/service-role/get-chapters-role \
  --zip-file fileb://functions/get-chapters/function.zip
