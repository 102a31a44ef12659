import type { Stream } from '../rng/stream';
import type { DiscretePair } from './discretePair';

/**
 * A random pair of laws on 2 to 12 random atoms of the plane, of as many kinds as possible, to put inequalities to the test.
 * Each kind is drawn on its own: atoms spread by 0.03 to 3, half of the time in close couples; masses E^s of exponential
 * variables E, normalised, from nearly equal (s = 1/4) over uniform on the simplex (s = 1) to very unequal (s = 4); atoms that
 * one law lacks (with probability 0 or 0.4 each); and, half of the time, q mixed into p so that both are close. The two
 * laws are never the same.
 *
 * @param source what to draw from; use a split for each pair
 */
export function randomDiscretePair(source: Stream): DiscretePair {
  const pick = <T>(choices: readonly T[]) => choices[source.integer(choices.length)];
  const n = 2 + source.integer(11);
  const scale = 10 ** (2 * source.uniform() - 1.5);
  const closeness = pick([1, 10 ** (-2 * source.uniform())]);
  const point = () => [scale * source.normal(), scale * source.normal()];
  const atoms: number[][] = [];
  for (let i = 0; i < n; i++) {
    const fresh = point();
    const couple = closeness < 1 && i % 2 === 1;
    atoms.push(couple ? fresh.map((value, d) => atoms[i - 1][d] + closeness * value) : fresh);
  }
  const [keptByQ, keptByP] = source.permutation(n); // so that the laws differ
  const masses = (kept: number, shape: number, lacking: number) => {
    const raw = atoms.map((_, i) => {
      const mass = (-Math.log1p(-source.uniform())) ** shape;
      return source.uniform() < lacking && i !== kept ? 0 : mass;
    });
    const total = raw.reduce((sum, mass) => sum + mass, 0);
    return raw.map((mass) => mass / total);
  };
  const q = masses(keptByQ, pick([1 / 4, 1, 4]), pick([0, 0.4]));
  const other = masses(keptByP, pick([1 / 4, 1, 4]), pick([0, 0.4]));
  const t = pick([1, 10 ** (-3 * source.uniform())]);
  return { atoms, p: other.map((mass, i) => t * mass + (1 - t) * q[i]), q };
}
