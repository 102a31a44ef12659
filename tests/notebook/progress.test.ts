import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { duration } from '../../src/notebook/duration';
import { endHeadlessRun, type ProgressReport, startHeadlessRun } from '../../src/notebook/headlessRun';
import { progress, progressText } from '../../src/notebook/progress';
import { fakeKernel } from './fakeKernel';

let kernel: ReturnType<typeof fakeKernel>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  kernel = fakeKernel();
});
afterEach(() => {
  kernel.stop();
  endHeadlessRun();
  vi.useRealTimers();
});

const texts = () => kernel.published.map(({ data }) => data['text/plain']);

describe('progress', () => {
  it('updates one output in place, at most ten times a second', async () => {
    const line = progress('training');
    for (let i = 1; i <= 50; i++) {
      await line.update(i, 50, 'loss 1');
      vi.advanceTimersByTime(10);
    }
    expect(texts()).toEqual([
      'training: 1 of 50 · 0 s · loss 1',
      'training: 11 of 50 · 0 s, about 1 s left · loss 1',
      'training: 21 of 50 · 0 s, about 1 s left · loss 1',
      'training: 31 of 50 · 0 s, about 1 s left · loss 1',
      'training: 41 of 50 · 0 s, about 1 s left · loss 1',
    ]);
    expect(new Set(kernel.published.map(({ transient }) => transient.display_id)).size).toBe(1);
    expect(kernel.published.map(({ update }) => update)).toEqual([false, true, true, true, true]);
  });

  it('ends with a text that holds no times', async () => {
    const line = progress('training');
    await line.update(49, 50);
    await line.update(50, 50);
    line.done('arrived');
    expect(texts().at(-1)).toBe('training: 50 of 50 · arrived');
  });

  it('gives the event loop a turn whenever it shows something', async () => {
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    await progress('training').update(1, 2);
    expect(turned).toBe(true);
  });

  it('goes to the runner in a headless run, which stores only its final text', async () => {
    const reports: ProgressReport[] = [];
    startHeadlessRun({ folder: '', figures: [], pending: new Set(), onProgress: (r) => reports.push(r) });
    const line = progress('training');
    await line.update(1, 2, 'loss 1');
    line.done();
    expect(reports).toEqual([{ label: 'training', done: 1, total: 2, note: 'loss 1' }]);
    expect(texts()).toEqual(['training: 1 of 2']);
  });

  it('estimates what is left from the pace since the first report, which may follow a checkpoint', async () => {
    const line = progress('training');
    for (const done of [5000, 5010, 5020]) {
      await line.update(done, 6000);
      vi.advanceTimersByTime(1000);
    }
    expect(texts()).toEqual([
      'training: 5000 of 6000 · 0 s',
      'training: 5010 of 6000 · 1 s, about 99 s left',
      'training: 5020 of 6000 · 2 s, about 98 s left',
    ]);
  });

  it('tells the runner too what is left', async () => {
    const reports: ProgressReport[] = [];
    startHeadlessRun({ folder: '', figures: [], pending: new Set(), onProgress: (r) => reports.push(r) });
    const line = progress('training');
    await line.update(0, 10);
    vi.advanceTimersByTime(500);
    await line.update(2, 10);
    expect(reports.map(({ left }) => left)).toEqual([undefined, 2]);
  });

  it('says nothing of the time left while nothing is done', () => {
    const report = { label: 'a', done: 25, total: 100 };
    expect(progressText({ ...report, left: 31.2 }, 10.4)).toBe('a: 25 of 100 · 10 s, about 32 s left');
    expect(progressText(report, 10.4)).toBe('a: 25 of 100 · 10 s');
  });
});

it('a duration is told in the units that fit', () => {
  expect([0, 119, 120, 150, 3599, 3660, 86400].map(duration)).toEqual([
    '0 s',
    '119 s',
    '2 min',
    '3 min',
    '1 h 0 min',
    '1 h 1 min',
    '24 h 0 min',
  ]);
});
