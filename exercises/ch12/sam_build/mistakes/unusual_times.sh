# A checkout gave the files new times, and changed nothing in them; a test stands beside the code.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What is in the files counts, and not when they were written.
mkdir -p sam-app/hello-world/tests
echo 'test("hello", () => {});' >sam-app/hello-world/tests/index.test.mjs
touch -t 203801010000 sam-app/template.yaml sam-app/hello-world/index.mjs
