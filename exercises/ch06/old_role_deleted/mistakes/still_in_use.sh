# The function went back to its first role, which is still there.
# starts: before
# verdict: not done
# finding: fails | the function works under a role of its own, which is there
# says: still the role get-chapters-role
# finding: fails | the role that Lambda made in exercise 5.10 is deleted
# says: do exercise 6.4 first
aws lambda update-function-configuration --function-name get-chapters \
  --role arn:aws:iam::{{ account }}:role/service-role/get-chapters-role
aws lambda wait function-updated --function-name get-chapters
