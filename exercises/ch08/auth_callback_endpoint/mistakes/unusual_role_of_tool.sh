# A role of another name has the permission in itself, as tools make it.
# starts: solved
# verdict: done
# visitor: Each sign-in is written down.
# lesson: What a role may do counts, and not its name.
# finding: holds | role
role=$(aws iam create-role --role-name Website-ApiRole-1A2B3C \
  --assume-role-policy-document file://policies/api-gateway-trust.json \
  --query Role.Arn --output text)
aws iam put-role-policy --role-name Website-ApiRole-1A2B3C \
  --policy-name put --policy-document file://policies/api-analytics-put-item.json
puts_item "$(<api/put-item.json)" --credentials "$role"
