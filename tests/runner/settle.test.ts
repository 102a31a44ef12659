import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPlace } from '../../src/runner/place';
import { settle, verdictLine } from '../../src/runner/settle';
import { claimOf, recordOf } from './records';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const place = () => ({ folder: folder(), name: '01-a' });
const running = new AbortController().signal;

function write(): void {
  writeFileSync(join(openPlace(place()), 'run.json'), '{}');
}

describe('a run that ended', () => {
  it('takes its place when all is well', () => {
    write();
    const result = settle(place(), { record: recordOf() }, running);
    expect(result.problem).toBeUndefined();
    expect(existsSync(join(folder(), '01-a', 'run.json'))).toBe(true);
    expect(verdictLine({ place: place(), notebook: '', label: '01-a', ...result })).toBe(
      '✓ 01-a  1.5 s, 1 of 1 claims hold, 1 figure',
    );
  });

  it('with a claim that fails is kept aside', () => {
    write();
    const claims = [claimOf(), claimOf({ id: 'T.y', holds: false })];
    const result = settle(place(), { record: recordOf({ claims, figures: [] }) }, running);
    expect(result).toMatchObject({
      problem: '1 of 2 claims does not hold',
      kept: join(folder(), 'failed', '01-a'),
    });
    expect(existsSync(join(folder(), '01-a'))).toBe(false);
  });

  it('with a cell that threw says where', () => {
    write();
    const error = {
      cell: 3,
      line: 2,
      ename: 'TypeError',
      evalue: 'x is not a function',
      traceback: ['TypeError: x is not a function', '', 'cell [3], line 2:', '--> 2 | x()', '    at x'],
    };
    const result = settle(place(), { record: recordOf({ error, figures: [] }) }, running);
    expect(result.problem).toBe(
      '01-a.ipynb, code cell 3, line 2: TypeError: x is not a function\n    --> 2 | x()',
    );
  });

  it('after an interrupt leaves everything as it was', () => {
    write();
    const interrupt = new AbortController();
    interrupt.abort();
    expect(settle(place(), { record: recordOf() }, interrupt.signal)).toEqual({ problem: 'interrupted' });
    expect(existsSync(join(folder(), '01-a'))).toBe(false);
  });

  it('without a file to move reports that instead of throwing', () => {
    expect(settle(place(), { record: recordOf() }, running).problem).toContain('ENOENT');
  });
});
