import { expect, it } from 'vitest';
import { oneSidedPenaltyCounts, randomArchitectureCounts } from '../../src/papers/randomArchitectureCounts';

it('every row of Table 2 sums to its 200 architectures', () => {
  for (const { onlyFirst, onlySecond, both, none } of randomArchitectureCounts)
    expect(onlyFirst + onlySecond + both + none).toBe(200);
});

it('the thresholds rise from 1 to 9 by halves, and ever fewer succeed with WGAN-GP', () => {
  expect(randomArchitectureCounts.map((row) => row.threshold)).toEqual(
    Array.from({ length: 17 }, (_, i) => 1 + i / 2),
  );
  const successes = randomArchitectureCounts.map((row) => row.onlySecond + row.both);
  expect(successes).toEqual([...successes].sort((a, b) => b - a));
});

it('Appendix C is kept as printed: its wins do not add up to its architectures', () => {
  const { architectures, twoSidedWins, oneSidedWins } = oneSidedPenaltyCounts;
  expect(twoSidedWins + oneSidedWins - architectures).toBe(3);
});
