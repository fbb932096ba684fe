# The package holds the folder with the file in it.
# starts: solved
# verdict: not done
# visitor: The API will answer 502: Lambda does not find the file.
# lesson: The file must be at the top of the package.
# finding: fails | handler
# says: get-chapters/index.mjs
# says: The package holds the folder
(cd functions && python3 -m zipfile -c folder.zip get-chapters)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/folder.zip
