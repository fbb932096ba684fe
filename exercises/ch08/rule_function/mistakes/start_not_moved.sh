# The function forgets to move the start on.
# starts: solved
# verdict: not done
# visitor: The file stays at the first interval, and each run does it again.
# lesson: What a run has done must be kept where the next run finds it.
# finding: holds | file
# finding: fails | moves
# says: nothing that sets a parameter
sed -i -e '/^  await ssm.send(/,/^  );/d' -e '/PutParameterCommand/d' \
  functions/rule-analytics-auth-callback/index.mjs
put_code rule-analytics-auth-callback index.mjs
