# What was built was deleted.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: there is nothing to deploy.
# lesson: Each build makes the folder .aws-sam again, and it belongs in no repository.
# finding: fails | built
rm -r sam-app/.aws-sam
