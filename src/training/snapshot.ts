import * as tf from '@tensorflow/tfjs';
import type { Player, Players } from './player';

interface TensorData {
  shape: number[];
  values: Float32Array;
}

/** A player as plain data, to the last bit. */
export interface PlayerData {
  parameters: TensorData[];
  state: { step: number; slots: TensorData[][] };
  memory?: TensorData[];
}

/** Players as plain data. */
export function snapshot(players: Players): Record<string, PlayerData> {
  const data = (tensor: tf.Tensor) => ({
    shape: tensor.shape,
    values: (tensor.dataSync() as Float32Array).slice(),
  });
  const of = ({ parameters, state, memory }: Player): PlayerData => ({
    parameters: parameters.map(data),
    state: { step: state.step, slots: state.slots.map((slot) => slot.map(data)) },
    ...(memory && { memory: memory.map(data) }),
  });
  return Object.fromEntries(Object.entries(players).map(([name, player]) => [name, of(player)]));
}

/** The players of a {@link snapshot}; their tensors belong to the caller. */
export function revive<P extends Players>(data: Record<string, PlayerData>): P {
  const tensor = ({ shape, values }: TensorData) => tf.tensor(values, shape);
  const of = ({ parameters, state, memory }: PlayerData): Player => ({
    parameters: parameters.map(tensor),
    state: { step: state.step, slots: state.slots.map((slot) => slot.map(tensor)) },
    ...(memory && { memory: memory.map(tensor) }),
  });
  return Object.fromEntries(Object.entries(data).map(([name, player]) => [name, of(player)])) as P;
}

/**
 * A few numbers that tell players apart: of each tensor the sum of |w_i| and that of w_i cos(i), which knows the order.
 */
export function digest(players: Players): number[] {
  return Object.values(snapshot(players))
    .flatMap(({ parameters, state, memory = [] }) => [parameters, ...state.slots, memory].flat())
    .flatMap(({ values }) => [
      values.reduce((sum, w) => sum + Math.abs(w), 0),
      values.reduce((sum, w, i) => sum + w * Math.cos(i), 0),
    ]);
}
