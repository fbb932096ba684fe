"""What the account's public hosted zones say."""

from ministack.services import route53


def names():
    """The names of all public zones."""
    return {plain(zone["name"]) for zone in list(route53._zones.values()) if not zone.get("private")}


def records():
    """The records of all public zones that are answered, as MiniStack keeps them."""
    for zone, records in list(route53._records.items()):
        if not route53._zones.get(zone, {}).get("private"):
            heavy = {about(record) for record in records if weight(record) > 0}
            yield from (record for record in records if weight(record) != 0 or about(record) not in heavy)


def about(record):
    return name_of(record), record.get("Type")


def weight(record):
    """What its weight is, or -1: beside records with a weight, those with 0 are never answered (Amazon Route 53 Developer
    Guide, "Weighted routing")."""
    return int(record.get("Weight", -1))


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
