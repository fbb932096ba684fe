# An administrator made the user, whose password is still the temporary one.
# starts: before
# verdict: not done
# visitor: The sign-in page asks for another password, and the command line gets a challenge instead of tokens.
# lesson: A temporary password is good for choosing one of one's own, and for nothing else.
# finding: fails | confirmed
# says: FORCE_CHANGE_PASSWORD
# finding: holds | verified
aws cognito-idp admin-create-user --user-pool-id "$(user_pool)" \
  --username reader@{{ domain }} --message-action SUPPRESS \
  --user-attributes Name=email,Value=reader@{{ domain }} \
  Name=given_name,Value=Reader Name=email_verified,Value=true
