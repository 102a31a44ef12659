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

/**
 * Operations on the numbers of tensors, one after the other, without the results in between going to memory. Every one
 * rounds as the kernel of its name does, so that the bits are the same.
 */
export interface Chain {
  /** How each operand lies: like the result, as one number, or as one row [columns] for all. */
  operands: readonly ('full' | 'scalar' | 'row')[];
  /** Operations on earlier values: first the operands, then the steps, by number. */
  steps: readonly { operation: Operation; of: readonly number[] }[];
  /** Steps whose values are results. */
  results: readonly number[];
}

type Arithmetic = Pick<
  typeof four,
  'zero' | 'abs' | 'neg' | 'sqrt' | 'add' | 'sub' | 'mul' | 'div' | 'max' | 'step'
>;

/** By the names of TensorFlow.js's kernels. */
const operations = {
  Abs: (by: Arithmetic, [a]: Code[]) => by.abs(a),
  Add: (by: Arithmetic, [a, b]: Code[]) => by.add(a, b),
  Multiply: (by: Arithmetic, [a, b]: Code[]) => by.mul(a, b),
  Neg: (by: Arithmetic, [a]: Code[]) => by.neg(a),
  RealDiv: (by: Arithmetic, [a, b]: Code[]) => by.div(a, b),
  Relu: (by: Arithmetic, [a]: Code[]) => by.max(a, by.zero),
  Sqrt: (by: Arithmetic, [a]: Code[]) => by.sqrt(a),
  Square: (by: Arithmetic, [a]: Code[]) => by.mul(a, a),
  Step: (by: Arithmetic, [a]: Code[]) => by.step(a),
  Sub: (by: Arithmetic, [a, b]: Code[]) => by.sub(a, b),
};

export type Operation = keyof typeof operations;

/** Whether a kernel can be part of a {@link Chain}. */
export function isOperation(kernel: string): kernel is Operation {
  return kernel in operations;
}

/**
 * The routine of a chain. Its parameters: the addresses of operands and results, then the bytes of a row and the end of
 * the first result. Where no operand is a row, everything is one row.
 */
export function chainRoutine({ operands, steps, results }: Chain): Routine {
  const addresses = range(operands.length + results.length);
  const [rowBytes, end] = [addresses.length, addresses.length + 1];
  const rowEnd = end + 1;
  const first = addresses[operands.length];
  const floats = range(operands.length + steps.length).map((i) => rowEnd + 1 + i);
  const fours = floats.map((local) => local + floats.length);
  const moving = addresses.filter((i) => operands[i] !== 'scalar');
  const rows = addresses.filter((i) => operands[i] === 'row');
  const forward = (local: Local, bytes: Code) => set(local, int.add(get(local), bytes));
  const body = (
    by: Arithmetic & { load: typeof four.load; store: typeof four.store },
    values: Local[],
    bytes: number,
  ) => [
    ...range(operands.length).flatMap((i) =>
      operands[i] === 'scalar' ? [] : set(values[i], by.load(get(i))),
    ),
    ...steps.flatMap(({ operation, of }, i) =>
      set(
        values[operands.length + i],
        operations[operation](
          by,
          of.map((k) => get(values[k])),
        ),
      ),
    ),
    ...results.flatMap((step, i) => by.store(get(operands.length + i), get(values[operands.length + step]))),
    ...moving.flatMap((i) => forward(i, int.of(bytes))),
  ];
  const along = (bytes: number, code: Code) =>
    whileTrue(int.atMost(int.add(get(first), int.of(bytes)), get(rowEnd)), code);
  return {
    parameters: addresses.length + 2,
    locals: { ints: 1, floats: floats.length, fours: fours.length },
    body: [
      ...range(operands.length).flatMap((i) =>
        operands[i] === 'scalar'
          ? [...set(floats[i], float.load(get(i))), ...set(fours[i], four.spread(get(i)))]
          : [],
      ),
      ...whileTrue(int.differ(get(first), get(end)), [
        ...set(rowEnd, int.add(get(first), get(rowBytes))),
        ...along(16, body(four, fours, 16)),
        ...along(4, body(float, floats, 4)),
        ...rows.flatMap((i) => forward(i, int.sub(int.of(0), get(rowBytes)))),
      ]),
    ],
  };
}
