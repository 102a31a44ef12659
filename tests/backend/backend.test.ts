import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withoutNewListeners } from '../../src/backend/processListeners';
import { backendReport, useBackend } from '../../src/backend/useBackend';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('useBackend', () => {
  test.each(['wasm', 'cpu'] as const)('selects %s when named', async (name) => {
    expect(await useBackend(name)).toMatchObject({ name, available: true });
    expect(tf.getBackend()).toBe(name);
  });

  test('without a name takes the first that is available, in the order tensorflow, wasm, cpu', async () => {
    vi.stubEnv('GAN_FIGURES_BACKEND', '');
    const first = (await backendReport()).find((status) => status.available);
    expect(await useBackend()).toEqual(first);
  });

  test('obeys GAN_FIGURES_BACKEND, and a name goes before it', async () => {
    vi.stubEnv('GAN_FIGURES_BACKEND', 'cpu');
    expect((await useBackend()).name).toBe('cpu');
    expect((await useBackend('wasm')).name).toBe('wasm');
  });

  test('an unknown name is refused with a list of what is there, and the backend in use stays', async () => {
    await useBackend('cpu');
    await expect(useBackend('webgl' as never)).rejects.toThrow(
      /backend "webgl" is unknown.*\n.*tensorflow.*\n.*wasm: WebAssembly.*\n.*cpu/,
    );
    vi.stubEnv('GAN_FIGURES_BACKEND', 'gpu');
    await expect(useBackend()).rejects.toThrow('backend "gpu" (from GAN_FIGURES_BACKEND) is unknown');
    expect(tf.getBackend()).toBe('cpu');
  });

  test('a backend that is missing is refused with the reason', async () => {
    const [tensorflow] = await backendReport();
    expect(tensorflow.name).toBe('tensorflow');
    if (tensorflow.available) return; // this machine has it
    await expect(useBackend('tensorflow')).rejects.toThrow(
      /backend "tensorflow" is not available here.*\n.*missing: @tensorflow\/tfjs-node-gpu (is not installed|: .*lib)/,
    );
  });

  test('the report selects nothing', async () => {
    await useBackend('cpu');
    const report = await backendReport();
    expect(report.map((status) => status.name)).toEqual(['tensorflow', 'wasm', 'cpu']);
    expect(tf.getBackend()).toBe('cpu');
  });
});

describe('process listeners', () => {
  const listeners = () => [process.listeners('uncaughtException'), process.listeners('unhandledRejection')];

  test('loading wasm leaves none behind', async () => {
    vi.resetModules();
    const before = listeners();
    const fresh = await import('../../src/backend/useBackend.js');
    await fresh.useBackend('wasm');
    expect(listeners()).toEqual(before);
  });

  test('withoutNewListeners removes what was added, also after an error, and keeps what was there', async () => {
    const mine = () => {};
    process.on('unhandledRejection', mine);
    const before = process.listeners('unhandledRejection');
    await expect(
      withoutNewListeners(async () => {
        process.on('unhandledRejection', () => {});
        process.once('uncaughtException', () => {});
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(process.listeners('unhandledRejection')).toEqual(before);
    process.removeListener('unhandledRejection', mine);
  });
});
