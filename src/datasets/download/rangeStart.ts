import { MirrorProblem } from './mirrorProblem';

/**
 * Where in the file the body of an answer begins: at `have`, or at 0 from a server that sends the whole file instead of the rest;
 * undefined from one that does not know such a rest.
 *
 * @param have bytes that are here already
 * @param bytes the expected length of the whole file
 * @throws MirrorProblem when the answer is none, or that of a file of another length
 */
export function rangeStart(url: string, response: Response, have: number, bytes: number): number | undefined {
  const { status, headers } = response;
  if (status === 416) return undefined;
  if (status !== 200 && status !== 206)
    throw new MirrorProblem(
      url,
      `HTTP ${status} ${response.statusText}`.trim(),
      status >= 500 || status === 408 || status === 429,
    );
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity')
    throw new MirrorProblem(url, `it sends the file with the encoding ${encoding}`, false);
  if (status === 206) {
    const [, first, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
    checkLength(url, total, bytes);
    return Number(first) === have ? have : undefined;
  }
  checkLength(url, headers.get('content-length') ?? undefined, bytes);
  return 0;
}

function checkLength(url: string, length: string | undefined, bytes: number): void {
  if (length !== undefined && Number(length) !== bytes)
    throw new MirrorProblem(url, `the file there has ${length} bytes, expected ${bytes}`, false);
}
