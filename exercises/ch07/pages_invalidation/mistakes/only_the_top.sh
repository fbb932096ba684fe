# The invalidation is of the top page alone.
# starts: solved
# verdict: not done
# visitor: Some visitors see the old page for up to a day.
# lesson: The path / is the top page, and only a star stands for all.
# finding: fails | account
# says: Create an invalidation of /account/index.html
sleep 2
edit_page account/index.html 's|Hello|Welcome|'
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/"
