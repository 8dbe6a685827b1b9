#!/usr/bin/env python3
"""Times what a person at a terminal waits for, beside the tools they know, in the same run.

usage: python3 Sources/Benchmarks/peers/terminal.py [--mingbai PATH] [--rounds N] [--json] [prompt] [keys]

prompt: from exec to the first prompt on a pseudo-terminal: mingbai's menu, `mingbai start`, sqlite3,
        python3's input(), questionary. All by turns, round by round; least, median and processor time.
keys:   from a keystroke to its echo: mingbai at a question beside a 20-line C program on libedit
        (line.c, compiled by cc), letters, Chinese characters and Backspace by turns; median and p99.

mingbai should be the static release build: swift build -c release --static-swift-stdlib --product mingbai
"""

import argparse
import json
import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
LONGEST = 20  # seconds after which a program is given up


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, command, folder):
        environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
        }  # fmt: skip
        self.start = time.perf_counter()
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)

    def wait(self, mark, seconds=LONGEST):
        """Reads until the mark comes; the time it came."""
        output = b""
        while mark not in output:
            ready, _, _ = select.select([self.end], [], [], seconds)
            try:
                piece = os.read(self.end, 65536) if ready else b""
            except OSError:
                piece = b""
            if not piece:
                raise RuntimeError(f"no prompt; instead: {output[-200:]!r}")
            output += piece
        return time.perf_counter()

    def echo(self, keys):
        """Types keys; the seconds until the first byte comes back."""
        while select.select([self.end], [], [], 0)[0]:
            os.read(self.end, 65536)
        start = time.perf_counter()
        os.write(self.end, keys)
        select.select([self.end], [], [], LONGEST)
        return time.perf_counter() - start

    def close(self):
        """Ends the program; the processor time it took."""
        os.kill(self.process, 9)
        _, _, usage = os.wait4(self.process, 0)
        os.close(self.end)
        return usage.ru_utime + usage.ru_stime


def questionary_python():
    """A Python that has questionary, `None` and the reason where there is none."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    home = Path(os.environ.get("MINGBAI_PEERS") or cache / "mingbai-peers")
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    if subprocess.run([python, "-c", "import questionary"], capture_output=True).returncode != 0:
        run = subprocess.run(
            [python, "-m", "pip", "install", "-q", "questionary"], capture_output=True, text=True
        )
        if run.returncode != 0:
            lines = run.stderr.strip().splitlines()
            return None, lines[-1] if lines else "pip failed"
    return str(python), None


def say(record, as_json):
    if as_json:
        print(json.dumps(record, ensure_ascii=False), flush=True)
    elif "reason" in record:
        print(f"not compared: {record['name']}: {record['reason']}", flush=True)
    elif "median" in record:
        print(
            f"{record['name']:34} least {record['least'] * 1e3:7.1f} ms   median {record['median'] * 1e3:7.1f} ms"
            f"   processor {record['processor'] * 1e3:7.1f} ms",
            flush=True,
        )
    else:
        print(
            f"{record['name']:34} p50 {record['p50'] * 1e3:7.3f} ms   p99 {record['p99'] * 1e3:7.3f} ms",
            flush=True,
        )


def prompt(options):
    python, reason = questionary_python()
    # A Python by its real path: a shim in front of it would be timed too.
    plain = subprocess.run(
        ["python3", "-c", "import sys; print(sys.executable)"], capture_output=True, text=True
    ).stdout.strip()
    ours = [options.mingbai]
    cases = [
        ("mingbai (menu)", [*ours, "--lang", "zh", "--data", "DATA"], b"> "),
        ("mingbai start (first question)", [*ours, "start", "--lang", "zh", "--data", "DATA"], b"> "),
        ("mingbai --version (no prompt)", [*ours, "--version"], b"."),
        ("python3 input()", [plain, "-c", "input('> ')"], b"> "),
    ]
    if shutil.which("sqlite3"):
        cases.append(("sqlite3", ["sqlite3", "-interactive"], b"sqlite> "))
    else:
        say({"name": "sqlite3", "reason": "not installed"}, options.json)
    if python:
        text = "import questionary; questionary.text('name').ask()"
        cases.append(("questionary text", [python, "-c", text], b"name"))
    else:
        say({"name": "questionary", "reason": reason}, options.json)
    times = {name: [] for name, _, _ in cases}
    for number in range(options.rounds + 1):
        for name, command, mark in cases:
            with tempfile.TemporaryDirectory() as folder:
                terminal = Terminal([folder + "/data" if c == "DATA" else c for c in command], folder)
                passed = terminal.wait(mark) - terminal.start
                processor = terminal.close()
            if number > 0:  # the first round fills the caches
                times[name].append((passed, processor))
    for name, rounds in times.items():
        passed = [one for one, _ in rounds]
        say(
            {
                "name": name, "least": min(passed), "median": statistics.median(passed),
                "processor": statistics.median(one for _, one in rounds),
            },
            options.json,
        )  # fmt: skip


def keys(options):
    with tempfile.TemporaryDirectory() as folder:
        program = folder + "/line"
        built = subprocess.run(
            ["cc", "-O2", "-o", program, HERE / "line.c", "-ledit"], capture_output=True, text=True
        )
        if built.returncode != 0:
            return say({"name": "line.c", "reason": built.stderr.splitlines()[0]}, options.json)
        start = [options.mingbai, "start", "court.text", "--lang", "zh", "--data", folder + "/data"]
        programs = {"mingbai": Terminal(start, folder), "C on libedit": Terminal([program], folder)}
        for terminal in programs.values():
            terminal.wait(b"> ")
            time.sleep(0.2)
        strokes = [b"a", "好".encode(), b"1", "。".encode()] + [b"\x7f"] * 4
        times = {name: [] for name in programs}
        for number in range(options.rounds * 100):
            for name, terminal in programs.items():
                times[name].append(terminal.echo(strokes[number % len(strokes)]))
                time.sleep(0.0005)  # a person's next key comes when the program waits again
        for name, terminal in programs.items():
            terminal.close()
            ordered = sorted(times[name])
            say(
                {
                    "name": f"key to echo: {name}", "p50": ordered[len(ordered) // 2],
                    "p99": ordered[len(ordered) * 99 // 100],
                },
                options.json,
            )  # fmt: skip


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help="prompt, keys (default: both)")
    parser.add_argument("--mingbai", default=".build/release/mingbai")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    options.mingbai = str(Path(options.mingbai).resolve())
    for part in options.parts or ["prompt", "keys"]:
        {"prompt": prompt, "keys": keys}[part](options)


if __name__ == "__main__":
    sys.exit(main())
