"""The peer of earthMover.ts: holds problems and solves the one that a line names, with POT. One line of JSON each way."""
import json
import sys
import numpy as np
import ot

problems = []
print(json.dumps({"version": ot.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if "add" in request:
        p = request["add"]
        x, y = (np.array(p[side]).reshape(-1, p["dim"]) for side in "xy")
        problems.append((x, y, np.array(p["weightsX"]), np.array(p["weightsY"])))
        print("{}", flush=True)
    else:
        x, y, a, b = problems[request["solve"]]
        distance = ot.emd2(a, b, ot.dist(x, y, "euclidean"), numItermax=10**8)
        print(json.dumps({"distance": float(distance)}), flush=True)
