# OPTIONS does not name Authorization among the headers that pages may send.
# starts: solved
# verdict: not done
# visitor: The page shows a CORS error.
# lesson: Authorization must be named: not even a star stands for it.
# finding: fails | preflight
# says: Your page sends the header Authorization
preflight PUT,OPTIONS '*'
