# The policy names the website's bucket in place of the data bucket.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: the function is denied the file.
# lesson: A policy names the bucket that the code reads.
# finding: fails | reads_data
# says: arn:{{ partition }}:s3:::{{ website_bucket }}/*
sed -i 's#{{ data_bucket }}/#{{ website_bucket }}/#' \
  policies/function-get-chapters.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters.json
