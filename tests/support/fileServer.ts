import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';

/** How a server answers one request for a file. */
export type Answer = (request: IncomingMessage, response: ServerResponse, content: Buffer) => void;

/** Where the wanted rest begins, or 0. */
function wantedFrom({ headers }: IncomingMessage): number {
  return Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
}

/** The head of an answer with the file from where it is wanted; returns that part of it. */
function begin(request: IncomingMessage, response: ServerResponse, content: Buffer): Buffer {
  const from = wantedFrom(request);
  const rest = content.subarray(from);
  const range = from > 0 && { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` };
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length, ...range });
  return rest;
}

/** As most servers: the file, or the part of it that is wanted. */
export const ranged: Answer = (request, response, content) => {
  if (wantedFrom(request) >= content.length) response.writeHead(416).end();
  else response.end(begin(request, response, content));
};

/** A server that knows no parts. */
export const whole: Answer = (_, response, content) => {
  response.writeHead(200, { 'content-length': content.length }).end(content);
};

/** The whole file without its length. */
export const unmeasured: Answer = (_, response, content) => {
  response.writeHead(200).write(content);
  response.end();
};

/** The connection breaks after so many bytes. */
export const cutAfter =
  (bytes: number): Answer =>
  (request, response, content) => {
    response.write(begin(request, response, content).subarray(0, bytes), () =>
      setTimeout(() => response.destroy(), 20),
    );
  };

/** Nothing comes after so many bytes, and the connection stays open. */
export const stallAfter =
  (bytes: number): Answer =>
  (request, response, content) => {
    response.write(begin(request, response, content).subarray(0, bytes));
  };

export const status =
  (code: number): Answer =>
  (_, response) => {
    response.writeHead(code).end('<html>sorry</html>');
  };

/** A web server on this machine, one for each test of a file. */
export function fileServer(): {
  /** Offers a file; its requests get the answers in order, and the last one from then on. @returns its URL */
  serve(name: string, content: Buffer, ...answers: Answer[]): string;
  /** `name`, or `name from N`, of each request so far. */
  requests(): string[];
} {
  let server: Server;
  let files = new Map<string, { content: Buffer; answers: Answer[] }>();
  let requests: string[] = [];
  beforeEach(async () => {
    files = new Map();
    requests = [];
    server = createServer((request, response) => {
      const name = request.url!.slice(1);
      const file = files.get(name);
      requests.push(request.headers.range ? `${name} from ${wantedFrom(request)}` : name);
      if (!file) return void response.writeHead(404).end();
      const answer = file.answers.length > 1 ? file.answers.shift()! : file.answers[0];
      return answer(request, response, file.content);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return {
    serve(name, content, ...answers) {
      files.set(name, { content, answers: answers.length > 0 ? answers : [ranged] });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;
    },
    requests: () => requests,
  };
}
