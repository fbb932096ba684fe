# API Gateway takes on a role that may invoke the function.
# starts: solved
# verdict: done
# visitor: Whoever signed in changes the name.
# lesson: A role on the integration does what a statement on the function does.
# finding: holds | permission
# says: API Gateway takes on the role api-invokes
aws lambda remove-permission --function-name put-account-info \
  --statement-id website-put-account-info
role=$(aws iam create-role --role-name api-invokes \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "apigateway.amazonaws.com"}}]}' \
  --query Role.Arn --output text)
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws iam put-role-policy --role-name api-invokes --policy-name invoke \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "lambda:InvokeFunction",
     "Resource": "'"$function"':put-account-info"}]}'
mapfile -t put < <(put_of_info)
put_account_info_answers "${put[@]}" --credentials "$role"
deploy
