# The plan was made in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, until a table is gone and there is no backup of it.
# lesson: A plan takes what is in its own region.
# finding: fails | plan
# says: the backup plan website in eu-west-1
aws backup create-backup-vault --region eu-west-1 --backup-vault-name website
aws backup create-backup-plan --region eu-west-1 \
  --backup-plan file://backup/plan.json
