import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFailure, thrownFailure } from '../../../src/notebook/kernel/failure';

const source = ['const a = 1;', '', 'f(a);', 'g(a);'].join('\n');
const around = {
  sourceOf: (title: string) => (title === 'cell [3]' ? source : undefined),
  root: '/checkout',
};

function withStack(error: Error, ...frames: string[]): Error {
  error.stack = [`${error}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

describe('a cell that throws', () => {
  it('is explained by name, message, the line of the cell, and the frames that concern its reader', () => {
    const error = withStack(
      new RangeError('sigma must be > 0, got -1'),
      `gaussian (/checkout${sep}dist${sep}gaussian.js:5:9)`,
      'Proxy.f (cell [3]:3:1)',
      'cell [3]',
      `execute (/checkout/node_modules/tslab/dist/executor.js:1:1)`,
      'node:internal/main:1:1',
      'run (node:vm:1:1)',
    );
    expect(thrownFailure(error, around)).toEqual({
      ename: 'RangeError',
      evalue: 'sigma must be > 0, got -1',
      traceback: [
        'RangeError: sigma must be > 0, got -1',
        '',
        'cell [3], line 3:',
        '    1 | const a = 1;',
        '    2 | ',
        '--> 3 | f(a);',
        '    4 | g(a);',
        '',
        `    at gaussian (dist${sep}gaussian.js:5:9)`,
        '    at f (cell [3]:3:1)',
      ],
    });
  });

  it('is called by its class when it has no name of its own', () => {
    class Diverged extends Error {}
    expect(thrownFailure(withStack(new Diverged('loss is NaN')), around)).toMatchObject({
      ename: 'Diverged',
      evalue: 'loss is NaN',
      traceback: ['Diverged: loss is NaN'],
    });
  });

  it('tells the causes of its error', () => {
    const error = new Error('no figure', { cause: new TypeError('no layout', { cause: 'disk' }) });
    expect(thrownFailure(withStack(error), around).traceback).toEqual([
      'Error: no figure',
      'caused by TypeError: no layout',
      "caused by 'disk'",
    ]);
  });

  it.each([
    ['text', "'text'"],
    [undefined, 'undefined'],
    [null, 'null'],
    [{ a: 1 }, '{ a: 1 }'],
  ])('may throw what is no error: %s', (thrown, shown) => {
    expect(thrownFailure(thrown, around)).toEqual({
      ename: 'Thrown',
      evalue: shown,
      traceback: [`Thrown: ${shown}`],
    });
  });

  it('names its line also below many frames of the package, of which it shows the ends', () => {
    const deep = Array.from({ length: 30 }, (_, i) => `f${i} (/checkout${sep}dist${sep}deep.js:${i + 1}:1)`);
    const { traceback } = thrownFailure(withStack(new Error('deep'), ...deep, 'cell [3]:4:1'), around);
    expect(traceback).toContain('cell [3], line 4:');
    expect(traceback.slice(traceback.indexOf('--> 4 | g(a);') + 2)).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((i) => `    at f${i} (dist${sep}deep.js:${i + 1}:1)`),
      '    ...',
      `    at f29 (dist${sep}deep.js:30:1)`,
      '    at cell [3]:4:1',
    ]);
  });
});

describe('a cell that does not compile', () => {
  it('is explained by line, column and message of each complaint', () => {
    const complaints = [
      { line: 3, column: 1, code: 2304, text: "Cannot find name 'f'." },
      { line: 4, column: 1, code: 2304, text: "Cannot find name 'g'.", file: 'other.ts' },
    ];
    expect(compileFailure(complaints, 'cell [3]', source)).toEqual({
      ename: 'TypeScriptError',
      evalue: "line 3:1 - Cannot find name 'f'. (TS2304) (and 1 more)",
      traceback: [
        "TypeScriptError: line 3:1 - Cannot find name 'f'. (TS2304)",
        "TypeScriptError: other.ts line 4:1 - Cannot find name 'g'. (TS2304)",
        '',
        'cell [3], line 3:',
        '    1 | const a = 1;',
        '    2 | ',
        '--> 3 | f(a);',
        '    4 | g(a);',
      ],
    });
  });
});
