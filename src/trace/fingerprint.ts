import type { Call, Constant, Recording } from './record';

/** Numbers, strings and lists as a text that tells all of them apart, also -0, NaN and infinities; undefined if impossible. */
export function exactText(x: unknown): string | undefined {
  let exact = true;
  const text = JSON.stringify(x, (_, value) => {
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
      return `number ${Object.is(value, -0) ? '-0' : value}`;
    if (typeof value === 'function' || typeof value === 'symbol') exact = false;
    return ArrayBuffer.isView(value) ? Array.from(value as unknown as number[]) : value;
  });
  return exact ? (text ?? 'undefined') : undefined;
}

/** A constant's numbers to the last bit, its shape and its type. */
export function constantText({ values, shape, dtype }: Constant): string {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return `${dtype} [${shape}] ${bytes.toString('base64')}`;
}

/** A call with the numbers of its values. */
export function callText({ kernel, inputs, attrs, outputs }: Call): string | undefined {
  const text = exactText([inputs, attrs, outputs]);
  return text && `${kernel} ${text}`;
}

/** In which way two recordings of one step differ; undefined where they do not. */
export function difference(a: Recording, b: Recording): string | undefined {
  if (a.calls.length !== b.calls.length) return `it made ${a.calls.length} calls, then ${b.calls.length}`;
  for (const [i, call] of a.calls.entries()) {
    const [before, after] = [callText(call), callText(b.calls[i])];
    if (before === undefined) return `call ${i}, ${call.kernel}, has an attribute that is no plain value`;
    if (before !== after) return `call ${i}, ${call.kernel}, was not the same twice`;
  }
  if (a.constants.size !== b.constants.size)
    return `it brought ${a.constants.size} constants, then ${b.constants.size}`;
  for (const [value, constant] of a.constants) {
    const other = b.constants.get(value);
    if (!other || constantText(constant) !== constantText(other))
      return `a constant changed from ${brief(constant)} to ${other ? brief(other) : 'none'}`;
  }
  return undefined;
}

function brief({ values, shape }: Constant): string {
  return values.length === 1 ? String(values[0]) : `numbers of shape [${shape}] to others`;
}
