# The callback address ends in a slash.
# starts: solved
# verdict: not done
# visitor: The sign-in page says that something went wrong; its address has error=redirect_mismatch.
# lesson: Cognito compares a redirect address with the registered ones letter by letter.
# finding: fails | callback
# says: https://{{ domain }}/auth-callback.html/
update_client \
  --callback-urls '["https://{{ domain }}/auth-callback.html/"]'
