# A schedule was for one time, and that time has passed.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the file has the lines of one day.
# lesson: What recurs has a rate or a cron expression.
# finding: fails | next_run
# says: its one time has passed
no_rule
invoking_role scheduler.amazonaws.com
schedule 'at(2026-01-01T06:00:00)' function:rule-analytics-auth-callback
