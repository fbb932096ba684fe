# The policy names the bucket, not the objects in it.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: the function is denied the file.
# lesson: A policy about objects ends in /*.
# finding: fails | reads_data
# says: arn:{{ partition }}:s3:::{{ data_bucket }}/*
# finding: holds | logs
sed -i 's#{{ data_bucket }}/\*#{{ data_bucket }}#' \
  policies/function-get-chapters.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters.json
