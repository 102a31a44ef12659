import { formatExpected, formatNumber } from '../claims/format';
import type { Claim } from '../claims/types';
import { papers } from '../papers/papers';
import type { RunRecord } from './job';
import { text } from './markdown';
import { paperTable } from './paperTable';

const head = `# Figures

Written by \`npm run figures\`; do not edit. Every picture links to its interactive page; beside it lie the same figure as
SVG and its data as JSON. All claims with their sources: [claims.json](claims.json).

| paper figure | notebook | picture | claims | time | seed, preset, backend |
|---|---|---|---|---|---|
`;

const all = `
## Paper by paper

Every figure and table by its number, also those that are not reproduced.
`;

/** The index of a folder of results: one row a notebook, then what the papers hold. */
export function indexPage(records: readonly RunRecord[]): string {
  const rows = records.map((record) => `| ${row(record).join(' | ')} |\n`).join('');
  return head + rows + all + papers.map(paperTable).join('');
}

function row(record: RunRecord): string[] {
  const { paper, notebook, figures, claims, seconds, seed, preset, backend } = record;
  return [
    paper ? `[${text(paper.title)}, ${text(paper.figure)}](${paper.link})` : '',
    `${text(record.title)}<br>\`${notebook}.ipynb\``,
    figures.map(({ name, title }) => picture(`${notebook}/${name}`, title)).join(' '),
    claims.map(claimLine).join('<br>'),
    `${formatNumber(seconds)} s`,
    `${seed === null ? 'no seed' : `seed ${seed}`}, ${preset}, ${backend ?? 'no backend'}`,
  ];
}

function picture(path: string, title: string): string {
  return `<a href="${path}.html"><img src="${path}.png" width="240" alt="${text(title)}"></a>`;
}

function claimLine(claim: Claim): string {
  const unit = claim.unit ? ` ${claim.unit}` : '';
  return text(
    `${claim.holds ? '✓' : '✗'} ${claim.id}: ${formatMeasured(claim.measured)}${unit} (${formatExpected(claim)})`,
  );
}

/** In JSON an infinity and NaN are texts. */
function formatMeasured(measured: number): string {
  return formatNumber(Number(measured));
}
