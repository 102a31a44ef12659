/** A figure, table or statement of a paper: which notebook recomputes it, or why none does. */
export type PaperItem = {
  /** As the paper numbers it, e.g. `Figure 1b`. */
  number: string;
  shows: string;
} & ({ notebook: string; note?: string } | { missing: string });

/** A paper with all of its figures and tables, also those that are not reproduced. */
export interface Paper {
  title: string;
  link: string;
  items: readonly PaperItem[];
}
