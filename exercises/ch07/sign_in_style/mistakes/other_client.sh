# The CSS belongs to another app client.
# starts: before
# verdict: not done
# visitor: The sign-in page looks as before; that of the other program is blue.
# lesson: A style belongs to one app client, or to all clients without one of their own.
# finding: fails | style
pool=$(user_pool)
other=$(aws cognito-idp create-user-pool-client --user-pool-id "$pool" \
  --client-name another-program --query UserPoolClient.ClientId \
  --output text)
aws cognito-idp set-ui-customization --user-pool-id "$pool" \
  --client-id "$other" --css '.banner-customizable {padding: 9px;}'
