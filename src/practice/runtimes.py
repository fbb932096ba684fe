"""What Lambda tells a function of where it runs, and MiniStack does not: its runtime, and its handler. By these the Node.js of
this machine behaves as the runtime that the function names: see handlers.cjs. And whose credentials it has: those of its role,
also when that was changed, where MiniStack goes on with a worker that has the old ones.

AWS Lambda Developer Guide, "Working with Lambda environment variables" and "Understanding the Lambda execution environment
lifecycle".
"""

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

credentials = lambda_runtime.execution_credentials


def name():
    """Lets functions know where they run, and with which role."""
    lambda_runtime.execution_credentials = environment
    lambda_svc._update_config = with_its_role(lambda_svc._update_config)


def with_its_role(others):
    def update(name, data):
        answer = others(name, data)
        if answer[0] == 200 and "Role" in data:
            lambda_svc.invalidate_worker(name, "$LATEST", account=lambda_svc.get_account_id(), region=lambda_svc.get_region())
        return answer

    return update


def environment(config):
    """The environment that Lambda adds to a function's own: its credentials, and where it runs."""
    runs = {"AWS_EXECUTION_ENV": f"AWS_Lambda_{config.get('Runtime', '')}", "_HANDLER": config.get("Handler", "")}
    return {**credentials(config), **runs}
