# The application is built on version 1 of the library, as old examples are.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: version 1 gets no repairs since 2023.
# lesson: In version 2 everything is in one package, aws-cdk-lib.
# finding: fails | library
# says: version 1 of the library in cdk-app/package.json
echo '{"dependencies": {"@aws-cdk/core": "^1.204.0"}}' >cdk-app/package.json
