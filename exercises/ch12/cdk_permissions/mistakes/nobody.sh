# The user left the group.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; the user is refused.
# lesson: A user has the permissions of the groups that it is in.
# finding: fails | user
# says: nobody
aws iam remove-user-from-group --group-name serverless-deploy \
  --user-name deployer
