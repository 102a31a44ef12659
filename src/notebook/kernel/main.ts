/**
 * The kernel's process; Jupyter starts it as kernel.json says: `node main.js <connection file>`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stopTimersWithTheirCell } from './cellRun';
import { kernelInfo } from './kernelInfo';
import { endWithParent } from './parentWatch';
import { serve } from './serve';
import { startSession } from './session';
import { bindSockets, closeSockets, readConnection } from './sockets';
import { surviveStrayErrors } from './strayErrors';

const root = resolve(__dirname, '../../..');

async function main(connectionFile: string | undefined): Promise<void> {
  if (!connectionFile) throw new Error('this is started by Jupyter; to start Jupyter: npm run lab');
  if (!existsSync(join(root, 'dist/index.js')))
    throw new Error(`${join(root, 'dist')} is not built; in ${root} run: npm run build`);
  stopTimersWithTheirCell();
  endWithParent();
  const connection = readConnection(connectionFile);
  const sockets = await bindSockets(connection);
  const kernel = serve(sockets, {
    key: connection.key,
    info: kernelInfo({
      kernel: require(join(root, 'package.json')).version,
      typescript: require('@tslab/typescript-for-tslab/package.json').version,
    }),
    startSession: () => startSession(root),
    end() {
      closeSockets(sockets);
      process.exit(0);
    },
  });
  surviveStrayErrors(kernel.report);
  process.on('SIGINT', kernel.stop);
}

main(process.argv[2]).catch((error: Error) => {
  process.stderr.write(`gan-figures kernel: ${error.message}\n`);
  process.exit(1);
});
