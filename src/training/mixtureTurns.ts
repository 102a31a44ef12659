import * as tf from '@tensorflow/tfjs';
import type { Parameters } from '../models/model';
import type { Elementwise } from '../objectives/objective';
import type { Stream } from '../rng/stream';
import type { Turns } from './alternate';
import { drawPoints } from './criticBatch';
import type { Game } from './gameTurns';
import { playerUpdate } from './playerUpdate';
import { onMembers, teamParts, weightEntropy } from './team';

/** A {@link Game} of mixtures: generator and critic are the architectures of all members. */
export interface MixtureRules extends Game {
  /** Members of each side, T. */
  members: number;
  /** What the regulariser of the weights is multiplied by, for both sides; 0.1 in the released code of MIX+GAN. */
  entropy: number;
}

/** The tensors that one update of the critics sees; all randomness is in them. */
export interface MixtureBatch {
  /** [batch, dim] */
  real: tf.Tensor2D;
  /** Those of generator 0, of generator 1, …: [members batch, dim] */
  fakes: tf.Tensor2D;
  /** Where the penalty looks. */
  points?: tf.Tensor2D;
}

/**
 * What the critics minimise, with weights w = softmax(logits) on either side:
 * J_D = sum_j w_j (sum_i w_i E phi(f_j(fake_i)) + E varphi(f_j(real))), the penalties sum_j w_j P_j, and the regulariser of
 * their own weights.
 *
 * @param critics a team
 * @param generatorLogits [members]
 */
export function mixtureCriticLoss(
  { critic, objective, penalty, members, entropy }: MixtureRules,
  critics: Parameters,
  generatorLogits: tf.Tensor1D,
  { real, fakes, points }: MixtureBatch,
): { loss: tf.Scalar; penalty: tf.Scalar; regulariser: tf.Scalar } {
  const team = teamParts(critics);
  const ofFakes = tf.softmax(generatorLogits);
  const net = (j: number) => (x: tf.Tensor2D) => critic.apply(team.members[j], x);
  const payoff = (j: number) => {
    const onFakes = meanOfEach(objective.phi, net(j)(fakes), members);
    return tf.add(tf.sum(tf.mul(ofFakes, onFakes)), tf.mean(objective.varphi(net(j)(real)))) as tf.Scalar;
  };
  const cost = (j: number) => (penalty && points ? penalty.value(net(j), points) : tf.scalar(0));
  const weights = weightsOf(team.logits);
  return {
    loss: weighted(weights, payoff),
    penalty: weighted(weights, cost),
    regulariser: tf.mul(entropy, weightEntropy(team.logits)) as tf.Scalar,
  };
}

/**
 * What the generators minimise: J_G = sum_i w_i sum_j w_j E psi(f_j(g_i(z))), and the regulariser of their own weights.
 *
 * @param generators a team
 * @param critics a team
 * @param latents those of generator 0, of generator 1, …: [members batch, latent dim]
 */
export function mixtureGeneratorLoss(
  rules: MixtureRules,
  generators: Parameters,
  critics: Parameters,
  latents: tf.Tensor2D,
): { loss: tf.Scalar; regulariser: tf.Scalar } {
  const { critic, objective, members, entropy } = rules;
  const { logits } = teamParts(generators);
  const judges = teamParts(critics);
  const fakes = generateAll(rules, generators, latents);
  const payoff = (j: number) => meanOfEach(objective.psi, critic.apply(judges.members[j], fakes), members);
  const ofEach = weighted(weightsOf(judges.logits), payoff); // [members]
  return {
    loss: tf.sum(tf.mul(tf.softmax(logits), ofEach)),
    regulariser: tf.mul(entropy, weightEntropy(logits)) as tf.Scalar,
  };
}

/** The turns of the critics and of the generators in a game of mixtures. */
export function mixtureTurns(rules: MixtureRules): Turns {
  const { real, latent, optimisers, constraint, batch, members, withCosine } = rules;
  const { generator: net, critic: judge, objective, penalty, entropy } = rules;
  const parts = [net, judge, objective, penalty, members, entropy, batch];
  const criticRules = {
    optimiser: optimisers.critic,
    constraint: constraint && onMembers(constraint),
    withCosine,
  };
  const latents = (draw: Stream) => drawPoints(latent, members * batch, draw);
  return {
    critic: ({ critic, generator }, draw) => {
      const tensors: MixtureBatch = {
        real: drawPoints(real, batch, draw.split('real')),
        fakes: generateAll(rules, generator.parameters, latents(draw.split('fake'))),
      };
      if (penalty) {
        const reals = tf.tile(tensors.real, [members, 1]); // each generator's fakes meet all real points
        tensors.points = penalty.points(reals, tensors.fakes, draw.split('penalty'));
      }
      const { logits } = teamParts(generator.parameters);
      return playerUpdate(
        criticRules,
        critic,
        { ...tensors, logits },
        {
          ...{ name: 'critics', parts },
          loss: (own, given) => mixtureCriticLoss(rules, own, given.logits, given),
        },
      );
    },
    generator: ({ critic, generator }, draw) =>
      playerUpdate(
        { optimiser: optimisers.generator },
        generator,
        { critics: critic.parameters, latents: latents(draw) },
        {
          ...{ name: 'generators', parts },
          loss: (own, { critics, latents }) => mixtureGeneratorLoss(rules, own, critics, latents),
        },
      ),
  };
}

/** Each generator on latent points of its own, one after the other: [members batch, latent dim] -> [members batch, dim]. */
function generateAll(
  { generator, batch }: MixtureRules,
  team: Parameters,
  latents: tf.Tensor2D,
): tf.Tensor2D {
  const made = teamParts(team).members.map((parameters, i) =>
    generator.apply(parameters, tf.slice(latents, [i * batch, 0], [batch, latents.shape[1]])),
  );
  return tf.concat(made, 0);
}

/** The mean of f over the points of each generator: [members batch, 1] -> [members]. */
function meanOfEach(f: Elementwise, outputs: tf.Tensor2D, members: number): tf.Tensor1D {
  return tf.mean(tf.reshape(f(outputs), [members, -1]), 1);
}

/** The softmax of logits as single numbers. (`tf.unstack` has no gradient for a single one.) */
function weightsOf(logits: tf.Tensor1D): tf.Scalar[] {
  const weights = tf.softmax(logits);
  return Array.from({ length: logits.size }, (_, j) => tf.reshape(tf.slice(weights, [j], [1]), []));
}

function weighted<R extends tf.Tensor>(weights: tf.Scalar[], term: (j: number) => R): R {
  return weights.map((w, j) => tf.mul(w, term(j))).reduce((sum, one) => tf.add(sum, one)) as R;
}
