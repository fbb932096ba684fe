# The answer is made for a failure, and filled in before it is returned.
# starts: solved
# verdict: done
# visitor: The function answers with the chapters.
# lesson: What counts is what an answer holds when it is returned.
cat >functions/get-chapters/index.mjs <<'CODE'
const headers = {};
headers["content-type"] = "application/json";
headers["access-control-allow-origin"] = "*";

export async function handler() {
  const answer = { statusCode: 500, headers, body: "[]" };
  const list = [{ id: 1, title: "One", description: "The first" }];
  answer.statusCode = 200;
  answer.body = JSON.stringify(list);
  return answer;
}
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
