"""`python -m tests.benchmarks` lists the scripts; a name runs one, `--short` runs all in a form short enough for CI."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

import tests.benchmarks as package


def scripts() -> dict[str, str]:
    """Name → first line of the docstring of every script here."""
    names = (m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_"))
    found = {name: importlib.import_module(f"tests.benchmarks.{name}") for name in names}
    return {name: (module.__doc__ or "").splitlines()[0] for name, module in found.items() if hasattr(module, "main")}


def main() -> int:
    """Run what was asked for; the exit code says only whether the scripts ran."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("script", nargs="?", choices=sorted(scripts()), help="which to run")
    parser.add_argument("--short", action="store_true", help="few rounds, small inputs")
    arguments, rest = parser.parse_known_args()
    if arguments.script is None and not arguments.short:
        for name, line in scripts().items():
            print(f"{name:<16} {line}")
        return 0
    for name in [arguments.script] if arguments.script else scripts():
        print(f"\n== {name}")
        importlib.import_module(f"tests.benchmarks.{name}").main(short=arguments.short, arguments=rest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
