# The file was made by hand, with its header and nothing below.
# starts: solved
# verdict: not ready yet
# visitor: Whoever opens the file sees the names of columns.
# lesson: A file is no proof of data. A line is.
# finding: not ready | file
# says: analytics/auth-callback.csv without a line of data
# says: the function runs next on
echo timestamp |
  aws s3 cp - s3://{{ data_bucket }}/analytics/auth-callback.csv
