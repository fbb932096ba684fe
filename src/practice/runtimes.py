"""What Lambda tells a function of where it runs, and MiniStack does not: its runtime, and its handler. By these the Node.js of
this machine behaves as the runtime that the function names: see handlers.cjs.

AWS Lambda Developer Guide, "Working with Lambda environment variables".
"""

from ministack.core import lambda_runtime

credentials = lambda_runtime.execution_credentials


def name():
    """Lets functions know where they run."""
    lambda_runtime.execution_credentials = environment


def environment(config):
    """The environment that Lambda adds to a function's own: its credentials, and where it runs."""
    runs = {"AWS_EXECUTION_ENV": f"AWS_Lambda_{config.get('Runtime', '')}", "_HANDLER": config.get("Handler", "")}
    return {**credentials(config), **runs}
