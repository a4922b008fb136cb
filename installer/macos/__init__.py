"""The macOS package: layout, launch agent, manifests and profiles, made and checked on Linux. NEVER RUN ON A MAC SO FAR.

`build.py` lays out everything that needs no Mac; `package.sh`, which lies beside the result, is the part that does.
"""
