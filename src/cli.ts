#!/usr/bin/env node
import { UsageError } from './cli/usage';

// A verb's code is loaded when it is called: `--help` should not wait for a compiler or a tensor library.
const verbs: Record<string, { about: string; load(): Promise<(args: string[]) => Promise<number>> }> = {
  figures: {
    about: 'run the notebooks and write their figures, claims and index',
    load: async () => (await import('./cli/figures.js')).figures,
  },
  data: {
    about: 'fetch MNIST or CIFAR-10, or say what is there',
    load: async () => (await import('./cli/data.js')).data,
  },
  lab: {
    about: 'open the notebooks in Jupyter',
    load: async () => (await import('./cli/lab.js')).lab,
  },
  check: {
    about: 'check the types in the notebooks without running them',
    load: async () => (await import('./cli/check.js')).check,
  },
  doctor: {
    about: 'say what works on this machine, and what to do about the rest',
    load: async () => (await import('./cli/doctor.js')).doctor,
  },
};

const help = `gan-figures <verb> [options]

${Object.entries(verbs)
  .map(([name, { about }]) => `  ${name.padEnd(8)} ${about}`)
  .join('\n')}

gan-figures <verb> --help says more about a verb.
`;

async function main([verb, ...args]: string[]): Promise<number> {
  if (verb === '--help' || verb === '-h' || verb === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (verb === undefined) throw new UsageError(`no verb; there are: ${Object.keys(verbs).join(', ')}`);
  if (!Object.hasOwn(verbs, verb))
    throw new UsageError(`unknown verb ${JSON.stringify(verb)}; there are: ${Object.keys(verbs).join(', ')}`);
  return (await verbs[verb].load())(args);
}

process.exitCode = 1; // should the process end before its work does
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    console.error(`gan-figures: ${error instanceof Error ? error.message : error}`);
  },
);
