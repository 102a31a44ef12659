import { kullbackLeibler } from './kullbackLeibler';
import { flatPoints, type Points } from './points';

/** The modes of a mixture of round Gaussians of one size, e.g. `ringOfGaussians()`. */
export interface Modes {
  /** [modes][dim] */
  centres: readonly (readonly number[])[];
  /** Standard deviation of each mode in every coordinate. */
  std: number;
}

/** Parameters of {@link modeCoverage}. */
export interface ModeCoverageOptions {
  /** A point closer to a centre than this many standard deviations is of high quality. */
  within?: number;
  /** A mode is captured by at least this share of all points, of high quality; by one point in any case. */
  leastShare?: number;
}

/** How the points of a generator are spread over the modes. */
export interface ModeCoverage {
  /** Modes captured. */
  captured: number;
  /** Share of all points that are of high quality, in [0, 1]. */
  highQuality: number;
  /**
   * KL(p ‖ uniform) in nats, in [0, log modes], where p is how the points of high quality are spread over the modes; NaN
   * where there are none.
   */
  reverseKullbackLeibler: number;
  /** For each mode, the share of all points that are its own and of high quality: [modes]. */
  shares: number[];
}

/**
 * Modes captured, share of high quality samples, and reverse KL over modes: each point belongs to the nearest centre and
 * is of high quality within 3 standard deviations of it, the convention of VEEGAN (Srivastava et al. 2017) and PacGAN
 * (Lin et al. 2018), which call a mode captured by a single such point; `leastShare` asks for more.
 *
 * A perfect generator does not reach 1: within 3 standard deviations lies a share 1 - exp(-9/2) = 98.89 % of a round
 * Gaussian in the plane. And one that drops modes may come as close, so the three numbers belong together.
 *
 * @param points [n][dim], or flattened
 * @throws Error when there is no point or no mode, the dimensions differ, std or within is not > 0, or leastShare is not
 *   in [0, 1]
 */
export function modeCoverage(
  points: Points,
  { centres, std }: Modes,
  { within = 3, leastShare = 0 }: ModeCoverageOptions = {},
): ModeCoverage {
  if (centres.length === 0) throw new Error('modeCoverage: at least one centre is needed, got none');
  for (const [name, value] of Object.entries({ std, within }))
    if (!(value > 0 && value < Infinity))
      throw new Error(`modeCoverage: ${name} must be finite and > 0, got ${value}`);
  if (!(leastShare >= 0 && leastShare <= 1))
    throw new Error(`modeCoverage: leastShare must be in [0, 1], got ${leastShare}`);
  const dim = centres[0].length;
  const { coordinates, size } = flatPoints('points', points, dim);
  const modes = flatPoints('centres', centres, dim);
  const counts = new Array<number>(centres.length).fill(0);
  for (let i = 0; i < size; i++) {
    const { mode, squared } = nearest(coordinates.subarray(i * dim, (i + 1) * dim), modes.coordinates);
    if (squared < (within * std) ** 2) counts[mode]++;
  }
  const good = counts.reduce((sum, count) => sum + count, 0);
  return {
    captured: counts.filter((count) => count >= Math.max(1, leastShare * size)).length,
    highQuality: good / size,
    reverseKullbackLeibler:
      good === 0
        ? Number.NaN
        : kullbackLeibler(
            counts.map((count) => count / good),
            counts.map(() => 1 / counts.length),
          ),
    shares: counts.map((count) => count / size),
  };
}

/** The centre closest to a point, and the squared distance to it. @param centres [modes, dim] flattened */
function nearest(point: Float64Array, centres: Float64Array): { mode: number; squared: number } {
  const dim = point.length;
  let best = { mode: 0, squared: Infinity };
  for (let mode = 0; mode * dim < centres.length; mode++) {
    let squared = 0;
    for (let k = 0; k < dim; k++) squared += (point[k] - centres[mode * dim + k]) ** 2;
    if (squared < best.squared) best = { mode, squared };
  }
  return best;
}
