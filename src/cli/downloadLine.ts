import { duration } from '../notebook/duration';

/** Tells how far a download is: in place on a terminal, as a line now and then elsewhere. */
export interface DownloadLine {
  update(name: string, done: number, total: number): void;
  /** Prints a line that stays. */
  print(text: string): void;
  /** Removes what is shown in place. */
  clear(): void;
}

const pauses = { inPlace: 100, lines: 10_000 }; // ms between two shown states
const window = 5000; // ms over which the speed is taken

/** @param columns the terminal's width; absent: no terminal, nothing is shown in place */
export function createDownloadLine(
  write: (text: string) => void,
  columns: (() => number) | undefined,
  now = () => performance.now(),
): DownloadLine {
  let current = '';
  let shown = now();
  let trace: [at: number, done: number][] = [];
  const anew = columns ? '\r\x1b[2K' : '';
  return {
    update(name, done, total) {
      const at = now();
      const [, last = 0] = trace.at(-1) ?? [];
      if (name !== current || done < last) trace = []; // another file, or anew
      current = name;
      trace.push([at, done]);
      while (trace.length > 2 && at - trace[0][0] > window) trace.shift();
      if (at - shown < (columns ? pauses.inPlace : pauses.lines)) return;
      shown = at;
      const text = `  ${progressText(name, done, total, speed(trace))}`;
      write(columns ? anew + text.slice(0, columns() - 1) : `${text}\n`);
    },
    print: (text) => write(`${anew}${text}\n`),
    clear: () => write(anew),
  };
}

/** `a.gz  12.0 of 48.0 MB · 25 % · 3.1 MB/s · about 12 s left`. @param rate bytes a second, undefined where it is not known yet */
function progressText(name: string, done: number, total: number, rate: number | undefined): string {
  const share = `${megabytes(done)} of ${megabytes(total)} MB · ${Math.floor((100 * done) / total)} %`;
  if (!rate) return `${name}  ${share}`;
  const left = duration(Math.ceil((total - done) / rate));
  return `${name}  ${share} · ${megabytes(rate)} MB/s · about ${left} left`;
}

/** Bytes a second between the first and the last of some states. */
function speed(trace: readonly [number, number][]): number | undefined {
  const [[from, before], [to, after]] = [trace[0], trace[trace.length - 1]];
  return to > from ? (1000 * (after - before)) / (to - from) : undefined;
}

/** A number of bytes in millions, to a tenth, or to a hundredth and a thousandth where it is small. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e4 ? 3 : bytes < 1e5 ? 2 : 1);
}
