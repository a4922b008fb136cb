/* Starts the Python that lies beside this program, with one module of ours. Compiled three times (launchers.py):
 *   secondlook.exe    the command line; hands its arguments on
 *   Second Look.exe   the agent at log-on; no window, nothing on any console
 *   native-host.exe   what browsers start; hands their pipes on, and none of their arguments
 * A program of our own, because a native-messaging manifest and the Run key name one file, and so that Task Manager says
 * who runs. It reads no environment but LOCALAPPDATA and decides nothing.
 *
 * Python is started in isolated mode (-I): the folder that the caller happens to be in stays out of the import path.
 * Nobody but an administrator may write beside the program, so compiled modules are kept in the person's own folder.
 */
#include <windows.h>
#include <wchar.h>

#ifndef MODULE
#error "compile with -DMODULE=L\"secondlook ...\""
#endif

enum { LONGEST = 32767 };

static wchar_t folder[LONGEST], local[LONGEST], line[LONGEST];

static int fail(const char *sentence) {
  DWORD written;
  WriteFile(GetStdHandle(STD_ERROR_HANDLE), sentence, lstrlenA(sentence), &written, NULL);
  return 70;
}

#ifdef FORWARD
/* What follows the program's own name on the command line, quotes as they were. */
static const wchar_t *own_arguments(void) {
  const wchar_t *rest = GetCommandLineW();
  const int quoted = *rest == L'"';
  if (quoted) rest++;
  while (*rest && *rest != (quoted ? L'"' : L' ') && (quoted || *rest != L'\t')) rest++;
  if (*rest == L'"') rest++;
  return rest;
}
#else
static const wchar_t *own_arguments(void) { return L""; }
#endif

static void on_nothing(STARTUPINFOW *start) {
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  HANDLE nothing = CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                               OPEN_EXISTING, 0, NULL);
  start->hStdInput = start->hStdOutput = start->hStdError = nothing;
}

/* Ends with us, however we end: an installer that stops this program stops Python as well. */
static void tie(HANDLE child) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  HANDLE job = CreateJobObjectW(NULL, NULL);
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  AssignProcessToJobObject(job, child);
}

int wmain(void) {
  const DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
  wchar_t *name = length && length < LONGEST ? wcsrchr(folder, L'\\') : NULL;
  if (!name) return fail("Second Look cannot tell where it is installed.\n");
  *name = 0;
  if (!GetEnvironmentVariableW(L"LOCALAPPDATA", local, LONGEST)) local[0] = 0;
  const wchar_t *cache = local[0] ? L"\" -I -X \"pycache_prefix=" : L"\" -I -B";
  const wchar_t *kept = local[0] ? L"\\SecondLook\\pycache\"" : L"";
  const wchar_t *arguments = own_arguments();
  const wchar_t *words[] = {L"\"", folder, L"\\python\\python.exe", cache, local, kept, L" -m " MODULE, arguments};
  size_t used = 0;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    used += wcslen(words[i]);
    if (used >= LONGEST) return fail("Second Look was given too many words.\n");
    wcscat(line, words[i]);
  }

  STARTUPINFOW start = {0};
  PROCESS_INFORMATION child;
  start.cb = sizeof start;
  start.dwFlags = STARTF_USESTDHANDLES;
  start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
  start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
  start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
#ifdef SILENT
  on_nothing(&start);
  const DWORD window = CREATE_NO_WINDOW;
#else
  (void)on_nothing;
  const DWORD window = 0;
#endif
  if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, window | CREATE_SUSPENDED, NULL, NULL, &start, &child))
    return fail("Second Look's Python cannot be started. Install Second Look again.\n");
  tie(child.hProcess);
  ResumeThread(child.hThread);
  WaitForSingleObject(child.hProcess, INFINITE);
  DWORD status = 70;
  GetExitCodeProcess(child.hProcess, &status);
  return (int)status;
}
