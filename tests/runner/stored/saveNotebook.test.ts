import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { jsonText } from '../../../src/runner/json';
import { codeHash, type Notebook, type Output } from '../../../src/runner/notebookFile';
import type { SavedRun } from '../../../src/runner/stored/savedRun';
import { notebookText, saveNotebook } from '../../../src/runner/stored/saveNotebook';
import { storedNotebookProblems } from '../../../src/runner/stored/storedNotebookProblems';
import { notebookOf } from '../notebooks';
import { claimOf, recordOf } from '../records';
import { temporaryFolder } from '../temporary';

const folder = temporaryFolder();
const codes = ["await show(figure, 'line');", 'claim({});'];
const display = (data: Record<string, unknown>): Output => ({
  output_type: 'display_data',
  data,
  metadata: {},
});
const outputs = (): Output[][] => [
  [
    {
      output_type: 'display_data',
      data: { 'text/html': '<script>', 'image/png': 'AAAA', 'text/plain': 'figure line' },
      metadata: { 'image/png': { width: 7 }, 'text/html': {} },
    },
    display({ 'application/vnd.plotly.v1+json': {} }),
    { output_type: 'stream', name: 'stdout', text: 'two\nlines' },
  ],
  [display({ 'text/plain': '✓ T.x\n  measured' })],
];
let path: string;

beforeEach(() => {
  path = join(folder(), '01-a.ipynb');
  const notebook = notebookOf(codes);
  delete notebook.cells[0].id;
  notebook.cells[1].metadata = { execution: { 'iopub.status.busy': '2026' }, tags: ['a'] };
  writeFileSync(path, JSON.stringify(notebook));
  figure([1, 2, 3]);
});

function figure(y: number[]): void {
  writeFileSync(join(folder(), 'line.json'), JSON.stringify({ data: [{ y }], layout: {} }));
}
const code = codeHash(notebookOf(codes));
const save = (changes?: Parameters<typeof recordOf>[0]) =>
  saveNotebook(path, recordOf({ code, ...changes }), outputs(), folder());
const stored = (): Notebook => JSON.parse(readFileSync(path, 'utf8'));
const problems = (changes?: Parameters<typeof recordOf>[0]) =>
  storedNotebookProblems(path, changes && { record: recordOf(changes), folder: folder() }).map((text) =>
    text.replace(`${path}: `, ''),
  );
function change(edit: (notebook: Notebook) => void): void {
  const notebook = stored();
  edit(notebook);
  writeFileSync(path, jsonText(notebook));
}

describe('a stored notebook', () => {
  it('hands the figure that it calls its cover over, above the folder of the run', () => {
    const results = join(folder(), '01-a');
    mkdirSync(results);
    for (const file of ['line.json', 'line.png']) writeFileSync(join(results, file), '{}');
    change((notebook) => {
      notebook.metadata.gan_figures = { cover: 'line' };
    });
    saveNotebook(path, recordOf({ code }), outputs(), results);
    expect(readFileSync(join(folder(), 'cover.png'), 'utf8')).toBe('{}');
  });

  it('keeps pictures and text, no HTML, no script, no times', () => {
    save();
    expect(stored().cells.slice(1)).toEqual([
      {
        cell_type: 'code',
        execution_count: 1,
        id: 'code-1',
        metadata: { tags: ['a'] },
        outputs: [
          {
            data: { 'image/png': 'AAAA', 'text/plain': ['figure line'] },
            metadata: { 'image/png': { width: 7 } },
            output_type: 'display_data',
          },
          { name: 'stdout', output_type: 'stream', text: ['two\n', 'lines'] },
        ],
        source: [codes[0]],
      },
      expect.objectContaining({
        execution_count: 2,
        outputs: [
          { data: { 'text/plain': ['✓ T.x\n', '  measured'] }, metadata: {}, output_type: 'display_data' },
        ],
      }),
    ]);
  });

  it('says which run its outputs come from', () => {
    save();
    expect(stored().metadata.gan_figures?.saved).toEqual({
      preset: 'quick',
      seed: 0,
      backend: 'wasm',
      code: expect.stringMatching(/^[0-9a-f]{64}$/),
      figures: {
        line: { shape: expect.any(String), arrays: [[2, 2.1602, expect.any(Number)], expect.any(Array)] },
      },
      claims: [{ id: 'T.x', measured: 0.5, holds: true }],
    });
  });

  it('is the same bytes when the same run is stored again', () => {
    save();
    const first = readFileSync(path);
    save();
    expect(readFileSync(path).equals(first)).toBe(true);
  });

  it('is written as nbformat writes: keys sorted, one space, final newline, an id for every cell', () => {
    save();
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('{\n "cells": [\n  {\n   "cell_type": "markdown",\n   "id": "cell-01",')).toBe(
      true,
    );
    expect(text.endsWith('\n "nbformat": 4,\n "nbformat_minor": 5\n}\n')).toBe(true);
    expect(notebookText(stored())).toBe(text);
  });

  it('is not made from a run that failed or has another preset', () => {
    expect(() => save({ claims: [claimOf({ holds: false })] })).toThrow('failed: T.x');
    expect(() => save({ preset: 'smoke' })).toThrow('only a run of preset quick is stored, got smoke');
  });

  it('is not made from a run of other code, as when it was edited meanwhile', () => {
    change(({ cells }) => {
      cells[1].source = 'let edited;';
    });
    const edited = readFileSync(path, 'utf8');
    expect(() => save()).toThrow(`${path}: its code changed while it ran`);
    expect(readFileSync(path, 'utf8')).toBe(edited);
  });

  it('has no problems', () => {
    save();
    expect(problems()).toEqual([]);
    expect(problems({})).toEqual([]);
  });

  it('without outputs is a problem', () => {
    expect(storedNotebookProblems(path)).toEqual([
      `${path} stores no outputs; run npm run figures -- --save`,
    ]);
  });

  it('whose code changed is a problem', () => {
    save();
    change(({ cells }) => {
      cells[1].source = `${codes[0]} `;
    });
    expect(problems()).toEqual([
      'its code changed since its outputs were stored; run npm run figures -- --save',
    ]);
  });

  it('whose text changed is none', () => {
    save();
    change(({ cells }) => {
      cells[0].source = '# Another heading';
    });
    expect(problems()).toEqual([]);
  });

  it('that lost its picture, its row or its numbers, or gained HTML or an error, is a problem', () => {
    save();
    change(({ cells }) => {
      cells[1].outputs = [
        display({ 'text/html': 'x' }),
        { output_type: 'error', ename: '', evalue: '', traceback: [] },
      ];
      cells[2].outputs = [];
      cells[2].execution_count = 5;
    });
    expect(problems()).toEqual([
      'code cell 1 shows a figure but stores no picture',
      'code cell 1 stores an error',
      'code cell 1 stores text/html',
      'code cell 2 has execution count 5',
      'code cell 2 makes a claim but stores no row',
    ]);
  });

  it('with a claim that fails is a problem', () => {
    save();
    change(({ metadata }) => {
      const saved = metadata.gan_figures!.saved as SavedRun;
      saved.claims[0].holds = false;
    });
    expect(problems()).toEqual(['its stored claim T.x does not hold']);
  });

  it('that differs from a fresh run is a problem', () => {
    save();
    expect(problems({ claims: [claimOf({ measured: 0.52 })] })).toEqual([
      'claim T.x measured 0.5 and now 0.52',
    ]);
    expect(problems({ claims: [claimOf({ measured: 0.52, holds: false })] })).toEqual([
      'claim T.x holds no longer',
    ]);
    expect(problems({ claims: [] })).toEqual(['the list of claims was T.x and is ']);
    expect(problems({ seed: 1 })).toEqual(['the seed was 0 and is 1']);
    figure([1, 2, 4]);
    expect(problems({})).toEqual([
      expect.stringContaining('figure line: the mean of its array 1 of 2 was 2'),
    ]);
  });

  it('is compared in verdicts only when the backend is another', () => {
    save();
    figure([1, 2, 4]);
    expect(problems({ backend: 'cpu', claims: [claimOf({ measured: 0.9 })] })).toEqual([]);
  });

  it('may differ within a tenth of a claim’s own tolerance', () => {
    const claims = (measured: number) => [claimOf({ measured, expected: 0, tolerance: 1e-9 })];
    save({ claims: claims(1e-13) });
    expect(problems({ claims: claims(9e-11) })).toEqual([]);
    expect(problems({ claims: claims(2e-10) })).toHaveLength(1);
  });
});
