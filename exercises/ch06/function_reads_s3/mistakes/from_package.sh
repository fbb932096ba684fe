# The list is in the package, and not in the bucket.
# starts: solved
# verdict: not done
# visitor: The page shows the list of the package, whatever is in the bucket.
# lesson: A file in the package changes only with the code.
# finding: fails | object
# says: the list is read from a file of the package
cd functions/get-chapters
cat >index.mjs <<'CODE'
import chapters from "./chapters.json" with { type: "json" };
const body = JSON.stringify(chapters);
export const handler = async () => ({ statusCode: 200, body });
CODE
echo '[{"id": 1, "title": "One", "description": "The first"}]' \
  >chapters.json
python3 -m zipfile -c function.zip index.mjs chapters.json
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://function.zip
