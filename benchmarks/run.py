"""Every measurement, one after the other (`make bench`)."""

from benchmarks import quality, speed
from benchmarks.sparql.__main__ import main as sparql

if __name__ == "__main__":
    speed.main()
    quality.main()
    sparql()
