import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A mistake in how the program was called: its message is all that the person needs. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What an option's declaration promises. */
export type OptionValues<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; strict: true; allowPositionals: false }>
>['values'];

/**
 * Reads the options of a verb; there are no positional arguments.
 *
 * @throws UsageError naming the option and listing those that exist
 */
export function readOptions<T extends Options>(args: string[], options: T): OptionValues<T> {
  const known = Object.keys(options).map((name) => `--${name}`);
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false } as const)
      .values as OptionValues<T>;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const first = message.split(/\.\s|\n/)[0];
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError(first);
    throw new UsageError(`${first}; there are: ${known.join(', ')}`);
  }
}

/** The parts of a repeatable option whose values may be separated by commas. */
export function listOf(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .flatMap((value) => value.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A whole number of 1 or more, or undefined when the option is absent. @throws UsageError */
export function positiveInteger(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text))
    throw new UsageError(`${option} must be a whole number of 1 or more, got ${JSON.stringify(text)}`);
  return Number(text);
}
