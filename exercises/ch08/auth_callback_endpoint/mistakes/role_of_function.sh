# The integration names the role of a function, which API Gateway may not take on.
# starts: solved
# verdict: not done
# visitor: Every request is answered with 500.
# lesson: A role's trust policy says which service takes it on.
# finding: fails | role
# says: it is for lambda.amazonaws.com
puts_item "$(<api/put-item.json)" --credentials \
  arn:{{ partition }}:iam::{{ account }}:role/function-put-account-info
