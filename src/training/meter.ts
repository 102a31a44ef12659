import type * as tf from '@tensorflow/tfjs';

/** Where a number stopped being finite: in which step, counted from 1, and what it was. */
export interface Failure {
  step: number;
  what: string;
}

/** Gathers the scalars of steps, unread, into means. */
export interface Meter {
  /** Takes the scalars of a step over. */
  add(step: number, scalars: Record<string, tf.Scalar>): void;
  /** Reads and frees what is unread. @returns the first number that is not finite, if there is one */
  read(): Failure | undefined;
  /** The means over all steps that were read since the last call. */
  means(): Record<string, number>;
  /** Frees what is unread. */
  dispose(): void;
}

/**
 * A meter that leaves scalars unread until asked: reading one in every step would make a GPU wait for it. Means are
 * taken in 64 bits.
 */
export function createMeter(): Meter {
  let unread: { step: number; scalars: Record<string, tf.Scalar> }[] = [];
  let sums: Record<string, number> = {};
  let count = 0;
  const take = (scalar: tf.Scalar) => {
    const value = scalar.dataSync()[0];
    scalar.dispose();
    return value;
  };
  return {
    add: (step, scalars) => void unread.push({ step, scalars }),
    read() {
      let failure: Failure | undefined;
      for (const { step, scalars } of unread) {
        for (const [what, scalar] of Object.entries(scalars)) {
          const value = take(scalar);
          if (!Number.isFinite(value)) failure ??= { step, what };
          sums[what] = (sums[what] ?? 0) + value;
        }
        count++;
      }
      unread = [];
      return failure;
    },
    means() {
      const result = Object.fromEntries(Object.entries(sums).map(([what, sum]) => [what, sum / count]));
      sums = {};
      count = 0;
      return result;
    },
    dispose() {
      for (const { scalars } of unread) for (const scalar of Object.values(scalars)) scalar.dispose();
      unread = [];
    },
  };
}
