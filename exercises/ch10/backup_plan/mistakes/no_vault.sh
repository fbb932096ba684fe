# The rule names a vault that was never made.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until a file is gone and there is no backup of it.
# lesson: A vault is made before a plan can fill it; the console makes Default, and the command line does not.
# finding: fails | rule
# says: the vault Default, which is not there
sed 's/"TargetBackupVaultName": "website"/"TargetBackupVaultName": "Default"/' \
  backup/plan.json >other.json
aws backup update-backup-plan --backup-plan-id "$(backup_plan)" \
  --backup-plan file://other.json
rm other.json
