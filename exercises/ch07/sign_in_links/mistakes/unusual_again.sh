# The log-out link leads on to the next log-in.
# starts: solved
# verdict: done
# visitor: After logging out, the log-in page appears at once.
# lesson: With redirect_uri and response_type, log out begins the next log-in.
edit_page chapters.html \
  's|logout_uri=[^"]*|redirect_uri=https://{{ domain }}/auth-callback.html\&response_type=code|'
