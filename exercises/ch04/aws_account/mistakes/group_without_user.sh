# A group of administrators and a role exist, but no user to work as.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: there is no user to sign in as.
# lesson: Groups and roles hold permissions, and a person needs a user or Identity Center.
# finding: fails | worker
aws iam create-group --group-name administrators
aws iam attach-group-policy --group-name administrators \
  --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
aws iam create-role --role-name administrator \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"AWS": "{{ account }}"},
    "Action": "sts:AssumeRole"}]}'
