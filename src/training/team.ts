import * as tf from '@tensorflow/tfjs';
import type { Model, Parameters } from '../models/model';
import type { Constraint } from '../penalties/penalty';
import type { Stream } from '../rng/stream';
import type { Optimiser } from './optimiser';
import type { Player } from './player';

/*
 * A team is a player of several nets of one architecture and their weights in a mixture: its parameters are those of member
 * 0, of member 1, …, and last the logits [members] of the weights.
 */

/** A team before its first update: all weights are equal. Member 0 begins as a lone player of this stream would. */
export function newTeam(model: Model, members: number, optimiser: Optimiser, stream: Stream): Player {
  const streamOf = (member: number) => (member === 0 ? stream : stream.split('member').split(member));
  const parameters = Array.from({ length: members }, (_, i) => model.init(streamOf(i))).flat();
  parameters.push(tf.zeros([members]));
  return { parameters, state: optimiser.init(parameters) };
}

/** The parameters of each member of a team, and the logits of their weights. */
export function teamParts(parameters: Parameters): { members: Parameters[]; logits: tf.Tensor1D } {
  const logits = parameters[parameters.length - 1] as tf.Tensor1D;
  const size = (parameters.length - 1) / logits.size;
  const members = Array.from({ length: logits.size }, (_, i) => parameters.slice(i * size, (i + 1) * size));
  return { members, logits };
}

/** One optimiser for the members of a team and another for the logits of their weights. */
export function teamOptimiser(ofMembers: Optimiser, ofWeights: Optimiser): Optimiser {
  const split = <E>(list: E[]) => [list.slice(0, -1), list.slice(-1)] as const;
  const count = ofMembers.rates(0).length;
  return {
    name: `${ofMembers.name}, weights ${ofWeights.name}`,
    learningRate: ofMembers.learningRate,
    init: (parameters) => {
      const [members, weights] = split(parameters);
      return { step: 0, slots: [...ofMembers.init(members).slots, ...ofWeights.init(weights).slots] };
    },
    rates: (step) => [...ofMembers.rates(step), ...ofWeights.rates(step)],
    move: (parameters, gradients, slots, rates) => {
      const [p, g, s] = [split(parameters), split(gradients), split(slots)];
      const members = ofMembers.move(p[0], g[0], s[0], rates.slice(0, count));
      const weights = ofWeights.move(p[1], g[1], s[1], rates.slice(count));
      return {
        parameters: [...members.parameters, ...weights.parameters],
        slots: [...members.slots, ...weights.slots],
      };
    },
  };
}

/** A constraint on the members of a team, which leaves their weights alone. */
export function onMembers({ name, project }: Constraint): Constraint {
  return {
    name,
    project: (parameters) => [...project(parameters.slice(0, -1)), parameters[parameters.length - 1]],
  };
}

/**
 * The regulariser -(1/T) sum_i log w_i of the weights w = softmax(logits), [T] -> scalar: log T for equal weights, more for
 * others, infinite where one is 0. In nats. (The released code of MIX+GAN adds 1e-6 to each weight before its logarithm.)
 */
export function weightEntropy(logits: tf.Tensor1D): tf.Scalar {
  return tf.neg(tf.mean(tf.logSoftmax(logits)));
}
