/** What a trace does, each to be switched for debugging. */
export interface TraceSettings {
  /** Whether steps are traced at all. */
  trace: boolean;
  /** Also on native TensorFlow, where traces have not been tried. */
  native: boolean;
  /** Drops the calls that only hand a tensor on: Identity, Reshape, Cast to the same type. */
  aliases: boolean;
  /** Drops the calls that no result needs. */
  unused: boolean;
  /** Drops a call that was made before with the same operands. */
  repeated: boolean;
  /** Makes elementwise calls that follow from each other in one go, where the backend can. */
  chains: boolean;
}

const usual: TraceSettings = {
  ...{ trace: true, native: false, aliases: true, unused: true, repeated: true, chains: true },
};

/**
 * The settings that a text switches: `off`, `native`, or names of {@link TraceSettings} to be left out, with commas.
 *
 * @throws Error when a name is unknown
 */
export function parseTraceSettings(text: string): TraceSettings {
  const named = text === 'off' ? ['trace'] : text.split(',').filter((name) => name !== '');
  const unknown = named.find((name) => !(name in usual));
  if (unknown !== undefined)
    throw new Error(
      `GAN_FIGURES_TRACE must be off or a list of ${Object.keys(usual).join(', ')}, got ${unknown}`,
    );
  return { ...usual, ...Object.fromEntries(named.map((name) => [name, name === 'native'])) };
}
