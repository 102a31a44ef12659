/** What a measured number is compared with when it is not one number and a tolerance. Bounds are inclusive. */
export type Bound = { atMost: number } | { atLeast: number } | { between: readonly [number, number] };

/** What is said about one result of a paper before it is judged. */
export interface ClaimInput {
  /** Stable name of the row, e.g. `W-Fig2.saturates`. */
  id: string;
  /** Where the statement stands: paper and figure, theorem or equation. */
  source: string;
  /** The statement in a sentence; says so where the paper's setting was scaled down. */
  statement: string;
  /** The measured number. */
  measured: number;
  /** The number it should be (with `tolerance`), or a bound. */
  expected: number | Bound;
  /** Largest |measured - expected| that still holds; only with a number. */
  tolerance?: number;
  /** Unit of measured and expected, e.g. `nats`; nothing for a pure number. */
  unit?: string;
  /** A wrong result that would break the claim: proof that it can fail. */
  falsifiedBy: string;
}

/** A judged claim. */
export interface Claim extends ClaimInput {
  holds: boolean;
}
