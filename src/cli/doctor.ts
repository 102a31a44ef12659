import { type Check, formatChecks } from './doctor/check';
import { checkFailed } from './doctor/checks';
import { type Probes, probes as thisMachine } from './doctor/probes';
import { helpOption, readOptions } from './usage';

const help = `npm run doctor -- [options]

Says what works on this machine, and what to do about the rest. ✓ works · – is not there, and optional · ✗ must be
mended: the exit code is 1.

  --json  print the same as JSON
  --help  print this
`;

/**
 * `npm run doctor`: prints what works on this machine, and what to do about the rest.
 *
 * @returns exit code: 0, or 1 when something that the project needs is broken
 */
export async function doctor(args: string[], probes: Probes = thisMachine): Promise<number> {
  const options = readOptions(args, { json: { type: 'boolean' }, help: helpOption });
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  const checks = await examine(probes);
  process.stdout.write(options.json ? `${JSON.stringify(checks, null, 2)}\n` : formatChecks(checks));
  return checks.some(({ state }) => state === 'broken') ? 1 : 0;
}

/** Looks at everything, one after the other; a look that throws becomes a broken check. */
export async function examine(probes: Probes): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [what, look] of probes)
    try {
      checks.push(...(await look()));
    } catch (error) {
      checks.push(checkFailed(what, error));
    }
  return checks;
}
