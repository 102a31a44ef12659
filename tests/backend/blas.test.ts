import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Blas, findBlas } from '../../src/backend/blas/blas';
import { wantedBlas } from '../../src/backend/blas/wantedBlas';
import { stream } from '../../src/rng/stream';

const blas = found();

function found(): Blas | undefined {
  try {
    return findBlas();
  } catch {
    return undefined;
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.runIf(blas)('the BLAS of this machine', () => {
  for (const transposeA of [false, true])
    for (const transposeB of [false, true])
      test(`multiplies, transposed ${transposeA}, ${transposeB}`, () => {
        const [m, k, n] = [5, 3, 4];
        const draw = stream(0, 'blas');
        const [a, b] = [m * k, k * n].map((size) => Float32Array.from({ length: size }, draw.normal));
        const c = new Float32Array(m * n).fill(7);
        blas?.product(a, b, c, { m, n, k, transposeA, transposeB });
        for (let i = 0; i < m; i++)
          for (let j = 0; j < n; j++) {
            const entry = (l: number) =>
              (transposeA ? a[l * m + i] : a[i * k + l]) * (transposeB ? b[j * k + l] : b[l * n + j]);
            expect(c[i * n + j]).toBeCloseTo(entry(0) + entry(1) + entry(2), 5);
          }
      });

  test('computes the products of the WebAssembly backend where it is asked for, and only there', () => {
    for (const [wanted, detail] of [
      ['on', `, matrix products by ${blas?.library}`],
      ['off', 'SIMD'],
    ]) {
      const env = { ...process.env, GAN_FIGURES_BLAS: wanted };
      const printed = execFileSync(process.execPath, ['--import', 'tsx', '-e', program], {
        env,
        encoding: 'utf8',
      });
      const [said, value] = printed.trim().split('\n');
      expect(said.endsWith(detail)).toBe(true);
      expect(Number(value)).toBeCloseTo(285, 3);
    }
  });
});

const program = `
const { useBackend } = require(${JSON.stringify(join(__dirname, '../../src/backend/useBackend.ts'))});
const tf = require('@tensorflow/tfjs');
useBackend('wasm').then(({ detail }) => {
  const x = tf.range(0, 10).reshape([1, 10]);
  console.log(detail);
  console.log(tf.matMul(x, x, false, true).dataSync()[0]);
});`;

test('no BLAS is looked for unless GAN_FIGURES_BLAS is on', () => {
  vi.stubEnv('GAN_FIGURES_BLAS', '');
  expect(wantedBlas()).toEqual({ detail: '' });
  vi.stubEnv('GAN_FIGURES_BLAS', 'yes');
  expect(() => wantedBlas()).toThrow('GAN_FIGURES_BLAS must be on or off, got yes');
});
