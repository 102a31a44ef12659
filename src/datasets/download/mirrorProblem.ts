/** Why a URL did not yield a file. Problems of this machine, such as a full disk, are other errors. */
export class MirrorProblem extends Error {
  /** @param again whether the same URL may do better when it is asked again */
  constructor(
    url: string,
    what: string,
    readonly again: boolean,
  ) {
    super(`${url}: ${what}`);
  }
}

const explanations: Record<string, string> = {
  ENOTFOUND: 'there is no such host, or no network',
  EAI_AGAIN: 'the name of the host cannot be looked up; is there a network?',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'the host cannot be reached',
  ETIMEDOUT: 'no connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
};

/** What went wrong with a connection, in words. @param error what `fetch`, or reading its body, threw */
export function connectionProblem(error: unknown): string {
  const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
  const code = cause?.code;
  const words = (code && explanations[code]) ?? cause?.message ?? message;
  return code ? `${words} (${code})` : words;
}
