# The folder of the code has another name than the template says.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: sam build ends with an error.
# lesson: CodeUri begins at the template, and names the folder as it is called.
# finding: fails | code
# says: the folder sam-app/hello-world
# says: no such folder
mv sam-app/hello-world sam-app/hello_world
