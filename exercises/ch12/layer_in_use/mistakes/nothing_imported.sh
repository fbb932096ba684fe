# The layer is attached, and the code has its own copy of everything.
# starts: solved
# verdict: not done
# visitor: The function answers without the layer, and gets no repair of it.
# lesson: A layer that no code imports does nothing.
# finding: fails | imported
# says: the code of layer-example imports nothing of it
cat >index.mjs <<'CODE'
export const handler = async () => "1. Introduction";
CODE
python3 -m zipfile -c alone.zip index.mjs
aws lambda update-function-code --function-name layer-example \
  --zip-file fileb://alone.zip
aws lambda wait function-updated-v2 --function-name layer-example
