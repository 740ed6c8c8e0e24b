"""The vocabulary of Actors, Meetings, Statements and Missions, and the checks that hold it."""

__version__ = "0.1.0"
