# The script asks by POST.
# starts: solved
# verdict: not done
# visitor: The page says that the name is as it was; the browser's console shows a CORS error.
# lesson: Verb and path together name a method of the API.
# finding: fails | sends
# says: POST https://{{ api_domain }}/account/info
# finding: holds | token
edit_script account/info.js 's|"PUT"|"POST"|'
