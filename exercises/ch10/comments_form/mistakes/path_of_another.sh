# The script sends to a path that has another purpose.
# starts: solved
# verdict: not done
# visitor: Nothing is saved; the browser's console shows a CORS error.
# lesson: Each path of an API is for one thing.
# finding: fails | sends
# says: requests to other addresses
edit_script comments.js 's|${API}/comments|${API}/chapters|'
