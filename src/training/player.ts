import * as tf from '@tensorflow/tfjs';
import type { Model, Parameters } from '../models/model';
import type { Memory, Penalty } from '../penalties/penalty';
import type { Stream } from '../rng/stream';
import type { Optimiser, OptimiserState } from './optimiser';

/** A player at one moment: its parameters and what its optimiser, and its penalty, remember. */
export interface Player {
  parameters: Parameters;
  state: OptimiserState;
  /** Absent with a penalty that remembers nothing, or none. */
  memory?: Memory;
}

/** The players of a game, or the one of a training, by name. */
export type Players = Record<string, Player>;

/** A player before its first update, with its penalty if it has one; its tensors belong to the caller. */
export function newPlayer(model: Model, optimiser: Optimiser, stream: Stream, penalty?: Penalty): Player {
  const parameters = model.init(stream);
  const state = optimiser.init(parameters);
  const memory = penalty?.memory?.initial(model.inputs);
  return { parameters, state, ...(memory && { memory }) };
}

/** Frees a player's tensors. */
export function disposePlayer({ parameters, state, memory }: Player): void {
  tf.dispose(parameters);
  tf.dispose(state.slots);
  tf.dispose([...(memory ?? [])]);
}

/** Frees the tensors of all players. */
export function disposePlayers(players: Players): void {
  Object.values(players).forEach(disposePlayer);
}

/** The name of the first player with a parameter that is not finite, if there is one. */
export function nonFinitePlayer(players: Players): string | undefined {
  const allFinite = (w: tf.Tensor) =>
    Number.isFinite((w.dataSync() as Float32Array).reduce((sum, x) => sum + x, 0)); // no 64-bit sum of 32-bit numbers overflows
  return Object.keys(players).find((name) => !players[name].parameters.every(allFinite));
}

/** Puts a player in the place of the one of that name, whose tensors it frees. */
export function replacePlayer<P extends Players>(players: P, name: keyof P, next: P[keyof P]): void {
  disposePlayer(players[name]);
  players[name] = next;
}
