# The API was deployed while PUT was still open, and not again after it got the authorizer.
# starts: solved
# verdict: not done
# visitor: Strangers reach the function: the stage still lets everyone in.
# lesson: Each change of a method needs a deployment, that of its authorizer too.
# finding: fails | deployed
# says: PUT /account/info with the authorization NONE
put_again --authorization-type NONE
mapfile -t put < <(put_of_info)
aws apigateway delete-method "${put[@]}"
aws apigateway put-method "${put[@]}" --authorizer-id "$(authorizer)" \
  --authorization-type COGNITO_USER_POOLS \
  --authorization-scopes aws.cognito.signin.user.admin
put_account_info_answers "${put[@]}"
