# The function that tells the API waits, and is not asynchronous.
# starts: solved
# verdict: not done
# visitor: Nobody can sign in: the browser runs nothing of the script, and its console shows a SyntaxError.
# lesson: Browsers read a script to its end before they run its first line.
# finding: fails | sends
# says: await in a function that is not async
edit_script auth-callback.js 's|^async function record|function record|'
