"""Write any number of fictional plans, some with a fault, and the truth about them.

    python benchmarks/plans.py FOLDER --plans 7850 [--items 27] [--seed 1] [--faults 1%]

The same call always writes the same bytes.
"""

from nation.calling import main

if __name__ == "__main__":
    main()
