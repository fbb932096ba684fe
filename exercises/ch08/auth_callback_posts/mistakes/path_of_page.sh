# The script asks at the address of the page instead of that of the API.
# starts: solved
# verdict: not done
# visitor: Whoever signs in notices nothing; CloudFront answers 403.
# lesson: The API has a name of its own.
# finding: fails | sends
edit_script auth-callback.js 's|const api = .*|const api = "https://{{ domain }}";|'
