# The code imports chapter-text, and the layer has chapters-text.
# starts: solved
# verdict: not done
# visitor: The function answers an error: Cannot find package 'chapter-text'.
# lesson: The name after from is that of the folder in node_modules.
# finding: fails | imported
# says: chapter-text, which neither its package nor the layer has
cat >index.mjs <<'CODE'
import { lines } from "chapter-text";

export const handler = async (event) => lines(event.chapters ?? []);
CODE
python3 -m zipfile -c other.zip index.mjs
aws lambda update-function-code --function-name layer-example \
  --zip-file fileb://other.zip
aws lambda wait function-updated-v2 --function-name layer-example
