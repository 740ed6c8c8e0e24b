"""What stretches of an article are about: concepts of the scheme `topics`, and instruments."""

from loaders.extractors.topics.attaching import attach_meeting_topics, attach_topics, named_spans
from loaders.extractors.topics.finding import RULE, find_topics

__all__ = ["RULE", "attach_meeting_topics", "attach_topics", "find_topics", "named_spans"]
