import * as tf from '@tensorflow/tfjs';
import { chainKernel, fuse } from './fuse';
import type { Call, Operand, Recording } from './record';
import type { TraceSettings } from './settings';
import { mapOperands, simplify } from './simplify';

/** A call ready to be made: `ports` are the operands to be filled in, and the values that go there. */
export interface ProgramCall {
  kernel: string;
  run: tf.KernelFunc;
  inputs: tf.NamedTensorInfoMap;
  attrs: tf.NamedAttrMap;
  ports: { info: tf.TensorInfo; value: number }[];
  /** `again`: the value was there before, this is one reference too many. */
  outputs: (Operand & { again: boolean })[];
  /** Values that nothing needs after this call. */
  dead: number[];
}

/** What a step does, ready to be repeated; its constants live in the backend until {@link disposeProgram}. */
export interface Program {
  backend: tf.KernelBackend;
  backendName: string;
  /** All values by number: constants stay, the others are there during a step. */
  values: (tf.TensorInfo | undefined)[];
  inputs: number[];
  constants: Set<number>;
  calls: ProgramCall[];
  /** The kernels it calls, as they were registered. */
  kernels: Map<string, tf.KernelFunc>;
  results: Operand[];
}

/** The program of a recording that was made on the backend in use. @param results what the step returns */
export function programOf(
  recording: Recording,
  results: readonly Operand[],
  settings: TraceSettings,
): Program {
  const { backend, backendName } = { backend: tf.backend(), backendName: tf.getBackend() };
  const simple = simplify(recording, results, settings);
  const values: Program['values'] = new Array(recording.size).fill(undefined);
  const known = new Set([...recording.inputs, ...simple.constants.keys()]);
  const fuses = settings.chains && tf.getKernel(chainKernel, backendName);
  const fused = fuses ? fuse(simple.calls, simple.results) : simple.calls;
  const calls = fused.map((call) => programCall(call, backendName, known));
  const taken = new Set(
    [...calls.flatMap(({ ports }) => ports), ...simple.results].map(({ value }) => value),
  );
  const constants = new Set([...simple.constants.keys()].filter((value) => taken.has(value)));
  for (const value of constants) {
    const { values: numbers, shape, dtype } = simple.constants.get(value)!;
    values[value] = { dataId: backend.write(numbers.slice(), shape, dtype), shape, dtype };
  }
  const program = { backend, backendName, values, calls, results: simple.results, inputs: recording.inputs };
  const stay = new Set([...constants, ...recording.inputs, ...simple.results.map(({ value }) => value)]);
  for (const call of calls.toReversed())
    for (const { value } of [...call.ports, ...call.outputs])
      if (!stay.has(value)) {
        call.dead.push(value);
        stay.add(value);
      }
  const kernels = new Map(calls.map(({ kernel, run }) => [kernel, run]));
  return { ...program, constants, kernels };
}

function programCall(call: Call, backendName: string, known: Set<number>): ProgramCall {
  const ports: ProgramCall['ports'] = [];
  const inputs = mapOperands(call.inputs, ({ value, shape, dtype }) => {
    const info = { dataId: {}, shape, dtype };
    ports.push({ info, value });
    return info;
  });
  const outputs = call.outputs.map((operand) => {
    const again = known.has(operand.value);
    known.add(operand.value);
    return { ...operand, again };
  });
  const run = tf.getKernel(call.kernel, backendName).kernelFunc;
  return {
    ...{ kernel: call.kernel, run, attrs: call.attrs, ports, outputs, dead: [] },
    inputs: inputs as tf.NamedTensorInfoMap,
  };
}

/** Frees a value. Native TensorFlow hands out tensors, which the engine counts. */
export function free({ backend, values }: Pick<Program, 'backend' | 'values'>, value: number): void {
  const info = values[value];
  values[value] = undefined;
  if (info instanceof tf.Tensor) info.dispose();
  else if (info) backend.disposeData(info.dataId);
}

/** Whether the backend in use still is, and has the kernels, that the program was made for. */
export function fits({ backend, backendName, kernels }: Program): boolean {
  const isRegistered = ([kernel, run]: [string, tf.KernelFunc]) =>
    tf.getKernel(kernel, backendName)?.kernelFunc === run;
  return tf.backend() === backend && [...kernels].every(isRegistered);
}

/** Frees the constants. */
export function disposeProgram(program: Program): void {
  if (tf.findBackend(program.backendName) !== program.backend) return; // they are gone with it
  for (const value of program.constants) free(program, value);
}
