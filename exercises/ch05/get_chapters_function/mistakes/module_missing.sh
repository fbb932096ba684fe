# The code takes in a module that nobody put into the package.
# starts: solved
# verdict: not done
# visitor: The API will answer 502.
# lesson: Lambda's runtime brings version 3 of the SDK, and no other module.
# finding: fails | trial
# says: Cannot find package
# says: neither in the package nor in Lambda's runtime
cat >functions/get-chapters/index.mjs <<'CODE'
import sortBy from "sort-by-title";

const chapters = [{ id: 1, title: "One", description: "The first" }];

export const handler = async () => ({
  statusCode: 200,
  headers: { "Access-Control-Allow-Origin": "*" },
  body: JSON.stringify(sortBy(chapters)),
});
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
