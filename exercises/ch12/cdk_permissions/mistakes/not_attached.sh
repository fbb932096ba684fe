# The policy was made, and taken away from the group.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; who deploys is told AccessDenied.
# lesson: A policy allows nothing until it is attached.
# finding: fails | assumes
aws iam detach-group-policy --group-name serverless-deploy \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/serverless-deploy-cdk
