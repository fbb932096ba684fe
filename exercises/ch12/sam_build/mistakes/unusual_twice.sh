# The application was built a second time.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Each build replaces the one before.
cd sam-app && sam build && sam build
