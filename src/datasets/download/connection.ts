import { connectionProblem, MirrorProblem } from './mirrorProblem';

/** A connection that is given up when it stalls. */
export interface Connection {
  /** For `fetch`. */
  signal: AbortSignal;
  /** Waits for the network. @throws MirrorProblem saying why nothing comes; the outer signal's reason when that aborts */
  wait<T>(answer: Promise<T>): Promise<T>;
  close(): void;
}

/**
 * @param stall milliseconds to wait for each answer and each piece of it
 * @param outer aborts the connection as well
 */
export function connection(url: string, stall: number, outer?: AbortSignal): Connection {
  const own = new AbortController();
  return {
    signal: AbortSignal.any(outer ? [own.signal, outer] : [own.signal]),
    async wait(answer) {
      const timer = setTimeout(() => own.abort(), stall);
      try {
        return await answer;
      } catch (error) {
        outer?.throwIfAborted();
        const what = own.signal.aborted ? `nothing came for ${stall / 1000} s` : connectionProblem(error);
        throw new MirrorProblem(url, what, true);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => own.abort(),
  };
}
