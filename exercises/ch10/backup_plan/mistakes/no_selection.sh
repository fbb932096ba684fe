# The plan has a rule, and nothing was assigned to it.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until a file is gone and there is no backup of it.
# lesson: A plan says when, and only a selection says what.
# finding: fails | selects
# says: selects nothing
no_selection "$(backup_plan)"
