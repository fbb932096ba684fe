# The script asks the resource above.
# starts: solved
# verdict: not done
# visitor: The page says that the name is as it was; the browser's console shows a CORS error.
# lesson: A path is whole or it is another.
# finding: fails | sends
# says: a script that asks https://{{ api_domain }}/account
edit_script account/info.js 's|/account/info|/account|'
