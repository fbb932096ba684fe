# The origin in the header ends in a slash, which no browser's does.
# starts: solved
# verdict: not done
# visitor: Browsers will keep the answer from the page.
# lesson: An origin ends after the host, without a slash.
# finding: fails | cors
# says: the header with https://{{ domain }}/
sed -i 's|"https://{{ domain }}"|"https://{{ domain }}/"|' \
  functions/get-chapters/index.mjs
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
