# The user who tried it was deleted.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: there is nobody to sign in.
# lesson: What was changed is gone with the user.
# finding: holds | ran
# finding: fails | changed
# says: the user pool has no user
for user in $(aws cognito-idp list-users --user-pool-id "$(user_pool)" \
  --query 'Users[].Username' --output text); do
  aws cognito-idp admin-delete-user --user-pool-id "$(user_pool)" \
    --username "$user"
done
