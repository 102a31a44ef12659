import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figures/figure';
import { findBrowser } from '../render/browser';
import { figureSize } from '../render/size';
import { counted } from '../runner/counted';
import type { Result } from '../runner/units';

/**
 * Writes a PDF beside every figure of the results, if there is a browser to print them.
 *
 * @returns a line that says what was done, or why nothing was
 */
export async function writePdfs(results: readonly Result[]): Promise<string> {
  const browser = findBrowser();
  if ('reason' in browser) return `no PDF: ${browser.reason}`;
  const { renderPdfs } = await import('../render/pdf.js');
  const jobs = results.flatMap(({ place, record }) =>
    (record?.figures ?? []).map(({ name }) => {
      const path = join(place.folder, place.name, name);
      const figure: Figure = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
      return { html: `${path}.html`, pdf: `${path}.pdf.tmp`, size: figureSize(figure) };
    }),
  );
  try {
    await renderPdfs(jobs, browser.path);
    for (const { pdf } of jobs) renameSync(pdf, pdf.replace(/\.tmp$/, ''));
  } finally {
    for (const { pdf } of jobs) rmSync(pdf, { force: true });
  }
  return `${counted(jobs.length, 'PDF')} with ${browser.path}`;
}
