# The code queries the other table.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: the function fails.
# lesson: A table is found by its name alone.
# finding: fails | table
# says: a table named chapters
sed -i 's/TableName: "analytics"/TableName: "chapters"/' \
  functions/rule-analytics-auth-callback/index.mjs
put_code rule-analytics-auth-callback index.mjs
