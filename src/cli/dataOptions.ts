import { basename } from 'node:path';
import type { RemoteDataset, RemoteFile } from '../datasets/download/remoteDataset';
import { helpOption, readNamesAndOptions, UsageError } from './usage';

export const dataHelp = (datasets: readonly RemoteDataset[]) => `npm run data -- [name] [options]

Fetches a data set into data/, or into the folder that GAN_FIGURES_DATA names, and checks it by SHA-256. Without a name:
says what is there and what is missing. What an interrupted download has brought is kept: the same command goes on from there.

${datasets.map(({ name, files }) => `  ${name.padEnd(12)}  ${files.map(({ urls }) => urls[0]).join(`\n${' '.repeat(16)}`)}`).join('\n')}

  --from <URL>  a mirror to fetch from instead: its folder that holds the files
  --force       fetches again what is there, and replaces what is another one than the original
  --help        shows this

Files that you fetch by other means are taken when they lie in their place, see data/README.md. Behind a proxy: Node.js 24 with
NODE_USE_ENV_PROXY=1 and HTTPS_PROXY.
`;

export interface DataOptions {
  help: boolean;
  force: boolean;
  /** The data sets to fetch; none: list them. */
  chosen: RemoteDataset[];
}

/** Reads the command line of `data`. @throws UsageError saying which value is wrong and what there is */
export function dataOptions(args: string[], datasets: readonly RemoteDataset[]): DataOptions {
  const { names, values } = readNamesAndOptions(args, {
    from: { type: 'string' },
    force: { type: 'boolean', default: false },
    help: helpOption,
  });
  const chosen = [...new Set(names)].map((name) => named(name, datasets));
  if (values.help) return { help: true, force: values.force, chosen };
  if (chosen.length === 0 && (values.force || values.from !== undefined))
    throw new UsageError(
      `${values.force ? '--force' : '--from'} needs the name of a data set; there are: ${list(datasets)}`,
    );
  if (values.from === undefined) return { help: false, force: values.force, chosen };
  if (chosen.length > 1) throw new UsageError(`--from is for one data set, got ${list(chosen)}`);
  return { help: false, force: values.force, chosen: [fromMirror(chosen[0], mirror(values.from))] };
}

function named(name: string, datasets: readonly RemoteDataset[]): RemoteDataset {
  const found = datasets.find((dataset) => dataset.name === name);
  if (!found) throw new UsageError(`unknown data set ${JSON.stringify(name)}; there are: ${list(datasets)}`);
  return found;
}

const list = (datasets: readonly RemoteDataset[]) => datasets.map(({ name }) => name).join(', ');

function mirror(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      `--from must be a URL that begins with http:// or https://, got ${JSON.stringify(text)}`,
    );
  return url;
}

/** The data set with all files from one mirror. @param url a folder, or one of the files in it */
function fromMirror(dataset: RemoteDataset, url: URL): RemoteDataset {
  const isFile = dataset.files.some(({ name }) => name === basename(url.pathname));
  const base = isFile || url.pathname.endsWith('/') ? url.href : `${url.href}/`;
  const at = (file: RemoteFile): RemoteFile => ({ ...file, urls: [new URL(file.name, base).href] });
  return { ...dataset, files: dataset.files.map(at) };
}
