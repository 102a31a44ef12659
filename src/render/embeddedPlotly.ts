import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { plotlyFile } from './plotlyFile';

let packed: string | undefined;

/** plotly.js packed with gzip, in base64 (about 4 MB): the `plotlySource` of cellHtml. Packed once a process. */
export function embeddedPlotly(): string {
  packed ??= gzipSync(readFileSync(plotlyFile()), { level: 9 }).toString('base64');
  return packed;
}
