# The body is an object, where API Gateway wants text.
# starts: solved
# verdict: not done
# visitor: The name will be changed, and the page will get 502 all the same.
# lesson: The body of an answer is text: use JSON.stringify.
# finding: holds | changes
# finding: fails | answer
sed -i 's/body: JSON.stringify(body)/body: {}/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
