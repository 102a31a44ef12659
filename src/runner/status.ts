import { duration } from '../notebook/duration';
import type { ChildMessage } from './job';

/** Tells a person what runs: in place on a terminal, as plain lines elsewhere. */
export interface Status {
  start(name: string): void;
  hear(name: string, message: ChildMessage): void;
  end(name: string): void;
  /** Prints lines that stay. */
  print(text: string): void;
  /** Removes what is shown in place. */
  close(): void;
}

interface Running {
  since: number;
  doing: string;
}

/** How wide a terminal is, or undefined where nothing can be shown in place: it is none, or one that cannot move up. */
export function terminalWidth(
  stream: { isTTY?: boolean; columns?: number },
  terminal = process.env.TERM,
): (() => number) | undefined {
  return stream.isTTY && terminal !== 'dumb' ? () => stream.columns || 80 : undefined;
}

/** @param columns the terminal's width; absent: no terminal, nothing is shown in place */
export function createStatus(
  write: (text: string) => void,
  columns: (() => number) | undefined,
  now = () => performance.now(),
): Status {
  const running = new Map<string, Running>();
  let lines = 0;
  const clear = () => {
    if (lines > 0) write(`\x1b[${lines}A\x1b[J`);
    lines = 0;
  };
  const draw = () => {
    if (!columns) return;
    clear();
    const rows = [...running].map(([name, { since, doing }]) =>
      `  ${name}  ${duration(Math.floor((now() - since) / 1000))}  ${doing}`.slice(0, columns() - 1),
    );
    lines = rows.length;
    if (lines > 0) write(`${rows.join('\n')}\n`);
  };
  const timer = columns ? setInterval(draw, 250) : undefined;
  const print = (text: string) => {
    clear();
    write(`${text}\n`);
    draw();
  };
  return {
    start(name) {
      running.set(name, { since: now(), doing: 'starting' });
      if (!columns) print(`  ${name} started`);
    },
    hear(name, message) {
      const entry = running.get(name);
      if (entry) entry.doing = describe(message) ?? entry.doing;
    },
    end: (name) => void running.delete(name),
    print,
    close() {
      clearInterval(timer);
      running.clear();
      clear();
    },
  };
}

function describe(message: ChildMessage): string | undefined {
  if (message.type === 'cell') return `cell ${message.cell} of ${message.of}`;
  if (message.type !== 'progress') return undefined;
  const { label, done, total, note, left } = message.report;
  const rest = left === undefined ? '' : ` · about ${duration(Math.ceil(left))} left`;
  return `${label}: ${done} of ${total}${rest}${note ? ` · ${note}` : ''}`;
}
