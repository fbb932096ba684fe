# The key of the file begins with a slash.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: S3 refuses the function.
# lesson: A key has no slash at its beginning; one there is part of the name.
# finding: fails | file
# says: /analytics/auth-callback.csv
sed -i 's|"analytics/auth|"/analytics/auth|' \
  functions/rule-analytics-auth-callback/index.mjs
put_code rule-analytics-auth-callback index.mjs
