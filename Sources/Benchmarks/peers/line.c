/* What the shortest program on libedit does: the measure for `terminal.py keys`. */
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

static wchar_t *prompt(EditLine *edit) {
  (void)edit;
  return L"> ";
}

int main(void) {
  setlocale(LC_ALL, "");
  EditLine *edit = el_init("line", stdin, stdout, stderr);
  el_wset(edit, EL_PROMPT, prompt);
  el_wset(edit, EL_EDITOR, L"emacs");
  int count = 0;
  while (el_wgets(edit, &count) != NULL && count > 0) {
  }
  el_end(edit);
  return 0;
}
