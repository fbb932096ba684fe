# The script looks for the tokens where they are not.
# starts: solved
# verdict: not done
# visitor: After signing out, the pages still show the links of those who have signed in.
# lesson: A browser has two stores, and each has its own names.
# finding: fails | forgets
# says: jwt in sessionStorage
edit_script logout.js 's|localStorage|sessionStorage|'
