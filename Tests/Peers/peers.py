"""Cuts the documents of a gold table with Naql and with other rule-based segmenters, and counts exact documents.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install -r Tests/Peers/requirements.txt
    /tmp/peers/bin/python Tests/Peers/peers.py            # Markdown, by phenomenon
    /tmp/peers/bin/python Tests/Peers/peers.py --speed FILE

A peer that is not installed is left out. A document is exact when its sentences, white space folded, are those of the
gold. Every peer gets the text line by line, since a new line always ends a segment and most of them do not know that;
empty sentences are dropped. Flags of a document (--profile, --unwrap …) go to Naql only. Nothing of Naql needs this.
"""

import argparse
import csv
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def icu():
    import icu

    iterator = icu.BreakIterator.createSentenceInstance(icu.Locale("ar"))

    def cut(line):
        text = icu.UnicodeString(line)
        iterator.setText(text)
        start = 0
        for end in iterator:
            yield str(text[start:end])
            start = end

    return f"ICU {icu.ICU_VERSION} `ar`", cut


def yasbd():
    import yasbd

    detector = yasbd.BoundaryDetector("ar")
    return f"yasbd-lib {yasbd.__version__}", lambda line: list(detector.segment(line))


def pysbd():
    import importlib.metadata

    import pysbd

    segmenter = pysbd.Segmenter(language="ar", clean=False)
    return f"pySBD {importlib.metadata.version('pysbd')}", segmenter.segment


def split():
    end = re.compile(r"(?<=[.!?؟۔…])\s+")
    return "split at terminators", end.split


def peers():
    for make in (icu, yasbd, pysbd, split):
        try:
            yield make()
        except ImportError as error:
            print(f"left out: {error}", file=sys.stderr)


def naql(text, options):
    command = [ROOT / ".build/release/naql", "segment", "--plain", *options]
    run = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True)
    return run.stdout.decode().split("\n")


def fold(sentences):
    folded = (" ".join(sentence.split()) for sentence in sentences)
    return [sentence for sentence in folded if sentence]


def lines(text):
    return re.split(r"\r\n|\r|\n", text)


def unescape(text):
    simple = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return re.sub(
        r"\\(?:u\{([0-9A-Fa-f]+)\}|(.))", lambda m: chr(int(m[1], 16)) if m[1] else simple.get(m[2], m[2]), text
    )


def table(path):
    rows = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def compare(path):
    tools = [("Naql", None), *peers()]
    counts, totals = {}, [0] * (len(tools) + 1)
    for row in table(path):
        text = unescape(row["input"])
        gold = fold(unescape(row["expected"]).split("¦"))
        count = counts.setdefault(row["phenomenon"], [0] * (len(tools) + 1))
        right = [True]
        for _, cut in tools:
            if cut is None:
                ours = naql(text, (row["options"] or "").split())
            else:
                ours = [sentence for line in lines(text) if line.strip() for sentence in cut(line)]
            right.append(fold(ours) == gold)
        for column, exact in enumerate(right):
            count[column] += exact
            totals[column] += exact
    print("| phenomenon | cases | " + " | ".join(name for name, _ in tools) + " |")
    print("|---|" + "---:|" * (len(tools) + 1))
    for phenomenon, count in counts.items():
        print(f"| {phenomenon} | " + " | ".join(map(str, count)) + " |")
    shares = [f"{100 * total / totals[0]:.1f} %" for total in totals[1:]]
    print(f"| **all** | **{totals[0]}** | " + " | ".join(f"**{share}**" for share in shares) + " |")


def speed(path):
    text = path.read_text(encoding="utf-8")
    size = len(text.encode()) / 1e6
    for name, cut in peers():
        started = time.perf_counter()
        count = sum(1 for line in lines(text) if line.strip() for _ in cut(line))
        print(f"{name}\t{count} sentences\t{size / (time.perf_counter() - started):.2f} MB/s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", type=pathlib.Path, default=ROOT / "Tests/Gold/segmentation/challenge.tsv")
    parser.add_argument("--speed", type=pathlib.Path, metavar="FILE", help="measure on this text instead")
    arguments = parser.parse_args()
    if arguments.speed:
        speed(arguments.speed)
    else:
        compare(arguments.gold)
