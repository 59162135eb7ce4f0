"""python -m speechlint"""

from speechlint.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
