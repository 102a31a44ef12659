import type { Figure } from '../figures/figure';
import { showClaims } from './claimRow';
import { type DrawnFigure, drawFigure } from './draw';
import { type HeadlessRun, headlessRun } from './headlessRun';
import { type Publish, publisher } from './publish';
import { saveFigure } from './saveFigure';

showClaims(); // whoever can show a figure shows claims too

/** The figure that brought Plotly into this kernel's page: shown again, it brings it again. */
let carrier: string | undefined;

/**
 * Shows a figure under the cell: live where scripts run, as a picture elsewhere. In a headless run its files
 * `<name>.svg`, `.png`, `.html` and `.json` are saved too. A plain script gets one line of text.
 *
 * @param name names the files: lower-case letters, digits and hyphens
 * @throws Error when the name is no such name, or was used before in the same headless run
 */
export async function show(figure: Figure, name: string): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new Error(
      `show: a figure's name has lower-case letters, digits and hyphens, got ${JSON.stringify(name)}`,
    );
  const run = headlessRun();
  const publish = publisher();
  if (!run && !publish) {
    console.log(describe(figure, name));
    return;
  }
  const work = display(figure, name, run, publish);
  run?.pending.add(work);
  await work;
}

async function display(figure: Figure, name: string, run?: HeadlessRun, publish?: Publish): Promise<void> {
  if (run?.figures.some((other) => other.name === name))
    throw new Error(`show: this run has a figure named ${JSON.stringify(name)} already`);
  const record = { name, title: figureTitle(figure) || name, files: [] as string[] };
  run?.figures.push(record);
  if (!run) carrier ??= name;
  const drawn = await drawFigure(figure, record.title, !run && carrier === name);
  if (run) record.files = await saveFigure(run.folder, name, drawn);
  publish?.(bundle(drawn, describe(figure, name)), {
    metadata: { 'image/png': drawn.size },
  });
}

function bundle(drawn: DrawnFigure, description: string): Record<string, unknown> {
  return {
    'application/vnd.plotly.v1+json': JSON.parse(drawn.json),
    'text/html': drawn.cell,
    'image/png': drawn.png.toString('base64'),
    'text/plain': description,
  };
}

function describe(figure: Figure, name: string): string {
  const title = figureTitle(figure);
  return title ? `figure ${name}: ${title}` : `figure ${name}`;
}

/** A figure's title as plain text, without the tags that Plotly allows in it; empty when it has none. */
function figureTitle(figure: Figure): string {
  const title = figure.layout.title;
  const text = typeof title === 'string' ? title : (title?.text ?? '');
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
