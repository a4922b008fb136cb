/* A STAND-IN for python.exe in the wine tests, because no Windows Python can be had here. It is no Python: it writes its own
 * command line, says whether a console is there, hands stdin on to stdout, and with "secondlook run" stays until it is ended. */
#include <stdio.h>
#include <windows.h>

int wmain(void) {
  printf("%ls\n", GetCommandLineW());
  fflush(stdout);
  if (wcsstr(GetCommandLineW(), L"-m secondlook run")) Sleep(INFINITE);
  for (int one; (one = getchar()) != EOF;) putchar(one);
  return wcsstr(GetCommandLineW(), L"fail") ? 3 : 0;
}
