# The next interval begins with the run, and not where the one that was read ended.
# starts: solved
# verdict: not done
# visitor: Sign-ins between the end of an interval and the next run are in no line.
# lesson: What was read says where the next run goes on, and not the clock.
# finding: fails | trial
# says: a start that passes over a sign-in
sed -i -e 's/start + passed \* interval/start + interval/' \
  -e 's/Value: new Date(end)/Value: new Date()/' \
  functions/rule-analytics-auth-callback/index.mjs
put_code rule-analytics-auth-callback index.mjs
