"""Tokens of user pools in the practice account. MiniStack signs and verifies them with the package cryptography, which the
practice account does without: unsigned tokens would all be refused. Here whose they are, until when, and for what is
verified, and the signature is not. The account is on the learner's own machine, and nobody else asks it.
"""

import importlib.util

from ministack.services import apigateway_v1


def accept():
    """Lets API Gateway take tokens whose signature nobody here can verify."""
    if importlib.util.find_spec("cryptography") is None:
        apigateway_v1._verify_rs256_signature = lambda token, key: True
