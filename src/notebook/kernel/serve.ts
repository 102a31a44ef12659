import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { captureOutput } from './cellOutput';
import { echo, openChannel, receive } from './channel';
import { inOrder } from './inOrder';
import { runCell } from './runCell';
import type { Session } from './session';
import type { Sockets } from './sockets';
import { typescriptAnswers } from './typescriptAnswers';
import type { Message } from './wire';

export interface ServeOptions {
  /** Signs messages; from the connection file. */
  key: string;
  /** The answer to `kernel_info_request`. */
  info: Record<string, unknown>;
  /** Called once, before the first request that needs TypeScript and after `kernel_info_request`. */
  startSession(): Session;
  /** Called when Jupyter has asked to shut down and was answered. */
  end(): void;
}

export interface Kernel {
  /** Stops the cell that runs now. */
  stop(): void;
  /** Prints an error that no cell waited for. */
  report(error: unknown): void;
}

/**
 * Answers Jupyter.
 *
 * Requests of the shell channel are answered one after the other. When a cell fails and its request says
 * `stop_on_error`, the cells that wait behind it at that moment are answered `aborted` and do not run; a request
 * that arrives after the failed cell's reply runs.
 */
export function serve(sockets: Sockets, { key, info, startSession, end }: ServeOptions): Kernel {
  const shell = openChannel(sockets.shell, sockets.iopub, key);
  const control = openChannel(sockets.control, sockets.iopub, key);
  const queue = inOrder<Message>((request) => handle(request, shell));
  let count = 0;
  let parts: { session: Session; output: ReturnType<typeof captureOutput> } | undefined;
  const start = () => (parts ??= { session: startSession(), output: captureOutput(shell) });
  const stop = () => parts?.session.stop();
  const answers: Record<string, (content: Message['content']) => object> = {
    kernel_info_request: () => info,
    interrupt_request: () => {
      stop();
      return { status: 'ok' };
    },
    shutdown_request: ({ restart }) => ({ status: 'ok', restart: restart === true }),
    ...typescriptAnswers(() => start().session.handler),
  };

  async function handle(request: Message, channel: typeof shell): Promise<void> {
    const type = request.header.msg_type;
    const reply = (content: object) =>
      channel.reply(request, type.replace('_request', '_reply'), { ...content });
    channel.publish(request, 'status', { execution_state: 'busy' });
    try {
      if (type === 'execute_request') await execute(request);
      else if (type in answers) await reply(answers[type](request.content));
    } catch (error) {
      const { name, message, stack } = error as Error;
      console.error(`kernel: ${type}: ${stack}`);
      await reply({ status: 'error', ename: name, evalue: message, traceback: [] });
    }
    await channel.publish(request, 'status', { execution_state: 'idle' });
    if (type === 'shutdown_request') end();
    if (type === 'kernel_info_request') setImmediate().then(start); // so that the first cell does not wait for it
  }

  async function execute(request: Message): Promise<void> {
    const { silent, store_history, stop_on_error } = request.content;
    if (silent !== true && store_history !== false) count += 1;
    let behind: Message[] = [];
    await runCell(request, count, {
      ...start(),
      channel: shell,
      async beforeFailedReply() {
        await arrivals();
        if (stop_on_error !== false) behind = queue.takeAll();
      },
    });
    for (const other of behind)
      await (other.header.msg_type === 'execute_request' ? abort(other) : handle(other, shell));
  }

  /** Waits until what Jupyter sent while a cell kept the thread busy has been received. */
  async function arrivals(): Promise<void> {
    do await setImmediate();
    while (sockets.shell.readable);
  }

  async function abort(request: Message): Promise<void> {
    shell.publish(request, 'status', { execution_state: 'busy' });
    await shell.reply(request, 'execute_reply', { status: 'aborted' });
    await shell.publish(request, 'status', { execution_state: 'idle' });
  }

  receive(sockets.shell, key, queue.push);
  receive(sockets.control, key, (request) => void handle(request, control));
  echo(sockets.heartbeat);
  return {
    stop,
    report(error) {
      const lines = parts?.session.explain(error).traceback ?? [inspect(error)];
      process.stderr.write(`Error that no cell waited for:\n${lines.join('\n')}\n`);
    },
  };
}
