# A schedule in a group of its own, by the clock of Berlin, instead of a rule.
# starts: solved
# verdict: done
# visitor: The file has yesterday's sign-ins each morning.
# lesson: Scheduler is the newer way, and it knows time zones.
# finding: holds | next_run
# says: Europe/Berlin
no_rule
invoking_role scheduler.amazonaws.com
aws scheduler create-schedule-group --name website
schedule 'cron(0 6 * * ? *)' function:rule-analytics-auth-callback \
  --group-name website --schedule-expression-timezone Europe/Berlin
