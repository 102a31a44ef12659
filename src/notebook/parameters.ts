import { headlessRun } from './headlessRun';
import { type Preset, presetNamed, presets } from './presets';
import { kindOf, type Setting, seedFrom, settingFrom } from './setting';

/** The types of a preset's values, freed from the literals that stand in the cell. */
export type Widened<Q> = {
  [K in keyof Q]: Q[K] extends number
    ? number
    : Q[K] extends boolean
      ? boolean
      : Q[K] extends string
        ? string
        : number[];
};

/** The three budgets of a notebook, with the same keys in each, and what runs unless asked otherwise. */
export interface ParameterDeclaration<Q> {
  seed: number;
  preset: Preset;
  smoke: Widened<Q>;
  quick: Q;
  paper: Widened<Q>;
}

export type Parameters<Q> = { preset: Preset; seed: number } & Widened<Q>;

/**
 * Resolves a notebook's settings: the declared preset and seed, unless the environment of the run says otherwise.
 *
 * `GAN_FIGURES_PRESET` and `GAN_FIGURES_SEED` replace preset and seed; `GAN_FIGURES_SET`, a JSON object of texts
 * (`{"lambda": "1"}`), replaces single settings. `npm run figures` sets them from `--preset`, `--seed` and `--set`.
 *
 * @throws Error when the presets differ in keys or kinds, or when an override names no preset or setting, has the
 *   wrong kind, or is no seed; the message names the value and what there is
 */
export function parameters<Q extends Record<string, Setting>>(
  declaration: ParameterDeclaration<Q>,
): Parameters<Q> {
  checkPresets(declaration);
  const { GAN_FIGURES_PRESET, GAN_FIGURES_SEED, GAN_FIGURES_SET } = process.env;
  const preset = presetNamed(GAN_FIGURES_PRESET || declaration.preset);
  const seed = seedFrom(GAN_FIGURES_SEED || String(declaration.seed));
  const settings: Record<string, Setting> = { ...declaration[preset] };
  for (const [key, text] of Object.entries(overrides(GAN_FIGURES_SET))) {
    if (!Object.hasOwn(settings, key))
      throw new Error(
        `unknown setting ${JSON.stringify(key)}; there are: ${Object.keys(settings).join(', ') || 'none'}`,
      );
    settings[key] = settingFrom(key, text, settings[key]);
  }
  const run = headlessRun();
  if (run) run.parameters = { preset, seed, settings };
  return { preset, seed, ...settings } as Parameters<Q>;
}

function checkPresets<Q extends Record<string, Setting>>(declaration: ParameterDeclaration<Q>): void {
  const quick: Record<string, Setting> = declaration.quick;
  for (const name of presets) {
    const settings: Record<string, Setting> = declaration[name];
    for (const key of new Set([...Object.keys(quick), ...Object.keys(settings)])) {
      if (key === 'seed' || key === 'preset')
        throw new Error(`parameters: ${key} stands beside the presets, not in ${name}`);
      if (!Object.hasOwn(settings, key)) throw new Error(`parameters: ${name} lacks ${key}, which quick has`);
      if (!Object.hasOwn(quick, key)) throw new Error(`parameters: quick lacks ${key}, which ${name} has`);
      if (kindOf(settings[key]) !== kindOf(quick[key]))
        throw new Error(
          `parameters: ${key} is a ${kindOf(settings[key])} in ${name} but a ${kindOf(quick[key])} in quick`,
        );
    }
  }
}

function overrides(json: string | undefined): Record<string, string> {
  if (!json) return {};
  const set: unknown = parsed(json);
  if (typeof set !== 'object' || set === null || Array.isArray(set))
    throw new Error(`GAN_FIGURES_SET must be a JSON object such as {"lambda": "1"}, got ${json}`);
  return Object.fromEntries(Object.entries(set).map(([key, value]) => [key, String(value)]));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
