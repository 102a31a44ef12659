import * as tf from '@tensorflow/tfjs';
import { constantText, exactText } from './fingerprint';
import type { Call, Constant, Operand, Recording } from './record';
import type { TraceSettings } from './settings';

/** What is left of a recording. */
export interface Simplified {
  constants: Map<number, Constant>;
  calls: Call[];
  /** The values of the results, in the order in which they were asked for. */
  results: Operand[];
}

/**
 * The calls of a recording that the results need, each of them once. Every value that is left is computed by the same
 * kernel from the same operands as before, so that its bits are the same.
 */
export function simplify(
  recording: Recording,
  results: readonly Operand[],
  settings: TraceSettings,
): Simplified {
  const sameAs = new Map<number, number>(); // a value and the one that stands for it
  const rename = (operand: Operand): Operand => ({
    ...operand,
    value: sameAs.get(operand.value) ?? operand.value,
  });
  const constants = new Map<number, Constant>();
  const seen = new Map<string, Operand[]>();
  const standFor = (outputs: readonly Operand[], text: string): boolean => {
    const earlier = settings.repeated ? seen.get(text) : undefined;
    if (!earlier) seen.set(text, outputs.map(rename));
    else for (const [i, { value }] of outputs.entries()) sameAs.set(value, earlier[i].value);
    return earlier !== undefined;
  };
  for (const [value, constant] of recording.constants)
    if (!standFor([{ value, ...constant }], constantText(constant))) constants.set(value, constant);
  const calls: Call[] = [];
  for (const recorded of recording.calls) {
    const inputs = mapOperands(recorded.inputs, rename);
    if (settings.aliases && handsOn(recorded))
      sameAs.set(recorded.outputs[0].value, operandsOf(inputs)[0].value);
    else if (
      !standFor(recorded.outputs, `${recorded.kernel} ${exactText([inputs, recorded.attrs]) ?? seen.size}`)
    )
      calls.push({ ...recorded, inputs, outputs: recorded.outputs.map(rename) });
  }
  const renamed = results.map(rename);
  if (!settings.unused) return { constants, calls, results: renamed };
  const needed = new Set(renamed.map(({ value }) => value));
  const kept = calls.toReversed().filter((call) => isNeeded(call, needed));
  return { constants, calls: kept.reverse(), results: renamed };
}

/** Whether a call makes something that is needed; what it takes is then needed too. */
function isNeeded({ inputs, outputs }: Call, needed: Set<number>): boolean {
  const some = outputs.some(({ value }) => needed.has(value));
  if (some) for (const { value } of operandsOf(inputs)) needed.add(value);
  return some;
}

/** Whether a call returns the numbers that it was given. */
function handsOn({ kernel, inputs, outputs }: Call): boolean {
  const taken = operandsOf(inputs);
  if (kernel === tf.Identity || kernel === tf.Reshape) return true;
  if (kernel === tf.Cast && taken[0].dtype === outputs[0].dtype) return true;
  return outputs.length === 1 && outputs[0].value === taken[0]?.value;
}

/** The operands that a call takes. */
export function operandsOf(inputs: Call['inputs']): Operand[] {
  return Object.values(inputs).filter((operand) => operand !== undefined);
}

/** The same inputs with other operands. */
export function mapOperands<T>(
  inputs: Call['inputs'],
  change: (operand: Operand) => T,
): Record<string, T | undefined> | T[] {
  if (Array.isArray(inputs)) return inputs.map(change);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, operand]) => [name, operand && change(operand)]),
  );
}
