# The script keeps the tokens until the tab is closed, where no other page looks.
# starts: solved
# verdict: not done
# visitor: After signing in, the account page leads back to the home page.
# lesson: Pages that share something agree where it is kept.
# finding: fails | keeps
# says: jwt in sessionStorage
edit_script auth-callback.js 's|localStorage.setItem("jwt"|sessionStorage.setItem("jwt"|'
