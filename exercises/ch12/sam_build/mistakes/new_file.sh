# A file was added after the build.
# starts: solved
# verdict: not done
# visitor: Whoever calls the function gets an error as soon as it imports the file.
# lesson: What is new is not in what was built before.
# finding: fails | code
# says: sam-app/hello-world/words.mjs
echo 'export const words = "good evening";' >sam-app/hello-world/words.mjs
touch -t 203801010000 sam-app/hello-world/words.mjs
