import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Preset } from '../../notebook/presets';
import type { RunRecord } from '../job';
import { type Fingerprint, fingerprint } from './fingerprint';

/** What a notebook with outputs says about the run that they come from: `metadata.gan_figures.saved`. */
export interface SavedRun {
  preset: Preset;
  seed: number | null;
  backend: string | null;
  /** Hash of the code cells. */
  code: string;
  figures: Record<string, Fingerprint>;
  claims: { id: string; measured: number; holds: boolean }[];
}

/** @param folder where the run's files lie */
export function savedRun(record: RunRecord, folder: string): SavedRun {
  const { preset, seed, backend, code, figures, claims } = record;
  return {
    preset,
    seed,
    backend,
    code,
    figures: fingerprints(
      figures.map(({ name }) => name),
      folder,
    ),
    claims: claims.map(({ id, measured, holds }) => ({ id, measured, holds })),
  };
}

function fingerprints(names: readonly string[], folder: string): Record<string, Fingerprint> {
  return Object.fromEntries(
    names.map((name) => [name, fingerprint(readFileSync(join(folder, `${name}.json`), 'utf8'))]),
  );
}
