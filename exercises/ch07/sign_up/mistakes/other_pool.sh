# The user is in a pool that the website does not use.
# starts: before
# verdict: not done
# visitor: The sign-in page knows neither the address nor the password.
# lesson: Each pool has users of its own.
# finding: fails | users
# says: Users of another pool do not count.
pool=$(aws cognito-idp create-user-pool --pool-name trial \
  --username-attributes email --query UserPool.Id --output text)
aws cognito-idp admin-create-user --user-pool-id "$pool" \
  --username reader@{{ domain }} --message-action SUPPRESS
