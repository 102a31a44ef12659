import type { Publisher, Reply, Router } from 'zeromq';
import { answer, decode, encode, type Message } from './wire';

type Content = Record<string, unknown>;

/** How handlers answer: to the one who asked, or to everybody. */
export interface Channel {
  reply(request: Message, type: string, content: Content): Promise<void>;
  publish(request: Message, type: string, content: Content): Promise<void>;
}

/** @param key signs the messages */
export function openChannel(socket: Router, iopub: Publisher, key: string): Channel {
  return {
    reply: (request, type, content) => socket.send(encode(answer(request, type, content), key)),
    // subscribers filter by the first frame
    publish: (request, type, content) =>
      iopub.send(encode({ ...answer(request, type, content), identities: [Buffer.from(type)] }, key)),
  };
}

/** Sends back what arrives: Jupyter asks this way whether the kernel lives. */
export async function echo(socket: Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames);
}

/** Hands every valid message of `socket` to `take`; a broken one is reported and skipped. Ends when the socket is closed. */
export async function receive(socket: Router, key: string, take: (message: Message) => void): Promise<void> {
  for await (const frames of socket) {
    try {
      take(decode(frames, key));
    } catch (error) {
      console.error(`kernel: ${(error as Error).message}`);
    }
  }
}
