/** One measurement: what we do beside what a peer does, on the same work in the same process. */
export interface Bench {
  name: string;
  ours: { name: string; run: () => void | Promise<void> };
  peer: { name: string; run: () => void | Promise<void> };
  /** Smallest peer time / our time that is good enough. */
  goal: number;
  /** Timed runs of each; the median counts. */
  repeats: number;
}

/** A file of this folder hands its benches over by this function, set up and ready to run. */
export type BenchFile = () => Promise<Bench[]>;
