import type { Continuous, Distribution } from './distribution';
import { empirical } from './empirical';
import { gaussian } from './gaussian';
import { mixture } from './mixture';
import { squareLattice } from './squareLattice';
import { uniformBox } from './uniformBox';

/** A law of real and a law of fake points in the plane. */
export interface RealAndFake<Law extends Distribution = Distribution> {
  real: Law;
  fake: Law;
}

const square = (x: number, halfSide = 0.5) => uniformBox({ centre: [x, 0], halfSide });
const cloud = (x: number) => gaussian({ mean: [x, 0], std: 0.15 });
const two = (weight: number, first: Continuous, second: Continuous) =>
  mixture([
    { weight, distribution: first },
    { weight: 1 - weight, distribution: second },
  ]);

/**
 * The toy cases of the released code of Lipschitz GANs (gan_synthetic4.py, cases 1, 1.1, 2 and 3), fake on the left and real on the right:
 *
 * - `squareAndFrame`: fake one fifth the 16 points on the edge of a 5 x 5 lattice over a square of side 1 around (-1, 0) and four fifths
 *   a square of side 0.5 inside it, real a square of side 1 around (1, 0): disjoint;
 * - `squares`: two squares of side 1 around (-1, 0) and (1, 0): disjoint, and one is the other moved by 2;
 * - `overlappingSquares`: both laws on both squares, fake with the weights 0.8 and 0.2, real with 0.2 and 0.8;
 * - `gaussians`: fake N((-0.75, 0), 0.15^2 I), real half N((1, 0), 0.15^2 I) and half N((-1.25, 0), 0.15^2 I).
 */
export const lipschitzGanCases = {
  squareAndFrame: {
    real: square(1),
    fake: mixture([
      { weight: 0.2, distribution: frame() },
      { weight: 0.8, distribution: square(-1, 0.25) },
    ]),
  } as RealAndFake,
  squares: { real: square(1), fake: square(-1) } as RealAndFake<Continuous>,
  overlappingSquares: {
    real: two(0.8, square(1), square(-1)),
    fake: two(0.8, square(-1), square(1)),
  } as RealAndFake<Continuous>,
  gaussians: { real: two(0.5, cloud(1), cloud(-1.25)), fake: cloud(-0.75) } as RealAndFake<Continuous>,
};

function frame(): Distribution {
  return empirical(squareLattice({ centre: [-1, 0], halfSide: 0.5, perSide: 5, boundary: true }), 2);
}
