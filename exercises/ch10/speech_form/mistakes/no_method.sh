# The script names no method.
# starts: solved
# verdict: not done
# visitor: Nothing is saved; the API answers 403, for it has no GET there.
# lesson: Without a method, fetch sends GET, which brings nothing.
# finding: fails | sends
# says: GET https://{{ api_domain }}/speech
edit_script speech.js '/method: "POST"/d'
