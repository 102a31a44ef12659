import * as tf from '@tensorflow/tfjs';
import type { Distribution } from '../distributions/distribution';
import { criticField, type Field } from '../models/field';
import { generated } from '../models/generated';
import { generatedMixture } from '../models/generatedMixture';
import { stream } from '../rng/stream';
import type { BothPlayers } from './alternate';
import { checkCounts } from './checkCounts';
import { checkCritic } from './checkCritic';
import type { Course, LoopOptions } from './course';
import { type GameLength, gameCourse } from './gameCourse';
import type { GameHistory } from './history';
import { type MixtureRules, mixtureTurns } from './mixtureTurns';
import type { Optimiser } from './optimiser';
import { type Played, playCourse } from './playCourse';
import { newTeam, teamOptimiser, teamParts } from './team';

/** Both mixtures at one moment. */
export interface MixtureMoment {
  /** Updates of the generators made. */
  step: number;
  /** The law of the generated points: generator i with probability `weights.generator[i]`. */
  generator: Distribution;
  /** The law of each generator: [members]. */
  generators: Distribution[];
  /** Each critic as functions on points: [members]. */
  critics: Field[];
  /** What each side's members count for: [members], sum 1. */
  weights: { critic: number[]; generator: number[] };
}

/** What {@link mixtureGame} needs. */
export interface MixtureGameOptions<T extends object = object>
  extends Omit<MixtureRules, 'entropy' | 'optimisers'>,
    GameLength,
    LoopOptions<GameHistory<T>, MixtureMoment, T> {
  /** What the regulariser of the weights is multiplied by; default 0.1, that of the released code. */
  entropy?: number;
  /** Of the nets on either side, and of the logits of their weights; without the last those of the nets. */
  optimisers: { critic: Optimiser; generator: Optimiser; weights?: Optimiser };
}

/**
 * A game of mixtures that was played; `step` is the number of updates of the generators made. Parameters are those of member 0,
 * of member 1, …, and last the logits of the weights.
 */
export interface PlayedMixtureGame<T extends object = object> extends MixtureMoment, Played<T> {}

/**
 * Plays MIX+GAN: the game between a mixture of T generators and a mixture of T critics, each side with weights
 * w = softmax(alpha) that are learned with the nets,
 *
 * min over u, alpha_u, max over v, alpha_v of sum_ij w_ui w_vj F(u_i, v_j),
 *
 * where F is the payoff of the two-player game, its penalty included. To both losses the regulariser -(1/T) sum_i log w_i
 * of their own weights is added, times `entropy`, which keeps the weights from 0. Members share the architecture and differ in
 * how they begin. Each generator makes `batch` points for every update.
 *
 * With one member it is `playGame`, to the last bit.
 *
 * Arora et al., Generalization and Equilibrium in GANs (2017), section on MIX+GAN; the regulariser and its weight are those of
 * the released code.
 *
 * @throws Error when a number is out of range, the dimensions do not fit, the penalty remembers something, a checkpoint does
 *   not fit, or a number stops being finite (see the options)
 */
export async function mixtureGame<T extends object = object>(
  options: MixtureGameOptions<T>,
): Promise<PlayedMixtureGame<T>> {
  return playCourse(courseOf(options), options);
}

function courseOf<T extends object>(
  options: MixtureGameOptions<T>,
): Course<BothPlayers, GameHistory<T>, MixtureMoment> {
  const { real, latent, generator, critic, penalty, members, entropy = 0.1, seed } = options;
  checkCounts('mixtureGame', { members });
  checkCritic('mixtureGame', critic, { real: real.dim, fake: generator.outputs });
  if (!(entropy >= 0 && entropy < Infinity))
    throw new Error(`mixtureGame: entropy must be finite and >= 0, got ${entropy}`);
  if (penalty?.memory)
    throw new Error(`mixtureGame: the penalty must not remember anything, got ${penalty.name}`);
  const { weights } = options.optimisers;
  const optimisers = {
    critic: teamOptimiser(options.optimisers.critic, weights ?? options.optimisers.critic),
    generator: teamOptimiser(options.optimisers.generator, weights ?? options.optimisers.generator),
  };
  const rules = { ...options, optimisers, entropy };
  const root = stream(seed, 'playGame'); // that of a game of two, which this is with one member
  return gameCourse(rules, {
    name: 'mixtureGame',
    settings: { members, entropy },
    root,
    players: () => ({
      critic: newTeam(critic, members, optimisers.critic, root.split('critic')),
      generator: newTeam(generator, members, optimisers.generator, root.split('generator')),
    }),
    turns: mixtureTurns(rules),
    moment: (players, step) => {
      const [critics, generators] = [players.critic, players.generator].map((side) =>
        teamParts(side.parameters),
      );
      const laws = generators.members.map((parameters) => generated(generator, parameters, latent));
      const weights = { critic: weightsOf(critics.logits), generator: weightsOf(generators.logits) };
      return {
        step,
        generator: generatedMixture(laws, weights.generator),
        generators: laws,
        critics: critics.members.map((parameters) => criticField(critic, parameters)),
        weights,
      };
    },
  });
}

function weightsOf(logits: tf.Tensor1D): number[] {
  return tf.tidy(() => [...tf.softmax(logits).dataSync()]);
}
