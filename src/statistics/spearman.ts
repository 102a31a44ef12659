import { correlation } from './correlation';
import { ranks } from './ranks';

/**
 * Spearman's rank correlation, in [-1, 1]: the {@link correlation} of the ranks, where ties share their mean rank. It is 1
 * whenever y rises with x, however it rises.
 *
 * @param x [n], n >= 2
 * @param y [n]
 * @throws Error when the lengths differ, n < 2, a number is NaN, or all of x or all of y are equal
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length || x.length < 2)
    throw new Error(`spearman: two equal lengths >= 2 are needed, got ${x.length} and ${y.length}`);
  const [rankX, rankY] = Object.entries({ x, y }).map(([name, values]) => {
    const rank = ranks(values);
    if (rank.every((value) => value === rank[0]))
      throw new Error(`spearman: ${name} must not all be equal, got ${values[0]} everywhere`);
    return rank;
  });
  return correlation(rankX, rankY);
}
