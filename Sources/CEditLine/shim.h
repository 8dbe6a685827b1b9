#pragma once
/* libedit as Swift can call it: el_wset and history_w are variadic, the standard streams are
   global variables. Every function here is one such call and nothing more. */
#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

typedef wchar_t *(*mingbai_prompt_function)(EditLine *);
typedef unsigned char (*mingbai_edit_function)(EditLine *, wint_t);

/* The editor's reading end is unused: characters come through the function set below. */
static inline EditLine *mingbai_edit_open(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

static inline int mingbai_edit_set_owner(EditLine *edit, void *owner) {
  return el_wset(edit, EL_CLIENTDATA, owner);
}

static inline void *mingbai_edit_owner(EditLine *edit) {
  void *owner = NULL;
  el_wget(edit, EL_CLIENTDATA, &owner);
  return owner;
}

static inline int mingbai_edit_use_emacs_keys(EditLine *edit) {
  return el_wset(edit, EL_EDITOR, L"emacs");
}

static inline int mingbai_edit_set_reader(EditLine *edit, el_rfunc_t read) {
  return el_wset(edit, EL_GETCFN, read);
}

/* While editing, CR and LF stay as they are: libedit would have the terminal turn LF into CR,
   and CR LF in a paste would read as two newlines. */
static inline int mingbai_edit_keep_newlines(EditLine *edit) {
  return el_wset(edit, EL_SETTY, L"-d", L"-icrnl", L"-inlcr", NULL);
}

/* Without the terminal's ways to insert and delete columns libedit writes the rest of a row anew. With them it
   takes the last wide character of a full row for one that is still there, writes the next one over the edge of the
   window and clears the row below. */
static inline int mingbai_edit_rewrite_rows(EditLine *edit) {
  const wchar_t *const names[] = {L"ic", L"IC", L"im", L"dc", L"DC", L"dm"};
  int result = 0;
  for (unsigned place = 0; place < sizeof names / sizeof *names; place++)
    result |= el_wset(edit, EL_SETTC, names[place], L"", NULL);
  return result;
}

/* Before the prompt is printed: what is typed as soon as it appears must find the editor's modes. */
static inline int mingbai_edit_begin(EditLine *edit) {
  return el_wset(edit, EL_PREP_TERM, 1);
}

/* Text between two `mark` characters goes to the terminal but takes no columns. */
static inline int mingbai_edit_set_prompt(
    EditLine *edit, mingbai_prompt_function prompt, wchar_t mark) {
  return el_wset(edit, EL_PROMPT_ESC, prompt, mark);
}

/* libedit keeps the name's address for as long as the editor lives, so it gets a copy of its own. */
static inline int mingbai_edit_bind(
    EditLine *edit, const wchar_t *keys, const wchar_t *name, mingbai_edit_function function) {
  if (el_wset(edit, EL_ADDFN, wcsdup(name), L"", function) != 0) return -1;
  return el_wset(edit, EL_BIND, keys, name, NULL);
}

static inline int mingbai_edit_rebind(EditLine *edit, const wchar_t *keys, const wchar_t *name) {
  return el_wset(edit, EL_BIND, keys, name, NULL);
}

static inline int mingbai_edit_refresh(EditLine *edit) {
  return el_wset(edit, EL_REFRESH);
}

static inline int mingbai_edit_use_history(EditLine *edit, HistoryW *history) {
  return el_wset(edit, EL_HIST, history_w, history);
}

static inline int mingbai_history_limit(HistoryW *history, int count) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, count);
}

/* A line equal to the newest one is not entered again. */
static inline int mingbai_history_drop_repeats(HistoryW *history) {
  HistEventW event;
  return history_w(history, &event, H_SETUNIQUE, 1);
}

static inline int mingbai_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, line);
}

/* Through the same buffer as the editor's own output, so that the order is kept. */
static inline void mingbai_terminal_write(const void *bytes, size_t count) {
  fwrite(bytes, 1, count, stdout);
}

static inline void mingbai_terminal_flush(void) {
  fflush(stdout);
}
