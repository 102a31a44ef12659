/** Why a process ended without a verdict, from its exit code, the signal and what it wrote to stderr. */
export function explainExit(code: number | null, signal: NodeJS.Signals | null, complaints: string): string {
  if (/heap out of memory|Allocation failed/.test(complaints))
    return 'the process ran out of memory; raise the limit with NODE_OPTIONS=--max-old-space-size=<MB> or run with --preset smoke';
  if (signal === 'SIGKILL')
    return 'the process was killed (SIGKILL); systems do so when memory runs out: try --jobs 1';
  const last = lastLines(complaints);
  if (signal) return `the process was ended by ${signal}${last}`;
  return `the process ended by itself with exit code ${code}${last}`;
}

function lastLines(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 ? `:\n  ${lines.slice(-8).join('\n  ')}` : '';
}
