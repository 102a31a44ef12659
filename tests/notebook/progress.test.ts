import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
      'training: 1 of 50 · 0 s, about 0 s left · loss 1',
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

  it('estimates what is left from what is done', () => {
    expect(progressText({ label: 'a', done: 25, total: 100 }, 10.4)).toBe(
      'a: 25 of 100 · 10 s, about 32 s left',
    );
    expect(progressText({ label: 'a', done: 0, total: 100 }, 1)).toBe('a: 0 of 100 · 1 s');
  });
});
