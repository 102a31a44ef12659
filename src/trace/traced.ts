import * as tf from '@tensorflow/tfjs';
import { difference } from './fingerprint';
import { leavesOf, mapLeaves } from './leaves';
import { disposeProgram, fits, type Program, programOf } from './program';
import { type Recording, record } from './record';
import { replay } from './replay';
import { parseTraceSettings, type TraceSettings } from './settings';

/** What a step is, apart from its inputs. */
export interface StepIdentity {
  /** In words, for {@link traceReport}. */
  name: string;
  /** Everything that the step's code depends on; compared one by one with `===`. */
  parts: readonly unknown[];
}

/** How a step is made, and how often that was. */
export interface TraceStatus {
  name: string;
  backend: string;
  /** `recording`: it is watched for two steps; `replayed`: from a trace; `eager`: it cannot be traced. */
  state: 'recording' | 'replayed' | 'eager';
  /** Why it cannot be traced. */
  reason?: string;
  /** Kernel calls of the step as it is written, and of its trace. */
  calls?: { recorded: number; replayed: number };
}

interface Trace extends StepIdentity {
  backend: string;
  inputs: Leaf[];
  /** What was seen when it was watched last. */
  seen?: { recording: Recording; results: unknown[] };
  program?: Program;
  /** How often the program has been repeated. */
  replays: number;
  calls?: TraceStatus['calls'];
  /** What the step returns, with functions that fetch it in the place of its leaves. */
  results?: unknown;
  reason?: string;
}

/** An end of the inputs: a tensor, by shape, type and the earlier end that has the same data; or anything else itself. */
type Leaf = { shape: number[]; dtype: string; twin: number } | { plain: unknown };

type Fetch = (inputs: readonly tf.Tensor[], made: readonly tf.Tensor[]) => unknown;

const mostTraces = 16;
let traces: Trace[] = []; // the one used last first
let settings: TraceSettings | undefined;
let watching = false;
let silent = false;

/**
 * Makes a step, which must be a pure function of its tensors; anything else among the inputs must be the same each time, or
 * it is another step. Watches it twice, and from then on repeats only its kernel calls, without those that can be spared: the
 * results are the same to the last bit.
 *
 * A step that was not the same both times, or that reads numbers of tensors, is made as it is written each time;
 * {@link traceReport} says why. A trace is made anew for other inputs' shapes, another backend or other kernels. After
 * 8, 64, 512, … repetitions the step is watched once more.
 *
 * @throws Error when it has then changed: it depends on something beside its inputs, and what was repeated was wrong
 */
export function traced<I, O>(identity: StepIdentity, step: (inputs: I) => O, inputs: I): O {
  settings ??= parseTraceSettings(process.env.GAN_FIGURES_TRACE ?? '');
  const isTried = settings.native || tf.getBackend() !== 'tensorflow';
  if (!settings.trace || !isTried || silent || watching || isObserved()) return step(inputs);
  const leaves = leavesOf(inputs);
  const tensors = leaves.filter((leaf) => leaf instanceof tf.Tensor);
  const trace = find(identity, leaves);
  if (trace.program && !fits(trace.program)) forget(trace);
  if (trace.program && isPowerOf8(++trace.replays)) return watched(trace, step, inputs, tensors);
  if (trace.program)
    try {
      const made = replay(trace.program, tensors);
      return mapLeaves(trace.results, (fetch) => (fetch as Fetch)(tensors, made)) as O;
    } catch (error) {
      forget(trace);
      trace.reason = (error as Error).message;
    }
  return trace.reason === undefined ? watched(trace, step, inputs, tensors) : step(inputs);
}

/** Whether someone looks at the single calls: differentiates, profiles or debugs. */
function isObserved(): boolean {
  const { gradientDepth, profiling } = tf.engine().state;
  return gradientDepth > 0 || profiling || tf.env().getBool('DEBUG');
}

/** A step as it is written, compared with what was seen before. */
function watched<I, O>(trace: Trace, step: (inputs: I) => O, inputs: I, tensors: tf.Tensor[]): O {
  watching = true;
  try {
    const { result, recording, problem } = record(tensors, () => step(inputs));
    const results = leavesOf(result);
    const change = problem ?? (trace.seen && changeSince(trace.seen, recording, results));
    if (trace.program && change !== undefined) {
      forget(trace);
      throw new Error(
        `the step "${trace.name}" depends on something that is not among its tensors: ${change}; hand it in as a tensor, or set GAN_FIGURES_TRACE=off`,
      );
    }
    trace.reason = change;
    if (trace.seen && !trace.program && change === undefined) compile(trace, recording, result, tensors);
    trace.seen = trace.reason === undefined ? { recording, results } : undefined;
    return result;
  } finally {
    watching = false;
  }
}

function isPowerOf8(count: number): boolean {
  return count > 1 && Number.isInteger(Math.log2(count) / 3);
}

function changeSince(
  before: NonNullable<Trace['seen']>,
  recording: Recording,
  results: unknown[],
): string | undefined {
  const same = (a: unknown, b: unknown) =>
    a instanceof tf.Tensor ? b instanceof tf.Tensor : Object.is(a, b);
  if (results.length !== before.results.length || !results.every((leaf, i) => same(leaf, before.results[i])))
    return 'it returned something beside tensors that was not the same twice';
  return difference(before.recording, recording);
}

function compile(trace: Trace, recording: Recording, result: unknown, inputs: tf.Tensor[]): void {
  const tensors: tf.Tensor[] = [];
  trace.results = mapLeaves(result, (leaf): Fetch => {
    if (!(leaf instanceof tf.Tensor)) return () => leaf;
    const input = inputs.indexOf(leaf);
    if (input >= 0) return (given) => given[input];
    if (!tensors.includes(leaf)) tensors.push(leaf);
    const at = tensors.indexOf(leaf);
    return leaf.kept ? (_, made) => tf.keep(made[at]) : (_, made) => made[at];
  });
  const operands = tensors.map(recording.operandOf).filter((operand) => operand !== undefined);
  if (operands.length < tensors.length) trace.reason = 'it returns a tensor that it did not make';
  else {
    trace.program = programOf(recording, operands, settings!);
    trace.calls = { recorded: recording.calls.length, replayed: trace.program.calls.length };
  }
}

/** The trace of a step with such inputs, a new one where there is none. */
function find({ name, parts }: StepIdentity, leaves: readonly unknown[]): Trace {
  const backend = tf.getBackend();
  const index = traces.findIndex(
    (trace) =>
      trace.name === name &&
      trace.backend === backend &&
      trace.parts.length === parts.length &&
      trace.parts.every((part, i) => part === parts[i]) &&
      isLike(trace.inputs, leaves),
  );
  const trace = index < 0 ? { name, parts, backend, inputs: describe(leaves), replays: 0 } : traces[index];
  if (index !== 0) traces = [trace, ...traces.filter((other) => other !== trace)];
  for (const old of traces.splice(mostTraces)) forget(old);
  return trace;
}

function describe(leaves: readonly unknown[]): Leaf[] {
  return leaves.map((leaf, i) => {
    if (!(leaf instanceof tf.Tensor)) return { plain: leaf };
    const twin = leaves.findIndex((other) => other instanceof tf.Tensor && other.dataId === leaf.dataId);
    return { shape: [...leaf.shape], dtype: leaf.dtype, twin: twin < i ? twin : -1 };
  });
}

function isLike(inputs: readonly Leaf[], leaves: readonly unknown[]): boolean {
  if (inputs.length !== leaves.length) return false;
  return inputs.every((input, i) => {
    const leaf = leaves[i];
    if ('plain' in input) return Object.is(input.plain, leaf);
    if (!(leaf instanceof tf.Tensor) || leaf.dtype !== input.dtype || leaf.rank !== input.shape.length)
      return false;
    if (input.twin >= 0 && (leaves[input.twin] as tf.Tensor).dataId !== leaf.dataId) return false;
    return input.shape.every((size, k) => size === leaf.shape[k]);
  });
}

/** Puts a trace back to where nothing was seen. */
function forget(trace: Trace): void {
  if (trace.program) disposeProgram(trace.program);
  trace.seen = trace.program = trace.results = trace.reason = trace.calls = undefined;
  trace.replays = 0;
}

/** How each step is made that is still remembered (the last 16), the one used last first. */
export function traceReport(): TraceStatus[] {
  return traces.map(({ name, backend, reason, program, calls }) => ({
    ...{ name, backend },
    state: reason !== undefined ? 'eager' : program ? 'replayed' : 'recording',
    ...(reason !== undefined && { reason }),
    ...(calls && { calls }),
  }));
}

/** Does work in which every step is made as it is written. */
export function untraced<T>(work: () => T): T {
  const before = silent;
  silent = true;
  try {
    return work();
  } finally {
    silent = before;
  }
}

/**
 * Changes what traces do from now on, and forgets all of them.
 *
 * @param change what is to differ from `GAN_FIGURES_TRACE`
 */
export function traceSettings(change: Partial<TraceSettings> = {}): TraceSettings {
  settings = { ...parseTraceSettings(process.env.GAN_FIGURES_TRACE ?? ''), ...change };
  traces.forEach(forget);
  traces = [];
  return settings;
}
