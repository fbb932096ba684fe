# The code was changed after it was built.
# starts: solved
# verdict: not done
# visitor: Nobody sees the change: deploying takes what was built.
# lesson: Build after each change, and before you deploy.
# finding: fails | code
# says: sam-app/hello-world/index.mjs as it is now
sed -i.old 's/hello world/good evening/' sam-app/hello-world/index.mjs
rm sam-app/hello-world/index.mjs.old
