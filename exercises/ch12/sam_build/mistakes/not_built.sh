# What was built was deleted.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: there is nothing to deploy.
# lesson: The folder .aws-sam is made anew by each build, and belongs in no repository.
# finding: fails | built
rm -r sam-app/.aws-sam
