# The function writes each interval over the one before.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins has the last interval alone, however long the website has been there.
# lesson: PutObject replaces the whole object.
# finding: fails | file
# says: code that never reads the file
sed -i -e 's|const all = new Set(.*|const all = [HEADER, ...added];|' -e '/^const lines = /,/^};/d' \
  -e '/GetObjectCommand,/d' functions/rule-analytics-auth-callback/index.mjs
put_code rule-analytics-auth-callback index.mjs
