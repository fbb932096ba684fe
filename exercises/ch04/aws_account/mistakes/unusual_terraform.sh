# As Terraform leaves it: a path, tags and a permissions boundary.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Another tool may add a path, tags and a boundary to a user; the user is the same.
aws iam create-user --user-name deploy --path /terraform/ \
  --tags Key=ManagedBy,Value=terraform
aws iam create-group --group-name admins --path /terraform/
aws iam add-user-to-group --user-name deploy --group-name admins
