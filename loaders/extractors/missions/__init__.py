"""Operations deployed abroad and what the article says of each."""

from dataclasses import replace

from loaders.extractors.instruments import find_instruments
from loaders.extractors.missions.command import describe_commander, find_commander
from loaders.extractors.missions.contribution import find_contributors
from loaders.extractors.missions.described import describe_missions
from loaders.extractors.missions.figures import find_figures
from loaders.extractors.missions.lead import find_lead
from loaders.extractors.missions.scene import Scene
from loaders.extractors.missions.standing import find_mandate, find_place
from loaders.facts import Instrument, Mission
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def find_missions(reading: Reading, cast: Cast) -> tuple[Mission, ...]:
    """All missions of the article, in order of mention."""
    bare = Scene(reading, cast, cast.missions)
    instruments = find_instruments(reading, cast) if cast.missions else ()
    told = tuple(_standing(mission, bare, instruments) for mission in cast.missions)
    described = describe_missions(Scene(reading, cast, told))
    told = tuple(sorted((*told, *described), key=lambda m: m.mentions[0].span))
    figures = find_figures(Scene(reading, cast, told))
    return tuple(replace(m, figures=(*m.figures, *figures.get(m.id, ()))) for m in told)


def _standing(mission: Mission, scene: Scene, instruments: tuple[Instrument, ...]) -> Mission:
    led = replace(mission, lead=find_lead(mission, scene), place=find_place(mission, scene))
    commander = find_commander(led, scene)
    return replace(
        led,
        mandate=find_mandate(led, instruments, scene),
        commander=commander,
        commander_described=None if commander else describe_commander(led, scene),
        contributors=find_contributors(led, scene),
    )
