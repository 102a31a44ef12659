import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { parameters } from '../../src/notebook/parameters';

const declare = () =>
  parameters({
    seed: 7,
    preset: 'quick',
    smoke: { steps: 10, widths: [8], clip: true, name: 'a' },
    quick: { steps: 100, widths: [64, 64], clip: true, name: 'b' },
    paper: { steps: 1000, widths: [512, 512, 512], clip: false, name: 'c' },
  });

afterEach(() => vi.unstubAllEnvs());

describe('parameters', () => {
  it('resolve to the declared preset and seed', () => {
    expect(declare()).toEqual({
      preset: 'quick',
      seed: 7,
      steps: 100,
      widths: [64, 64],
      clip: true,
      name: 'b',
    });
  });

  it('are typed by their kind, not by the literals in the cell', () => {
    const settings = declare();
    expectTypeOf(settings.steps).toEqualTypeOf<number>();
    expectTypeOf(settings.widths).toEqualTypeOf<number[]>();
    expectTypeOf(settings.clip).toEqualTypeOf<boolean>();
    expectTypeOf(settings.preset).toEqualTypeOf<'smoke' | 'quick' | 'paper'>();
  });

  it('follow the environment of the run', () => {
    vi.stubEnv('GAN_FIGURES_PRESET', 'smoke');
    vi.stubEnv('GAN_FIGURES_SEED', '3');
    vi.stubEnv(
      'GAN_FIGURES_SET',
      JSON.stringify({ steps: '1e3', widths: '1,2,3', clip: 'false', name: 'x y' }),
    );
    expect(declare()).toEqual({
      preset: 'smoke',
      seed: 3,
      steps: 1000,
      widths: [1, 2, 3],
      clip: false,
      name: 'x y',
    });
  });

  it('refuse an unknown preset and list those there are', () => {
    vi.stubEnv('GAN_FIGURES_PRESET', 'fast');
    expect(declare).toThrow('unknown preset "fast"; there are: smoke, quick, paper');
  });

  it.each(['-1', '1.5', 'one', '9007199254740993'])('refuse the seed %s', (seed) => {
    vi.stubEnv('GAN_FIGURES_SEED', seed);
    expect(declare).toThrow(`seed must be a whole number of 0 or more, got "${seed}"`);
  });

  it.each([
    [{ stepz: '1' }, 'unknown setting "stepz"; there are: steps, widths, clip, name'],
    [{ steps: 'many' }, 'setting steps: expected a number, got "many"'],
    [{ steps: '' }, 'setting steps: expected a number, got ""'],
    [{ steps: 'Infinity' }, 'setting steps: expected a number, got "Infinity"'],
    [{ widths: '1,,2' }, 'setting widths: expected numbers such as 1,2,3, got "1,,2"'],
    [{ clip: 'yes' }, 'setting clip: expected true or false, got "yes"'],
    [{ toString: '1' }, 'unknown setting "toString"'],
  ])('refuse the override %j', (set, message) => {
    vi.stubEnv('GAN_FIGURES_SET', JSON.stringify(set));
    expect(declare).toThrow(message);
  });

  it.each(['nonsense', '[1]', 'null'])('refuse %s where an object of overrides belongs', (set) => {
    vi.stubEnv('GAN_FIGURES_SET', set);
    expect(declare).toThrow('GAN_FIGURES_SET must be a JSON object');
  });

  it('refuse presets that differ in keys, naming the key', () => {
    const quick = { steps: 1, batch: 2 };
    const smoke = { steps: 1 } as typeof quick;
    expect(() => parameters({ seed: 0, preset: 'quick', smoke, quick, paper: quick })).toThrow(
      'smoke lacks batch, which quick has',
    );
    expect(() => parameters({ seed: 0, preset: 'quick', smoke: quick, quick: smoke, paper: smoke })).toThrow(
      'quick lacks batch, which smoke has',
    );
  });

  it('refuse presets that differ in kinds, naming the key', () => {
    const paper = { steps: 'all' } as unknown as { steps: number };
    expect(() =>
      parameters({ seed: 0, preset: 'quick', smoke: { steps: 1 }, quick: { steps: 1 }, paper }),
    ).toThrow('steps is a text in paper but a number in quick');
  });

  it('refuse a seed inside a preset, which would hide the run’s', () => {
    const quick = { seed: 1 };
    expect(() => parameters({ seed: 0, preset: 'quick', smoke: quick, quick, paper: quick })).toThrow(
      'seed stands beside the presets, not in smoke',
    );
  });

  it('refuse a value that is no setting', () => {
    const quick = { rate: Number.NaN };
    expect(() => parameters({ seed: 0, preset: 'quick', smoke: quick, quick, paper: quick })).toThrow(
      'a setting is a finite number',
    );
  });
});
