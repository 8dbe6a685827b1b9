#!/usr/bin/env python3
"""Spreads `mingbai read --jsonl` over the cores by engines that exist, and compares what comes out.

usage: python3 Sources/Benchmarks/scale/spread.py [--messages 1000000] [--mingbai B] [--perf P] [ENGINE…]
engines: alone parallel spark

The filter keeps no state between lines, so any engine that cuts a file at line ends may spread it. The script makes
the messages by `Perf messages=COUNT`, runs the filter alone, under GNU parallel (Debian: parallel) and under PySpark
(PyPI; installed into the virtual environment of the peers; needs Java) with one and with two workers, prints the
seconds, and fails unless every output equals the one of the filter alone, line for line.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

SPARK = """
import sys
from pyspark import SparkConf, SparkContext
workers, command, source, target = sys.argv[1:]
settings = SparkConf().setMaster(f"local[{workers}]").setAppName("read").set("spark.ui.enabled", "false")
context = SparkContext(conf=settings)
context.setLogLevel("ERROR")
context.textFile(source, minPartitions=8 * int(workers)).pipe(command).saveAsTextFile(target)
context.stop()
"""


def digest(paths):
    """The hash of the lines of these files, one after the other."""
    total = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            while block := file.read(1 << 20):
                total.update(block)
    return total.hexdigest()


def alone(_, command, source, folder):
    target = folder / "alone"
    with open(source, "rb") as lines, open(target, "wb") as out:
        subprocess.run(command, stdin=lines, stdout=out, check=True)
    return [target]


def parallel(workers, command, source, folder):
    if shutil.which("parallel") is None:
        raise FileNotFoundError("GNU parallel is not installed (Debian package: parallel)")
    target = folder / f"parallel-{workers}"
    call = ["parallel", "--will-cite", "--pipe", "--keep-order", "--block", "4M", "-j", str(workers), *command]
    with open(source, "rb") as lines, open(target, "wb") as out:
        subprocess.run(call, stdin=lines, stdout=out, check=True)
    return [target]


def spark(workers, command, source, folder):
    if shutil.which("java") is None:
        raise FileNotFoundError("no Java is installed")
    target = folder / f"spark-{workers}"
    call = [spark_python(), "-c", SPARK, str(workers), " ".join(command), str(source), str(target)]
    subprocess.run(call, check=True, stderr=subprocess.DEVNULL)
    return sorted(target.glob("part-*"))


def spark_python():
    """The Python of the peers' virtual environment, with PySpark in it."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    home = Path(os.environ.get("MINGBAI_PEERS") or cache / "mingbai-peers")
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    if subprocess.run([python, "-c", "import pyspark"], capture_output=True).returncode != 0:
        subprocess.run([python, "-m", "pip", "install", "-q", "pyspark"], check=True)
    return str(python)


ENGINES = {"alone": alone, "parallel": parallel, "spark": spark}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("engines", nargs="*", metavar="ENGINE", choices=[*ENGINES, []])
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--mingbai", default=".build/release/mingbai")
    parser.add_argument("--perf", default=".build/release/Perf")
    options = parser.parse_args()
    command = [str(Path(options.mingbai).resolve()), "read", "--jsonl"]
    engines = options.engines or list(ENGINES)
    if "spark" in engines and shutil.which("java"):
        spark_python()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "messages.jsonl"
        with open(source, "wb") as out:
            subprocess.run([options.perf, f"messages={options.messages}"], stdout=out, check=True)
        print(f"{options.messages} messages, {source.stat().st_size / 1e6:.0f} MB", flush=True)
        expected, different = None, False
        for engine in ["alone", *[e for e in engines if e != "alone"]]:
            for workers in [1] if engine == "alone" else [1, 2]:
                start = time.perf_counter()
                try:
                    outputs = ENGINES[engine](workers, command, source, folder)
                except (OSError, subprocess.CalledProcessError) as fault:
                    print(f"{engine:10} {workers} not run: {fault}", flush=True)
                    continue
                seconds = time.perf_counter() - start
                found = digest(outputs)
                expected = expected or found
                different = different or found != expected
                verdict = "same lines" if found == expected else "DIFFERENT LINES"
                rate = options.messages / seconds
                print(f"{engine:10} {workers} {seconds:8.1f} s {rate:10.0f} messages/s  {verdict}", flush=True)
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
