import * as tf from '@tensorflow/tfjs';
import { free, type Program } from './program';

/**
 * Makes the step of a program with other inputs.
 *
 * @returns the results as tensors, owned by the caller (the active scope counts them)
 * @throws Error when a kernel returns another shape than it did when it was recorded
 */
export function replay(program: Program, inputs: readonly tf.Tensor[]): tf.Tensor[] {
  const { backend, values, calls, results } = program;
  for (let i = 0; i < inputs.length; i++) values[program.inputs[i]] = inputs[i];
  try {
    for (const { run, inputs: infos, attrs, ports, outputs, dead, kernel } of calls) {
      for (const { info, value } of ports) info.dataId = values[value]!.dataId;
      const out = run({ inputs: infos, attrs, backend });
      if (Array.isArray(out)) for (let k = 0; k < out.length; k++) take(program, outputs[k], out[k], kernel);
      else take(program, outputs[0], out, kernel);
      for (const value of dead) free(program, value);
    }
    return results.map(({ value, shape, dtype }) => {
      const { dataId } = values[value]!;
      if (program.constants.has(value))
        return tf.engine().makeTensor(backend.readSync(dataId) as tf.TypedArray, shape, dtype);
      backend.incRef(dataId);
      return tf.engine().makeTensorFromTensorInfo({ dataId, shape, dtype });
    });
  } finally {
    for (const value of program.inputs) values[value] = undefined;
    for (let value = 0; value < values.length; value++)
      if (values[value] && !program.constants.has(value)) free(program, value);
  }
}

function take(
  program: Program,
  { value, shape, again }: Program['calls'][number]['outputs'][number],
  out: tf.TensorInfo,
  kernel: string,
): void {
  const earlier = program.values[value];
  program.values[value] = out;
  if (again) {
    free(program, value);
    program.values[value] = earlier;
  }
  if (out.shape.length !== shape.length || out.shape.some((size, i) => size !== shape[i]))
    throw new Error(`${kernel} returned the shape [${out.shape}], not [${shape}]`);
}
