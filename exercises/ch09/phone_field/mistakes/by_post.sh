# The script asks by POST since it was changed.
# starts: solved
# verdict: not done
# visitor: Nothing is saved; the browser's console shows a CORS error.
# lesson: A change in one place may break another: the verb belongs to the API.
# finding: fails | sends
# says: POST https://{{ api_domain }}/account/info
edit_script account/info.js 's|"PUT"|"POST"|'
