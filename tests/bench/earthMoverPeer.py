"""The peer of earthMover.ts: holds problems and solves the one that a line names by the function that it names. One line of
JSON each way."""
import json
import sys
import numpy as np
import ot
import scipy
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist
from scipy.stats import wasserstein_distance


def emd2(x, y, a, b):
    return ot.emd2(a, b, ot.dist(x, y, "euclidean"), numItermax=10**8)


def emd(x, y, a, b):
    cost = ot.dist(x, y, "euclidean")
    return np.sum(ot.emd(a, b, cost, numItermax=10**8) * cost)


def assignment(x, y, a, b):
    cost = cdist(x, y)
    return cost[linear_sum_assignment(cost)].mean()


def line(x, y, a, b):
    return wasserstein_distance(x[:, 0], y[:, 0], a, b)


functions = {"emd2": emd2, "emd": emd, "linear_sum_assignment": assignment, "wasserstein_distance": line}
problems = []
print(json.dumps({"POT": ot.__version__, "SciPy": scipy.__version__}), flush=True)
for request in map(json.loads, sys.stdin):
    if "add" in request:
        p = request["add"]
        x, y = (np.array(p[side]).reshape(-1, p["dim"]) for side in "xy")
        problems.append((x, y, np.array(p["weightsX"]), np.array(p["weightsY"])))
        print("{}", flush=True)
    else:
        print(json.dumps({"distance": float(functions[request["by"]](*problems[request["solve"]]))}), flush=True)
