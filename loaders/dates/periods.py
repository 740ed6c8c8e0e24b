"""Months, seasons, years and decades: "in July last year", "summer 2021", "the 1990s"."""

import re

from loaders.dates.context import Context, Rule, Value, of_month, of_year
from loaders.dates.nearest import nearest_year_of_month
from loaders.dates.words import (
    ABOUT,
    AND,
    DASH,
    GAP,
    MONTH,
    PART,
    PARTED,
    SEASONS,
    YEAR,
    either,
    month_of,
)
from loaders.facts import Derivation

_WHICH = r"(?P<which>(?i:last|this|next))"
_TOGETHER = rf"(?:{DASH}|{AND})"
_BEFORE_MONTH = rf"(?:(?i:in|since|until|till|during|throughout|for){GAP})"
_BEFORE_YEAR = r"(?i:in|since|until|till|by|of|from|during|before|after|throughout|for)"
_MONTH_YEAR = re.compile(
    rf"\b{ABOUT}{PART}(?P<m>{MONTH})(?:{GAP}(?:of{GAP})?|,{GAP}?)(?P<y>{YEAR})"
)
_MONTHS = re.compile(
    rf"\b(?:(?:(?i:from|between){GAP})?(?P<m>{MONTH}){_TOGETHER}(?P<n>{MONTH}),?{GAP}(?P<y>{YEAR})"
    rf"|(?i:from|between){GAP}(?P<a>{MONTH}){_TOGETHER}(?P<b>{MONTH}))(?!{GAP}?\d)"
)
_MONTH_THEN = re.compile(rf"\b{PART}(?P<m>{MONTH}){GAP}(?:of{GAP})?{_WHICH}{GAP}year\b")
_WHICH_MONTH = re.compile(rf"\b{_WHICH}{GAP}(?P<m>{MONTH})(?!{GAP}?\d)")
_MONTH = re.compile(
    rf"\b(?:{_BEFORE_MONTH}(?:the{GAP})?(?P<w>{PART}(?P<m>{MONTH}))"
    rf"|(?P<v>{PARTED.replace('part', 'other')}(?P<n>{MONTH})))(?!{GAP}?\d|{GAP}[A-Z])"
)
_SEASON = re.compile(
    rf"\b(?:{_WHICH}{GAP})?(?P<s>(?i:{either(SEASONS)}))(?:{GAP}(?:of{GAP})?(?P<y>{YEAR}))?\b"
)
_DECADE = re.compile(r"\b(?:(?:early|mid|late)[- ])?(?P<d>(?:1[89]|20)\d)0[’']?s\b")
_YEARS = re.compile(
    rf"(?:\b(?:from|(?P<between>between)|in|during|of){GAP}|\()"
    rf"(?P<w>(?P<y>{YEAR})(?:{DASH}|(?P<and>{AND}))(?P<z>{YEAR}|\d\d(?!\d)))\b"
)
_NO_PLURAL = rf"(?![ -]years?\b|{GAP}[a-z]+s\b(?<!\bwas)(?<!\bhas)(?<!\bis))"  # "of 2000 soldiers"
_IN_YEAR = re.compile(
    rf"(?:\b{_BEFORE_YEAR}{GAP}|\()(?:(?:the|year){GAP})*"
    rf"(?P<w>{ABOUT}{PART}(?P<y>{YEAR}))\b{_NO_PLURAL}(?![-/]\d)"
)
_THE_YEAR = re.compile(
    rf"\b(?i:the|a|its|his|her|their){GAP}(?P<w>(?P<y>{YEAR}))(?=[ -][a-z])(?![ -]years?\b)"
)
_PARTED_YEAR = re.compile(rf"\b(?P<w>(?:{PARTED}|(?P<about>circa|c\.){GAP}?)(?P<y>{YEAR}))\b")
_BEGIN = {21: 3, 22: 6, 23: 9}  # first month of a season; a winter spans two years


def _month_year(match: re.Match[str], _: Context) -> Value:
    value = of_month(int(match["y"]), month_of(match["m"]), Derivation.STATED)
    return Value(f"{value.edtf}~") if match["about"] else value


def _months(match: re.Match[str], context: Context) -> Value:
    first, last = month_of(match["m"] or match["a"]), month_of(match["n"] or match["b"])
    year = int(match["y"]) if match["y"] else nearest_year_of_month(last, context)
    derivation = Derivation.STATED if match["y"] else Derivation.INFERRED
    if year is None:
        return Value(derivation=derivation)
    start = year - 1 if first > last else year
    return Value(f"{start:04}-{first:02}/{year:04}-{last:02}", derivation=derivation)


def _month_then(match: re.Match[str], context: Context) -> Value:
    year = _year_of(match["which"], context)
    if year is None:
        return Value(derivation=Derivation.RELATIVE)
    return of_month(year, month_of(match["m"]), Derivation.RELATIVE)


def _year_of(which: str, context: Context) -> int | None:
    shift = {"last": -1, "this": 0, "next": 1}[which.lower()]
    return context.near.year + shift if context.near else None


def _which_month(match: re.Match[str], context: Context) -> Value:
    """Only where both ways of counting agree: "last July" in March, not in September."""
    month, which, near = month_of(match["m"]), match["which"].lower(), context.near
    year = _year_of(which, context)
    clear = near and {"last": month >= near.month, "next": month <= near.month, "this": True}[which]
    if year is None or not clear:
        return Value(derivation=Derivation.RELATIVE)
    return of_month(year, month, Derivation.RELATIVE)


def _month(match: re.Match[str], context: Context) -> Value:
    month = month_of(match["m"] or match["n"])
    year = nearest_year_of_month(month, context)
    if year is None:
        return Value(derivation=Derivation.INFERRED)
    return of_month(year, month, Derivation.INFERRED)


def _season(match: re.Match[str], context: Context) -> Value | None:
    season, which = SEASONS[match["s"].lower()], match["which"]
    if match["y"]:
        return Value(f"{match['y']}-{season}")
    if which is None:
        return None
    year, begin, near = _year_of(which, context), _BEGIN.get(season), context.near
    clear = (
        near
        and begin
        and {
            "last": near.month < begin + 3,
            "next": near.month >= begin,
            "this": True,
        }[which.lower()]
    )
    return Value(f"{year}-{season}" if clear else None, derivation=Derivation.RELATIVE)


def _decade(match: re.Match[str], _: Context) -> Value:
    return Value(f"{match['d']}X")


def _years(match: re.Match[str], _: Context) -> Value | None:
    first, last = match["y"], match["z"]
    full = last if len(last) == len(first) else first[:2] + last
    if int(first) >= int(full):
        return None
    listed = match["and"] and not match["between"] and int(full) - int(first) > 1
    return Value(f"{{{first},{full}}}" if listed else f"{first}/{full}")


def _in_year(match: re.Match[str], _: Context) -> Value:
    value = of_year(int(match["y"]), Derivation.STATED)
    return Value(f"{value.edtf}~") if match.groupdict().get("about") else value


RULES: tuple[Rule, ...] = (
    (_MONTH_YEAR, _month_year),
    (_MONTHS, _months),
    (_MONTH_THEN, _month_then),
    (_WHICH_MONTH, _which_month),
    (_MONTH, _month),
    (_SEASON, _season),
    (_DECADE, _decade),
    (_YEARS, _years),
    (_IN_YEAR, _in_year),
    (_THE_YEAR, _in_year),
    (_PARTED_YEAR, _in_year),
)
