import { endWithParent } from '../notebook/kernel/parentWatch';
import type { ChildMessage, Job } from './job';
import { packageRoot } from './job';
import { runNotebook } from './runNotebook';

// The entry of a child process: `node child.js '<job as JSON>'`. It can be started by hand, or by a cluster's queue,
// too: the results are the files in the job's folder, and the exit code is 0 when every cell ran and every claim holds.

const job: Job = JSON.parse(process.argv[2]);
const tell = (message: ChildMessage) => void process.send?.(message);
const stray = new Promise<never>((_resolve, reject) => {
  process.on('uncaughtException', reject);
  process.on('unhandledRejection', reject);
});
stray.catch(() => {}); // it has no other listener while no cell runs

// The parent answers the verdict, after which nothing is left to do; without a parent nobody waits for one.
process.on('message', () => process.exit());
process.on('disconnect', () => process.exit());
if (process.send) endWithParent(); // also while a cell keeps this thread busy

async function main(): Promise<void> {
  process.chdir(packageRoot);
  const { record, outputs } = await runNotebook(job, tell, stray);
  process.exitCode = !record.error && record.claims.every((claim) => claim.holds) ? 0 : 1;
  if (!process.send) process.exit();
  tell({ type: 'verdict', record, outputs: job.keepOutputs ? outputs : undefined });
}

main().catch((error) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
  process.exit();
});
