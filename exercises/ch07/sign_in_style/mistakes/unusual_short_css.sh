# The CSS is one line, for this client alone.
# starts: before
# verdict: done
# visitor: The banner of the sign-in page is blue.
# lesson: One rule is a style as well.
pool=$(user_pool)
aws cognito-idp set-ui-customization --user-pool-id "$pool" \
  --client-id "$(app_client "$pool")" \
  --css '.banner-customizable {background-color: #1f4e79;}'
