"""The tray: an icon that tells by its shape how everything stands, a sentence, and a menu. Shows and asks; decides nothing.

Everything it says comes from `status`; everything it does is the agent's own. The only room that knows pystray, and it
loads it when an icon is asked for. Called by `commands/run.py`.
"""
