# The role of the function of the account page has lost its policy.
# starts: before
# verdict: not done
# visitor: The name is changed, and no mail comes.
# lesson: A function that catches its errors tells of them in its log alone.
# finding: fails | told
# finding: fails | sent
aws iam detach-role-policy --role-name function-put-account-info \
  --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info
new_user ada
put_name "$(token_of ada AccessToken)"
sleep 2
