"""What browsers are told by their administrator: install the extension, let it reach the agent, use these settings.

One source, `wanted.py` (ids, the extension's place, the managed settings checked against the extension's own schema); one
file per format. Nothing here reads or changes a browser; only `merge.py` looks at files that are already there. Called by
`secondlook policies` and by the builders of the packages.
"""
