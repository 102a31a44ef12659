"""The peer of figureTraining.ts: makes the whole training that a line describes. One line of JSON each way."""
import json
import math
import sys
import torch
from torch.nn.functional import softplus

objectives = {
    "minimax": lambda fake, real: softplus(fake).mean() + softplus(-real).mean(),
    "Wasserstein": lambda fake, real: fake.mean() - real.mean(),
    "exp": lambda fake, real: fake.exp().mean() + (-real).exp().mean(),
}


def gaussian(batch, mean):
    return torch.randn(batch, len(mean)) + torch.tensor(mean)


def ring(batch, deviation):
    angles = torch.randint(8, (batch,)) * (2 * math.pi / 8)
    centres = torch.stack([angles.cos(), angles.sin()], 1) * 2
    return (centres + torch.randn(batch, 2) * deviation) / 1.414


def empirical(batch, points):
    return points[torch.randint(len(points), (batch,))]


samplers = {"gaussian": gaussian, "ring": ring, "empirical": empirical}


def slopes(net, points):
    points = points.detach().requires_grad_(True)
    (gradient,) = torch.autograd.grad(net(points).sum(), points, create_graph=True)
    return (gradient.square().sum(1) + 1e-12).sqrt()


def train(widths, objective, optimiser, rate, betas, decay_from, clip, penalty, weight, laws, batch, steps):
    layers = []
    for before, after in zip(widths, widths[1:]):
        layers += [torch.nn.Linear(before, after), torch.nn.ReLU()]
    net = torch.nn.Sequential(*layers[:-1])
    weights = list(net.parameters())
    for w in weights:
        torch.nn.init.kaiming_normal_(w) if w.dim() > 1 else torch.nn.init.zeros_(w)
    if optimiser == "adam":
        update = torch.optim.Adam(weights, lr=rate, betas=betas)
    else:
        update = torch.optim.RMSprop(weights, lr=rate, alpha=0.99, eps=1e-8)
    draw = [(samplers[kind], torch.tensor(a) if kind == "empirical" else a) for kind, a in laws]
    loss_of = objectives[objective]
    steepest = torch.zeros(0, widths[0])
    losses = []
    for step in range(steps):
        real, fake = (sample(batch, argument) for sample, argument in draw)
        if decay_from is not None and step > decay_from:
            update.param_groups[0]["lr"] = rate * (steps - step) / (steps - decay_from)
        update.zero_grad()
        loss = loss_of(net(fake), net(real))
        cost = loss
        if penalty:
            points = fake + torch.rand(batch, 1) * (real - fake)
            points[: len(steepest)] = steepest
            norms = slopes(net, points)
            if penalty == "gradient":
                cost = loss + weight * (norms - 1).square().mean()
            else:
                cost = loss + weight * norms.max().square()
                steepest = points[norms.detach().topk(batch // 8).indices]
        cost.backward()
        update.step()
        if clip:
            with torch.no_grad():
                for w in weights:
                    w.clamp_(-clip, clip)
        losses.append(loss.detach())
    return torch.stack(losses[-200:]).mean().item()


torch.manual_seed(0)
torch.set_num_threads(1)
print(json.dumps({"PyTorch": torch.__version__}), flush=True)
for request in map(json.loads, sys.stdin):
    print(json.dumps({"loss": train(**request)}), flush=True)
