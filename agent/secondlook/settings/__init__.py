"""What the district and the person have set: files in, checked models out, the last good one when a file is broken."""
