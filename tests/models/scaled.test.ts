import { beforeAll, expect, test } from 'vitest';
import { useBackend } from '../../src/backend/useBackend';
import { heNormal, scaled, torchUniform } from '../../src/models/initialisers';
import { mlp } from '../../src/models/mlp';
import { stream } from '../../src/rng/stream';

beforeAll(() => useBackend('cpu'));

test('scaled multiplies weights and biases', () => {
  const small = scaled(torchUniform, 0.1);
  const [a, b] = [stream(0, 'a'), stream(0, 'a')];
  expect(small.weight(a, 4, 2)).toBe(0.1 * torchUniform.weight(b, 4, 2));
  expect(small.bias(a, 4, 2)).toBe(0.1 * torchUniform.bias(b, 4, 2));
  expect(small.name).toBe('Torch uniform × 0.1');
  expect(() => scaled(heNormal, 0)).toThrow('scaled: factor must be finite and > 0, got 0');
});

test('the first layer alone may start small', () => {
  const layers = [3, 4, 4, 1];
  const init = (model: ReturnType<typeof mlp>) => model.init(stream(0, 'net')).map((w) => [...w.dataSync()]);
  const plain = init(mlp({ layers }));
  const small = init(mlp({ layers, firstInitialiser: scaled(heNormal, 0.01) }));
  plain[0].forEach((w, i) => {
    expect(small[0][i]).toBeCloseTo(0.01 * w, 7);
  });
  expect(small.slice(1)).toEqual(plain.slice(1));
});
