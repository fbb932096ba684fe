# A tool has written the statements into a role of its own, and left out the logs.
# starts: before
# verdict: not done
# visitor: The API works, and its errors are nowhere to be read.
# lesson: A policy that is part of a role is mended where it stands.
# finding: holds | reads_data
# finding: fails | logs
# says: log-group:/aws/lambda/get-chapters:*
role=$(aws iam create-role --role-name website-GetChaptersRole-1A2B \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "lambda.amazonaws.com"}}]}' \
  --query Role.Arn --output text)
aws iam put-role-policy --role-name website-GetChaptersRole-1A2B \
  --policy-name GetChaptersPolicy0 --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "s3:GetObject",
       "Resource": "arn:aws:s3:::{{ data_bucket }}/*"}]}'
for seconds in 0 3 5 10; do
  sleep $seconds # until Lambda may take on the role
  ! aws lambda update-function-configuration \
    --function-name get-chapters --role "$role" || break
done
aws lambda wait function-updated-v2 --function-name get-chapters
