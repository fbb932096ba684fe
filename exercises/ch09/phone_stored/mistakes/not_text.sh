# The answer has an object as its body.
# starts: solved
# verdict: not done
# visitor: The number is kept, and the page says that nothing was changed.
# lesson: API Gateway passes text on, and nothing else.
# finding: holds | number
# finding: fails | answer
sed -i 's/body: JSON.stringify(body)/body/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
