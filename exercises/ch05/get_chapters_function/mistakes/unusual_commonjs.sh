# A CommonJS module beside a library, with the list put together elsewhere.
# starts: solved
# verdict: done
# visitor: The API will answer with the list.
# lesson: CommonJS works in a file of its own ending.
cd functions/get-chapters
cat >index.cjs <<'CODE'
const chapters = require("./chapters.json");
const headers = { "access-control-allow-origin": "https://{{ domain }}" };
exports.handler = async function () {
  const body = JSON.stringify(chapters);
  return { statusCode: 200, headers, body };
};
CODE
echo '[{"id": 1, "title": "One", "description": "The first"}]' \
  >chapters.json
python3 -m zipfile -c commonjs.zip index.cjs chapters.json
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://commonjs.zip
aws lambda wait function-updated-v2 --function-name get-chapters
