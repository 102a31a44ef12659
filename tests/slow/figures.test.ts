import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storedNotebookProblems } from '../../src/runner/stored/storedNotebookProblems';
import { writeNotebooks } from '../runner/notebooks';
import { type Ended, gan, hashes } from './figuresCommand';

const opening = [
  "import { atMost, claim, parameters, progress, show } from 'gan-figures';",
  "const settings = parameters({ seed: 0, preset: 'quick', smoke: { n: 3 }, quick: { n: 5 }, paper: { n: 9 } });",
];
const picture = `const x = Array.from({ length: settings.n }, (_, i) => i);
const figure = { data: [{ type: 'scatter' as const, x, y: x.map((v) => v * v + settings.seed) }], layout: { title: { text: 'Squares' } } };
await show(figure, 'squares');`;
const claiming = (measured: string, id = 'T.squares') =>
  `claim({ id: '${id}', source: 'a test', statement: 'the last square is small', measured: ${measured}, expected: atMost(30), falsifiedBy: 'a cube' });`;
const good = [...opening, picture, claiming('x[settings.n - 1] ** 2')];
const endless = [...opening, 'await new Promise(() => {});'];

let home: string;
let original: string;
let out: string;
let before: Record<string, string>;
let count = 0;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'gan-figures-test-'));
  original = join(home, 'original');
  const { code, output } = await figures({ '01-good': good }, ['--out', original]);
  expect(output).toContain('✓ 01-good');
  expect(code).toBe(0);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  count += 1;
  out = join(home, `out-${count}`);
  cpSync(original, out, { recursive: true });
  before = hashes(out);
});

/** Runs `figures` on notebooks written for the occasion. */
function figures(
  notebooks: Record<string, readonly string[]>,
  args: readonly string[] = [],
  during?: Parameters<typeof gan>[1],
  environment?: NodeJS.ProcessEnv,
): Promise<Ended> {
  const folder = mkdtempSync(join(home, 'notebooks-'));
  writeNotebooks(folder, notebooks);
  const target = args.includes('--out') ? [] : ['--out', out];
  return gan(['figures', '--notebooks', folder, ...target, ...args], during, environment);
}

function installed(name: string): boolean {
  return existsSync(join(__dirname, '../../node_modules', name));
}

function expectPreviousWhole(): void {
  const now = hashes(out);
  for (const [path, hash] of Object.entries(before)) expect(now[path], path).toBe(hash);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
}

describe('npm run figures', () => {
  it('writes four files a figure, the index and the claims, and says how it went', async () => {
    rmSync(out, { recursive: true });
    const { code, output } = await figures({ '01-good': good });
    expect(code).toBe(0);
    expect(output).toMatch(/✓ 01-good {2}[\d.]+ s, 1 of 1 claims hold, 1 figure/);
    expect(output).toContain('1 of 1 run well, 1 of 1 claim held, 1 figure');
    expect(readdirSync(out).sort()).toEqual(['01-good', 'README.md', 'claims.json', 'plotly.js']);
    expect(readdirSync(join(out, '01-good')).sort()).toEqual([
      'run.json',
      'squares.html',
      'squares.json',
      'squares.png',
      'squares.svg',
    ]);
    expect(JSON.parse(readFileSync(join(out, 'claims.json'), 'utf8'))).toMatchObject([
      { notebook: '01-good', id: 'T.squares', measured: 16, holds: true, preset: 'quick', seed: 0 },
    ]);
    expect(JSON.parse(readFileSync(join(out, '01-good/run.json'), 'utf8'))).toMatchObject({
      title: 'A test',
      settings: { n: 5 },
    });
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    await figures({ '01-good': good });
    const path = join(out, '01-good/squares.json');
    expect(hashes(out)[path]).toBe(before[path]);
    await figures({ '01-good': good }, ['--seed', '1']);
    expect(hashes(out)[path]).not.toBe(before[path]);
  });

  it('puts several seeds into folders of their own, and compares what they measured', async () => {
    const { code, output } = await figures({ '01-good': [...opening, picture, claiming('settings.seed')] }, [
      '--seed',
      '0,2',
      '--set',
      'n=4',
    ]);
    expect(code).toBe(0);
    expect(output).toContain('T.squares  seed 0: 0 ✓  seed 2: 2 ✓');
    expect(readdirSync(join(out, 'seed-2')).sort()).toEqual([
      '01-good',
      'README.md',
      'claims.json',
      'plotly.js',
    ]);
    expectPreviousWhole();
  });

  it('fails for a claim that does not hold, naming both numbers, and keeps its figures aside', async () => {
    const { code, output } = await figures({ '01-good': [...opening, picture, claiming('31.5')] });
    expect(code).toBe(1);
    expect(output).toContain('✗ 01-good  1 of 1 claim does not hold');
    expect(output).toContain('✗ T.squares: the last square is small\n  measured 31.5, expected ≤ 30');
    expect(output).toContain(join(out, 'failed', '01-good'));
    expect(readdirSync(join(out, 'failed', '01-good'))).toContain('squares.svg');
    expectPreviousWhole();
  });

  it('fails for a cell that throws, naming cell, line and message, and still runs the other notebooks', async () => {
    const throwing = [
      ...opening,
      'type Unused = number;\nconst nothing: any = undefined;\nnothing.price;',
      'throw 1;',
    ];
    const { code, output } = await figures({ '01-good': throwing, '02-good': good });
    expect(code).toBe(1);
    expect(output).toMatch(/✗ 01-good {2}01-good\.ipynb, code cell 3, line 3: TypeError: Cannot read prop/);
    expect(output).toMatch(/--> 3 \| nothing\.price;/);
    expect(output).toContain('✓ 02-good');
    expect(hashes(join(out, '01-good'))[join(out, '01-good/squares.svg')]).toBe(
      before[join(out, '01-good/squares.svg')],
    );
  });

  it('fails for a cell with a mistake in its types, naming the place', async () => {
    const { code, output } = await figures({ '01-good': [...opening, "\nconst n: number = 'one';"] });
    expect(code).toBe(1);
    expect(output).toMatch(/code cell 3, line 2: TypeScriptError: .*not assignable to type 'number'/);
    expectPreviousWhole();
  });

  it('fails for an error or a rejection that no cell awaits', async () => {
    const stray =
      "setTimeout(() => { throw new Error('stray'); }, 10);\nawait new Promise((f) => setTimeout(f, 500));";
    const rejected = "Promise.reject(new Error('floating'));\n1 + 1;";
    const { code, output } = await figures({
      '01-good': [...opening, stray],
      '02-last': [...opening, rejected],
    });
    expect(code).toBe(1);
    expect(output).toMatch(/code cell 3.*: Error: stray \(in something that no cell awaits\)/);
    expect(output).toMatch(/code cell 3.*: Error: floating \(in something that no cell awaits\)/);
    expectPreviousWhole();
  });

  it('fails for two claims of one id and for two figures of one name', async () => {
    const { code, output } = await figures({
      '01-good': [...opening, claiming('1'), claiming('2')],
      '02-twice': [...opening, picture, "await show(figure, 'squares');"],
    });
    expect(code).toBe(1);
    expect(output).toContain('T.squares was made more than once');
    expect(output).toContain('this run has a figure named "squares" already');
    expectPreviousWhole();
  });

  it.each([
    ['a loop', 'for (;;) {}'],
    ['a promise that never settles', 'await new Promise(() => {});'],
    ['a process that will not end', "process.on('SIGTERM', () => {}); await new Promise(() => {});"],
  ])('kills a notebook that takes longer than --timeout: %s', async (_, cell) => {
    const { code, output } = await figures({ '01-good': [...opening, cell] }, ['--timeout', '8']);
    expect(code).toBe(1);
    expect(output).toContain('✗ 01-good  timed out after 8 s in code cell 3');
    expectPreviousWhole();
  });

  it('says so when the time is over before a cell runs', async () => {
    const { code, output } = await figures({ '01-good': endless }, ['--timeout', '1']);
    expect(code).toBe(1);
    expect(output).toMatch(/timed out after 1 s (before the first cell|in code cell [1-3])\n/);
    expectPreviousWhole();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 130 and untouched figures on %s', async (signal) => {
    let sent = false;
    const { code, output } = await figures({ '01-good': endless }, [], (child, text) => {
      if (sent || !text.includes('started')) return;
      sent = true;
      setTimeout(() => child.kill(signal), 2500);
    });
    expect(output).toContain('interrupted: the previous figures are untouched');
    expect(code).toBe(130);
    expectPreviousWhole();
  });

  it('says so when a notebook’s process is killed or ends by itself', async () => {
    const { code, output } = await figures({
      '01-good': [...opening, "process.kill(process.pid, 'SIGKILL'); for (;;) {}"],
      '02-exit': [...opening, 'process.exit(7);'],
    });
    expect(code).toBe(1);
    expect(output).toContain('01-good.ipynb, code cell 3: the process was killed (SIGKILL)');
    expect(output).toContain('02-exit.ipynb, code cell 3: the process ended by itself with exit code 7');
    expectPreviousWhole();
  });

  it('says so when memory runs out', async () => {
    const hungry = 'const a: unknown[] = []; for (;;) a.push(new Array(1e5).fill(a.length));';
    const { code, output } = await figures({ '01-good': [...opening, hungry] }, [], undefined, {
      NODE_OPTIONS: '--max-old-space-size=300',
    });
    expect(code).toBe(1);
    expect(output).toContain('01-good.ipynb, code cell 3: the process ran out of memory');
    expectPreviousWhole();
  });

  it('says so when the folder of figures cannot be written', async () => {
    const file = join(home, `file-${count}`);
    writeFileSync(file, 'text');
    for (const path of [file, join(file, 'figures')]) {
      const { code, output } = await figures({ '01-good': good }, ['--out', path]);
      expect(code).toBe(1);
      expect(output).toContain('a file stands where a folder is needed');
    }
    expect(readFileSync(file, 'utf8')).toBe('text');
  });

  it('says so when the folder of figures is deleted while it runs', async () => {
    let deleted = false;
    const { code, output } = await figures({ '01-good': good }, [], (_, text) => {
      if (deleted || !text.includes('started')) return;
      deleted = true;
      setTimeout(() => rmSync(out, { recursive: true }), 500);
    });
    expect(code).toBe(1);
    expect(output).toContain('its folder is gone (ENOENT)');
    expect(output).toContain('0 of 1 run well, 0 of 0 claims held, 0 figures');
  });

  it('refuses a notebook without code before anything runs', async () => {
    const empty = await figures({ '01-good': good, '02-empty': [] });
    expect(empty.code).toBe(1);
    expect(empty.output).toMatch(/02-empty\.ipynb has no code cell, so there is nothing to run\n$/);
    expect(empty.output).not.toContain('started');
    expectPreviousWhole();
  });

  it('leaves alone a folder that it did not write', async () => {
    mkdirSync(join(out, '02-mine'));
    writeFileSync(join(out, '02-mine', 'thesis.txt'), 'text');
    before = hashes(out);
    const { code, output } = await figures({ '02-mine': good });
    expect(code).toBe(1);
    expect(output).toContain('holds no run.json, so it is not a result of this program');
    expectPreviousWhole();
  });

  it('lets one run at a time write to a folder', async () => {
    writeFileSync(join(out, '.lock'), `${process.pid}\n`);
    const { code, output } = await figures({ '01-good': good });
    rmSync(join(out, '.lock'));
    expect(code).toBe(1);
    expect(output).toContain(`another run (process ${process.pid}) is writing to ${out}`);
    expectPreviousWhole();
  });

  it.each([
    [['--only', '07'], 'unknown notebook "07"; there are: 01-good'],
    [['--preset', 'fast'], 'unknown preset "fast"; there are: smoke, quick, paper'],
    [['--backend', 'webgl'], 'unknown backend "webgl"; there are: tensorflow, wasm, cpu'],
    [['--fast'], "Unknown option '--fast'; there are: --only, --preset"],
  ])('refuses %j with exit code 2, saying what there is', async (args, message) => {
    const { code, output } = await figures({ '01-good': good }, args);
    expect(output).toContain(message);
    expect(code).toBe(2);
    expectPreviousWhole();
  });

  it.skipIf(installed('@tensorflow/tfjs-node-gpu'))(
    'says what there is instead of a missing --backend',
    async () => {
      const { code, output } = await figures({ '01-good': good }, ['--backend', 'tensorflow']);
      expect(code).toBe(1);
      expect(output).toContain('before the first cell: backend: backend "tensorflow" is not available here');
      expectPreviousWhole();
    },
  );

  it('refuses a setting that the notebook does not have', async () => {
    const { code, output } = await figures({ '01-good': good, '02-plain': ['1 + 1'] }, ['--set', 'm=4']);
    expect(code).toBe(1);
    expect(output).toContain('01-good.ipynb, code cell 2, line 1: Error: unknown setting "m"; there are: n');
    expect(output).toContain('the notebook calls no parameters(), so there is nothing to set');
    expectPreviousWhole();
  });

  it('does not store outputs beside code that was edited meanwhile, and stores the others', async () => {
    const folder = join(home, 'edited');
    writeNotebooks(folder, { '01-good': good, '02-good': good });
    let edited = '';
    const args = ['figures', '--notebooks', folder, '--out', out, '--save', '--jobs', '1'];
    const { code, output } = await gan(args, (_, text) => {
      if (edited || !text.includes('✓')) return;
      writeNotebooks(folder, { '01-good': [...good, '1 + 1;'] });
      edited = readFileSync(join(folder, '01-good.ipynb'), 'utf8');
    });
    expect(output).toMatch(/✗ 01-good {2}not stored: .*01-good\.ipynb: its code changed while it ran/);
    expect(output).toMatch(/stored the outputs in .*02-good\.ipynb/);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, '01-good.ipynb'), 'utf8')).toBe(edited);
  });

  it('stores outputs with --save, the same bytes each time, which agree with a fresh run', async () => {
    const folder = join(home, 'saved');
    writeNotebooks(folder, { '01-good': good });
    const path = join(folder, '01-good.ipynb');
    const save = () => gan(['figures', '--notebooks', folder, '--out', out, '--save']);
    const { code, output } = await save();
    expect(output).toContain('stored the outputs in');
    expect(code).toBe(0);
    const first = readFileSync(path, 'utf8');
    expect(first).toContain('image/png');
    expect(first).not.toMatch(/text\/html|<script|plotly/);
    await save();
    expect(readFileSync(path, 'utf8')).toBe(first);
    const fresh = join(out, '01-good');
    const record = JSON.parse(readFileSync(join(fresh, 'run.json'), 'utf8'));
    expect(storedNotebookProblems(path, { record, folder: fresh })).toEqual([]);
  });
});

describe('the command line', () => {
  it('lists the verbs for --help, no verb and an unknown verb', async () => {
    expect(await gan(['--help'])).toMatchObject({ code: 0, output: expect.stringContaining('figures') });
    expect(await gan([])).toEqual({
      code: 2,
      output: 'gan-figures: no verb; there are: figures, data, lab, check, doctor\n',
    });
    expect(await gan(['figure'])).toMatchObject({
      code: 2,
      output: expect.stringContaining('unknown verb "figure"'),
    });
    expect(await gan(['figures', '--help'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('--timeout'),
    });
  });

  it('checks types without running anything', async () => {
    const folder = join(home, 'checked');
    writeNotebooks(folder, {
      '01-good': good,
      '02-bad': [...opening, "throw 'never run';", 'const n: string = settings.n;\nsettings.m;'],
    });
    const { code, output } = await gan(['check', '--notebooks', folder]);
    expect(code).toBe(1);
    expect(output).toBe(
      "02-bad.ipynb, code cell 4, 1:7 - Type 'number' is not assignable to type 'string'.\n" +
        "02-bad.ipynb, code cell 4, 2:10 - Property 'm' does not exist on type 'Parameters<{ n: number; }>'.\n" +
        '2 notebooks, 2 mistakes\n',
    );
    expect(await gan(['check', '--notebooks', folder, '--only', '1'])).toEqual({
      code: 0,
      output: '1 notebook, 0 mistakes\n',
    });
  });
});
