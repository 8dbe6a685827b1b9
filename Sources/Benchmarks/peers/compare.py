#!/usr/bin/env python3
"""Times mingbai's cores beside the packages PyPI offers, on the same inputs, in the same run.

usage: python3 Sources/Benchmarks/peers/compare.py [--perf .build/release/Perf] [--json] [PART…]
parts: recognize phones planning expressions

The script makes its own virtual environment (in the user's cache folder, or $MINGBAI_PEERS) and
installs the peers there. Each comparison alternates ours and the peer for five rounds in one
process each and prints the medians and their ratio. A peer that can't be had is named with the reason.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import time
import venv
from pathlib import Path

ROUNDS = 5
# Seconds after which a peer is given up.
LONGEST = 240
PEERS = {
    "jionlp": "jionlp",
    "duckling": "duckling",
    "phonenumbers": "phonenumbers",
    "pyxirr": "pyxirr",
    "numpy-financial": "numpy_financial",
    "common-expression-language": "cel",
    "cel-expr-python": "cel_expr_python",
}


def enter_venv():
    """Re-runs the script inside its own virtual environment with the peers installed."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    home = Path(os.environ.get("MINGBAI_PEERS") or cache / "mingbai-peers")
    python = home / "bin" / "python"
    if Path(sys.prefix).resolve() == home.resolve():
        return home
    if not python.exists():
        venv.create(home, with_pip=True)
    marker = home / "installed.json"
    if not marker.exists():
        refused = {}
        for package in PEERS:
            run = subprocess.run(
                [python, "-m", "pip", "install", "-q", package], capture_output=True, text=True
            )
            if run.returncode != 0:
                lines = run.stderr.strip().splitlines()
                refused[package] = lines[-1] if lines else "pip failed"
        marker.write_text(json.dumps(refused))
    os.execv(python, [str(python), *sys.argv])


class Ours:
    """The benchmark program, asked for one round of a case at a time."""

    def __init__(self, perf, flows):
        self.inputs = json.loads(
            subprocess.run([perf, "inputs", "--json", "--flows", flows], capture_output=True, check=True).stdout
        )
        self.process = subprocess.Popen(
            [perf, "serve", "--json", "--flows", flows], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def round(self, case):
        self.process.stdin.write(case + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(f"{case}: {answer['error']}")
        return answer["seconds"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def once(body, units):
    start = time.perf_counter()
    body()
    return (time.perf_counter() - start) / units


class Comparison:
    def __init__(self, ours, as_json):
        self.ours = ours
        self.as_json = as_json
        self.refused = {}

    def say(self, record):
        if self.as_json:
            print(json.dumps(record, ensure_ascii=False), flush=True)
        elif "peer" in record:
            print(
                f"{record['case']:28} {record['peer']:34} ours {duration(record['ours']):>10}"
                f"   peer {duration(record['theirs']):>10}   ratio {record['ratio']:8.1f}",
                flush=True,
            )
        else:
            print(f"not compared: {record['refused']}: {record['reason']}", flush=True)

    def against(self, case, name, body, units=1, warm=True):
        """Five alternating rounds of our case and one peer's body of so many units."""
        try:
            signal.alarm(LONGEST)
            if warm:
                body()
            rounds = [(self.ours.round(case), once(body, units)) for _ in range(ROUNDS)]
        except Exception as fault:  # a peer's fault must not end the run
            return self.refuse(name, f"{type(fault).__name__}: {fault}")
        finally:
            signal.alarm(0)
        mine = statistics.median(r[0] for r in rounds)
        theirs = statistics.median(r[1] for r in rounds)
        self.say({"case": case, "peer": name, "ours": mine, "theirs": theirs, "ratio": theirs / mine})

    def refuse(self, name, reason):
        self.say({"refused": name, "reason": reason.splitlines()[0][:200] if reason else "unknown"})


def too_long(*_):
    raise TimeoutError(f"took more than {LONGEST} s")


def duration(seconds):
    for factor, unit in ((1e9, "ns"), (1e6, "µs"), (1e3, "ms")):
        if seconds * factor < 1000:
            return f"{seconds * factor:.1f} {unit}"
    return f"{seconds:.2f} s"


def recognize(run):
    """The recognizers of Chinese text: everything they find in short messages."""
    messages = run.ours.inputs["short-zh"][:100]
    case = "recognize.short-zh"
    try:
        import jionlp

        def jio():
            for text in messages:
                jionlp.ner.extract_time(text, time_base=1763700000)
                jionlp.ner.extract_money(text)
                jionlp.extract_phone_number(text)
                jionlp.extract_url(text)

        run.against(case, "jionlp (time money phone url)", jio, len(messages))

        def jio_money():
            for text in messages:
                jionlp.ner.extract_money(text)

        run.against(case, "jionlp (money alone)", jio_money, len(messages))
    except Exception as fault:
        run.refuse("jionlp", f"{type(fault).__name__}: {fault}")
    try:
        # The package starts its Java machine without converting strings, and then fails on its own
        # answers; started here, with its jars, it works.
        import importlib.util

        import jpype

        package = Path(importlib.util.find_spec("duckling").origin).parent
        jars = sorted(str(jar) for jar in package.rglob("*.jar"))
        jpype.startJVM("-Xmx2048m", classpath=jars, convertStrings=True)
        import duckling

        chinese = duckling.Language.CHINESE
        parser = duckling.Duckling(jvm_started=True)
        parser.load(languages=[chinese])

        def duck():
            for text in messages[:20]:
                parser.parse(text, language=chinese)

        run.against(case, "duckling", duck, 20)
    except Exception as fault:
        run.refuse("duckling", f"{type(fault).__name__}: {fault}")


def phones(run):
    messages = run.ours.inputs["short-zh"][:500]
    try:
        import phonenumbers

        def match():
            for text in messages:
                list(phonenumbers.PhoneNumberMatcher(text, "CN"))

        run.against("recognize.short-zh", "phonenumbers (phones alone)", match, len(messages))
    except Exception as fault:
        run.refuse("phonenumbers", f"{type(fault).__name__}: {fault}")


def planning(run):
    import datetime

    flows = {
        n: [(datetime.date.fromisoformat(d), fen / 100) for d, fen in run.ours.inputs[f"flows-{n}"]]
        for n in (36, 360)
    }
    try:
        import pyxirr

        for n in (36, 360):
            dates = [d for d, _ in flows[n]]
            amounts = [a for _, a in flows[n]]

            def xirr(dates=dates, amounts=amounts):
                for _ in range(1000):
                    pyxirr.xirr(dates, amounts)

            run.against(f"planning.xirr-{n}", "pyxirr", xirr, 1000)

        periods = list(range(1, 361))

        def rows():
            for _ in range(20):
                for k in periods:
                    pyxirr.ipmt(0.005, k, 360, 100000)
                    pyxirr.ppmt(0.005, k, 360, 100000)

        run.against("planning.schedule-360", "pyxirr ipmt + ppmt, a call a row", rows, 20)
        try:
            pyxirr.ipmt(0.005, periods, 360, 100000)

            def listed():
                for _ in range(1000):
                    pyxirr.ipmt(0.005, periods, 360, 100000)
                    pyxirr.ppmt(0.005, periods, 360, 100000)

            run.against("planning.schedule-360", "pyxirr ipmt + ppmt, a list", listed, 1000)
        except TypeError as fault:
            run.refuse("pyxirr ipmt on a list", str(fault))
    except Exception as fault:
        run.refuse("pyxirr", f"{type(fault).__name__}: {fault}")
    try:
        import numpy
        import numpy_financial

        periods = numpy.arange(1, 361)

        def npf():
            for _ in range(100):
                numpy_financial.ipmt(0.005, periods, 360, 100000)
                numpy_financial.ppmt(0.005, periods, 360, 100000)

        run.against("planning.schedule-360", "numpy-financial ipmt + ppmt", npf, 100)
    except Exception as fault:
        run.refuse("numpy-financial", f"{type(fault).__name__}: {fault}")


def expressions(run):
    values = {
        "age": 35, "income": 6000, "debt": 50000, "name": "王",
        "amounts": [1, 20, 300, 40, 5, 60, 7, 800], "limit": 500,
    }  # fmt: skip
    for kind in ("simple", "macro"):
        text = run.ours.inputs[kind]
        case = f"expressions.{kind}"
        try:
            import cel

            program = cel.compile(text) if hasattr(cel, "compile") else None
            context = cel.Context(values) if hasattr(cel, "Context") else values

            def common(program=program, context=context, text=text):
                for _ in range(1000):
                    if program is not None:
                        program.execute(context)
                    else:
                        cel.evaluate(text, values)

            run.against(
                case, "common-expression-language" + ("" if program else " (parses each time)"),
                common, 1000,
            )  # fmt: skip
        except Exception as fault:
            run.refuse("common-expression-language", f"{type(fault).__name__}: {fault}")
        try:
            from cel_expr_python import cel as google

            kinds = {
                "age": google.Type.INT, "income": google.Type.INT, "debt": google.Type.INT,
                "name": google.Type.STRING, "limit": google.Type.INT,
                "amounts": google.Type.List(google.Type.INT),
            }  # fmt: skip
            environment = google.NewEnv(variables=kinds)
            compiled = environment.compile(text)

            def expr(compiled=compiled):
                for _ in range(1000):
                    compiled.eval(data=values)

            run.against(case, "cel-expr-python", expr, 1000)
        except Exception as fault:
            run.refuse("cel-expr-python", f"{type(fault).__name__}: {fault}")


PARTS = {"recognize": recognize, "phones": phones, "planning": planning, "expressions": expressions}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--perf", default=".build/release/Perf")
    parser.add_argument("--flows", default="flows")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    home = enter_venv()
    signal.signal(signal.SIGALRM, too_long)
    run = Comparison(Ours(options.perf, options.flows), options.json)
    for package, reason in json.loads((home / "installed.json").read_text()).items():
        run.refuse(package, reason)
    for part in options.parts or PARTS:
        PARTS[part](run)
    run.ours.close()
    sys.stdout.flush()
    os._exit(0)  # a peer's Java machine may hang on to the process


if __name__ == "__main__":
    main()
