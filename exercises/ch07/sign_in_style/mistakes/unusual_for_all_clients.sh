# The CSS is that of all app clients of the pool.
# starts: before
# verdict: done
# visitor: Every program's sign-in page looks so.
# lesson: Without a client, a customization holds for all that have none of their own.
aws cognito-idp set-ui-customization --user-pool-id "$(user_pool)" \
  --css '.submitButton-customizable {background-color: #1f4e79;}'
