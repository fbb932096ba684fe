# A tool has written the statements into a role of its own, beside AWS's policy.
# starts: before
# verdict: done
# visitor: The function reads the bucket, and writes its log.
# lesson: SAM and the CDK write statements into the role that they make.
# finding: holds | policy
# says: of the role website-GetChaptersRole-1A2B
role=$(aws iam create-role --role-name website-GetChaptersRole-1A2B \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "lambda.amazonaws.com"}}]}' \
  --query Role.Arn --output text)
aws iam put-role-policy --role-name website-GetChaptersRole-1A2B \
  --policy-name GetChaptersPolicy0 --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "s3:GetObject",
       "Resource": "arn:aws:s3:::{{ data_bucket }}/*"},
      {"Effect": "Allow",
       "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
       "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"}]}'
for seconds in 0 3 5 10; do
  sleep $seconds # until Lambda may take on the role
  ! aws lambda update-function-configuration \
    --function-name get-chapters --role "$role" || break
done
aws lambda wait function-updated-v2 --function-name get-chapters
