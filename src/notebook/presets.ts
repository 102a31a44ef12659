/** The three budgets of every notebook: tests, the default, and the paper's own settings. */
export const presets = ['smoke', 'quick', 'paper'] as const;

export type Preset = (typeof presets)[number];

export const defaultPreset: Preset = 'quick';

/** @throws Error when `text` names no preset, listing those that exist */
export function presetNamed(text: string): Preset {
  const found = presets.find((name) => name === text);
  if (!found) throw new Error(`unknown preset ${JSON.stringify(text)}; there are: ${presets.join(', ')}`);
  return found;
}
