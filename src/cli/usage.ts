import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A mistake in how the program was called: its message is all that the person needs. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What an option's declaration promises. */
export type OptionValues<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; strict: true; allowPositionals: false }>
>['values'];

/** The declaration of `--help`, the same for every verb. */
export const helpOption = { type: 'boolean', short: 'h', default: false } as const;

/**
 * Reads the options of a verb; there are no positional arguments.
 *
 * @throws UsageError naming the option and listing those that exist; also when a value is empty, or given twice where
 *   one is meant
 */
export function readOptions<T extends Options>(args: string[], options: T): OptionValues<T> {
  return read(args, options, false).values;
}

/** Reads the options of a verb that takes names too. @throws UsageError as {@link readOptions} */
export function readNamesAndOptions<T extends Options>(
  args: string[],
  options: T,
): { names: string[]; values: OptionValues<T> } {
  return read(args, options, true);
}

function read<T extends Options>(
  args: string[],
  options: T,
  allowPositionals: boolean,
): { names: string[]; values: OptionValues<T> } {
  const known = Object.keys(options).map((name) => `--${name}`);
  try {
    const { values, tokens, positionals } = parseArgs({
      args: withNegativeNumbers(args, options),
      options,
      strict: true,
      allowPositionals,
      tokens: true,
    } as const);
    checkTexts(tokens, options);
    return { names: positionals, values: values as OptionValues<T> };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    const first = message.split(/\.\s|\n/)[0].replace(/argument is ambiguous$/, 'needs a value');
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError(first);
    throw new UsageError(`${first}; there are: ${known.join(', ')}`);
  }
}

/** `--seed -1` as `--seed=-1`, so that it is the number that is refused, by the one who knows what is expected. */
function withNegativeNumbers(args: readonly string[], options: Options): string[] {
  const takesText = (arg = '') => arg.startsWith('--') && options[arg.slice(2)]?.type === 'string';
  return args.flatMap((arg, i) => {
    if (takesText(arg) && /^-[\d.]/.test(args[i + 1] ?? '')) return [`${arg}=${args[i + 1]}`];
    return takesText(args[i - 1]) && /^-[\d.]/.test(arg) ? [] : [arg];
  });
}

function checkTexts(
  tokens: readonly { kind: string; name?: string; value?: string }[],
  options: Options,
): void {
  const first = new Map<string, string>();
  for (const { name, value } of tokens) {
    if (name === undefined || value === undefined) continue;
    if (value.trim() === '') throw new UsageError(`--${name} needs a value, got ${JSON.stringify(value)}`);
    if (first.has(name) && !options[name].multiple)
      throw new UsageError(
        `--${name} takes one value, got ${JSON.stringify(first.get(name))} and ${JSON.stringify(value)}`,
      );
    first.set(name, value);
  }
}

/** The parts of a repeatable option whose values may be separated by commas. @throws UsageError when there is none */
export function listOf(option: string, values: readonly string[] | undefined): string[] {
  if (values === undefined) return [];
  const parts = values.flatMap((value) => value.split(',').map((part) => part.trim()));
  const some = parts.filter((part) => part !== '');
  if (some.length === 0) throw new UsageError(`${option} needs a value, got ${JSON.stringify(values[0])}`);
  return some;
}

/** A whole number from 1 to `largest`, or undefined when the option is absent. @throws UsageError */
export function positiveInteger(
  option: string,
  text: string | undefined,
  largest = Number.MAX_SAFE_INTEGER,
): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text))
    throw new UsageError(`${option} must be a whole number of 1 or more, got ${JSON.stringify(text)}`);
  if (Number(text) > largest) throw new UsageError(`${option} must be at most ${largest}, got ${text}`);
  return Number(text);
}
