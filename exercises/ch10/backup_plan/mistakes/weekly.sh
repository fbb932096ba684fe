# The rule runs on Sundays.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until the sign-ins of a week are gone.
# lesson: What was written since the last backup is lost with the table.
# finding: fails | rule
# says: which leaves days out
sed 's/cron(0 5 ? \* \* \*)/cron(0 5 ? * SUN *)/' backup/plan.json >other.json
aws backup update-backup-plan --backup-plan-id "$(backup_plan)" \
  --backup-plan file://other.json
rm other.json
