# The name was saved while the role lacked the policy for mail.
# starts: before
# verdict: not done
# visitor: The name is changed, and no mail comes.
# lesson: An error that the code catches is seen in the log alone.
# finding: fails | ran
# says: the last run ended with AccessDeniedException
aws iam detach-role-policy --role-name function-put-account-info \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info
new_user ada
put_name "$(token_of ada AccessToken)"
