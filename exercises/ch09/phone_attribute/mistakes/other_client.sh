# Another app client of the pool may write the number, and that of the website may not.
# starts: solved
# verdict: not done
# visitor: Saving a phone number answers 500; the log says that an unauthorized attribute was written.
# lesson: Each app client has lists of its own.
# finding: fails | number
# says: it may neither read nor write phone_number
update_client --read-attributes email given_name \
  --write-attributes email given_name
aws cognito-idp create-user-pool-client --user-pool-id "$(user_pool)" \
  --client-name phone-app --no-generate-secret
