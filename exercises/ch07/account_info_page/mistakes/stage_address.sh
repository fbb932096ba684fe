# The script asks at the stage's own address.
# starts: solved
# verdict: not done
# visitor: Everything works until the API is created again.
# lesson: A domain of your own stays when what is behind it changes.
# finding: fails | sends
# says: the stage's own address
edit_script account/info.js \
  's|{{ api_domain }}|a1b2c3d4e5.execute-api.{{ region }}.amazonaws.com/v1|'
