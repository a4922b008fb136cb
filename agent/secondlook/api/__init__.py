"""The agent's door: HTTP on 127.0.0.1, one guard before every route, thin routes, no decision of its own."""
