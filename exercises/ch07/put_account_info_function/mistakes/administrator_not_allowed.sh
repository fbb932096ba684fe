# The code changes users as an administrator, and the role does not let it.
# starts: solved
# verdict: not done
# visitor: The account page will not change the name: the API will answer 500.
# lesson: Without the user's token, the function needs a permission on the pool.
# finding: holds | changes
# finding: fails | allowed
# says: Put cognito-idp:AdminUpdateUserAttributes, spelled exactly so
sed -i -e 's/UpdateUserAttributesCommand/AdminUpdateUserAttributesCommand/' \
  -e "s/AccessToken: token/UserPoolId: \"$(user_pool)\", Username: token/" \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
