"""The Windows package, built on Linux: `build.py` is the way in. No Windows and no Windows Python is needed to build it."""
