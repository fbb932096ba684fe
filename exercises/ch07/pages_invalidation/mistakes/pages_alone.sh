# The invalidation names pages, and the script was uploaded, too.
# starts: solved
# verdict: not done
# visitor: Some visitors get the new page with the old script for up to a day.
# lesson: An invalidation drops only the paths that it names.
# finding: fails | callback
# says: Create an invalidation of /auth-callback.js
sleep 2
edit_script auth-callback.js 's|^// Exchanges|// Now exchanges|'
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/auth-callback.html" "/logout.html" "/account/index.html"
