import * as tf from '@tensorflow/tfjs';

/** A tensor of a recording: which value it holds, and in which shape. */
export interface Operand {
  value: number;
  shape: number[];
  dtype: tf.DataType;
}

/** One call of a kernel; calls that a kernel makes itself are part of it. */
export interface Call {
  kernel: string;
  inputs: Record<string, Operand | undefined> | Operand[];
  attrs: tf.NamedAttrMap;
  outputs: Operand[];
}

/** Numbers that the step brings itself. */
export interface Constant {
  values: tf.TypedArray;
  shape: number[];
  dtype: tf.DataType;
}

/** What a step did, as calls of kernels on numbered values. */
export interface Recording {
  /** Number of values: inputs first, then in the order in which they appeared. */
  size: number;
  /** The value of each input tensor. */
  inputs: number[];
  constants: Map<number, Constant>;
  calls: Call[];
  /** The value in a tensor that the step returned. */
  operandOf(tensor: tf.Tensor): Operand | undefined;
}

/** A step that was made while it was watched, and why it cannot be repeated from that, if so. */
export interface Recorded<O> {
  result: O;
  recording: Recording;
  problem?: string;
}

/**
 * Makes a step and writes down which kernels it calls on what. The kernels of the backend, and its ways in and out, are
 * replaced by watched ones for that time.
 */
export function record<O>(inputs: readonly tf.Tensor[], step: () => O): Recorded<O> {
  const values = new Map<object, number>();
  const constants = new Map<number, Constant>();
  const calls: Call[] = [];
  let problem: string | undefined;
  let depth = 0; // of kernels in kernels
  const numberOf = (dataId: object): number => {
    if (!values.has(dataId)) values.set(dataId, values.size);
    return values.get(dataId)!;
  };
  const operand = ({ dataId, shape, dtype }: tf.TensorInfo): Operand => ({
    value: numberOf(dataId),
    shape: [...shape],
    dtype,
  });
  const known = (kernel: string, info: tf.TensorInfo | undefined): Operand | undefined => {
    if (!info) return undefined;
    if (!values.has(info.dataId)) problem ??= `${kernel} takes a tensor that is neither input nor made here`;
    return operand(info);
  };
  const watchedKernel =
    (kernel: string, run: tf.KernelFunc): tf.KernelFunc =>
    (parameters) => {
      if (depth > 0) return run(parameters);
      const given = Object.entries(parameters.inputs).map(
        ([name, info]) => [name, known(kernel, info as tf.TensorInfo | undefined)] as const,
      );
      depth++;
      try {
        const out = run(parameters);
        calls.push({
          kernel,
          inputs: Array.isArray(parameters.inputs)
            ? given.map(([, info]) => info as Operand)
            : Object.fromEntries(given),
          attrs: { ...parameters.attrs },
          outputs: (Array.isArray(out) ? out : [out]).map(operand),
        });
        return out;
      } finally {
        depth--;
      }
    };
  const backend = tf.backend();
  const { write, readSync, read } = backend;
  const own: Partial<tf.KernelBackend> = { ...backend }; // without the methods of its class
  const reading = <F extends (...parameters: never[]) => unknown>(how: F) =>
    ((...parameters) => {
      if (depth === 0) problem ??= 'it reads numbers of a tensor';
      return how.apply(backend, parameters);
    }) as F;
  const kernels = tf
    .getKernelsForBackend(tf.getBackend())
    .map((config) => ({ config, stock: config.kernelFunc }));
  inputs.forEach(({ dataId }) => {
    numberOf(dataId);
  });
  try {
    for (const { config, stock } of kernels) config.kernelFunc = watchedKernel(config.kernelName, stock);
    backend.write = (numbers, shape, dtype) => {
      const dataId = write.call(backend, numbers, shape, dtype);
      if (depth > 0) return dataId;
      if (!ArrayBuffer.isView(numbers)) problem ??= `it makes a tensor of type ${dtype}`;
      else
        constants.set(numberOf(dataId), {
          values: (numbers as tf.TypedArray).slice(),
          shape: [...shape],
          dtype,
        });
      return dataId;
    };
    backend.readSync = reading(readSync);
    backend.read = reading(read);
    const result = step();
    const recording = {
      size: values.size,
      inputs: inputs.map(({ dataId }) => numberOf(dataId)),
      ...{ constants, calls },
      operandOf: (tensor: tf.Tensor) => (values.has(tensor.dataId) ? operand(tensor) : undefined),
    };
    return { result, recording, problem };
  } finally {
    for (const { config, stock } of kernels) config.kernelFunc = stock;
    for (const name of ['write', 'readSync', 'read'] as const)
      if (name in own) backend[name] = own[name] as never;
      else Reflect.deleteProperty(backend, name);
  }
}
