import { sheetOfSamples } from './missing';
import type { Paper } from './paper';

/** Arora et al. 2017. Figures, tables and theorems are numbered as they are quoted; the paper has few of them. */
export const generalizationAndEquilibrium: Paper = {
  title: 'Generalization and Equilibrium in Generative Adversarial Nets',
  link: 'https://arxiv.org/abs/1703.00573',
  items: [
    {
      number: 'Lemma 1',
      shows: 'the JS divergence and W₁ of samples say nothing of the laws',
      notebook: '17-generalization',
      note: 'exact distances between samples of N(0, I/d), d = 10 … 500, 100 to 2,000 points',
    },
    {
      number: 'Theorem 3.1 and its corollary',
      shows: 'the neural net distance generalizes with about p/ε² points, and misses low diversity',
      notebook: '17-generalization',
      note: 'trained nets of 49 to 769 parameters; and the birthday test of the sequel',
    },
    {
      number: 'The equilibrium theorem',
      shows: 'small mixtures of nets come close to an equilibrium',
      notebook: '18-equilibrium',
      note: 'finite games, solved exactly by linear programs',
    },
    {
      number: 'Table 1',
      shows: 'inception scores of DCGAN and WGAN, alone and in mixtures of 5, on CIFAR-10',
      notebook: '19-mix-gan',
      note: 'a toy: affine generators on 8 and 25 Gaussians, W₁ for the inception score',
    },
    {
      number: 'Figures 1 and 2',
      shows: 'digits and faces, with and without mixtures',
      missing: sheetOfSamples,
    },
    {
      number: 'Figures 3 and 4',
      shows: 'inception score and Wasserstein objective along the training',
      notebook: '19-mix-gan',
      note: 'exact W₁ along the games of the toy',
    },
  ],
};
