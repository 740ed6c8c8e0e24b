"""Worker processes that answer queries on read-only snapshots of the store, each one bounded.

`pool.Pool` answers `work.Query` and `work.Dump`; `errors` tells why not. Nothing is imported
here: the workers import this package too, and must start quickly.
"""
