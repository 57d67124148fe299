"""What the check scripts share: a count of what holds, and an end that tells it."""
import sys

passed, failures = 0, []


def check(holds, message):
    global passed
    if holds:
        passed += 1
    else:
        failures.append(message)
        print("failed:", message)


def finish():
    """Prints “N passed, N failed” and ends the program, with 1 when something failed."""
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(bool(failures))
