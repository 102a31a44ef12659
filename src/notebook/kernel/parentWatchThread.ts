import { workerData } from 'node:worker_threads';
import { parentRuns } from './parentWatch';

const interval = 1000; // ms

setInterval(() => {
  if (!parentRuns(workerData.parent, process.ppid)) process.kill(process.pid, 'SIGKILL');
}, interval);
