# The answer lacks the header that lets the website's pages read it.
# starts: solved
# verdict: not done
# visitor: The name will be changed, and the page will show an error.
# lesson: With a proxy integration, the function itself sends the header.
# finding: fails | cors
# says: no such header in the code
sed -i '/Access-Control-Allow-Origin/d' functions/put-account-info/index.mjs
put_code put-account-info index.mjs
