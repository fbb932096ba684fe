# The function went back to its first role, which is still there.
# starts: before
# verdict: not done
# visitor: Nobody sees anything yet; deleting the role now would break the API.
# lesson: Change the setting first, then delete what it named.
# finding: fails | new_role
# says: still the role get-chapters-role
# finding: fails | old_role
# says: do exercise 6.4 first
aws lambda update-function-configuration --function-name get-chapters \
  --role arn:aws:iam::{{ account }}:role/service-role/get-chapters-role
aws lambda wait function-updated --function-name get-chapters
