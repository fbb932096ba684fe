# The IAM user has a policy and an access key, but no MFA device.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: whoever has the password is in.
# lesson: A password alone protects an administrator too little.
# finding: holds | worker
# finding: fails | worker_mfa
# says: admin
aws iam create-user --user-name admin
aws iam attach-user-policy --user-name admin \
  --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
aws iam create-access-key --user-name admin >/dev/null
