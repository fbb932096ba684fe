# The body is an object.
# starts: solved
# verdict: not done
# visitor: The function fails: it gets the text [object Object].
# lesson: What travels is text, and JSON is how an object becomes text.
# finding: fails | body
# says: [object Object]
edit_script speech.js 's/JSON.stringify({ text })/{ text }/'
