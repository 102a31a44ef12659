import { join, resolve } from 'node:path';
import { checkNotebooks } from '../runner/checkNotebooks';
import { counted } from '../runner/counted';
import { packageRoot } from '../runner/job';
import { chooseNotebooks } from './chooseNotebooks';
import { helpOption, listOf, readOptions } from './usage';

export const checkHelp = `npm run typecheck:notebooks -- [options]

Checks the types in every code cell of the notebooks without running them. The exit code is 1 when there are mistakes.

  --only <notebook>     number or name; repeatable, or separated by commas
  --notebooks <folder>  instead of notebooks
  --help                shows this
`;

/** `npm run typecheck:notebooks`. @returns exit code: 0 no mistake, 1 mistakes */
export async function check(args: string[]): Promise<number> {
  const values = readOptions(args, {
    only: { type: 'string', multiple: true },
    notebooks: { type: 'string' },
    help: helpOption,
  });
  if (values.help) {
    process.stdout.write(checkHelp);
    return 0;
  }
  const folder = resolve(values.notebooks ?? join(packageRoot, 'notebooks'));
  const notebooks = chooseNotebooks(folder, listOf('--only', values.only));
  const mistakes = checkNotebooks(notebooks);
  for (const { notebook, cell, line, column, message } of mistakes)
    console.log(`${notebook}.ipynb, code cell ${cell}, ${line}:${column} - ${message}`);
  console.log(`${counted(notebooks.length, 'notebook')}, ${counted(mistakes.length, 'mistake')}`);
  return mistakes.length === 0 ? 0 : 1;
}
