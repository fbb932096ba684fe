# The script removes all that the website has kept.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: Removing everything removes the tokens, too.
# finding: holds | forgets
edit_script logout.js 's|removeItem("jwt")|clear()|'
