# The home page has no log-out link.
# starts: solved
# verdict: not done
# visitor: Whoever logged in on a library's computer stays logged in.
# lesson: A page that lets people in also lets them out.
# finding: fails | home_out
# finding: holds | home_in
edit_page index.html '/>Log out</d'
