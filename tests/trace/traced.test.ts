import * as tf from '@tensorflow/tfjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { mlp } from '../../src/models/mlp';
import { wasserstein } from '../../src/objectives/wasserstein';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { stream } from '../../src/rng/stream';
import { type StepIdentity, traced, traceReport, traceSettings } from '../../src/trace/traced';
import { criticUpdate } from '../../src/training/criticUpdate';
import { disposePlayer, newPlayer } from '../../src/training/player';
import { sgd } from '../../src/training/sgd';
import { portable, select } from '../support/backends';

type Tensors = tf.Tensor[];

/** Makes a step four times, twice watched, with the inputs that `inputs` gives, and compares with the step as written. */
function expectSame(step: (x: Tensors) => Tensors, inputs: (round: number) => Tensors = random): void {
  const identity = { name: 'test', parts: [step] };
  for (let round = 0; round < 4; round++) {
    const given = inputs(round);
    const before = tf.memory();
    const [a, b] = [traced(identity, (x) => tf.tidy(() => step(x)), given), tf.tidy(() => step(given))];
    const values = (tensors: Tensors) =>
      tensors.map((t) => ({ shape: t.shape, dtype: t.dtype, values: t.dataSync() }));
    expect(values(a)).toEqual(values(b));
    const own = (tensors: Tensors) => new Set(tensors.filter((t) => !given.includes(t)));
    for (const t of [...own(a), ...own(b)]) t.dispose();
    expect(tf.memory()).toEqual(before);
    tf.dispose(given);
  }
}

const random = (round: number): Tensors => [
  tf.tensor2d(
    Array.from({ length: 6 }, (_, i) => Math.sin(1 + i + 10 * round)),
    [2, 3],
  ),
  tf.tensor2d(
    Array.from({ length: 6 }, (_, i) => Math.cos(1 + i + 10 * round)),
    [2, 3],
  ),
];

/** How the step was made that was made last. */
const last = () => traceReport()[0];

/** Makes a step some times and returns what it returns. */
function times<T>(count: number, identity: StepIdentity, step: (x: Tensors) => T, inputs = random): T[] {
  return Array.from({ length: count }, (_, round) => traced(identity, step, inputs(round)));
}

afterEach(() => {
  vi.unstubAllEnvs();
  traceSettings();
});

describe.each(portable)('a traced step on %s returns what the step returns', (backend) => {
  beforeAll(() => select(backend));
  beforeEach(() => {
    traceSettings();
    tf.engine().startScope();
  });
  afterEach(() => {
    tf.engine().endScope();
  });

  test.each<[string, (x: Tensors) => Tensors, calls?: number]>([
    ['an expression', ([x, y]) => [tf.add(tf.mul(x, y), tf.matMul(x, y, true, false).sum())]],
    ['an input', ([x, y]) => [x, tf.add(x, y)]],
    ['an input under another shape', ([x]) => [tf.reshape(x, [6]), tf.clone(x)], 0],
    ['a constant', ([x]) => [tf.scalar(3), tf.zeros([2]), tf.square(x)], 1],
    ['one tensor twice, and once more under another shape', ([x]) => repeated(tf.square(x)), 1],
    ['the same value, computed twice', ([x]) => [tf.square(x), tf.square(x)], 1],
    [
      'what is left of much that is not needed',
      ([x, y]) => [tf.sqrt(x.square()).add(0), y.exp(), x.sin()].slice(1),
      2,
    ],
    ['one of several outputs of a kernel', ([x]) => [tf.split(x, 3, 1)[1], tf.topk(x, 2).indices]],
    ['a concatenation, whose inputs are a list', ([x, y]) => [tf.concat([x, y, x])]],
    [
      'a cast to another type, and back',
      ([x]) => [tf.cast(tf.greater(x, 0), 'float32'), tf.cast(x, 'int32')],
    ],
    ['what depends on constants alone', () => [tf.mul(tf.add(tf.scalar(1), tf.ones([2])), 3)]],
    ['zeros and ones like an input', ([x]) => [tf.zerosLike(x), tf.onesLike(x), tf.zerosLike(x)], 2],
    ['nothing', ([x]) => tf.square(x) && [], 0],
    ['tensors without numbers', ([x]) => [tf.zeros([0, 3]), tf.slice(x, [0, 0], [0, 3])]],
    [
      'calls that differ in an attribute alone',
      ([x]) => [
        ...[0, 1].map((a) => tf.sum(x, a)),
        ...[0, -0, 1].map((v) => tf.fill([2], v)),
        ...[1, 2].map((c) => tf.clipByValue(x, -c, c / 4)),
      ],
    ],
    ['a gradient', ([x]) => [tf.grad((v) => tf.sum(tf.square(tf.relu(v))))(x)]],
    [
      'a gradient of a gradient',
      ([x]) => [tf.grad((v) => tf.sum(tf.square(tf.grad((u) => tf.sum(tf.pow(u, tf.scalar(3))))(v))))(x)],
    ],
  ])('%s', (_, step, calls) => {
    expectSame(step);
    expect(last().state).toBe('replayed');
    if (calls !== undefined) expect(last().calls?.replayed).toBe(calls);
    for (const left of ['aliases', 'unused', 'repeated', 'chains']) {
      traceSettings({ [left]: false });
      expectSame(step);
      expect(last().state).toBe('replayed');
    }
  });

  test('also where one tensor is handed in twice', () => {
    const twice = (round: number) => [random(round)[0]].flatMap((x) => [x, x]);
    const step = ([x, y]: Tensors) => [tf.add(x, tf.square(y))];
    expectSame(step, twice);
    expect(last().state).toBe('replayed');
    expectSame(step);
  });

  test('0, -0 and values that are no numbers are different constants', () => {
    const x = () => [tf.tensor1d([1, -1])];
    for (const value of [0, -0, Number.NaN, Number.POSITIVE_INFINITY])
      expectSame(([y]) => [tf.div(y, tf.scalar(value)), tf.fill([2], value), tf.mul(y, -0)], x);
  });

  test('in the same records, beside numbers, texts and nothing', () => {
    const step = ([x]: Tensors) => ({ a: { b: [x.square()] }, n: 1, t: 'text', u: undefined });
    const results = times(3, { name: 'test', parts: [] }, step);
    expect(last().state).toBe('replayed');
    expect(results[2]).toMatchObject({ n: 1, t: 'text', u: undefined });
    expect(results[2].a.b[0]).toBeInstanceOf(tf.Tensor);
  });

  test('and keeps what the step keeps', () => {
    const results = times(3, { name: 'test', parts: [] }, ([x]) => tf.keep(x.square()));
    expect(results.map(({ kept }) => kept)).toEqual([true, true, true]);
    tf.dispose(results);
  });
});

/** A tensor, itself, and under another shape. */
const repeated = (x: tf.Tensor) => [x, x, tf.reshape(x, [3, 2])];

describe('on a backend whose kernels hand out tensors that are counted already, as native TensorFlow has them', () => {
  const name = 'counted';
  beforeAll(async () => {
    await select('cpu');
    const Backend = tf.backend().constructor as new () => tf.KernelBackend;
    tf.registerBackend(name, () => new Backend());
    tf.copyRegisteredKernels('cpu', name);
    for (const config of tf.getKernelsForBackend(name)) {
      const stock = config.kernelFunc;
      const counted = (info: tf.TensorInfo) => tf.engine().makeTensorFromTensorInfo(info);
      config.kernelFunc = (given) => {
        const out = tf.engine().tidy(() => stock(given) as never) as tf.TensorInfo | tf.TensorInfo[];
        return Array.isArray(out) ? out.map(counted) : counted(out);
      };
    }
    await tf.setBackend(name);
    traceSettings();
  });
  afterAll(async () => {
    traceSettings();
    await select('wasm');
    tf.removeBackend(name);
  });

  test.each<[string, (x: Tensors) => Tensors]>([
    ['an expression', ([x, y]) => [tf.add(tf.mul(x, y), tf.matMul(x, y, true, false).sum())]],
    ['an input under another shape, and a constant', ([x]) => [tf.reshape(x, [6]), tf.scalar(3)]],
    ['one tensor twice, and once more under another shape', ([x]) => repeated(tf.square(x))],
    ['one of several outputs', ([x]) => [tf.split(x, 3, 1)[1]]],
  ])('%s', (_, step) => {
    tf.tidy(() => {
      expectSame(step);
    });
    expect(last()).toMatchObject({ backend: name, state: 'replayed' });
  });
});

describe('a step that cannot be traced is made as it is written, and says why', () => {
  beforeAll(() => select('wasm'));
  beforeEach(() => {
    traceSettings();
  });

  const expectEager = (step: (x: Tensors) => unknown, reason: string | RegExp) => {
    let made = 0;
    const counted = (x: Tensors) => {
      made++;
      return tf.tidy(() => step(x) as tf.Tensor);
    };
    times(5, { name: 'test', parts: [step] }, counted);
    expect(made).toBe(5);
    expect(last()).toMatchObject({ state: 'eager', reason: expect.stringMatching(reason) });
  };

  test('when it reads numbers', () => {
    expectEager(([x]) => (x.dataSync()[0] > 0 ? x.square() : x.sin()), 'it reads numbers of a tensor');
  });

  test('when a number is another each time', () => {
    let n = 0;
    expectEager(([x]) => tf.mul(x, n++), 'a constant changed from 0 to 1');
  });

  test('when an attribute of a kernel is another each time', () => {
    let n = 0;
    expectEager(([x]) => tf.clipByValue(x, -1, ++n), 'call 0, ClipByValue, was not the same twice');
  });

  test('when it calls other kernels the second time', () => {
    let n = 0;
    expectEager(([x]) => (n++ === 0 ? x.square().sin() : x.square()), 'it made 2 calls, then 1');
  });

  test('when it takes or returns a tensor from elsewhere', () => {
    const other = tf.scalar(2);
    expectEager(([x]) => x.mul(other), 'Multiply takes a tensor that is neither input nor made here');
    expectEager(() => other.clone() && [other], /Identity takes a tensor/);
    expectEager(([x]) => x.square() && tf.keep(other), 'it returns a tensor that it did not make');
    other.dispose();
  });

  test('when it returns a number that is another each time', () => {
    let n = 0;
    expectEager(([x]) => ({ x: x.square(), n: n++ }), 'beside tensors that was not the same twice');
  });

  test('when the shape of what it makes depends on the numbers', () => {
    const identity = { name: 'test', parts: [] };
    const step = ([x]: Tensors) => tf.engine().runKernel('Unique', { x }, { axis: 0 }) as unknown as Tensors;
    const inputs = (round: number) => [tf.tensor1d(round < 3 ? [1, 2, 2] : [1, 2, 3], 'int32')];
    const sizes = times(5, identity, step, inputs).map(([values]) => values.size);
    expect(sizes).toEqual([2, 2, 2, 3, 3]);
    expect(last()).toMatchObject({ state: 'eager', reason: 'Unique returned the shape [3], not [2]' });
  });

  test('an error of the step comes through, and the kernels are as they were', () => {
    const kernel = tf.getKernel('Square', 'wasm').kernelFunc;
    const step = ([x]: Tensors) => {
      x.square();
      throw new Error('stop');
    };
    expect(() => times(1, { name: 'test', parts: [] }, step)).toThrow('stop');
    expect(tf.getKernel('Square', 'wasm').kernelFunc).toBe(kernel);
    expect(Object.keys(tf.backend())).not.toContain('readSync');
  });
});

describe('a step that changes after it has been traced is noticed', () => {
  beforeAll(() => select('cpu'));

  test.each([
    [
      'a number',
      (n: number) => (x: Tensors) => [tf.mul(x[0], n < 5 ? 2 : 3)],
      'a constant changed from 2 to 3',
    ],
    [
      'a kernel',
      (n: number) => (x: Tensors) => [n < 5 ? tf.sin(x[0]) : tf.cos(x[0])],
      'Sin, was not the same twice',
    ],
    [
      'what it returns',
      (n: number) => (x: Tensors) => ({ y: tf.sin(x[0]), n: n < 5 ? 1 : 2 }),
      'beside tensors',
    ],
  ])('%s', (_, step, message) => {
    let n = 0;
    const make = () =>
      traced({ name: 'counting', parts: [] }, (x: Tensors): unknown => step(n)(x), random(n++));
    for (let round = 0; round < 9; round++) make(); // two watched, seven repeated: n = 9
    expect(() => make()).toThrow(message);
    expect(() => traceSettings()).not.toThrow();
  });

  test('and one that does not is repeated on, with a flat memory', () => {
    const step = (x: Tensors) => tf.tidy(() => [tf.mul(tf.sin(x[0]), 2)]);
    const given = random(0);
    const before = tf.memory().numTensors;
    for (let round = 0; round < 600; round++) tf.dispose(traced({ name: 'steady', parts: [] }, step, given));
    expect(tf.memory().numTensors).toBe(before);
    expect(last()).toMatchObject({ name: 'steady', state: 'replayed' });
  });
});

describe('a trace is made anew', () => {
  beforeEach(async () => {
    await select('wasm');
    traceSettings();
  });

  const identity = { name: 'test', parts: [] };
  const square = ([x]: Tensors) => x.square();
  const ofSize = (size: number) => () => [tf.ones([size])];

  test('for inputs of another shape', () => {
    times(3, identity, square, ofSize(3));
    expect(times(3, identity, square, ofSize(4))[2].shape).toEqual([4]);
    expect(traceReport().map(({ state }) => state)).toEqual(['replayed', 'replayed']);
  });

  test('for other parts', () => {
    for (const part of [{}, {}]) times(3, { name: 'test', parts: [part] }, square);
    expect(traceReport().length).toBe(2);
  });

  test('on another backend, with inputs that come from the one before', async () => {
    times(3, identity, square, ofSize(3));
    const x = tf.tensor1d([1, 2, 3]);
    await select('cpu');
    const results = times(4, identity, square, () => [x]);
    expect(results.map((y) => [...y.dataSync()])).toEqual(new Array(4).fill([1, 4, 9]));
    expect(traceReport().map(({ backend, state }) => [backend, state])).toEqual([
      ['cpu', 'replayed'],
      ['wasm', 'replayed'],
    ]);
  });

  test('when a kernel is replaced', () => {
    times(3, identity, square, ofSize(3));
    const stock = tf.getKernel('Square', 'wasm');
    let calls = 0;
    tf.unregisterKernel('Square', 'wasm');
    const counting: tf.KernelFunc = (given) => {
      calls++;
      return stock.kernelFunc(given);
    };
    tf.registerKernel({ ...stock, kernelFunc: counting });
    times(3, identity, square, ofSize(3));
    tf.unregisterKernel('Square', 'wasm');
    tf.registerKernel(stock);
    expect(calls).toBe(3);
    times(3, identity, square, ofSize(3));
    expect(calls).toBe(3);
  });

  test('when it was not used for long: sixteen are remembered, and the memory of the others is freed', () => {
    const step = ([x]: Tensors) => x.mul(tf.tensor1d([1, 2, 3]));
    const before = tf.backend().numDataIds();
    tf.tidy(() => {
      for (let i = 0; i < 40; i++) times(3, { name: `${i}`, parts: [] }, step, ofSize(3));
    });
    expect(traceReport().map(({ name }) => name)).toEqual(Array.from({ length: 16 }, (_, i) => `${39 - i}`));
    expect(tf.backend().numDataIds()).toBe(before + 16);
    traceSettings();
    expect(tf.backend().numDataIds()).toBe(before);
  });
});

test('a max gradient penalty that remembers its steepest points computes their slopes once', async () => {
  await select('wasm');
  const calls = [0, 1 / 4].map((buffer) => {
    traceSettings();
    const penalty = maxGradientPenalty({ lambda: 0.1, buffer });
    const optimiser = sgd({ learningRate: 0.1 });
    const rules = { model: mlp({ layers: [2, 8, 1] }), objective: wasserstein, penalty, optimiser };
    const player = newPlayer(rules.model, optimiser, stream(0, 'test'), penalty);
    tf.tidy(() => {
      const points = tf.ones([8, 2]) as tf.Tensor2D;
      for (let i = 0; i < 3; i++) criticUpdate(rules, player, { real: points, fake: points, points });
    });
    disposePlayer(player);
    return last().calls!.replayed;
  });
  expect(calls[1] - calls[0]).toBe(2); // TopK and GatherV2
});

describe('a step is made as it is written', () => {
  beforeAll(() => select('wasm'));

  const counting = () => {
    const counted = {
      made: 0,
      step: ([x]: Tensors) => {
        counted.made++;
        return x.square();
      },
    };
    return counted;
  };

  test('when traces are switched off, by a function or by GAN_FIGURES_TRACE', () => {
    for (const off of [
      () => traceSettings({ trace: false }),
      () => vi.stubEnv('GAN_FIGURES_TRACE', 'off') && traceSettings(),
    ]) {
      off();
      const counted = counting();
      times(5, { name: 'test', parts: [] }, counted.step);
      expect(counted.made).toBe(5);
      expect(traceReport()).toEqual([]);
    }
  });

  test('on native TensorFlow, where traces have not been tried, unless they are asked for', () => {
    const backend = vi.spyOn(tf.engine(), 'backendName', 'get').mockReturnValue('tensorflow');
    const state = (settings: string) => {
      vi.stubEnv('GAN_FIGURES_TRACE', settings);
      traceSettings();
      times(1, { name: 'test', parts: [] }, ([x]) => x); // there are no kernels of that backend here
      return traceReport()[0]?.state;
    };
    try {
      expect(state('')).toBeUndefined();
      expect(state('native')).toBe('recording');
    } finally {
      backend.mockRestore();
    }
  });

  test('when it is differentiated, or profiled', async () => {
    traceSettings();
    const { step } = counting();
    times(3, { name: 'test', parts: [] }, step);
    const gradient = tf.grad((x) => traced({ name: 'test', parts: [] }, step, [x]).sum());
    expect([...gradient(tf.tensor1d([3])).dataSync()]).toEqual([6]);
    const profile = await tf.profile(() => times(1, { name: 'test', parts: [] }, step)[0]);
    expect(profile.kernelNames).toContain('Square');
  });

  test('GAN_FIGURES_TRACE names what is left out', () => {
    vi.stubEnv('GAN_FIGURES_TRACE', 'repeated,aliases');
    expect(traceSettings()).toEqual({
      ...{ trace: true, native: false, aliases: false, unused: true, repeated: false, chains: true },
    });
    vi.stubEnv('GAN_FIGURES_TRACE', 'fast');
    expect(() => traceSettings()).toThrow(
      'GAN_FIGURES_TRACE must be off or a list of trace, native, aliases, unused, repeated, chains, got fast',
    );
    vi.unstubAllEnvs();
  });
});
