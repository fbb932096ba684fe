# Each file was invalidated by itself, in several invalidations.
# starts: solved
# verdict: done
# visitor: Every visitor gets the new pages.
# lesson: It does not matter how many invalidations it takes.
# finding: holds | account
sleep 2
edit_page account/index.html 's|Hello|Welcome|'
edit_script account/auth-check.js 's|^// Leads|// Sends|'
distribution=$(distribution)
for path in "/account/auth-check.js" "/account/index.html" "/other"; do
  aws cloudfront create-invalidation \
    --distribution-id "$distribution" --paths "$path"
done
