import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Chain, Operation } from '../../src/backend/simd/chain';
import { chain } from '../../src/backend/wasmChain';
import type { WasmBackend } from '../../src/backend/wasmKernels';
import { stream } from '../../src/rng/stream';
import { select } from '../support/backends';

beforeAll(() => select('wasm'));

const special = [0, -0, 1, -1, Number.NaN, Infinity, -Infinity, 1e-45, -1e-45, 3e38, -3e38, 1e-30, 0.1, 7];

/** Every special value beside every other one, then random ones of very different sizes. */
function numbers(size: number, stride: number): Float32Array {
  const draw = stream(0, `chain/${stride}`);
  return Float32Array.from({ length: size }, (_, i) =>
    i < special.length ** 2
      ? special[Math.floor(i / stride) % special.length]
      : draw.normal() * 10 ** draw.integer(6),
  );
}

/** The bits; all values that are no numbers count as one. */
function bits(x: tf.Tensor): number[] {
  const values = x.dataSync() as Float32Array;
  const whole = new Int32Array(values.buffer, values.byteOffset, values.length);
  return [...whole].map((bit, i) => (Number.isNaN(values[i]) ? 0x7fc00000 : bit));
}

function run(steps: Chain, shape: number[], operands: tf.Tensor[]): tf.Tensor[] {
  const backend = tf.backend() as unknown as WasmBackend;
  const out = chain({ inputs: operands as never, backend, attrs: { shape, chain: steps } });
  return out.map((info) => tf.engine().makeTensorFromTensorInfo(info));
}

const single: Operation[] = ['Abs', 'Neg', 'Relu', 'Sqrt', 'Square', 'Step'];
const double: Operation[] = ['Add', 'Sub', 'Multiply', 'RealDiv'];

describe('a chain of one operation has the bits of the kernel', () => {
  test.each(single)('%s', (operation) => {
    tf.tidy(() => {
      for (const size of [1, 3, 4, 7, 400]) {
        const x = tf.tensor1d(numbers(size, 1));
        const steps: Chain = { operands: ['full'], steps: [{ operation, of: [0] }], results: [0] };
        const stock = tf.engine().runKernel(operation, { x }, { alpha: 0 }) as tf.Tensor;
        expect(bits(run(steps, [size], [x])[0])).toEqual(bits(stock));
      }
    });
  });

  test.each(double)('%s', (operation) => {
    tf.tidy(() => {
      for (const [kindA, kindB] of [
        ['full', 'full'],
        ['full', 'scalar'],
        ['scalar', 'full'],
        ['full', 'row'],
        ['row', 'full'],
      ] as const)
        for (const columns of [1, 3, 4, 14, 37]) {
          const shape = [14, columns];
          const shapes = { full: shape, scalar: [], row: [columns] };
          const operand = (kind: keyof typeof shapes, stride: number) =>
            tf.tensor(numbers(tf.util.sizeFromShape(shapes[kind]), stride), shapes[kind]);
          const [a, b] = [operand(kindA, 1), operand(kindB, special.length)];
          const steps: Chain = { operands: [kindA, kindB], steps: [{ operation, of: [0, 1] }], results: [0] };
          const stock = tf.engine().runKernel(operation, { a, b }) as tf.Tensor;
          expect(bits(run(steps, shape, [a, b])[0])).toEqual(bits(stock));
        }
    });
  });
});

test('several steps, several results, steps that are used twice', () => {
  tf.tidy(() => {
    const [x, y, c] = [tf.tensor1d(numbers(101, 1)), tf.tensor1d(numbers(101, 14)), tf.scalar(0.3)];
    const steps: Chain = {
      operands: ['full', 'full', 'scalar'],
      steps: [
        { operation: 'Multiply', of: [0, 2] },
        { operation: 'Add', of: [3, 1] },
        { operation: 'RealDiv', of: [3, 4] },
        { operation: 'Sub', of: [5, 4] },
      ],
      results: [1, 3],
    };
    const sum = tf.add(tf.mul(x, c), y);
    const out = run(steps, [101], [x, y, c]);
    expect(out.map(bits)).toEqual([sum, tf.sub(tf.div(tf.mul(x, c), sum), sum)].map(bits));
  });
});

test('no numbers give no numbers', () => {
  tf.tidy(() => {
    const steps: Chain = { operands: ['full'], steps: [{ operation: 'Neg', of: [0] }], results: [0] };
    expect(run(steps, [0, 3], [tf.zeros([0, 3])])[0].shape).toEqual([0, 3]);
  });
});
