# The role is for Step Functions, and not for API Gateway.
# starts: solved
# verdict: not done
# visitor: Whoever calls it gets 500: API Gateway may not take on the role.
# lesson: Who asks takes the role on: here that is API Gateway.
# finding: fails | role
# says: it is for states.amazonaws.com
aws iam update-assume-role-policy --role-name api-start-execution \
  --policy-document file://policies/step-functions-trust.json
