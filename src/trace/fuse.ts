import * as tf from '@tensorflow/tfjs';
import { type Chain, isOperation, type Operation } from '../backend/simd/chain';
import type { Call, Operand } from './record';
import { operandsOf } from './simplify';

/** The kernel that makes a {@link Chain}, where a backend has it. */
export const chainKernel = 'ElementwiseChain';

/** Elementwise calls of one size that become one, made where the first of them was; by their places among all calls. */
interface Group {
  members: (Call & { index: number })[];
  shape: number[];
  /** Length of a row, where an operand is one. */
  columns?: number;
}

const [mostMembers, mostOperands] = [32, 16];

/**
 * The calls with elementwise ones that follow from each other put together. A call moves forward to the first of its
 * group, if all that it takes is there by then; what it computes stays the same to the last bit.
 *
 * @param results values that are needed after all calls
 */
export function fuse(calls: readonly Call[], results: readonly Operand[]): Call[] {
  const groups = new Map<number, Group>(); // by the value made
  const madeAt = new Map<number, number>();
  const at = (value: number) => groups.get(value)?.members[0].index ?? madeAt.get(value) ?? -1;
  for (const [index, call] of calls.entries()) {
    const alone = groupOf(call, index);
    for (const { value } of call.outputs) madeAt.set(value, index);
    if (!alone) continue;
    const makers = [...new Set(operandsOf(call.inputs).map(({ value }) => groups.get(value)))]
      .filter((group) => group !== undefined)
      .sort((a, b) => a.members[0].index - b.members[0].index);
    const choices = [makers, ...makers.map((maker) => [maker])].map((some) => merged([...some, alone]));
    const group = choices.find((choice) => choice && isReady(choice, at)) ?? alone;
    for (const member of group.members) groups.set(member.outputs[0].value, group);
  }
  const needed = new Set(results.map(({ value }) => value));
  for (const call of calls)
    for (const { value } of operandsOf(call.inputs))
      if (groups.get(value) !== groups.get(call.outputs[0].value) || !groups.has(value)) needed.add(value);
  return calls.flatMap((call, index) => {
    const group = groups.get(call.outputs[0]?.value);
    if (!group || group.members.length === 1) return [call];
    const chain = group.members[0].index === index ? chainCall(group, needed) : undefined;
    return chain && chain.outputs.length > 0 ? [chain] : [];
  });
}

/** The group of one call, if it can be part of a chain. */
function groupOf(call: Call, index: number): Group | undefined {
  const operands = operandsOf(call.inputs);
  const [{ shape }] = call.outputs;
  if (!isOperation(call.kernel) || (call.attrs.alpha ?? 0) !== 0) return undefined;
  if ([...operands, ...call.outputs].some(({ dtype }) => dtype !== 'float32')) return undefined;
  const kinds = operands.map((operand) => kindOf(operand, shape));
  if (kinds.includes(undefined)) return undefined;
  return { members: [{ ...call, index }], shape, columns: kinds.includes('row') ? shape.at(-1) : undefined };
}

function kindOf(operand: Operand, shape: readonly number[]): Chain['operands'][number] | undefined {
  const [size, whole] = [operand.shape, shape].map((lengths) => tf.util.sizeFromShape([...lengths]));
  if (size === whole) return 'full';
  if (size === 1) return 'scalar';
  return size === shape.at(-1) && size === operand.shape.at(-1) ? 'row' : undefined;
}

/** Several groups as one, if they are of one size. */
function merged(some: readonly Group[]): Group | undefined {
  const rows = some.find(({ columns }) => columns !== undefined);
  const size = (group: Group) => tf.util.sizeFromShape(group.shape);
  const fit = some.every(
    (group) => size(group) === size(some[0]) && (group.columns ?? rows?.columns) === rows?.columns,
  );
  const members = some.flatMap((group) => group.members).sort((a, b) => a.index - b.index);
  const group = { ...(rows ?? some[0]), members };
  return fit && members.length <= mostMembers && takenFrom(group).length <= mostOperands ? group : undefined;
}

/** What a group takes from outside. */
function takenFrom({ members }: Group): Operand[] {
  const own = new Set(members.map(({ outputs }) => outputs[0].value));
  const taken = new Map<number, Operand>();
  for (const { inputs } of members)
    for (const operand of operandsOf(inputs)) if (!own.has(operand.value)) taken.set(operand.value, operand);
  return [...taken.values()];
}

/** Whether all that a group takes is there when it is made. */
function isReady(group: Group, at: (value: number) => number): boolean {
  return takenFrom(group).every(({ value }) => at(value) < group.members[0].index);
}

function chainCall(group: Group, needed: ReadonlySet<number>): Call {
  const { members, shape } = group;
  const taken = takenFrom(group);
  const values = [...taken, ...members.map(({ outputs }) => outputs[0])].map(({ value }) => value);
  const results = members.flatMap(({ outputs: [{ value }] }, step) => (needed.has(value) ? [step] : []));
  const chain: Chain = {
    operands: taken.map((operand) => kindOf(operand, shape)!),
    steps: members.map(({ kernel, inputs }) => ({
      operation: kernel as Operation,
      of: operandsOf(inputs).map(({ value }) => values.indexOf(value)),
    })),
    results,
  };
  return {
    kernel: chainKernel,
    inputs: taken,
    attrs: { shape, chain: chain as unknown as tf.NamedAttrMap },
    outputs: results.map((step) => ({ ...members[step].outputs[0], shape })),
  };
}
