/** One line of `doctor`. */
export interface Check {
  /** `ok`; `absent`: optional and not there; `broken`: the project does not work without it, or a setting is wrong. */
  state: 'ok' | 'absent' | 'broken';
  what: string;
  /** What it is, or why it is missing. */
  detail: string;
  /** What to do about it. */
  remedy?: string;
}

const marks = { ok: '✓', absent: '–', broken: '✗' };

/** The checks as aligned lines: mark, what, detail, and below a line what to do. */
export function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const rows = checks.flatMap(({ state, what, detail, remedy }) => [
    `${marks[state]} ${what.padEnd(width)}  ${detail}`,
    ...(remedy ? [`${' '.repeat(width + 4)}-> ${remedy}`] : []),
  ]);
  return `${rows.join('\n')}\n`;
}
