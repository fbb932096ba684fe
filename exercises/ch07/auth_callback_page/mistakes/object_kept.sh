# The script keeps an object, of which the browser makes a text.
# starts: solved
# verdict: not done
# visitor: After signing in, the account page shows nothing.
# lesson: A browser's storage holds texts alone.
# finding: holds | exchanges
# finding: fails | keeps
# says: [object Object]
edit_script auth-callback.js 's|JSON.stringify(tokens)|tokens|'
