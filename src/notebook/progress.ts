import { randomUUID } from 'node:crypto';
import { nextTurn } from '../training/nextTurn';
import { duration } from './duration';
import { headlessRun, type ProgressReport } from './headlessRun';
import { publisher } from './publish';

/** One line that tells how far a long step is. */
export interface Progress {
  /**
   * Shows `done` of `total`, at most ten times a second. Await it in a loop: whenever it shows something it gives
   * the event loop a turn, without which a notebook sees nothing until the cell ends.
   */
  update(done: number, total: number, note?: string): Promise<void>;
  /** Ends the line with a text that holds no times, so that stored notebooks stay the same from run to run. */
  done(note?: string): void;
}

const shortestPause = 100; // ms between two shown states

/** Starts a line of progress under the cell; in a headless run it goes to the runner's status line. */
export function progress(label: string): Progress {
  const start = performance.now();
  const line = lineOnScreen();
  let shown = Number.NEGATIVE_INFINITY;
  let last: ProgressReport | undefined;
  let first: Start | undefined;
  return {
    async update(done, total, note) {
      last = { label, done, total, note };
      const now = performance.now();
      first ??= { done, at: (now - start) / 1000 };
      if (now - shown < shortestPause) return;
      shown = now;
      line.show({ ...last, left: secondsLeft(last, (now - start) / 1000, first) }, (now - start) / 1000);
      await nextTurn();
    },
    done(note) {
      line.end(finalText(label, last, note));
    },
  };
}

/** What was done when progress was first told, and how many seconds after the start that was. */
interface Start {
  done: number;
  at: number;
}

/** Seconds left at the pace since the first report, since what was done before may come from a checkpoint. */
function secondsLeft({ done, total }: ProgressReport, elapsed: number, first: Start): number | undefined {
  return done > first.done ? ((elapsed - first.at) / (done - first.done)) * (total - done) : undefined;
}

/** `training: 300 of 1500 · 2 s, about 8 s left · loss 0.3`. @param elapsed seconds */
export function progressText({ label, done, total, note, left }: ProgressReport, elapsed: number): string {
  const rest = left === undefined ? '' : `, about ${duration(Math.ceil(left))} left`;
  return `${label}: ${done} of ${total} · ${duration(Math.floor(elapsed))}${rest}${note ? ` · ${note}` : ''}`;
}

function finalText(label: string, last: ProgressReport | undefined, note: string | undefined): string {
  return `${label}: ${last ? `${last.done} of ${last.total}` : 'done'}${note ? ` · ${note}` : ''}`;
}

interface Line {
  show(report: ProgressReport, elapsed: number): void;
  end(text: string): void;
}

function lineOnScreen(): Line {
  const run = headlessRun();
  const publish = publisher();
  if (run)
    return {
      show: (report) => run.onProgress(report),
      end: (text) => publish?.({ 'text/plain': text }),
    };
  if (publish) {
    const id = randomUUID();
    let update = false;
    const put = (text: string) => {
      publish({ 'text/plain': text }, { id, update });
      update = true;
    };
    return { show: (report, elapsed) => put(progressText(report, elapsed)), end: put };
  }
  const inPlace = process.stderr.isTTY ? '\r\x1b[2K' : '';
  return {
    show: (report, elapsed) => inPlace && process.stderr.write(inPlace + progressText(report, elapsed)),
    end: (text) => process.stderr.write(`${inPlace}${text}\n`),
  };
}
