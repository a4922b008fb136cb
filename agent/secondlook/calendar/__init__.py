"""When is work time? Default hours, Massachusetts holidays, and a school calendar where there is one."""
