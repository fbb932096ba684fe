# The policy is attached to the user, and there is no group.
# starts: before
# verdict: not done
# visitor: Nobody sees anything.
# lesson: Permissions of a group are given, and taken, in one place.
# finding: fails | group
aws iam create-user --user-name deployer
aws iam put-user-policy --user-name deployer --policy-name deploy \
  --policy-document file://policies/serverless-deploy.json
