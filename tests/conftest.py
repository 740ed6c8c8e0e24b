"""What all tests share: hypothesis judges what comes out, not how long a busy machine takes."""

from hypothesis import settings

settings.register_profile("communique", deadline=None)
settings.load_profile("communique")
