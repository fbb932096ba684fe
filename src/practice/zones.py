"""What the account's public hosted zones say."""

from ministack.services import route53


def records():
    """The records of all public zones, as MiniStack keeps them."""
    for zone, records in list(route53._records.items()):
        if not route53._zones.get(zone, {}).get("private"):
            yield from records


def name_of(record):
    return plain(record.get("Name", ""))


def values(record):
    """Where an alias record leads, or what another one says."""
    alias = record.get("AliasTarget") or {}
    found = [alias["DNSName"]] if alias.get("DNSName") else record.get("ResourceRecords") or []
    return [plain(value) for value in found]


def plain(name):
    """A name as people write it: lower case, no final dot, `*` for Route 53's `\\052`."""
    return name.lower().rstrip(".").replace("\\052", "*")
