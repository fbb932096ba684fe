# OPTIONS was copied from /chapters, and names GET alone.
# starts: solved
# verdict: not done
# visitor: The page shows a CORS error.
# lesson: OPTIONS names each verb that pages of another origin may send.
# finding: fails | preflight
# says: Access-Control-Allow-Methods with PUT
preflight GET,OPTIONS Authorization,Content-Type
