/** One way to do the work that is measured. */
export interface Contender {
  name: string;
  run: () => void | Promise<void>;
}

/** One measurement: what we do beside what peers do, on the same work in the same process or beside it. */
export interface Bench {
  name: string;
  ours: Contender;
  /** The fastest of them counts. */
  peers: Contender[];
  /** Smallest peer time / our time that is good enough. */
  goal: number;
  /** Timed runs of each; the median counts. */
  repeats: number;
}

/** A file of this folder hands its benches over by this function, set up and ready to run. */
export type BenchFile = () => Promise<Bench[]>;
