# The page names no script.
# starts: solved
# verdict: not done
# visitor: The account page greets people who never signed in.
# lesson: A page runs only the scripts that it names.
# finding: fails | looks
# says: no script that does
# finding: holds | out
edit_page account/index.html '/auth-check\.js/d'
