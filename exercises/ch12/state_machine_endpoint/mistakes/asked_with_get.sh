# Step Functions is asked with GET.
# starts: solved
# verdict: not done
# visitor: Whoever calls it gets an error.
# lesson: The verb of the method and that of the integration are two things: services of AWS take POST.
# finding: fails | target
# says: the HTTP method GET
starts --integration-http-method GET
