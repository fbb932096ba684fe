# An administrator confirmed the user, and nobody verified the address.
# starts: before
# verdict: not done
# visitor: The user signs in, and gets no mail when the password is forgotten.
# lesson: To be confirmed and to have a verified address are two things; the code does both.
# finding: holds | confirmed
# finding: fails | verified
# says: nobody has verified
sign_up reader@{{ domain }}
aws cognito-idp admin-confirm-sign-up --user-pool-id "$(user_pool)" \
  --username reader@{{ domain }}
