import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../src/figures/figure';
import { endHeadlessRun, type HeadlessRun, startHeadlessRun } from '../../src/notebook/headlessRun';
import { show } from '../../src/notebook/show';
import { fakeKernel } from './fakeKernel';

const figure: Figure = {
  data: [{ type: 'scatter', x: [0, 1], y: [0, 1] }],
  layout: { title: { text: 'A <b>line</b><br>in two rows' } },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'show-'));
});
afterEach(() => {
  endHeadlessRun();
  rmSync(folder, { recursive: true });
});

function session(): HeadlessRun {
  const started: HeadlessRun = { folder, figures: [], pending: new Set(), onProgress: () => {} };
  startHeadlessRun(started);
  return started;
}

describe('show', () => {
  it('prints one line in a plain script', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await show(figure, 'line');
    expect(log.mock.calls).toEqual([['figure line: A line in two rows']]);
    log.mockRestore();
  });

  it('displays one bundle of formats in a kernel', async () => {
    const kernel = fakeKernel();
    await show(figure, 'line');
    kernel.stop();
    expect(kernel.published).toHaveLength(1);
    const { data, metadata } = kernel.published[0];
    expect(Object.keys(data)).toEqual([
      'application/vnd.plotly.v1+json',
      'text/html',
      'image/png',
      'text/plain',
    ]);
    expect(data['application/vnd.plotly.v1+json']).toMatchObject({ data: [{ x: [0, 1] }] });
    expect(Buffer.from(String(data['image/png']), 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(metadata['image/png']).toEqual({ width: expect.any(Number), height: expect.any(Number) });
  });

  it('saves four files in a headless run and tells the session', async () => {
    const { figures, pending } = session();
    await show(figure, 'line');
    expect(readdirSync(folder).sort()).toEqual(['line.html', 'line.json', 'line.png', 'line.svg']);
    expect(figures).toEqual([
      {
        name: 'line',
        title: 'A line in two rows',
        files: ['line.svg', 'line.png', 'line.html', 'line.json'],
      },
    ]);
    expect(pending.size).toBe(1);
    expect(readFileSync(join(folder, 'line.html'), 'utf8')).toContain('../plotly.js');
  });

  it('refuses the same name twice in one run', async () => {
    session();
    await show(figure, 'line');
    await expect(show(figure, 'line')).rejects.toThrow('this run has a figure named "line" already');
  });

  it.each(['Line', 'a/b', '../a', '', 'a b', '-a'])('refuses the name %j', async (name) => {
    await expect(show(figure, name)).rejects.toThrow('lower-case letters, digits and hyphens');
  });

  it('says why a file cannot be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    session().folder = file;
    await expect(show(figure, 'line')).rejects.toThrow('a file stands where a folder is needed');
  });

  it.skipIf(process.platform !== 'linux')('names the file that found the disk full', async () => {
    symlinkSync('/dev/full', join(folder, 'line.png'));
    session();
    await expect(show(figure, 'line')).rejects.toThrow(
      `cannot write ${join(folder, 'line.png')}: the disk is full`,
    );
  });
});
