# The role's name is misspelled, and it has no policy.
# starts: before
# verdict: not done
# visitor: Sign-ins will not be counted: the API will answer 500.
# lesson: Whoever names the role must find it.
# finding: fails | role
# says: api-analytics-putitem
aws iam create-role --role-name api-analytics-putitem \
  --assume-role-policy-document file://policies/api-gateway-trust.json
