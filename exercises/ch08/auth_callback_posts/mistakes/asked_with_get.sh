# The request has no method, and so is GET.
# starts: solved
# verdict: not done
# visitor: Whoever signs in notices nothing; the browser's console shows a CORS error.
# lesson: Verb and path together name a method of the API.
# finding: fails | sends
# says: GET https://{{ api_domain }}/analytics/auth-callback
edit_script auth-callback.js '/^async function record/,/^}/{/method: "POST"/d;}'
