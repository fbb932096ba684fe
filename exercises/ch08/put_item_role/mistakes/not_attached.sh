# No policy is attached to the role.
# starts: solved
# verdict: not done
# visitor: Sign-ins will not be counted: the API will answer an error.
# lesson: A role may do nothing until a policy says what.
# finding: fails | allowed
# says: no statement that allows dynamodb:PutItem
aws iam detach-role-policy --role-name api-analytics-put-item \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/api-analytics-put-item
