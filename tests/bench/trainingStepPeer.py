"""The peer of trainingStep.ts: holds critics and makes updates of the one that a line names. One line of JSON each way."""
import ctypes
import json
import sys
import torch


def openblas():
    """The OpenBLAS that PyTorch multiplies with, if it does: it has threads of its own."""
    with open("/proc/self/maps") as maps:
        files = {line.split()[-1] for line in maps if "libopenblas" in line}
    return ctypes.CDLL(files.pop()) if files else None


try:
    blas = openblas()
except OSError:
    blas = None


class Training:
    def __init__(self, widths, weights, real, fake, points):
        layers = []
        for before, after in zip(widths, widths[1:]):
            layers += [torch.nn.Linear(before, after), torch.nn.ReLU()]
        self.net = torch.nn.Sequential(*layers[:-1])
        for parameter, values in zip(self.net.parameters(), weights):
            tensor = torch.tensor(values, dtype=torch.float32)
            parameter.data = tensor.reshape(parameter.shape[::-1]).T.contiguous()
        self.optimiser = torch.optim.Adam(self.net.parameters(), lr=1e-4, betas=(0.5, 0.9))
        self.real, self.fake, self.points = (
            torch.tensor(x, dtype=torch.float32).reshape(-1, widths[0]) for x in (real, fake, points)
        )

    def step(self):
        self.optimiser.zero_grad()
        points = self.points.clone().requires_grad_(True)
        (slope,) = torch.autograd.grad(self.net(points).sum(), points, create_graph=True)
        penalty = 10 * ((slope.square().sum(1) + 1e-12).sqrt() - 1).square().mean()
        loss = self.net(self.fake).mean() - self.net(self.real).mean()
        (loss + penalty).backward()
        self.optimiser.step()
        return loss.item()


trainings = []
print(json.dumps({"PyTorch": torch.__version__}), flush=True)
for request in map(json.loads, sys.stdin):
    if "add" in request:
        trainings.append(Training(**request["add"]))
        print("{}", flush=True)
    else:
        torch.set_num_threads(request["threads"])
        if blas:
            blas.openblas_set_num_threads(request["blasThreads"])
        losses = [trainings[request["step"]].step() for _ in range(request["count"])]
        print(json.dumps({"loss": losses[-1]}), flush=True)
