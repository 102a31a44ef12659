import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../runner/temporary';

const folder = temporaryFolder();
const root = join(__dirname, '..', '..');

/** A training in a process of its own: tells every recorded step, and last a hash of all its numbers. */
const script = (training: string, checkpoint: boolean) => `
  const g = require(${JSON.stringify(root)});
  const { createHash } = require('node:crypto');
  const optimiser = g.adam({ learningRate: 1e-3, beta1: 0.5, beta2: 0.9 });
  const shared = {
    real: g.ringOfGaussians(),
    objective: g.wasserstein,
    penalty: g.gradientPenalty(),
    batch: 16,
    steps: 60,
    seed: 0,
    recordEvery: 5,
    evaluate: { at: 10, measure: ({ critic }) => ({ value: critic.values([0, 0])[0] }) },
    onProgress: (done) => console.log('step ' + done),
    ...(${checkpoint} && { checkpoint: { name: 'killed', everySeconds: 0 } }),
  };
  const net = (outputs) => g.mlp({ layers: [2, 16, outputs] });
  const normal = g.gaussian({ mean: [0, 0] });
  const trainings = {
    critic: () => g.trainCritic({ ...shared, fake: normal, model: net(1), optimiser }),
    game: () => g.playGame({
      ...shared, latent: normal, generator: net(2), critic: net(1),
      optimisers: { critic: optimiser, generator: optimiser }, criticSteps: 3,
    }),
  };
  g.useBackend('wasm').then(trainings.${training}).then(({ history, parameters }) => {
    const numbers = Object.values(parameters).flat().map((p) => [...p.dataSync()]);
    console.log('hash ' + createHash('sha256').update(JSON.stringify([history, numbers])).digest('hex'));
  });
`;

/** Runs it, killed as soon as it has told `killAt`. @returns what it told */
function run(training: string, options: { checkpoint: boolean; killAt?: string }): Promise<string[]> {
  const child = spawn(process.execPath, ['-e', script(training, options.checkpoint)], {
    env: { ...process.env, GAN_FIGURES_CACHE: folder() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (text) => {
    told += text;
    if (options.killAt && told.includes(`${options.killAt}\n`)) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', () => resolve(told.trim().split('\n'))));
}

describe.each(['critic', 'game'])('a %s that is killed', (training) => {
  it('goes on from its checkpoint with the same numbers to the last bit', async () => {
    const whole = await run(training, { checkpoint: false });
    const killed = await run(training, { checkpoint: true, killAt: 'step 25' });
    expect(killed.some((line) => line.startsWith('hash'))).toBe(false);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.training')).length).toBe(1);
    const resumed = await run(training, { checkpoint: true });
    expect(Number(resumed[0].split(' ')[1])).toBeGreaterThanOrEqual(25);
    expect(resumed.at(-1)).toBe(whole.at(-1));
    expect(whole.at(-1)).toMatch(/^hash/);
  });
});
