# The prefixes end in a star, as patterns elsewhere do.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and nothing ever starts.
# lesson: In a filter, a star is a character of the key.
# finding: fails | trains
# says: * is no wildcard
# finding: fails | infers
sed -i 's|analytics/auth-callback|analytics/*|; s|rcf/input/|rcf/input/*|' \
  notifications/data-bucket.json
notify
