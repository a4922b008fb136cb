"""The Debian package: `build.py` is the way in, `payload/` and `debian/` are what goes in as it is."""
