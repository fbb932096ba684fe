# Nothing starts the function.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the newest backup grows old.
# lesson: A backup that somebody has to remember is forgotten.
# finding: fails | schedule
# finding: holds | backup
aws events remove-targets --rule backup-tables --ids function
aws events delete-rule --name backup-tables
