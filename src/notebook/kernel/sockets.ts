import { readFileSync } from 'node:fs';
import { Publisher, Reply, Router } from 'zeromq';

/** What Jupyter writes into the connection file. */
export interface Connection {
  transport: string;
  ip: string;
  key: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
}

export interface Sockets {
  /** Requests in order: run this cell, complete that word. */
  shell: Router;
  /** Requests that overtake: interrupt, shut down. */
  control: Router;
  /** What everybody sees: outputs, busy and idle. */
  iopub: Publisher;
  /** Bound because Jupyter connects to it; cells cannot ask for input. */
  stdin: Router;
  heartbeat: Reply;
}

export function readConnection(file: string): Connection {
  return JSON.parse(readFileSync(file, 'utf8'));
}

// Without limit and without waiting: sending never waits for the event loop, so that a cell which keeps the
// thread busy still shows what it prints.
const unlimited = { sendHighWaterMark: 0, sendTimeout: 0 };

export async function bindSockets(connection: Connection): Promise<Sockets> {
  const sockets = {
    shell: new Router(unlimited),
    control: new Router(unlimited),
    iopub: new Publisher(unlimited),
    stdin: new Router(unlimited),
    heartbeat: new Reply(unlimited),
  };
  const { transport, ip } = connection;
  const address = (port: number) => `${transport}://${ip}${transport === 'ipc' ? '-' : ':'}${port}`;
  await Promise.all([
    sockets.shell.bind(address(connection.shell_port)),
    sockets.control.bind(address(connection.control_port)),
    sockets.iopub.bind(address(connection.iopub_port)),
    sockets.stdin.bind(address(connection.stdin_port)),
    sockets.heartbeat.bind(address(connection.hb_port)),
  ]);
  return sockets;
}

export function closeSockets(sockets: Sockets): void {
  for (const socket of Object.values(sockets)) socket.close();
}
