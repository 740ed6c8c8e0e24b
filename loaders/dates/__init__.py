"""Date expressions in English news text, read to EDTF by a small grammar that invents nothing."""

from loaders.dates.bounds import earliest, latest, parse_day
from loaders.dates.find import find_dates

__all__ = ["earliest", "find_dates", "latest", "parse_day"]
