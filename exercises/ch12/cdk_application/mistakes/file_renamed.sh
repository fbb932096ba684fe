# The file of the program was renamed, and cdk.json names the old one.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Node.js says that it cannot find the module.
# lesson: cdk.json names a file of its own folder.
# finding: fails | program
# says: cdk-app/bin/cdk-app.mjs
mv cdk-app/bin/cdk-app.mjs cdk-app/bin/app.mjs
