# The parameter that is moved on has a name without a folder.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins has the same lines again after each run.
# lesson: The name of a parameter is the whole path.
# finding: fails | moves
# says: next-start-iso-timestamp
sed -i 's|Name: START|Name: "next-start-iso-timestamp"|' \
  functions/rule-analytics-auth-callback/index.mjs
put_code rule-analytics-auth-callback index.mjs
