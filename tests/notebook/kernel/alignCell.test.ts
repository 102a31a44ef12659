import fc from 'fast-check';
import { createConverter } from 'tslab/dist/converter';
import { afterAll, describe, expect, it } from 'vitest';
import { alignCell } from '../../../src/notebook/kernel/alignCell';

const converter = createConverter();
afterAll(() => converter.close());

function compile(source: string): string {
  const { output, diagnostics } = converter.convert('', source);
  expect(diagnostics.map((d) => d.messageText)).toEqual([]);
  return output!;
}

/** For every `mark(n)` of the compiled cell: its number, and the line of the cell that `locate` finds. */
function located(source: string): [mark: number, line: number | undefined][] {
  const compiled = compile(source);
  const locate = alignCell(source, compiled);
  return compiled
    .split('\n')
    .flatMap((row, i) =>
      [...row.matchAll(/mark\((\d+)\)/g)].map((match): [number, number | undefined] => [
        Number(match[1]),
        locate({ line: i + 1, column: match.index + 1 })?.line,
      ]),
    );
}

/** The same from the cell itself. */
function written(source: string): [mark: number, line: number][] {
  return source
    .split('\n')
    .flatMap((row, i) =>
      [...row.matchAll(/mark\((\d+)\)/g)].map((match): [number, number] => [Number(match[1]), i + 1]),
    );
}

const head = "const mark = (n: number): number => n;\nimport { join } from 'node:path';\n";

describe('a place in a compiled cell', () => {
  it('is found in the cell although types, comments and blank lines are gone', () => {
    const source = `${head}
interface Point { x: number;

  y: string }
type Mark = typeof mark;
declare function gone(n: number): number;
/* why
   not */
function f(p: Point): number {
  // a comment that stays: mark the spot

  return mark(1) + (p.x as number);
}
class Counter<T extends Point> { private readonly z: number = mark(2); m(this: Counter<T>): void { mark(3); } }
const { b, ...rest } = { b: mark(4), c: 2 } as { b: number; c: number };
enum Kind { A = 1, B }
f({
  x: mark(5),
  y: \`a \${mark(6)}
    second line \${mark(7)}\`,
});
await Promise.resolve(mark(8));
join('a', String(mark(9)));
`;
    expect(located(source)).toEqual(written(source));
  });

  it('is found among statements that are all alike', () => {
    const source = `${head}${'mark(0) as number;\n\n'.repeat(20)}`;
    expect(located(source)).toEqual(written(source));
  });

  it('is told with its column', () => {
    const source = 'let a: number | undefined; a!.toFixed();';
    const compiled = compile(source);
    const line = compiled.split('\n').findIndex((row) => row.includes('toFixed')) + 1;
    const column = compiled.split('\n')[line - 1].indexOf('toFixed') + 1;
    expect(alignCell(source, compiled)({ line, column })).toEqual({
      line: 1,
      column: source.indexOf('toFixed') + 1,
    });
  });

  it('is unknown for what the compiler added', () => {
    const source = 'const a = 1;';
    expect(alignCell(source, compile(source))({ line: 1, column: 1 })).toBeUndefined();
    expect(alignCell(source, compile(source))({ line: 99, column: 1 })).toBeUndefined();
  });

  it('is right in every cell built from typical pieces', () => {
    const piece = fc.constantFrom<(n: number) => string>(
      (n) => `const v${n}: number = mark(${n});`,
      (n) => `mark(${n});`,
      (n) => `\n// a note\n\nmark(${n}); // behind`,
      (n) => `interface I${n} { x: number; mark(n: number): void }`,
      (n) => `type T${n} = { a: string } | ReadonlyArray<number>;`,
      (n) => `function f${n}(x: number): number;\nfunction f${n}(x: any) {\n  return mark(${n}) + x;\n}`,
      (n) => `for (let i: number = 0; i < 2; i++) {\n\n  if (mark(${n}) > i) mark(${n});\n}`,
      (n) =>
        `class C${n}<T> {\n  private readonly a?: T;\n  constructor(public b: number) { mark(${n}); }\n}`,
      (n) => `const e${n} = [mark(${n}),\n  mark(${n}) as unknown as string];`,
      (n) => `await new Promise<void>((done) => { mark(${n}); done(); });`,
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const source = head + pieces.map((write, n) => write(n)).join('\n');
        // a member of an interface does not survive compilation
        const expected = written(source.replace(/mark\(n: number\): void/g, ''));
        expect(located(source)).toEqual(expected);
      }),
      { numRuns: 40, seed: 1 },
    );
  }, 60_000);
});
