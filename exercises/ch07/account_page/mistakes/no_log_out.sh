# The page has no log-out link.
# starts: solved
# verdict: not done
# visitor: Whoever logged in on a library's computer stays logged in.
# lesson: The page that greets people also lets them go.
# finding: fails | out
edit_page account/index.html '/>Log out</d'
