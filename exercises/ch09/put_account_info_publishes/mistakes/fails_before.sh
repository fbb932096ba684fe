# The code tells the topic before it looks at the request, and ends there.
# starts: solved
# verdict: not done
# visitor: The API answers 500, and neither the name is changed nor a letter sent.
# lesson: What stands before the work must not keep it from being done.
# finding: holds | publishes
# finding: fails | trial
sed -i 's|^    await tell(token);|    await sns.nothing();\n&|' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
