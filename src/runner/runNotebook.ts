import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BackendName } from '../backend/types';
import { onClaim } from '../claims/ledger';
import type { Claim } from '../claims/types';
import { explained } from '../files/fileProblem';
import { endHeadlessRun, type HeadlessRun, startHeadlessRun } from '../notebook/headlessRun';
import { nextTurn } from '../training/nextTurn';
import type { CellError, ChildMessage, Job, RunRecord } from './job';
import { jsonText } from './json';
import {
  codeHash,
  codeOf,
  headingOf,
  type Notebook,
  notebookName,
  type Output,
  readNotebook,
} from './notebookFile';
import { runCells } from './runCells';

const load = createRequire(__filename);

/**
 * Does one unit of work in this process: runs the notebook, saves its figures and `run.json` into the job's folder.
 * The working directory must be the checkout. A cell that throws is told in the record, not thrown.
 *
 * @param tell hears of cells, progress and claims as they come
 * @param stray rejects with an error that nothing in the notebook awaits
 */
export async function runNotebook(
  job: Job,
  tell: (message: ChildMessage) => void,
  stray: Promise<never>,
): Promise<{ record: RunRecord; outputs: Output[][] }> {
  setEnvironment(job);
  const start = performance.now();
  const run: HeadlessRun = {
    folder: job.folder,
    figures: [],
    pending: new Set(),
    onProgress: (report) => tell({ type: 'progress', report }),
  };
  const claims: Claim[] = [];
  const stop = onClaim((claim) => {
    claims.push(claim);
    tell({ type: 'claim', claim });
  });
  startHeadlessRun(run);
  try {
    const notebook = readNotebook(job.notebook);
    const codes = codeOf(notebook);
    const early = await selectBackend(job.backend);
    const { outputs, error = complaintAbout(job, run, claims, codes.length) } = early
      ? { outputs: [], error: early }
      : await runCells(codes, {
          onCell: (cell) => tell({ type: 'cell', cell, of: codes.length }),
          afterCell: () => finishCell(run),
          stray,
        });
    const record = recordOf(job, notebook, run, claims);
    record.seconds = Math.round((performance.now() - start) / 100) / 10;
    if (error) record.error = error;
    try {
      await writeFile(join(job.folder, 'run.json'), jsonText(record));
    } catch (thrown) {
      record.error ??= complaint(codes.length, 'run.json', (explained(thrown, job.folder) as Error).message);
    }
    return { record, outputs };
  } finally {
    endHeadlessRun();
    stop();
  }
}

/** What the job says, also where the person's own environment says otherwise; the backend is the machine's choice. */
function setEnvironment({ preset, seed, backend, set }: Job): void {
  process.env.GAN_FIGURES_PRESET = preset;
  process.env.GAN_FIGURES_SET = JSON.stringify(set);
  process.env.GAN_FIGURES_SEED = seed === undefined ? '' : String(seed);
  if (backend !== undefined) process.env.GAN_FIGURES_BACKEND = backend;
}

/** A backend asked for by name must be there, also for a notebook that trains nothing. */
async function selectBackend(name: string | undefined): Promise<CellError | undefined> {
  if (name === undefined) return undefined;
  const { useBackend } = await import('../backend/useBackend.js');
  try {
    await useBackend(name as BackendName); // by name: the person wrote an option, not a variable
    return undefined;
  } catch (error) {
    return complaint(0, 'backend', (error as Error).message);
  }
}

/** Figures that a cell showed without awaiting them belong to that cell too, and so do rejections. */
async function finishCell(run: HeadlessRun): Promise<void> {
  await Promise.all(run.pending);
  run.pending.clear();
  await nextTurn(); // Node reports a rejection that nobody handles at the end of a turn
}

/** What is wrong with a run although every cell ran. */
function complaintAbout(job: Job, run: HeadlessRun, claims: Claim[], cell: number): CellError | undefined {
  const ids = claims.map((claim) => claim.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined)
    return complaint(cell, 'claim', `${twice} was made more than once; every claim needs its own id`);
  if (Object.keys(job.set).length > 0 && !run.parameters)
    return complaint(cell, '--set', 'the notebook calls no parameters(), so there is nothing to set');
  return undefined;
}

function complaint(cell: number, ename: string, evalue: string): CellError {
  return { cell, ename, evalue, traceback: [] };
}

function recordOf(job: Job, notebook: Notebook, run: HeadlessRun, claims: Claim[]): RunRecord {
  return {
    notebook: notebookName(job.notebook),
    title: headingOf(notebook) ?? notebookName(job.notebook),
    code: codeHash(notebook),
    paper: notebook.metadata.gan_figures?.paper,
    preset: run.parameters?.preset ?? job.preset,
    seed: run.parameters?.seed ?? null,
    backend: backendInUse(),
    settings: run.parameters?.settings ?? {},
    claims,
    figures: run.figures,
    seconds: 0,
  };
}

/** The backend that computes in this process, or null when TensorFlow.js was not loaded. */
function backendInUse(): string | null {
  const tf = load.cache[load.resolve('@tensorflow/tfjs')]?.exports;
  return tf?.engine().backendName ?? null;
}
