"""Every measurement, one after the other (`make bench`)."""

from benchmarks import quality, speed

if __name__ == "__main__":
    speed.main()
    quality.main()
