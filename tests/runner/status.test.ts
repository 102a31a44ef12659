import { describe, expect, it, vi } from 'vitest';
import { createStatus, terminalWidth } from '../../src/runner/status';

const progress = { label: 'training', done: 3, total: 10, note: 'loss 1' };

describe('the status', () => {
  it('is plain lines where there is no terminal', () => {
    let written = '';
    const status = createStatus((text) => (written += text), undefined);
    status.start('01-a');
    status.hear('01-a', { type: 'progress', report: progress });
    status.end('01-a');
    status.print('✓ 01-a');
    status.close();
    expect(written).toBe('  01-a started\n✓ 01-a\n');
  });

  it('is as wide as the terminal is now, and plain where that cannot move up', () => {
    const terminal = { isTTY: true, columns: 100 };
    const width = terminalWidth(terminal, 'xterm');
    terminal.columns = 40;
    expect(width?.()).toBe(40);
    expect(terminalWidth(terminal, 'dumb')).toBeUndefined();
    expect(terminalWidth({}, 'xterm')).toBeUndefined();
  });

  it('is one line for each running notebook on a terminal, cut to its width', () => {
    vi.useFakeTimers();
    let written = '';
    const status = createStatus(
      (text) => (written += text),
      () => 26,
      () => Date.now(),
    );
    status.start('01-a');
    status.start('02-b');
    vi.advanceTimersByTime(250);
    status.hear('01-a', { type: 'cell', cell: 2, of: 9 });
    status.hear('02-b', { type: 'progress', report: progress });
    written = '';
    vi.advanceTimersByTime(1000);
    const shown = written.split('\x1b[2A\x1b[J').at(-1);
    expect(shown).toBe('  01-a  1 s  cell 2 of 9\n  02-b  1 s  training: 3 \n');
    status.close();
    expect(written.endsWith('\x1b[2A\x1b[J')).toBe(true);
    vi.useRealTimers();
  });

  it('says how long a step still takes, where that is known', () => {
    vi.useFakeTimers();
    let written = '';
    const status = createStatus(
      (text) => (written += text),
      () => 80,
      () => Date.now(),
    );
    status.start('01-a');
    status.hear('01-a', { type: 'progress', report: { ...progress, left: 4000 } });
    vi.advanceTimersByTime(121_000);
    expect(written).toContain('  01-a  2 min  training: 3 of 10 · about 1 h 7 min left · loss 1\n');
    status.close();
    vi.useRealTimers();
  });
});
