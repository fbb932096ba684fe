"""Who may publish several messages at once: whoever may publish one. MiniStack asks for an action that AWS does not know, and that
no policy allows (Service Authorization Reference, "Actions, resources, and condition keys for Amazon SNS").
"""

from ministack.core import iam_actions

SEVERAL, ONE = "sns:PublishBatch", "sns:Publish"
extract = iam_actions.extract_iam_action


def play():
    """Lets policies be asked about several messages as about one."""
    iam_actions.extract_iam_action = action


def action(*asked):
    known = extract(*asked)
    return ONE if known == SEVERAL else known
