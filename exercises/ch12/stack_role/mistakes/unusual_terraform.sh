# The role has another name, its policy within it, and a condition on the account, as Terraform modules write it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A condition on the account keeps others from using the role.
# finding: holds | trust
# finding: holds | allowed
aws iam create-role --role-name stacks-2026 --assume-role-policy-document '{
  "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Service": ["cloudformation.amazonaws.com"]},
    "Action": ["sts:AssumeRole"], "Condition": {
      "StringEquals": {"aws:SourceAccount": "{{ account }}"}}}]}'
aws iam put-role-policy --role-name stacks-2026 --policy-name stacks \
  --policy-document file://policies/cloudformation-website-stack.json
