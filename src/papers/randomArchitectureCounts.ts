import type { SuccessRow } from '../statistics/successTable';

const rows = [
  [1.0, 0, 8, 192, 0],
  [1.5, 0, 50, 150, 0],
  [2.0, 0, 60, 140, 0],
  [2.5, 0, 74, 125, 1],
  [3.0, 1, 88, 110, 1],
  [3.5, 0, 111, 86, 3],
  [4.0, 1, 126, 67, 6],
  [4.5, 0, 136, 55, 9],
  [5.0, 0, 147, 42, 11],
  [5.5, 0, 148, 32, 20],
  [6.0, 0, 145, 21, 34],
  [6.5, 1, 131, 11, 57],
  [7.0, 1, 104, 5, 90],
  [7.5, 2, 67, 3, 128],
  [8.0, 1, 34, 0, 165],
  [8.5, 0, 6, 0, 194],
  [9.0, 0, 0, 0, 200],
];

/**
 * Improved Training of WGANs, Table 2 (in full: Table 5): of 200 random architectures on 32 × 32 ImageNet, those whose
 * inception score is above the threshold with the GAN only (first), with WGAN-GP only (second), with both, with none.
 */
export const randomArchitectureCounts: readonly SuccessRow[] = rows.map(
  ([threshold, onlyFirst, onlySecond, both, none]) => ({ threshold, onlyFirst, onlySecond, both, none }),
);

/** Improved Training of WGANs, Appendix C, as printed: 100 and 77 wins add up to 177, not to the 174 architectures. */
export const oneSidedPenaltyCounts = { architectures: 174, twoSidedWins: 100, oneSidedWins: 77 } as const;
