# The build broke off before it had the code.
# starts: solved
# verdict: not done
# visitor: Whoever calls the function gets an error, for its code is not there.
# lesson: Read to the last line: it says Build Succeeded, or what was lacking.
# finding: fails | code
# says: HelloWorldFunction in sam-app/.aws-sam/build/HelloWorldFunction
rm -r sam-app/.aws-sam/build/HelloWorldFunction
