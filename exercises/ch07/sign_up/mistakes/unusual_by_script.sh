# A script made the user, with a password of its own and a verified address.
# starts: before
# verdict: done
# visitor: The user signs in.
# lesson: Whoever administers a pool may do what a user does, and takes it upon themselves.
pool=$(user_pool)
aws cognito-idp admin-create-user --user-pool-id "$pool" \
  --username tester@{{ domain }} --message-action SUPPRESS \
  --user-attributes Name=email,Value=tester@{{ domain }} \
  Name=given_name,Value=Tester Name=email_verified,Value=true
aws cognito-idp admin-set-user-password --user-pool-id "$pool" \
  --username tester@{{ domain }} --password 'Long-Enough-1' --permanent
