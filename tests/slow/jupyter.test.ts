import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JupyterRun, python, requireBuild, root, runPython, runs, runWithNbclient } from './jupyter';

const skipped = 'reason' in python ? ` (skipped: ${python.reason})` : '';
const inJupyter = describe.skipIf('reason' in python);
beforeAll(requireBuild);

/** What a kernel says to its steps, see jupyterTalk.py. */
function talk(...steps: object[]): Promise<{ pid: number; results: never[] }> {
  return runPython('jupyterTalk.py', [JSON.stringify(steps)]);
}

inJupyter(`a notebook run by nbclient${skipped}`, () => {
  const cells = [
    "import { atMost, claim } from 'gan-figures';\nconsole.log(typeof claim, process.cwd());",
    [
      'interface Sample { size: number }',
      '',
      '// how many',
      'function count(sample: Sample): number {',
      '  if (sample.size < 1)',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the cell's
      '    throw new RangeError(`size must be >= 1, got ${sample.size}`);',
      '  return sample.size;',
      '}',
      'const good: number = count({ size: 3 });',
      'good',
    ].join('\n'),
    '// calls what another cell defines\ncount({\n  size: 0,\n});',
    'good + 1',
    'atMost(Number.NaN);',
    "const size: number = good;\nconst text: string = good;\nconsole.log('never');",
    "Promise.reject(new Error('stray promise'));\nsetTimeout(() => { throw new Error('stray timer'); }, 1);\nawait new Promise((r) => setTimeout(r, 50));\nconsole.log('alive');",
    "const rethrow = (e: unknown): never => { throw e; };\nprocess.on('uncaughtException', rethrow);\nprocess.on('unhandledRejection', rethrow);\nPromise.reject(new Error('rethrown'));\nawait new Promise((r) => setTimeout(r, 50));\nconsole.log('alive');",
    "const later: string = await new Promise((r) => setTimeout(() => r('late'), 10));\nconsole.log(later);",
    "await Promise.resolve();\n\nawait Promise.reject(new TypeError('rejected'));",
    "console.error('to stderr'); console.log('to stdout');",
    "import * as tslab from 'tslab';\ntslab.display.html('<b>bold</b>');",
    "for (let i = 0; i < 5000; i++) console.log('line', i);",
  ];
  let run: JupyterRun;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gan-figures-notebook-'));
    run = await runWithNbclient(writeNotebook(folder, cells), { allowErrors: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const outputs = (cell: number) => run.cells[cell].outputs;
  const text = (cell: number, name: string) =>
    outputs(cell)
      .filter((output) => output.name === name)
      .map((output) => output.text)
      .join('');
  const error = (cell: number) => outputs(cell).find((output) => output.output_type === 'error');

  it('numbers its cells, also those that fail', () => {
    expect(run.cells.map((cell) => cell.execution_count)).toEqual(cells.map((_, i) => i + 1));
    expect(run.error).toBeNull();
  });

  it('imports the package by its bare name from any folder, and runs in the checkout', () => {
    expect(text(0, 'stdout')).toBe(`function ${root}\n`);
  });

  it('prints the last expression', () => {
    expect(text(1, 'stdout')).toBe('3\n');
  });

  it('names the line of the cell that threw, and the next cell runs', () => {
    expect(error(2)).toMatchObject({ ename: 'RangeError', evalue: 'size must be >= 1, got 0' });
    const traceback = error(2)?.traceback?.join('\n');
    expect(traceback).toContain('cell [2], line 6:');
    expect(traceback).toContain('--> 6 |     throw new RangeError(');
    expect(traceback).toContain('at count (cell [2]:6:11)');
    expect(traceback).toContain('at cell [3]:2:1');
    expect(text(3, 'stdout')).toBe('4\n');
  });

  it('names the line when the package throws, with a path below the checkout', () => {
    const traceback = error(4)?.traceback?.join('\n');
    expect(traceback).toContain('cell [5], line 1:');
    expect(traceback).toMatch(/at atMost \(dist.claims.bounds\.js:\d+:\d+\)/);
  });

  it('tells line, column and message of a compile error, and runs nothing of that cell', () => {
    expect(error(5)).toMatchObject({
      ename: 'TypeScriptError',
      evalue: "line 2:7 - Type 'number' is not assignable to type 'string'. (TS2322)",
    });
    expect(text(5, 'stdout')).toBe('');
  });

  it('survives errors that no cell waits for, and shows them with their line', () => {
    expect(text(6, 'stdout')).toBe('alive\n');
    expect(text(6, 'stderr')).toContain('Error: stray promise');
    expect(text(6, 'stderr')).toContain('cell [7], line 1:');
    expect(text(6, 'stderr')).toContain('Error: stray timer');
  });

  it('survives listeners that rethrow such errors', () => {
    expect(text(7, 'stdout')).toBe('alive\n');
    expect(text(7, 'stderr')).toContain('Error: rethrown');
  });

  it('awaits at the top level', () => {
    expect(text(8, 'stdout')).toBe('late\n');
    expect(error(9)).toMatchObject({ ename: 'TypeError', evalue: 'rejected' });
    expect(error(9)?.traceback?.join('\n')).toContain('cell [10], line 3:');
  });

  it('keeps stdout, stderr and displays apart', () => {
    expect(text(10, 'stderr')).toBe('to stderr\n');
    expect(text(10, 'stdout')).toBe('to stdout\n');
    expect(outputs(11)[0]).toMatchObject({
      output_type: 'display_data',
      data: { 'text/html': '<b>bold</b>' },
    });
  });

  it('loses no line of a long output', () => {
    expect(text(12, 'stdout').trimEnd().split('\n')).toHaveLength(5000);
  });

  it('stops at the first error unless errors are allowed', async () => {
    const stopped = await runWithNbclient(writeNotebook(folder, ["throw new Error('first')", '1']));
    expect(stopped.error).toContain('first');
    expect(stopped.cells[1].outputs).toEqual([]);
  });
});

inJupyter(`a kernel${skipped}`, () => {
  it('aborts cells that wait behind one that fails, and runs the next', async () => {
    const { results } = await talk(
      { run: ["throw new Error('first')", '1', '2'] },
      { run: ['3'] },
      { run: ["throw new Error('first')", '4', '5'], stopOnError: false },
      { run: ['const from = Date.now(); while (Date.now() < from + 300); throw 1', '6'] },
      { run: ['7'] },
    );
    const status = results.map((replies: { status: string }[]) => replies.map((reply) => reply.status));
    expect(status).toEqual([
      ['error', 'aborted', 'aborted'],
      ['ok'],
      ['error', 'ok', 'ok'],
      ['error', 'aborted'],
      ['ok'],
    ]);
  });

  it.each([
    ['a loop that never yields', 'signal', "console.log('go'); while (true) {}"],
    ['a promise that never settles', 'signal', "console.log('go'); await new Promise(() => {});"],
    ['a promise that never settles', 'message', "console.log('go'); await new Promise(() => {});"],
    [
      'a calculation that yields now and then',
      'signal',
      "console.log('go'); for (;;) { const t = Date.now(); while (Date.now() < t + 20); await new Promise((r) => setImmediate(r)); steps += 1; }",
    ],
  ])('stops %s by a %s, and it stays stopped', async (_, interrupt, code) => {
    const { results } = await talk(
      { run: ['let steps = 0;'] },
      { run: [code], interrupt },
      { run: ['const then = steps; await new Promise((r) => setTimeout(r, 200));'] },
      { run: ["if (steps !== then) throw new Error('it goes on');"] },
    );
    expect(results.flat()).toMatchObject([
      { status: 'ok' },
      { status: 'error', ename: 'Interrupted', evalue: 'the cell was stopped' },
      { status: 'ok' },
      { status: 'ok' },
    ]);
  });

  it('completes, inspects, and tells a complete cell from an incomplete one', async () => {
    const { results } = await talk(
      { run: ['const sample = { size: 3 };'] },
      { question: 'complete_request', content: { code: 'sample.si', cursor_pos: 9 } },
      { question: 'inspect_request', content: { code: 'sample', cursor_pos: 3, detail_level: 0 } },
      { question: 'is_complete_request', content: { code: 'function f() {' } },
      { question: 'comm_info_request', content: {} },
      { question: 'history_request', content: {} },
      { question: 'kernel_info_request', content: {} },
    );
    expect(results.slice(1)).toMatchObject([
      {
        type: 'complete_reply',
        content: { status: 'ok', matches: ['size'], cursor_start: 7, cursor_end: 9 },
      },
      { type: 'inspect_reply', content: { status: 'ok', found: true } },
      { type: 'is_complete_reply', content: { status: 'incomplete' } },
      { type: 'comm_info_reply', content: { status: 'ok', comms: {} } },
      { type: 'history_reply', content: { status: 'ok', history: [] } },
      { type: 'kernel_info_reply', content: { status: 'ok', language_info: { name: 'typescript' } } },
    ]);
  });

  it('leaves no process behind when it is shut down', async () => {
    const { pid } = await talk({ run: ['1'] });
    expect(runs(pid)).toBe(false);
  });

  it('ends when the Jupyter that started it is gone, also in an endless cell', async () => {
    const { pid } = await talk({ leave: "console.log('go'); while (true) {}" });
    for (let wait = 0; wait < 50 && runs(pid); wait++) await setTimeout(100);
    expect(runs(pid)).toBe(false);
  });
});

const notebooks = readdirSync(join(root, 'notebooks')).filter((file) => /^\d{2}-.*\.ipynb$/.test(file));

inJupyter(`every notebook runs with the preset smoke${skipped}`, () => {
  if (notebooks.length === 0) it.skip('there is none in notebooks/ yet', () => {});
  for (const file of notebooks)
    it(file, async () => {
      const { error } = await runWithNbclient(join(root, 'notebooks', file), {
        env: { GAN_FIGURES_PRESET: 'smoke' },
      });
      expect(error).toBeNull();
    });
});

function writeNotebook(folder: string, cells: string[]): string {
  const path = join(folder, 'notebook.ipynb');
  const metadata = {
    kernelspec: { name: 'gan-figures', display_name: 'gan-figures', language: 'typescript' },
  };
  writeFileSync(
    path,
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata,
      cells: cells.map((source, i) => ({
        cell_type: 'code',
        id: `cell-${i}`,
        metadata: {},
        execution_count: null,
        outputs: [],
        source,
      })),
    }),
  );
  return path;
}
