"""Asks the running agent as the extension does, as the person whose agent it is: `ask_agent.py PATH [BODY]` prints the answer.

Runs with the package's own libraries, outside the tests' process: only the person can read the key. Used by the deployment test.
"""

from __future__ import annotations

import http.client
import sys

sys.path.insert(0, "/usr/lib/second-look/lib")

from secondlook.config import EXTENSION, find_home
from secondlook.keys import Keys
from secondlook.link import read_link

path, *body = sys.argv[1:]
home = find_home()
link = read_link(home.link_file)
if link is None:
    sys.exit("no agent is running")
headers = {
    "Authorization": f"Bearer {link.token(Keys(home).derive)}",
    "Content-Type": "application/json",
    "X-Second-Look": "1",
    "Origin": f"chrome-extension://{EXTENSION['chromium_id']}",
}
connection = http.client.HTTPConnection("127.0.0.1", link.port, timeout=10)
connection.request("POST" if body else "GET", path, *body, headers=headers)
sys.stdout.write(connection.getresponse().read().decode())
