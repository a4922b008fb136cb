/* Runs the program named on its command line, waits, and prints its whole exit code, of which a Unix parent would see 8 bits.
 * (`start /wait` of wine's shell does the same, and now and then does not.) Used by wine.py. */
#include <stdio.h>
#include <windows.h>

int wmain(void) {
  wchar_t *line = GetCommandLineW();
  STARTUPINFOW start = {sizeof start};
  PROCESS_INFORMATION child;
  DWORD code = 0;
  line += *line == L'"' ? wcscspn(line + 1, L"\"") + 2 : wcscspn(line, L" ");
  while (*line == L' ') line++;
  if (!CreateProcessW(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &start, &child)) return 1;
  WaitForSingleObject(child.hProcess, INFINITE);
  GetExitCodeProcess(child.hProcess, &code);
  printf("EXIT=%lu\n", code);
  return 0;
}
