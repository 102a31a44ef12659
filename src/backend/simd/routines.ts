import {
  type Code,
  float,
  four,
  get,
  int,
  type Local,
  type Routine,
  range,
  set,
  whileTrue,
} from './assembler';

const size = 4; // bytes of a float

const add = (local: Local, bytes: Code): Code => set(local, int.add(get(local), bytes));

/** While at least `step` are left between two integers: the body, then the first is raised by it. */
const steps = (at: Local, end: Local, step: number, body: Code): Code =>
  whileTrue(int.atMost(int.add(get(at), int.of(step)), get(end)), [...body, ...add(at, int.of(step))]);

/**
 * C = A B of [m, k] and [k, n], n a multiple of 4. Entry (i, l) of A lies `aRow` i + `aDepth` l bytes from its start,
 * one of the two being 4, so that A may also be the transpose of what is stored; B and C lie row by row. Every entry is
 * the sum over l from 0 on, one product after the other, as XNNPACK's kernels for WebAssembly sum.
 *
 * B is copied into panels of 8 columns, four rows of A at a time into a strip, and a tile of 4 x 8 numbers of C stays in
 * registers while l runs. `scratch` has room for B and the strip, 4 (k n + 4 k) bytes.
 */
function product(): Routine {
  const [a, b, c, m, n, k, aRow, aDepth, scratch] = range(9);
  const [i, j, p, q, end, out, row, strip, last] = range(9).map((x) => x + 9);
  const sums = range(8).map((x) => x + 18);
  const [left, right, entry, ...lines] = range(7).map((x) => x + 26);
  const inRow = (local: Local, start: Local) => int.add(get(start), int.mul(get(local), int.of(size)));
  const panelAt = int.add(get(scratch), int.mul(int.mul(get(j), get(k)), int.of(size)));
  const sum = (r: number, v: number) => sums[2 * r + v];
  const multiply = (rows: number, vectors: number): Code => [
    ...range(vectors).flatMap((v) => set([left, right][v], four.load(get(q), 16 * v))),
    ...range(rows).flatMap((r) => [
      ...set(entry, four.spread(get(p), size * r)),
      ...range(vectors).flatMap((v) =>
        set(sum(r, v), four.add(get(sum(r, v)), four.mul(get(entry), get([left, right][v])))),
      ),
    ]),
  ];
  const tile = (rows: number, vectors: number): Code => [
    ...range(rows).flatMap((r) => range(vectors).flatMap((v) => set(sum(r, v), four.zero))),
    ...set(p, rows === 4 ? get(strip) : int.add(get(a), int.mul(get(i), get(aRow)))),
    ...set(q, panelAt),
    ...set(end, int.add(get(q), int.mul(get(k), int.of(16 * vectors)))),
    ...steps(q, end, 16 * vectors, [
      ...multiply(rows, vectors),
      ...add(p, rows === 4 ? int.of(16) : get(aDepth)), // a single row is not copied: its numbers may lie apart
    ]),
    ...set(out, int.add(inRow(j, c), int.mul(get(i), get(row)))),
    ...range(rows).flatMap((r) => [
      ...range(vectors).flatMap((v) => four.store(get(out), get(sum(r, v)), 16 * v)),
      ...add(out, get(row)),
    ]),
  ];
  const panels = (body: (vectors: number) => Code): Code => [
    ...set(j, int.of(0)),
    ...steps(j, n, 8, body(2)),
    ...steps(j, n, 4, body(1)),
  ];
  const copyPanel = (vectors: number): Code => [
    ...set(p, inRow(j, b)),
    ...set(q, panelAt),
    ...set(end, int.add(get(q), int.mul(get(k), int.of(16 * vectors)))),
    ...steps(q, end, 16 * vectors, [
      ...range(vectors).flatMap((v) => four.store(get(q), four.load(get(p), 16 * v), 16 * v)),
      ...add(p, get(row)),
    ]),
  ];
  const copyStrip: Code = [
    ...set(p, int.add(get(a), int.mul(get(i), get(aRow)))),
    ...set(q, get(strip)),
    ...set(end, int.add(get(q), int.mul(get(k), int.of(16)))),
    ...whileTrue(
      int.and(int.differ(get(aRow), int.of(size)), int.atMost(int.add(get(q), int.of(64)), get(end))),
      [
        ...set(last, get(p)),
        ...lines.flatMap((line) => [...set(line, four.load(get(last))), ...add(last, get(aRow))]),
        ...turned(lines, sums).flatMap((code, r) => (r < 4 ? code : four.store(get(q), code, 16 * (r - 4)))),
        ...add(p, int.of(16)),
        ...add(q, int.of(64)),
      ],
    ),
    ...whileTrue(int.and(int.isZero(int.differ(get(aRow), int.of(size))), int.differ(get(q), get(end))), [
      ...four.store(get(q), four.load(get(p))),
      ...add(p, get(aDepth)),
      ...add(q, int.of(16)),
    ]),
    ...steps(q, end, 16, [
      ...range(4).flatMap((r) =>
        float.store(get(q), float.load(int.add(get(p), int.mul(get(aRow), int.of(r)))), size * r),
      ),
      ...add(p, get(aDepth)),
    ]),
  ];
  return {
    parameters: 9,
    locals: { ints: 9, fours: 15 },
    body: [
      ...set(row, int.mul(get(n), int.of(size))),
      ...set(strip, int.add(get(scratch), int.mul(get(k), get(row)))),
      ...panels(copyPanel),
      ...steps(i, m, 4, [...copyStrip, ...panels((vectors) => tile(4, vectors))]),
      ...steps(
        i,
        m,
        1,
        panels((vectors) => tile(1, vectors)),
      ),
    ],
  };
}

/** A tile of 4 x 4: four statements that prepare, then the four rows of its transpose as expressions. */
function turned(lines: readonly Local[], pairs: readonly Local[]): Code[] {
  const [low, high] = [
    [0, 4, 1, 5],
    [2, 6, 3, 7],
  ];
  const weave = (x: Local, y: Local, places: number[]) => four.pick(get(x), get(y), places);
  return [
    set(pairs[0], weave(lines[0], lines[2], low)),
    set(pairs[1], weave(lines[0], lines[2], high)),
    set(pairs[2], weave(lines[1], lines[3], low)),
    set(pairs[3], weave(lines[1], lines[3], high)),
    ...[0, 1].flatMap((half) => [low, high].map((places) => weave(pairs[half], pairs[half + 2], places))),
  ];
}

/** The sums of the columns of [rows, columns], each from the first row on, as the stock kernel sums. */
function columnSums(): Routine {
  const [x, out, rows, columns] = range(4);
  const [j, p, end, row, to] = range(5).map((v) => v + 4);
  const one = 9;
  const sums = range(4).map((v) => v + 10);
  const down = (width: number, clear: Code, body: Code, write: Code): Code =>
    steps(j, columns, width, [
      ...clear,
      ...set(p, int.add(get(x), int.mul(get(j), int.of(size)))),
      ...set(end, int.add(get(p), int.mul(get(rows), get(row)))),
      ...whileTrue(int.differ(get(p), get(end)), [...body, ...add(p, get(row))]),
      ...set(to, int.add(get(out), int.mul(get(j), int.of(size)))),
      ...write,
    ]);
  const blocks = (vectors: number): Code => {
    const each = (code: (sum: Local, offset: number) => Code) =>
      range(vectors).flatMap((v) => code(sums[v], 4 * size * v));
    return down(
      4 * vectors,
      each((sum) => set(sum, four.zero)),
      each((sum, offset) => set(sum, four.add(get(sum), four.load(get(p), offset)))),
      each((sum, offset) => four.store(get(to), get(sum), offset)),
    );
  };
  const single = down(
    1,
    set(one, float.zero),
    set(one, float.add(get(one), float.load(get(p)))),
    float.store(get(to), get(one)),
  );
  return {
    parameters: 4,
    locals: { ints: 5, floats: 1, fours: 4 },
    body: [...set(row, int.mul(get(columns), int.of(size))), ...blocks(4), ...blocks(1), ...single],
  };
}

/** The transpose of [rows, columns], both multiples of 4, in tiles of 4 x 4. */
function transpose(): Routine {
  const [from, to, rows, columns] = range(4);
  const [i, j, p, q, row, column] = range(6).map((x) => x + 4);
  const lines = range(4).map((x) => x + 10);
  const pairs = range(4).map((x) => x + 14);
  const tile = [
    ...set(p, int.add(get(from), int.add(int.mul(get(i), get(row)), int.mul(get(j), int.of(size))))),
    ...set(q, int.add(get(to), int.add(int.mul(get(j), get(column)), int.mul(get(i), int.of(size))))),
    ...lines.flatMap((line) => [...set(line, four.load(get(p))), ...add(p, get(row))]),
    ...turned(lines, pairs).flatMap((code, r) =>
      r < 4 ? code : [...four.store(get(q), code), ...add(q, get(column))],
    ),
  ];
  return {
    parameters: 4,
    locals: { ints: 6, fours: 8 },
    body: [
      ...set(row, int.mul(get(columns), int.of(size))),
      ...set(column, int.mul(get(rows), int.of(size))),
      ...steps(i, rows, 4, [...set(j, int.of(0)), ...steps(j, columns, 4, tile)]),
    ],
  };
}

/** How many bytes from an address on, in steps of 16, hold nothing but 0 and -0. */
function zeroBytes(): Routine {
  return prefix((numbers) => four.differ(numbers, four.zero));
}

/** How many bytes from an address on, in steps of 16, hold nothing but finite numbers. */
function finiteBytes(): Routine {
  return prefix((numbers) => four.differ(four.mul(numbers, four.zero), four.zero)); // 0 times infinity is no number
}

function prefix(isEnd: (numbers: Code) => Code): Routine {
  const [address, bytes, at] = range(3);
  const inside = int.and(
    int.atMost(int.add(get(at), int.of(16)), get(bytes)),
    int.isZero(four.any(isEnd(four.load(int.add(get(address), get(at)))))),
  );
  return {
    parameters: 2,
    returns: true,
    locals: { ints: 1 },
    body: [...whileTrue(inside, add(at, int.of(16))), ...get(at)],
  };
}

/** Our routines on the memory of the WebAssembly backend: addresses, sizes and steps in bytes are unsigned integers. */
export const routines = {
  product: product(),
  columnSums: columnSums(),
  transpose: transpose(),
  zeroBytes: zeroBytes(),
  finiteBytes: finiteBytes(),
} satisfies Record<string, Routine>;
