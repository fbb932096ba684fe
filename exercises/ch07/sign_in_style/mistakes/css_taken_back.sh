# The CSS was emptied again.
# starts: solved
# verdict: not done
# visitor: The sign-in page is gray again.
# lesson: An empty customization is none.
# finding: fails | style
pool=$(user_pool)
for client in "$(app_client "$pool")" ALL; do
  aws cognito-idp set-ui-customization --user-pool-id "$pool" \
    --client-id "$client" --css ''
done
