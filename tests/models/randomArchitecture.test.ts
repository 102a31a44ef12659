import { expect, it } from 'vitest';
import { batchNorm } from '../../src/models/normalisation';
import { perceptron, perceptronChoices, randomArchitecture } from '../../src/models/randomArchitecture';
import { stream } from '../../src/rng/stream';

const many = Array.from({ length: 600 }, (_, i) => randomArchitecture(stream(0, 'architectures').split(i)));

it('the same stream gives the same architecture, whatever was drawn from it before', () => {
  const from = stream(3, 'architectures');
  const first = randomArchitecture(from);
  from.uniform();
  expect(randomArchitecture(from)).toEqual(first);
});

it.each(['depth', 'width', 'nonlinearity', 'normalised'] as const)(
  'for both players every choice of %s is as likely',
  (field) => {
    for (const player of ['generator', 'critic'] as const)
      for (const choice of perceptronChoices[field]) {
        const share = many.filter((one) => one[player][field] === choice).length / many.length;
        expect(Math.abs(share - 1 / perceptronChoices[field].length)).toBeLessThan(0.09); // > 4 sigma
      }
  },
);

it('the players are drawn apart from each other', () => {
  const alike = many.filter(({ generator, critic }) => generator.depth === critic.depth).length;
  expect(Math.abs(alike / many.length - 1 / 3)).toBeLessThan(0.09);
});

it('a field without choices is named', () => {
  expect(() => randomArchitecture(stream(0, 'none'), { ...perceptronChoices, width: [] })).toThrow(
    'width needs at least one choice',
  );
});

it('its perceptron has the hidden layers that it says, normalised or not', () => {
  const plain = { depth: 3, width: 16, nonlinearity: 'tanh', normalised: false } as const;
  const shapes = (one: Parameters<typeof perceptron>[0]) =>
    perceptron(one, { inputs: 2, outputs: 1 }, batchNorm())
      .init(stream(0, 'init'))
      .map(({ shape }) => shape.join('x'));
  expect(shapes(plain)).toEqual(['2x16', '16', '16x16', '16', '16x16', '16', '16x1', '1']);
  expect(shapes({ ...plain, depth: 1, normalised: true })).toEqual(['2x16', '16', '16', '16', '16x1', '1']);
});
